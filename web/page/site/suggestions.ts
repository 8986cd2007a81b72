/* What somebody who types into the search field may mean, and where each of it leads. */

import type { ActorKind, EventType, LocationKind, SuggestQuery } from "../api/documents";
import { filterParameters, NO_FILTER, readable } from "../state/address";
import { ACTOR_KINDS, countryName, LOCATION_KINDS, TYPE_NAMES, TYPES } from "../vocabulary";

export type Suggested = SuggestQuery["suggestions"][number];

export interface Target {
  address: string;
  name: string;
  note: string;
}

/** «City, Kenya», «Person»; with the name that fits where that is another one. */
export function noteOf({ note, name, matched, kind }: Suggested): string {
  const words = note?.split(", ").map((part) => ACTOR_KINDS[part as ActorKind] ?? LOCATION_KINDS[part as LocationKind] ?? countryName(part)) ?? [];
  const also = matched !== name && kind !== "TYPE" ? `also ${matched}` : "";
  return [...words, also].filter(Boolean).join(", ");
}

/** The types of event whose names have a word that begins so. */
function typesLike(text: string): Target[] {
  const wanted = text.toLowerCase();
  const fits = (type: EventType) => [type, TYPES[type].name].some((name) => name.toLowerCase().split(" ").some((word) => word.startsWith(wanted)));
  return TYPE_NAMES.filter(fits).map((type) => ({ address: `/?type=${type}`, name: TYPES[type].name, note: "type of event" }));
}

const KINDS = { ACTOR: "actor", LOCATION: "place", PUBLISHER: "publisher", TYPE: "type" } as const;

/** All that a text may mean: first the search itself, on the map and over everything. */
export function targetsOf(text: string, found: readonly Suggested[]): Target[] {
  const events = { ...NO_FILTER, search: text };
  return [
    { address: `/search?${new URLSearchParams({ q: text })}`, name: `Everything with “${text}”`, note: "" },
    { address: `/?${readable(filterParameters(events))}`, name: `Events with “${text}”`, note: "map and timeline" },
    ...typesLike(text).slice(0, 2),
    ...found.map((one) => ({ address: addressOf(one), name: one.name, note: noteOf(one) || KINDS[one.kind] })),
  ];
}

function addressOf({ kind, value }: Suggested): string {
  switch (kind) {
    case "ACTOR":
      return `/actor/${value}`;
    case "LOCATION":
      return `/location/${value}`;
    case "PUBLISHER":
      return `/?${readable(filterParameters({ ...NO_FILTER, publishers: [value] }))}`;
    default:
      return `/?type=${value}`;
  }
}
