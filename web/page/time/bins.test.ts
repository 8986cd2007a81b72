import { expect, test } from "vitest";
import { binsOf, binsWithin, knownToMonth, lengthOf, ticksOf, wholeMonths } from "./bins";

const bucket = (value: string | null, events: number, type?: string) => ({
  events,
  keys: [{ value }, ...(type ? [{ value: type }] : [])],
});

test("months without events are there too, and what has no month is counted apart", () => {
  const { bins, unit, undated } = binsOf([bucket("2025-03", 2, "ASSAULT"), bucket("2024-12", 1, "AID"), bucket(null, 7, "AID"), bucket("2025-03", 1, "PROTEST")], "MONTH");
  expect(unit).toBe("MONTH");
  expect(undated).toBe(7);
  expect(bins.map(({ from, to, events }) => [from, to, events])).toEqual([
    ["2024-12-01", "2024-12-31", 1],
    ["2025-01-01", "2025-01-31", 0],
    ["2025-02-01", "2025-02-28", 0],
    ["2025-03-01", "2025-03-31", 3],
  ]);
  expect(bins[3]?.families).toEqual({ force: 2, protest: 1 });
});

test("many months become years", () => {
  const { bins, unit } = binsOf([bucket("1950-03", 1), bucket("2025-03", 2)], "MONTH");
  expect([unit, bins.length, bins.at(-1)?.from, bins.at(-1)?.events]).toEqual(["YEAR", 76, "2025-01-01", 2]);
});

test("days fill the span that is asked for", () => {
  const { bins, unit } = binsOf([bucket("2025-03-02", 4)], "DAY", { from: "2025-02-27", to: "2025-03-03" });
  expect([unit, bins.map(({ events }) => events)]).toEqual(["DAY", [0, 0, 0, 4, 0]]);
});

test("a brush takes the bins that its days touch", () => {
  const { bins } = binsOf([bucket("2025-01", 1), bucket("2025-04", 1)], "MONTH");
  expect(binsWithin(bins, { from: "2025-01-31", to: "2025-02-01" })).toEqual({ first: 0, last: 1 });
  expect(binsWithin(bins, { from: "2025-03-01" })).toEqual({ first: 2, last: 3 });
  expect(binsWithin(bins, { from: "2030-01-01" })).toBeUndefined();
  expect(lengthOf({ from: "2025-01-01", to: "2025-01-31" })).toBe(31);
});

test("labels do not touch", () => {
  const { bins, unit } = binsOf([bucket("2020-01", 1), bucket("2025-12", 1)], "MONTH");
  const ticks = ticksOf(bins, unit, 400);
  expect(ticks.map(({ text }) => text)).toEqual(["2020", "2021", "2022", "2023", "2024", "2025"]);
});

test("among days, events that are known to the month only are kept", () => {
  const months = [bucket("2025-03", 5, "AID"), bucket("2025-03", 2, "ASSAULT"), bucket("2025-04", 1, "AID"), bucket("2024-01", 9, "AID")];
  const days = [bucket("2025-03-02", 4, "AID"), bucket("2025-04-01", 1, "AID"), bucket(null, 3, "AID")];
  const span = { from: "2025-03-10", to: "2025-04-20" };
  expect(wholeMonths(span)).toEqual({ from: "2025-03-01", to: "2025-04-30" });
  expect(knownToMonth(months, days, span)).toEqual([{ from: "2025-03-01", to: "2025-03-31", events: 3 }]);
});

test("days are shown as days where no event has one", () => {
  const { bins, unit } = binsOf([bucket(null, 3)], "DAY", { from: "2025-03-01", to: "2025-03-31" });
  expect([unit, bins.length]).toEqual(["DAY", 31]);
});
