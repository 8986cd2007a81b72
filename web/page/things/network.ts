/* Who has a part in the same events as somebody, placed around them; a line for what they share, as wide as it is much. */

import { type Family, FAMILY_NAMES, familyOf } from "../vocabulary";

interface Bucket {
  events: number;
  keys: { value: string | null }[];
}

export interface Companion {
  id: string;
  events: number;
  families: Partial<Record<Family, number>>;
  /** What most of the shared events are. */
  family: Family;
}

/** The actors of most shared events, without the one asked about. */
export function companionsOf(buckets: readonly Bucket[], self: string, most: number): Companion[] {
  const found = new Map<string, Companion>();
  for (const { events, keys } of buckets) {
    const id = keys[0]?.value;
    if (!id || id === self) {
      continue;
    }
    const family = familyOf(keys[1]?.value ?? "");
    const known = found.get(id) ?? { id, events: 0, families: {}, family };
    known.events += events;
    known.families[family] = (known.families[family] ?? 0) + events;
    found.set(id, known);
  }
  const chosen = [...found.values()].toSorted((a, b) => b.events - a.events || a.id.localeCompare(b.id)).slice(0, most);
  for (const one of chosen) {
    one.family = FAMILY_NAMES.reduce((best, family) => ((one.families[family] ?? 0) > (one.families[best] ?? 0) ? family : best), one.family);
  }
  // Those of one colour side by side, so that a pattern shows.
  return chosen.toSorted((a, b) => FAMILY_NAMES.indexOf(a.family) - FAMILY_NAMES.indexOf(b.family) || b.events - a.events);
}

export interface Placed {
  x: number;
  y: number;
  /** On which side the name has room. */
  anchor: "start" | "end" | "middle";
}

/** Evenly around an ellipse, beginning at the top. */
export function placeAround(count: number, index: number, width: number, height: number): Placed {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  const [right, down] = [Math.cos(angle), Math.sin(angle)];
  const anchor = Math.abs(right) < 0.25 ? "middle" : right > 0 ? "start" : "end";
  return { x: width / 2 + right * (width / 2 - 150), y: height / 2 + down * (height / 2 - 44), anchor };
}
