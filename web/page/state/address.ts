/*
 * The state of the map's page as an address, and back.  Filters have the names that the REST API gives them, so that
 * `/?type=ASSAULT&killed.gte=5` and `/v1/events?type=ASSAULT&killed.gte=5` mean the same.
 *
 * What makes no sense is left out rather than refused, so that an old link opens something; it is named on the page.
 */

import type { EventStatus, EventType } from "../api/documents";
import { STATUSES, TYPES } from "../vocabulary";
import { type Other, OTHERS } from "./parameters";

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

export interface Circle {
  latitude: number;
  longitude: number;
  radiusKm: number;
}

export interface Filter {
  /** Words that must all be in what is told. */
  search?: string | undefined;
  types: EventType[];
  statuses: EventStatus[];
  countries: string[];
  publishers: string[];
  actors: string[];
  locations: string[];
  days: Days;
  killed?: number | undefined;
  box?: Box | undefined;
  circle?: Circle | undefined;
  others: Other[];
}

/** Where the map looks. */
export interface View {
  longitude: number;
  latitude: number;
  /** Like the zoom levels of web maps: one more is twice as near. */
  zoom: number;
}

export type Size = "events" | "killed";
export type Order = "newest" | "oldest" | "deadliest" | "best";

export interface State {
  filter: Filter;
  size: Size;
  order: Order;
  view?: View | undefined;
  /** The days that the timeline shows; all where it is left out. */
  span?: Days | undefined;
  /** What the address asks for and is not obeyed, in words; not written again. */
  problems: string[];
}

export const NO_FILTER: Filter = {
  types: [],
  statuses: [],
  countries: [],
  publishers: [],
  actors: [],
  locations: [],
  days: {},
  others: [],
};

export const ORDER_NAMES = ["newest", "oldest", "deadliest", "best"] as const;
/** The orders of REST that the page has too. */
const REST_ORDERS: Record<string, Order> = {
  DATE: "newest",
  "DATE.DESC": "newest",
  "DATE.ASC": "oldest",
  KILLED: "deadliest",
  "KILLED.DESC": "deadliest",
  RELEVANCE: "best",
  "RELEVANCE.DESC": "best",
};

export function readState(query: string): State {
  const given = new Given(query);
  const filter = readFilter(given);
  const state: State = {
    filter,
    size: given.one("size", "events or killed", (text) => (text === "killed" || text === "events" ? text : undefined)) ?? "events",
    order: readOrder(given, filter),
    view: given.one("view", "longitude,latitude,zoom", readView),
    span: given.one("span", "two days, like 2024-01-01,2024-12-31", readSpan),
    problems: given.problems,
  };
  given.nameTheRest();
  return state;
}

/** Only a search has a best match. */
function readOrder(given: Given, { search }: Filter): Order {
  const sorts = ORDER_NAMES.filter((name) => search || name !== "best");
  const orders = Object.entries(REST_ORDERS).filter(([, order]) => sorts.includes(order));
  const order = given.one("order", `one of ${orders.map(([name]) => name).join(", ")} on this page`, (text) => new Map(orders).get(text));
  return given.one("sort", `one of ${sorts.join(", ")}`, (text) => sorts.find((name) => name === text)) ?? order ?? "newest";
}

const LISTS_ONLY = ["limit", "after", "before", "totalCount", "since", "by"];

/** The parameters of an address: each is taken by what reads it, and what is wrong with any is kept in words. */
class Given {
  readonly problems: string[] = [];
  private readonly parameters: URLSearchParams;
  private readonly taken = new Set<string>();

  constructor(query: string) {
    this.parameters = new URLSearchParams(query);
  }

  /** The value of a parameter that is given once; undefined where it is not, or makes no sense. */
  one<Value>(name: string, takes: string, read: (text: string) => Value | undefined): Value | undefined {
    const [text, ...more] = this.take(name);
    if (text === undefined) {
      return undefined;
    }
    if (more.length > 0) {
      this.problems.push(`${name} is given ${more.length + 1} times; the first counts.`);
    }
    return this.checked(name, text, takes, read);
  }

  /** All values of a parameter, joined by commas or given one by one, that make sense. */
  several<Value>(name: string, takes: string, read: (text: string) => Value | undefined): Value[] {
    const texts = this.take(name).flatMap((joined) => splitNames(joined));
    const found = texts.map((text) => this.checked(name, text, takes, read)).filter((value) => value !== undefined);
    return [...new Set(found)];
  }

  /** Names what nothing has read. */
  nameTheRest(): void {
    for (const name of new Set(this.parameters.keys())) {
      if (!this.taken.has(name)) {
        const why = LISTS_ONLY.includes(name) ? "is for lists and files of the REST API, not for this page." : "is no filter.";
        this.problems.push(`${shown(name)} ${why}`);
      }
    }
  }

