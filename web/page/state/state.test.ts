import { expect, test } from "vitest";
import { NO_FILTER, readState, writeState } from "./address";
import { askedOf, downloadAddress, isFiltering, whereOf } from "./filter";

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

const FORTY = [
  "search=bridge", "type=ASSAULT", "type=WAR", "status=DENIED", "status=TRUE", "countryCode=ke", "countryCode=congo", "actor=act_a",
  "actor=Ruiz", "actorName=Ruiz", "actorName.contains=rui", "article=art_a", "article=1", "location=loc_b", "location=Lima",
  "publisher=The+Tide", "publisher=", "publisher.contains=tide", "when.gte=2025-01-01", "when.gte=yesterday", "when.lte=2025-02-30",
  "killed.gte=5", "killed.gte=many", "killed=3", "killed.lte=9", "killedKind=CHILD", "killedKind=child", "injured=1", "injured.gte=-1",
  "injuredKind=NURSE", "confidence.gte=0.5", "confidence.lte=2", "mode=explosives", "mode.contains=", "near=1,2,30", "near=here",
  "within=-2,28,1,31", "within=1,2", "limit=5", "kiled=1",
];

test("none of forty filters typed by hand is ignored in silence", () => {
  expect(FORTY.length).toBe(40);
  for (const one of FORTY) {
    const { filter, problems } = readState(one);
    // It filters, or it is named; never both, never neither.
    expect([one, isFiltering(filter), problems.length]).toEqual([one, problems.length === 0, problems.length]);
    expect(problems.length).toBeLessThan(2);
    expect(problems.every((problem) => problem.startsWith(one.split("=")[0] as string))).toBe(true);
  }
});

test("filters without a menu are asked for like any other", () => {
  const address = "search=broken+bridge&near=1.5,2,30&injured.gte=2&killed.gte=5&killed.lte=9&killedKind=CHILD,WOMAN&mode=explosives";
  const { filter, problems } = readState(address);
  expect(problems).toEqual([]);
  expect(askedOf(filter)).toEqual({
    where: {
      near: { latitude: 1.5, longitude: 2, radiusKm: 30 },
      killed: { gte: 5, lte: 9 },
      injured: { gte: 2 },
      killedKind: { oneOf: ["CHILD", "WOMAN"] },
      mode: { eq: "explosives" },
    },
    search: "broken bridge",
  });
  expect(new URLSearchParams(writeState(readState(address))).size).toBe(7);
});

test("an order of REST is the page's own, and one without a search has no best match", () => {
  expect(readState("order=DATE.ASC").order).toBe("oldest");
  expect(readState("order=CONFIDENCE.DESC").problems.length).toBe(1);
  expect(readState("sort=best").problems.length).toBe(1);
  expect(readState("sort=best&search=x").order).toBe("best");
  expect(readState("killed.gte=5&killed.gte=7").problems).toEqual(["killed.gte is given 2 times; the first counts."]);
});
