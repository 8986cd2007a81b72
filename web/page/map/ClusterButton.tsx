/* One cluster: a ring of the families of its events, with the number in the middle where there is room. */

import { counted, formatNumber } from "../format";
import type { Size as Measure } from "../state/address";
import { countryName, FAMILIES, FAMILY_NAMES } from "../vocabulary";
import type { Cluster } from "./clusters";

interface Props {
  cluster: Cluster;
  x: number;
  y: number;
  radius: number;
  measure: Measure;
  lit: boolean;
  chosen: boolean;
  onPoint: (on: boolean) => void;
  onOpen: () => void;
}

/** Below this a number cannot be read. */
const ROOM_FOR_NUMBER = 11;

export function ClusterButton({ cluster, x, y, radius, measure, lit, chosen, onPoint, onOpen }: Props) {
  const classes = ["cluster", lit && "lit", chosen && "chosen"].filter(Boolean).join(" ");
  return (
    <button
      type="button"
      class={classes}
      style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)`, zIndex: lit ? 3 : 1 }}
      aria-label={describe(cluster)}
      aria-pressed={cluster.spots.length === 1 ? chosen : undefined}
      onClick={onOpen}
      onMouseEnter={() => onPoint(true)}
      onMouseLeave={() => onPoint(false)}
      onFocus={() => onPoint(true)}
      onBlur={() => onPoint(false)}
    >
      <Ring cluster={cluster} radius={radius} text={radius >= ROOM_FOR_NUMBER ? formatNumber(cluster[measure]) : ""} />
      <span class="cluster-card" aria-hidden="true">
        <strong>{nameOf(cluster)}</strong>
        {FAMILY_NAMES.filter((family) => cluster.families[family] > 0).map((family) => (
          <span key={family} class={`tally ${family}`}>
            {FAMILIES[family]} <b>{formatNumber(cluster.families[family])}</b>
          </span>
        ))}
        {cluster.killed > 0 && <span class="tally">Killed, added up <b>{formatNumber(cluster.killed)}</b></span>}
        <em>{cluster.spots.length === 1 ? "Click: only this place" : "Click: zoom in"}</em>
      </span>
    </button>
  );
}

function nameOf({ spots }: Cluster): string {
  const first = spots[0];
  const country = first?.countryCode ? countryName(first.countryCode) : undefined;
  const place = [first?.name, country !== first?.name && country].filter(Boolean).join(", ");
  return spots.length === 1 ? place : `${place} and ${counted(spots.length - 1, "place")} near it`;
}

function describe(cluster: Cluster): string {
  const killed = cluster.killed > 0 ? `, ${formatNumber(cluster.killed)} killed` : "";
  return `${nameOf(cluster)}: ${counted(cluster.events, "event")}${killed}`;
}

function Ring({ cluster, radius, text }: { cluster: Cluster; radius: number; text: string }) {
  const stroke = radius < ROOM_FOR_NUMBER ? radius * 0.6 : Math.min(radius * 0.34, 7);
  const side = radius * 2 + 4;
  const middle = side / 2;
  let done = 0;
  return (
    <svg width={side} height={side} aria-hidden="true">
      <circle class="core" cx={middle} cy={middle} r={radius} />
      {FAMILY_NAMES.filter((family) => cluster.families[family] > 0).map((family) => {
        const part = cluster.families[family];
        const offset = -done;
        done += part;
        return (
          <circle
            key={family}
            class={`arc ${family}`}
            cx={middle}
            cy={middle}
            r={radius - stroke / 2}
            stroke-width={stroke}
            pathLength={cluster.events}
            stroke-dasharray={`${part} ${cluster.events - part}`}
            stroke-dashoffset={offset}
            transform={`rotate(-90 ${middle} ${middle})`}
          />
        );
      })}
      {text && (
        <text x={middle} y={middle} dy="0.36em">
          {text}
        </text>
      )}
    </svg>
  );
}