  private take(name: string): string[] {
    this.taken.add(name);
    return this.parameters.getAll(name);
  }

  private checked<Value>(name: string, text: string, takes: string, read: (text: string) => Value | undefined): Value | undefined {
    const value = read(text);
    if (value === undefined) {
      this.problems.push(`${name}=${shown(text)} makes no sense: ${name} takes ${takes}.`);
    }
    return value;
  }
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function readFilter(given: Given): Filter {
  const same = <Value,>(read: (text: string) => boolean) => (text: string) => (read(text) ? (text as Value) : undefined);
  return {
    search: given.one("search", "words, 500 characters at most", (text) => (text.trim() && text.length <= 500 ? text.trim() : undefined)),
    types: given.several("type", `types of events, like ASSAULT`, same<EventType>((text) => text in TYPES)),
    statuses: given.several("status", `one of ${Object.keys(STATUSES).join(", ")}`, same<EventStatus>((text) => text in STATUSES)),
    countries: given.several("countryCode", "two capital letters, like KE", (text) => (/^[A-Z]{2}$/i.test(text) ? text.toUpperCase() : undefined)),
    publishers: given.several("publisher", "a publisher's name", same<string>((text) => text.trim() !== "" && text.length <= 500)),
    actors: given.several("actor", "the id of an actor, act_…; by name it is actorName.contains", same<string>((text) => /^act_[a-z0-9]+$/.test(text))),
    locations: given.several("location", "the id of a place, loc_…", same<string>((text) => /^loc_[a-z0-9]+$/.test(text))),
    days: {
      from: given.one("when.gte", "a day, like 2024-11-05", readDay),
      to: given.one("when.lte", "a day, like 2024-11-05", readDay),
    },
    killed: given.one("killed.gte", "a whole number, 1 or more", readCount),
    box: given.one("within", "south,west,north,east in degrees", readBox),
    circle: given.one("near", "latitude,longitude,kilometres", readCircle),
    others: readOthers(given),
  };
}

function readOthers(given: Given): Other[] {
  return Object.entries(OTHERS).flatMap(([name, { read, takes, several }]) => {
    const check = (text: string) => (read(text) === undefined ? undefined : text);
    const one = several ? undefined : given.one(name, takes, check);
    const values = several ? given.several(name, takes, check) : one === undefined ? [] : [one];
    return values.length > 0 ? [{ name, values }] : [];
  });
}

/** Names joined by commas; a comma that belongs to a name is written `\\,`, as the REST API has it. */
function splitNames(joined: string): string[] {
  const names = joined.match(/(?:\\.|[^,\\])+/g) ?? [];
  const split = names.map((name) => name.replace(/\\(.)/g, "$1").trim()).filter(Boolean);
  // Nothing at all is a value that makes no sense, to be named like any other.
  return split.length > 0 ? split : [joined];
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

function readCircle(text: string | null): Circle | undefined {
  const [latitude, longitude, radiusKm] = numbers(text, 3);
  if (latitude === undefined || longitude === undefined || radiusKm === undefined) {
    return undefined;
  }
  const sensible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && radiusKm >= 0 && radiusKm <= 20_100;
  return sensible ? { latitude, longitude, radiusKm } : undefined;
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
  if (filter.search) {
    parameters.set("search", filter.search);
  }
  const lists: [string, string[]][] = [
    ["type", filter.types],
    ["status", filter.statuses],
    ["countryCode", filter.countries],
    ["actor", filter.actors],
    ["location", filter.locations],
    ["publisher", filter.publishers.map(escaped)],
  ];
  for (const [name, values] of lists) {
    if (values.length > 0) {
      parameters.set(name, values.join(","));
    }
  }
  const { days, killed, box, circle } = filter;
  const singles: [string, string | undefined][] = [
    ["when.gte", days.from],
    ["when.lte", days.to],
    ["killed.gte", killed?.toString()],
    ["within", box && [box.south, box.west, box.north, box.east].map((value) => round(value, 3)).join(",")],
    ["near", circle && [circle.latitude, circle.longitude, circle.radiusKm].map((value) => round(value, 3)).join(",")],
  ];
  for (const [name, value] of singles) {
    if (value) {
      parameters.set(name, value);
    }
  }
  for (const { name, values } of filter.others) {
    parameters.set(name, (OTHERS[name]?.several ? values.map(escaped) : values).join(","));
  }
  return parameters;
}

function escaped(name: string): string {
  return name.replace(/[\\,]/g, "\\$&");
}

/** Commas stay commas: they are allowed in a query string, and people read these addresses. */
export function readable(parameters: URLSearchParams): string {
  return parameters.toString().replaceAll("%2C", ",");
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
