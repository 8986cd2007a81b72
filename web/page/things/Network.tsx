/* The small plot of who with whom; the same as a list for those who cannot see it, and each name leads on. */

import { useMemo } from "preact/hooks";
import { ActorNamesDocument, CompanyDocument } from "../api/documents";
import { useAsk } from "../api/use";
import { counted, shorten } from "../format";
import { Broken, Waiting } from "../ui/states";
import { FAMILIES } from "../vocabulary";
import { companionsOf, placeAround } from "./network";

const MOST = 14;
const [WIDTH, HEIGHT] = [540, 340];

export function Network({ id, name }: { id: string; name: string }) {
  const { data, failure, retry } = useAsk(CompanyDocument, { where: { actor: { eq: id } } });
  const companions = useMemo(() => companionsOf(data?.eventStats ?? [], id, MOST), [data, id]);
  const names = useAsk(ActorNamesDocument, companions.length ? { ids: companions.map((one) => one.id) } : undefined);
  if (failure) {
    return <Broken failure={failure} retry={retry} />;
  }
  if (!data || (companions.length > 0 && !names.data)) {
    return <Waiting what="who with whom" lines={4} />;
  }
  if (companions.length === 0) {
    return <p class="aside">Nobody else has a part in these events.</p>;
  }
  const nameOf = new Map(names.data?.nodes.flatMap((node) => (node && "name" in node ? [[node.id, node.name]] : [])));
  const largest = Math.max(...companions.map(({ events }) => events));
  return (
    <>
    <svg class="network" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={`Who has a part in the same events as ${name}`}>
      {companions.map(({ id: other, events, family }, index) => {
        const { x, y } = placeAround(companions.length, index, WIDTH, HEIGHT);
        return <line key={other} class={`link ${family}`} x1={WIDTH / 2} y1={HEIGHT / 2} x2={x} y2={y} stroke-width={1.5 + 4.5 * (events / largest)} />;
      })}
      <g class="self" transform={`translate(${WIDTH / 2} ${HEIGHT / 2})`}>
        <circle r="9" />
        <text y="26" text-anchor="middle">
          {shorten(name, 28)}
        </text>
      </g>
      {companions.map(({ id: other, events, family }, index) => {
        const { x, y, anchor } = placeAround(companions.length, index, WIDTH, HEIGHT);
        const shift = anchor === "start" ? 12 : anchor === "end" ? -12 : 0;
        const label = nameOf.get(other) ?? "…";
        return (
          <a key={other} href={`/actor/${other}`} aria-label={`${label}: ${counted(events, "event")} together, most of them ${FAMILIES[family].toLowerCase()}`}>
            <circle class={family} cx={x} cy={y} r={4 + 4 * (events / largest)} />
            <text x={x + shift} y={y} dy={anchor === "middle" ? (y < HEIGHT / 2 ? -14 : 22) : 5} text-anchor={anchor}>
              {shorten(label, 22)} <tspan class="aside">{events}</tspan>
            </text>
          </a>
        );
      })}
    </svg>
    <p class="aside">Those with a part in the same events: a wider line is more of them, its colour is what most of them are.</p>
    </>
  );
}
