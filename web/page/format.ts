/* Days, numbers and counts as a reader reads them.  A date never looks surer than it is. */

import type { DatePrecision } from "./api/documents";

const NUMBER = new Intl.NumberFormat("en-GB");
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const DAY_ONLY = new Intl.DateTimeFormat("en-GB", { day: "numeric", timeZone: "UTC" });
const DAY_MONTH = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const SHORT_MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
const YEAR = new Intl.DateTimeFormat("en-GB", { year: "numeric", timeZone: "UTC" });

export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** `plural` is the noun's form for all numbers but one. */
export function counted(value: number, noun: string, plural = `${noun}s`): string {
  return `${NUMBER.format(value)} ${value === 1 ? noun : plural}`;
}

export function dateOf(day: string): Date {
  return new Date(`${day.slice(0, 10)}T00:00:00Z`);
}

export function formatDay(day: string): string {
  return DAY.format(dateOf(day));
}

interface WhenParts {
  text: string | null;
  earliest: string | null;
  latest: string | null;
  precision: DatePrecision;
}

/** «16 Sept 2025», «October 2024», «1–10 Oct 2024», «about 3 Oct 2024»; undefined where no day is known. */
export function formatWhen({ earliest, latest, precision }: WhenParts): string | undefined {
  const first = earliest ?? latest;
  if (!first) {
    return undefined;
  }
  const about = precision === "APPROXIMATE" ? "about " : "";
  return about + formatRange(first, latest ?? first);
}

/** The shortest words for two days, both included: a whole month or year is called by its name. */
export function formatRange(first: string, last: string): string {
  const [from, to] = [dateOf(first), dateOf(last)];
  if (first === last) {
    return DAY.format(from);
  }
  if (isWholeYear(from, to)) {
    return YEAR.format(from);
  }
  if (isWholeMonth(from, to)) {
    return MONTH.format(from);
  }
  if (from.getUTCDate() === 1 && isLastOfMonth(to)) {
    return `${SHORT_MONTH.format(from)} – ${SHORT_MONTH.format(to)}`;
  }
  if (from.getUTCFullYear() !== to.getUTCFullYear()) {
    return `${DAY.format(from)} – ${DAY.format(to)}`;
  }
  const sameMonth = from.getUTCMonth() === to.getUTCMonth();
  return sameMonth ? `${DAY_ONLY.format(from)}–${DAY.format(to)}` : `${DAY_MONTH.format(from)} – ${DAY.format(to)}`;
}

function isWholeYear(from: Date, to: Date): boolean {
  const same = from.getUTCFullYear() === to.getUTCFullYear();
  return same && from.getUTCMonth() === 0 && from.getUTCDate() === 1 && to.getUTCMonth() === 11 && to.getUTCDate() === 31;
}

function isWholeMonth(from: Date, to: Date): boolean {
  const same = from.getUTCFullYear() === to.getUTCFullYear() && from.getUTCMonth() === to.getUTCMonth();
  return same && from.getUTCDate() === 1 && isLastOfMonth(to);
}

function isLastOfMonth(day: Date): boolean {
  return new Date(day.getTime() + 86_400_000).getUTCDate() === 1;
}

interface CountParts {
  text: string;
  low: number;
  best: number;
  high: number | null;
}

/** «17», «at least 6» as «6+», «10–20»; the words of the text go beside it. */
export function formatCount({ low, best, high }: CountParts): string {
  if (high === null) {
    return `${NUMBER.format(best)}+`;
  }
  return low === high ? NUMBER.format(best) : `${NUMBER.format(low)}–${NUMBER.format(high)}`;
}

/** A text cut at a word, with an ellipsis, where it is longer than so many characters. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2))} …`;
}

/** Today where the reader is. */
export function isoToday(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What stands before some words, begun at a word; shorter than was asked for, it is all there is. */
export function wordsBefore(text: string, asked: number): string {
  const space = text.search(/\s/);
  return space < 0 || text.length < asked ? text : `… ${text.slice(space + 1)}`;
}

/** What stands after some words, ended at a word. */
export function wordsAfter(text: string, asked: number): string {
  if (text.length < asked) {
    return text;
  }
  const ended = /^.*\s/s.exec(text)?.[0].trimEnd();
  return ended ? `${ended} …` : text;
}
