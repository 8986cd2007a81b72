/*
 * The state of the map's page as an address, and back.  Filters have the names that the REST API gives them, so that
 * `/?type=ASSAULT&killed.gte=5` and `/v1/events?type=ASSAULT&killed.gte=5` mean the same.
 *
 * Values that make no sense are left out rather than refused: an old link should open something.
 */

import type { EventStatus, EventType } from "../api/documents";
import { STATUSES, TYPES } from "../vocabulary";

/** Degrees; west greater than east where the box crosses the date line. */
export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** First and last day, both included; ISO 8601. */
export interface Days {
  from?: string | undefined;
  to?: string | undefined;
}

export interface Filter {
  types: EventType[];
  statuses: EventStatus[];
  countries: string[];
  publishers: string[];
  actors: string[];
  locations: string[];
  days: Days;
  killed?: number | undefined;
  box?: Box | undefined;
}

/** Where the map looks. */
export interface View {
  longitude: number;
  latitude: number;
  /** Like the zoom levels of web maps: one more is twice as near. */
  zoom: number;
}

export type Size = "events" | "killed";
export type Order = "newest" | "oldest" | "deadliest";

export interface State {
  filter: Filter;
  size: Size;
  order: Order;
  view?: View | undefined;
  /** The days that the timeline shows; all where it is left out. */
  span?: Days | undefined;
}

export const NO_FILTER: Filter = {
  types: [],
  statuses: [],
  countries: [],
  publishers: [],
  actors: [],
  locations: [],
  days: {},
};

export function readState(query: string): State {
  const given = new URLSearchParams(query);
  const size = given.get("size") === "killed" ? "killed" : "events";
  const order = given.get("sort");
  return {
    filter: readFilter(given),
    size,
    order: order === "oldest" || order === "deadliest" ? order : "newest",
    view: readView(given.get("view")),
    span: readSpan(given.get("span")),
  };
}

function readFilter(given: URLSearchParams): Filter {
  return {
    types: listOf(given, "type").filter((value): value is EventType => value in TYPES),
    statuses: listOf(given, "status").filter((value): value is EventStatus => value in STATUSES),
    countries: listOf(given, "countryCode").filter((value) => /^[A-Z]{2}$/.test(value)),
    publishers: [...new Set(given.getAll("publisher").flatMap(splitNames))],
    actors: listOf(given, "actor").filter((value) => value.startsWith("act_")),
    locations: listOf(given, "location").filter((value) => value.startsWith("loc_")),
    days: { from: readDay(given.get("when.gte")), to: readDay(given.get("when.lte")) },
    killed: readCount(given.get("killed.gte")),
    box: readBox(given.get("within")),
  };
}

function listOf(given: URLSearchParams, name: string): string[] {
  const values = given.getAll(name).flatMap((value) => value.split(","));
  return [...new Set(values.filter(Boolean))];
}

/** Names joined by commas; a comma that belongs to a name is written `\\,`, as the REST API has it. */
function splitNames(joined: string): string[] {
  const names = joined.match(/(?:\\.|[^,\\])+/g) ?? [];
  return names.map((name) => name.replace(/\\(.)/g, "$1").trim()).filter(Boolean);
}

export function readDay(text: string | null): string | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return undefined;
  }
  const time = Date.parse(`${text}T00:00:00Z`);
  // "2025-02-30" parses in some engines, as the second of March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : text;
}

function readCount(text: string | null): number | undefined {
  return text && /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

function readBox(text: string | null): Box | undefined {
  const [south, west, north, east] = numbers(text, 4);
  if (south === undefined || west === undefined || north === undefined || east === undefined) {
    return undefined;
  }
  const sensible = south < north && Math.abs(south) <= 90 && Math.abs(north) <= 90;
  return sensible && Math.abs(west) <= 180 && Math.abs(east) <= 180 ? { south, west, north, east } : undefined;
}

function readView(text: string | null): View | undefined {
  const [longitude, latitude, zoom] = numbers(text, 3);
  if (longitude === undefined || latitude === undefined || zoom === undefined) {
    return undefined;
  }
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 && zoom >= 0 && zoom <= 12
    ? { longitude, latitude, zoom }
    : undefined;
}

function numbers(text: string | null, count: number): number[] {
  const parts = text?.split(",").map(Number) ?? [];
  return parts.length === count && parts.every(Number.isFinite) ? parts : [];
}

function readSpan(text: string | null): Days | undefined {
  const [from, to] = (text ?? "").split(",").map(readDay);
  return from && to && from <= to ? { from, to } : undefined;
}

/** The query string of a state, without `?`; empty for the state that nobody has changed. */
export function writeState(state: State): string {
  const parameters = filterParameters(state.filter);
  if (state.size !== "events") {
    parameters.set("size", state.size);
  }
  if (state.order !== "newest") {
    parameters.set("sort", state.order);
  }
  if (state.view) {
    const { longitude, latitude, zoom } = state.view;
    parameters.set("view", `${round(longitude, 3)},${round(latitude, 3)},${round(zoom, 2)}`);
  }
  if (state.span?.from && state.span.to) {
    parameters.set("span", `${state.span.from},${state.span.to}`);
  }
  return readable(parameters);
}

/** The filter as the REST API takes it. */
export function filterParameters(filter: Filter): URLSearchParams {
  const parameters = new URLSearchParams();
  const lists: [string, string[]][] = [
    ["type", filter.types],
    ["status", filter.statuses],
    ["countryCode", filter.countries],
    ["actor", filter.actors],
    ["location", filter.locations],
    ["publisher", filter.publishers.map((name) => name.replace(/[\\,]/g, "\\$&"))],
  ];
  for (const [name, values] of lists) {
    if (values.length > 0) {
      parameters.set(name, values.join(","));
    }
  }
  const { days, killed, box } = filter;
  const singles: [string, string | undefined][] = [
    ["when.gte", days.from],
    ["when.lte", days.to],
    ["killed.gte", killed?.toString()],
    ["within", box && [box.south, box.west, box.north, box.east].map((value) => round(value, 3)).join(",")],
  ];
  for (const [name, value] of singles) {
    if (value) {
      parameters.set(name, value);
    }
  }
  return parameters;
}

/** Commas stay commas: they are allowed in a query string, and people read these addresses. */
export function readable(parameters: URLSearchParams): string {
  return parameters.toString().replaceAll("%2C", ",");
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
