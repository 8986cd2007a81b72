/* The reports of an event side by side: one row for each thing that they tell, marked where they do not agree. */

import type { Basis, OneEventQuery } from "../api/documents";
import { formatCount, formatWhen } from "../format";
import { BASES, OTHER_FIELDS, STATUSES, TYPES } from "../vocabulary";
import { placeName } from "./place";

export type Telling = NonNullable<OneEventQuery["event"]>["tellings"]["nodes"][number];

export interface Cell {
  value: string;
  /** As the article words it. */
  written?: string | undefined;
  /** An address of this page. */
  href?: string | undefined;
  /** Where in its article it was taken from. */
  basis?: Basis | null;
}

export interface RowOfTellings {
  label: string;
  /** In the order of the reports; undefined where one does not tell. */
  cells: (Cell | undefined)[];
  /** Whether those that tell it tell it otherwise. */
  differs: boolean;
}

/** Rows in which reports do not contradict each other. */
const SIDE_ROWS = new Set(["According to", "Read otherwise", "Read by"]);

const ROWS: [label: string, read: (telling: Telling) => Cell | null | undefined][] = [
  ["Killed", ({ killed }) => killed && { value: formatCount(killed), written: killed.text, basis: killed.basis }],
  ["Injured", ({ injured }) => injured && { value: formatCount(injured), written: injured.text, basis: injured.basis }],
  ["When", ({ when }) => cell(formatWhen(when), when)],
  ["Where", ({ location, locationBasis }) => location && { value: placeName(location), href: `/location/${location.id}`, basis: locationBasis }],
  ["What kind", ({ type }) => ({ value: TYPES[type].name })],
  ["How certain", ({ status }) => ({ value: STATUSES[status].name })],
  ["Read otherwise", ({ otherValues }) => (otherValues.length > 0 ? { value: otherValues.map(otherwise).join("; ") } : undefined)],
  ["Read by", ({ basis, model }) => (model ? { value: `${basis === "MODEL" ? "only" : "the rules and"} the model ${model}` } : undefined)],
  ["According to", ({ saidBy, saidByBasis }) => saidBy && { value: saidBy.name, href: `/actor/${saidBy.id}`, basis: saidByBasis }],
];

/** «killed: 6 (read by a language model)». */
function otherwise({ field, value, basis }: Telling["otherValues"][number]): string {
  return `${OTHER_FIELDS[field]}: ${value}${basis === "STATED" ? "" : ` (${BASES[basis]})`}`;
}

function cell(value: string | undefined, { text, basis }: Telling["when"]): Cell | undefined {
  return value ? { value, written: text ?? undefined, basis } : undefined;
}

/** Rows that nobody tells anything in are left out. */
export function compare(tellings: readonly Telling[]): RowOfTellings[] {
  return ROWS.map(([label, read]) => {
    const cells = tellings.map((telling) => read(telling) ?? undefined);
    const values = new Set(cells.flatMap((one) => one?.value ?? []));
    return { label, cells, differs: !SIDE_ROWS.has(label) && values.size > 1 };
  }).filter(({ cells }) => cells.some(Boolean));
}
