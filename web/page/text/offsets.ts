/*
 * The API counts Unicode code points, the browser UTF-16 code units: outside the basic plane (🙂, 𝒜) one of the former
 * is two of the latter.  The API gives both where it gives spans; the analysis of pasted text gives the former only.
 */

/** Half open, from `start` to `end`. */
export interface Range {
  start: number;
  end: number;
}

/** Turns ranges of code points into ranges of UTF-16 code units, in one walk over the text; beyond its end is its end. */
export function toUtf16(text: string, ranges: readonly Range[]): Range[] {
  const points = [...new Set(ranges.flatMap((range) => [range.start, range.end]))].sort((a, b) => a - b);
  const units = new Map<number, number>();
  let unit = 0;
  let point = 0;
  for (const wanted of points) {
    while (point < wanted && unit < text.length) {
      unit += isPair(text, unit) ? 2 : 1;
      point += 1;
    }
    units.set(wanted, unit);
  }
  return ranges.map((range) => ({ start: units.get(range.start) ?? 0, end: units.get(range.end) ?? 0 }));
}

/** A lone surrogate counts as one, as Python counts it. */
function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  const low = text.charCodeAt(at + 1);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}
