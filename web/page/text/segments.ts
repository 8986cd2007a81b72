/*
 * Cuts a text where a highlight begins or ends.  Highlights may overlap in any way (a place in an actor in a quote in
 * an event): each piece knows all that lie over it, and together the pieces are the text, nothing lost or twice.
 */

import type { Range } from "./offsets";

export type Layer = "event" | "quote" | "actor" | "place";

/** Some words that belong to a thing; UTF-16 offsets. */
export interface Highlight extends Range {
  layer: Layer;
  /** The thing that the words belong to. */
  id: string;
}

export interface Segment extends Range {
  text: string;
  /** The shortest first: what a reader who clicks here means. */
  highlights: Highlight[];
  /** Those that begin with this piece. */
  beginning: Highlight[];
}

export interface Paragraph extends Range {
  segments: Segment[];
}

/** The paragraphs of a text, in order, each cut into segments; empty lines between them are left out. */
export function paragraphsOf(text: string, highlights: readonly Highlight[]): Paragraph[] {
  const sound = highlights.filter((one) => one.start < one.end && one.start >= 0 && one.end <= text.length);
  const sorted = sound.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return linesOf(text).map((line) => ({ ...line, segments: segmentsOf(text, line, sorted) }));
}

function linesOf(text: string): Range[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function segmentsOf(text: string, line: Range, sorted: readonly Highlight[]): Segment[] {
  const here = sorted.filter((one) => one.start < line.end && one.end > line.start);
  const cuts = new Set([line.start, line.end]);
  for (const { start, end } of here) {
    cuts.add(Math.max(start, line.start)).add(Math.min(end, line.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => segment(text, { start, end: places[index + 1] as number }, here));
}

function segment(text: string, { start, end }: Range, here: readonly Highlight[]): Segment {
  const over = here.filter((one) => one.start < end && one.end > start);
  over.sort((a, b) => a.end - a.start - (b.end - b.start));
  const beginning = over.filter((one) => one.start === start);
  return { start, end, text: text.slice(start, end), highlights: over, beginning };
}
