/* Days, months or years with the events in each, in order and without gaps. */

import { dateOf } from "../format";
import type { Days } from "../state/address";
import { type Family, familyOf } from "../vocabulary";

export type Unit = "DAY" | "MONTH" | "YEAR";

export interface Bin {
  /** First and last day. */
  from: string;
  to: string;
  events: number;
  /** Undefined where there are too many months and types to ask for each pair. */
  families?: Partial<Record<Family, number>> | undefined;
}

interface Bucket {
  events: number;
  keys: { value: string | null }[];
}

/** More bars than this are too thin to see or to hit. */
const MOST_BINS = 400;
const DAY_MS = 86_400_000;

/** Bins of buckets by day or month, and by type where they have a second key; `undated` have no such day or month. */
export function binsOf(buckets: readonly Bucket[], finest: "DAY" | "MONTH", span?: Days): { bins: Bin[]; unit: Unit; undated: number } {
  let dated = buckets.flatMap(({ events, keys }) => (keys[0]?.value ? [{ at: keys[0].value, type: keys[1]?.value, events }] : []));
  const undated = sum(buckets.filter(({ keys }) => !keys[0]?.value).map(({ events }) => events));
  if (span?.from && span.to) {
    const { from, to } = { from: span.from, to: span.to };
    dated = dated.filter(({ at }) => at >= from.slice(0, at.length) && at <= to.slice(0, at.length));
  }
  const ats = dated.map(({ at }) => at).toSorted();
  const [first, last] = [span?.from ?? ats[0], span?.to ?? ats.at(-1)];
  if (!first || !last) {
    return { bins: [], unit: "MONTH", undated };
  }
  const unit = finest === "MONTH" && countOf(first, last, "MONTH") > MOST_BINS ? "YEAR" : finest;
  const bins = new Map(emptyBins(first, last, unit).map((bin) => [keyOf(bin.from, unit), bin]));
  for (const { at, type, events } of dated) {
    const bin = bins.get(keyOf(at, unit));
    if (bin) {
      bin.events += events;
      if (type) {
        const family = familyOf(type);
        bin.families = { ...bin.families, [family]: (bin.families?.[family] ?? 0) + events };
      }
    }
  }
  return { bins: [...bins.values()], unit, undated };
}

/** Days with events that are known to lie within them, and no closer. */
export interface Stretch {
  from: string;
  to: string;
  events: number;
}

/** The events of each month that no day of it has; of buckets by month and by day, of whole months. */
export function knownToMonth(months: readonly Bucket[], days: readonly Bucket[], span: Days): Stretch[] {
  const dated = sumsBy(days, 7);
  return [...sumsBy(months, 7)]
    .map(([month, events]) => ({ ...monthOf(month), events: events - (dated.get(month) ?? 0) }))
    .filter(({ from, to, events }) => events > 0 && (!span.to || from <= span.to) && (!span.from || to >= span.from))
    .toSorted((one, other) => one.from.localeCompare(other.from));
}

function sumsBy(buckets: readonly Bucket[], length: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { events, keys } of buckets) {
    const at = keys[0]?.value?.slice(0, length);
    if (at) {
      sums.set(at, (sums.get(at) ?? 0) + events);
    }
  }
  return sums;
}

function monthOf(month: string): { from: string; to: string } {
  const first = dateOf(`${month.slice(0, 7)}-01`);
  return { from: isoDay(first), to: isoDay(new Date(nextOf(first, "MONTH").getTime() - DAY_MS)) };
}

/** The first day of the first month to the last day of the last. */
export function wholeMonths({ from, to }: Days): Days {
  return { from: from && monthOf(from).from, to: to && monthOf(to).to };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function keyOf(day: string, unit: Unit): string {
  return day.slice(0, { DAY: 10, MONTH: 7, YEAR: 4 }[unit]);
}

function countOf(first: string, last: string, unit: Unit): number {
  const [from, to] = [dateOf(whole(first)), dateOf(whole(last))];
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  return { DAY: (to.getTime() - from.getTime()) / DAY_MS, MONTH: years * 12, YEAR: years }[unit];
}

/** A month's first day where there is no day. */
function whole(text: string): string {
  return `${text}-01-01`.slice(0, 10);
}

function emptyBins(first: string, last: string, unit: Unit): Bin[] {
  const bins: Bin[] = [];
  const end = dateOf(whole(last));
  let at = startOf(dateOf(whole(first)), unit);
  while (at <= end) {
    const next = nextOf(at, unit);
    bins.push({ from: isoDay(at), to: isoDay(new Date(next.getTime() - DAY_MS)), events: 0 });
    at = next;
  }
  return bins;
}

function startOf(day: Date, unit: Unit): Date {
  const [year, month] = [day.getUTCFullYear(), unit === "YEAR" ? 0 : day.getUTCMonth()];
  return utc(year, month, unit === "DAY" ? day.getUTCDate() : 1);
}

function nextOf(day: Date, unit: Unit): Date {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()];
  return { DAY: utc(year, month, date + 1), MONTH: utc(year, month + 1, 1), YEAR: utc(year + 1, 0, 1) }[unit];
}

/** Unlike `Date.UTC`, takes the years before 100 for what they are. */
function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
}

export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** Days from the first to the last, both counted. */
export function lengthOf({ from, to }: Days): number {
  return from && to ? (dateOf(to).getTime() - dateOf(from).getTime()) / DAY_MS + 1 : Infinity;
}

/** The bins that some days touch, as indexes; undefined where they touch none. */
export function binsWithin(bins: readonly Bin[], { from, to }: Days): { first: number; last: number } | undefined {
  const first = from ? bins.findIndex((bin) => bin.to >= from) : 0;
  const last = to ? bins.findLastIndex((bin) => bin.from <= to) : bins.length - 1;
  return first >= 0 && last >= first ? { first, last } : undefined;
}

export interface Tick {
  index: number;
  text: string;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** Labels under the bins, so far apart that they do not touch; `width` in pixels. */
export function ticksOf(bins: readonly Bin[], unit: Unit, width: number): Tick[] {
  const most = Math.max(2, Math.floor(width / 64));
  const steps = { DAY: [1, 2, 7, 14, 28], MONTH: [1, 3, 6, 12, 24, 60, 120], YEAR: [1, 2, 5, 10, 20, 50, 100] }[unit];
  const step = steps.find((size) => bins.length / size <= most) ?? (steps.at(-1) as number);
  return bins.flatMap((bin, index) => (isTick(bin, index, unit, step) ? [{ index, text: tickText(bin, unit, step) }] : []));
}

function isTick({ from }: Bin, index: number, unit: Unit, step: number): boolean {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1];
  return (unit === "DAY" ? index : unit === "MONTH" ? year * 12 + month : year) % step === 0;
}

function tickText({ from }: Bin, unit: Unit, step: number): string {
  const [year, month, day] = [from.slice(0, 4), MONTHS[Number(from.slice(5, 7)) - 1], Number(from.slice(8))];
  if (unit === "DAY") {
    return `${day} ${month}`;
  }
  return unit === "MONTH" && step < 12 && month !== "Jan" ? (month as string) : year;
}
