/* A text with its highlights.  Each piece is a text node in a link to what it belongs to: nothing of an article is ever markup. */

import { useMemo } from "preact/hooks";
import type { Highlight, Layer, Paragraph, Segment } from "../text/segments";
import { paragraphsOf } from "../text/segments";
import { familyOf, TYPES } from "../vocabulary";
import type { EventType } from "../api/documents";
import type { Thing } from "./thing";

interface Props {
  text: string;
  highlights: readonly Highlight[];
  things: ReadonlyMap<string, Thing>;
  shown: ReadonlySet<Layer>;
  selected: string | undefined;
}

export function ReadText({ text, highlights, things, shown, selected }: Props) {
  const visible = useMemo(() => highlights.filter(({ layer }) => shown.has(layer)), [highlights, shown]);
  const paragraphs = useMemo(() => paragraphsOf(text, visible), [text, visible]);
  return (
    <div class="text">
      {paragraphs.map((paragraph) => (
        <div key={paragraph.start} class="paragraph">
          <Margin paragraph={paragraph} things={things} selected={selected} />
          <p>
            {paragraph.segments.map((segment) => (
              <Piece key={segment.start} segment={segment} selected={selected} />
            ))}
          </p>
        </div>
      ))}
    </div>
  );
}

/** The events that begin in a paragraph, by type, beside it. */
function Margin({ paragraph, things, selected }: { paragraph: Paragraph; things: ReadonlyMap<string, Thing>; selected: string | undefined }) {
  const beginning = paragraph.segments.flatMap((segment) => segment.beginning.filter(({ layer }) => layer === "event"));
  const ids = [...new Set(beginning.map(({ id }) => id))];
  return (
    <div class="margin">
      {ids.map((id) => {
        const type = things.get(id)?.type;
        return type ? (
          <a key={id} class={`type ${familyOf(type)} ${selected === id ? "lit" : ""}`} href={`#${id}`}>
            {TYPES[type as EventType].name}
          </a>
        ) : null;
      })}
    </div>
  );
}

function Piece({ segment, selected }: { segment: Segment; selected: string | undefined }) {
  const { highlights, beginning, text } = segment;
  const target = targetOf(highlights, selected);
  if (!target) {
    return <>{text}</>;
  }
  const classes = [...new Set(highlights.map(({ layer }) => layer))].map((layer) => `on-${layer}`);
  const lit = highlights.some(({ id }) => id === selected);
  return (
    <a
      class={[...classes, lit && "lit"].filter(Boolean).join(" ")}
      href={`#${target.id}`}
      data-things={highlights.map(({ id }) => id).join(" ")}
      // One stop for each thing where its words begin, not one for each piece of them.
      tabIndex={beginning.length > 0 ? 0 : -1}
    >
      {text}
    </a>
  );
}

/** The shortest highlight; where that is open already, the next one, so that clicking again goes through all. */
function targetOf(highlights: readonly Highlight[], selected: string | undefined): Highlight | undefined {
  const at = highlights.findIndex(({ id }) => id === selected);
  return highlights[(at + 1) % highlights.length];
}
