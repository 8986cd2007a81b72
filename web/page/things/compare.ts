/* The reports of an event side by side: one row for each thing that they tell, marked where they do not agree. */

import type { Basis, OneEventQuery } from "../api/documents";
import { formatCount, formatWhen } from "../format";
import { STATUSES, TYPES } from "../vocabulary";
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

const ROWS: [label: string, read: (telling: Telling) => Cell | null | undefined][] = [
  ["Killed", ({ killed }) => killed && { value: formatCount(killed), written: killed.text, basis: killed.basis }],
  ["Injured", ({ injured }) => injured && { value: formatCount(injured), written: injured.text, basis: injured.basis }],
  ["When", ({ when }) => cell(formatWhen(when), when)],
  ["Where", ({ location, locationBasis }) => location && { value: placeName(location), href: `/location/${location.id}`, basis: locationBasis }],
  ["What kind", ({ type }) => ({ value: TYPES[type].name })],
  ["How certain", ({ status }) => ({ value: STATUSES[status].name })],
  ["According to", ({ saidBy, saidByBasis }) => saidBy && { value: saidBy.name, href: `/actor/${saidBy.id}`, basis: saidByBasis }],
];

function cell(value: string | undefined, { text, basis }: Telling["when"]): Cell | undefined {
  return value ? { value, written: text ?? undefined, basis } : undefined;
}

/** Rows that nobody tells anything in are left out. */
export function compare(tellings: readonly Telling[]): RowOfTellings[] {
  return ROWS.map(([label, read]) => {
    const cells = tellings.map((telling) => read(telling) ?? undefined);
    const values = new Set(cells.flatMap((one) => one?.value ?? []));
    return { label, cells, differs: label !== "According to" && values.size > 1 };
  }).filter(({ cells }) => cells.some(Boolean));
}
