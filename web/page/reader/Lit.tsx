/* A reading: the layers to switch, the text, the side card; the thing that the address names is lit. */

import { useEffect, useMemo } from "preact/hooks";
import { go } from "../site/route";
import type { Layer } from "../text/segments";
import { ReadText } from "./ReadText";
import { SideCard } from "./SideCard";
import { LAYERS, LAYER_NAMES, type Reading, type Thing } from "./thing";

interface Props {
  reading: Reading;
  /** The id of a thing. */
  hash: string;
  /** Holds the layers that are hidden. */
  query: string;
}

export function Lit({ reading, hash, query }: Props) {
  const { text, things, highlights } = reading;
  const byId = useMemo(() => new Map(things.map((thing) => [thing.id, thing])), [things]);
  const shown = useMemo(() => shownLayers(query), [query]);
  const selected = byId.get(hash);
  const toggle = (layer: Layer) => {
    const hidden = LAYER_NAMES.filter((name) => shown.has(name) === (name === layer));
    const address = hidden.length ? `?hide=${hidden.join(",")}` : window.location.pathname;
    go(`${address}${window.location.hash}`, { replace: true });
  };
  useEffect(() => {
    if (selected) {
      const words = document.querySelector(`[data-things~="${CSS.escape(selected.id)}"]`);
      words?.scrollIntoView({ block: "center", behavior: prefersStill() ? "auto" : "smooth" });
    }
  }, [selected?.id, highlights.length]);
  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === "Escape" && window.location.hash && go("#", { replace: true });
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, []);
  return (
    <div class="lit-text">
      <div class="layers" role="group" aria-label="What is highlighted">
        {LAYER_NAMES.map((layer) => (
          <button key={layer} type="button" class={`layer is-${layer}`} aria-pressed={shown.has(layer)} onClick={() => toggle(layer)}>
            {LAYERS[layer].many} <small>{things.filter((thing) => thing.layer === layer).length}</small>
          </button>
        ))}
      </div>
      <ReadText text={text} highlights={highlights} things={byId} shown={shown} selected={selected?.id} />
      <SideCard things={things} selected={selected} beside={besides(reading, byId, selected)} shown={shown} />
    </div>
  );
}

function shownLayers(query: string): ReadonlySet<Layer> {
  const hidden = (new URLSearchParams(query).get("hide") ?? "").split(",");
  return new Set(LAYER_NAMES.filter((layer) => !hidden.includes(layer)));
}

/** Things whose words lie over those of the selected one. */
function besides({ highlights }: Reading, byId: ReadonlyMap<string, Thing>, selected: Thing | undefined): Thing[] {
  const own = highlights.filter(({ id }) => id === selected?.id);
  const over = highlights.filter((one) => one.id !== selected?.id && own.some((mine) => mine.start < one.end && one.start < mine.end));
  return [...new Set(over.map(({ id }) => id))].flatMap((id) => byId.get(id) ?? []);
}

function prefersStill(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
