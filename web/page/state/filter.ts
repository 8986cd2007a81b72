/* What a filter asks of the API: GraphQL's `where`, the addresses of downloads, the link into the explorer. */

import type { EventOrder, EventWhere } from "../api/documents";
import { type Filter, filterParameters, type Order, readable } from "./address";
import { isModelHidden } from "./model";
import { addOthers } from "./parameters";

/** A part of the filter that a view sets itself, and therefore does not obey. */
export type Facet = "types" | "statuses" | "countries" | "publishers" | "days" | "places";

/** The filter as GraphQL takes it, without one of its parts where a view shows what that part could be. */
export function whereOf(filter: Filter, without?: Facet): EventWhere {
  const where: EventWhere = {};
  if (filter.types.length && without !== "types") where.type = { oneOf: filter.types };
  if (filter.statuses.length && without !== "statuses") where.status = { oneOf: filter.statuses };
  if (filter.countries.length && without !== "countries") where.countryCode = { oneOf: filter.countries };
  if (filter.publishers.length && without !== "publishers") where.publisher = { oneOf: filter.publishers };
  if (filter.actors.length) where.actor = { oneOf: filter.actors };
  if (without !== "days" && (filter.days.from || filter.days.to)) {
    where.when = { gte: filter.days.from ?? null, lte: filter.days.to ?? null };
  }
  if (filter.killed) where.killed = { gte: filter.killed };
  if (without !== "places") {
    if (filter.locations.length) where.location = { oneOf: filter.locations };
    if (filter.box) where.within = { ...filter.box };
  }
  if (filter.circle) where.near = { ...filter.circle };
  return addOthers(where, filter.others);
}

/** What is asked of events: filters, and words. */
export interface Asked {
  where: EventWhere;
  search: string | null;
}

export function askedOf(filter: Filter, without?: Facet): Asked {
  return { where: whereOf(filter, without), search: filter.search ?? null };
}

export const ORDERS: Record<Order, EventOrder> = {
  newest: { field: "DATE", direction: "DESC" },
  oldest: { field: "DATE", direction: "ASC" },
  deadliest: { field: "KILLED", direction: "DESC" },
  best: { field: "RELEVANCE", direction: "DESC" },
};

/** Suffixes of files that hold all that a filter finds, and who reads them. */
export const DOWNLOADS = {
  xlsx: "Excel (XLSX), for spreadsheets",
  csv: "CSV, for scripts and statistics",
  geojson: "GeoJSON, for maps on the web",
  kml: "KML, for Google Earth",
  gpkg: "GeoPackage, for QGIS and ArcGIS",
  parquet: "Parquet, for notebooks",
  arrow: "Arrow, for data frames",
} as const;
export type Download = keyof typeof DOWNLOADS;

/** The address of all that the filter finds, as a file. */
export function downloadAddress(filter: Filter, format: Download): string {
  const query = readable(parametersOf(filter));
  return `/v1/events.${format}${query && "?"}${query}`;
}

/** The address of a feed of what is added to it, for a reader of feeds. */
export function feedAddress(filter: Filter, suffix: "atom" | "feed.json"): string {
  const query = readable(parametersOf(filter));
  return `/v1/events.${suffix}${query && "?"}${query}`;
}

/** As the REST API takes them, without the events that only a model tells where the reader hides those. */
function parametersOf(filter: Filter): URLSearchParams {
  const parameters = filterParameters(filter);
  if (isModelHidden() && !parameters.has("basis")) {
    parameters.set("basis", "STATED");
  }
  return parameters;
}

/** The same question in the explorer; behind `#`, so that it does not end in the server's log. */
export function explorerAddress(document: string, variables: object): string {
  return `/graphql#${new URLSearchParams({ query: document, variables: JSON.stringify(variables) })}`;
}

/** Whether it filters anything. */
export function isFiltering(filter: Filter): boolean {
  return filterParameters(filter).size > 0;
}
