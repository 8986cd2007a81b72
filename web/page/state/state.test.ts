import { expect, test } from "vitest";
import { NO_FILTER, readState, writeState } from "./address";
import { downloadAddress, isFiltering, whereOf } from "./filter";

const ADDRESS =
  "type=ASSAULT,PROTEST&status=DENIED&countryCode=CD,KE&actor=act_a&location=loc_b&publisher=Smith%5C,+Sons,The+Tide&when.gte=2025-01-01&when.lte=2025-02-28&killed.gte=5&within=-2,28,1,31";

test("an address that was read is written the same", () => {
  const rest = "&size=killed&sort=deadliest&view=29,-1.5,6.25&span=2025-01-01,2025-12-31";
  expect(writeState(readState(ADDRESS + rest))).toBe(ADDRESS + rest);
});

test("a comma in a publisher's name stays in it", () => {
  expect(readState(ADDRESS).filter.publishers).toEqual(["Smith, Sons", "The Tide"]);
});

test("what makes no sense is left out", () => {
  const state = readState("type=WAR&countryCode=congo&when.gte=2025-02-30&killed.gte=-1&within=3,4,1,2&view=900,0,0&span=2025-02-01,2025-01-01&size=x");
  expect(writeState(state)).toBe("");
  expect(isFiltering(state.filter)).toBe(false);
});

test("the page, GraphQL and the download ask for the same", () => {
  const { filter } = readState(ADDRESS);
  expect(whereOf(filter)).toEqual({
    type: { oneOf: ["ASSAULT", "PROTEST"] },
    status: { oneOf: ["DENIED"] },
    countryCode: { oneOf: ["CD", "KE"] },
    actor: { oneOf: ["act_a"] },
    location: { oneOf: ["loc_b"] },
    publisher: { oneOf: ["Smith, Sons", "The Tide"] },
    when: { gte: "2025-01-01", lte: "2025-02-28" },
    killed: { gte: 5 },
    within: { south: -2, west: 28, north: 1, east: 31 },
  });
  expect(downloadAddress(filter, "csv")).toBe(`/v1/events.csv?${ADDRESS}`);
  expect(downloadAddress(NO_FILTER, "parquet")).toBe("/v1/events.parquet");
});

test("a view does not obey the part of the filter that it sets", () => {
  const { filter } = readState(ADDRESS);
  expect(whereOf(filter, "days").when).toBeUndefined();
  expect(whereOf(filter, "types").type).toBeUndefined();
  const places = whereOf(filter, "places");
  expect([places.location, places.within]).toEqual([undefined, undefined]);
});
