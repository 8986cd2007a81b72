/* What `POST /v1/analyze` answers, as something to read.  It counts code points; highlights count UTF-16 code units. */

import type { ActorKind, ActorSector, Basis, DatePrecision, EventStatus, EventType, Harm, LocationKind, ParticipantRole } from "../api/documents";
import { formatCount, formatWhen } from "../format";
import { toUtf16 } from "../text/offsets";
import type { Highlight, Layer } from "../text/segments";
import { placeName } from "../things/place";
import { ACTOR_KINDS, countryName, LOCATION_KINDS, SECTORS, STATUSES, TYPES } from "../vocabulary";
import { coordinates } from "./stored";
import { fact, parts, type Reading, struck, taken, type Thing } from "./thing";

type Pair = [start: number, end: number];

interface Count {
  text: string;
  low: number;
  best: number;
  high: number | null;
  basis: Basis;
}

export interface Analysis {
  quotes: {
    spans: Pair[];
    kind: "DIRECT" | "INDIRECT" | "MIXED";
    text: string;
    speaker: { name: string } | null;
    medium: string | null;
  }[];
  locations: {
    start: number;
    end: number;
    name: string;
    kind: LocationKind;
    latitude: number | null;
    longitude: number | null;
    country_code: string | null;
    score: number;
    reason: string;
  }[];
  actors: {
    start: number;
    end: number;
    name: string;
    kind: ActorKind;
    sector: ActorSector;
    country_code: string | null;
    office: string | null;
  }[];
  events: {
    evidence: Pair;
    type: EventType;
    mode: string | null;
    status: EventStatus;
    when: { text: string | null; earliest: string | null; latest: string | null; precision: DatePrecision; basis: Basis | null };
    location: { name: string; country_code: string | null; basis: Basis } | null;
    participants: { role: ParticipantRole; name: string; basis: Basis }[];
    killed: Count | null;
    injured: Count | null;
    victims: { harm: Harm; text: string }[];
    said_by: string | null;
    said_by_basis: Basis | null;
  }[];
}

/** `text` is what was sent. */
export function readingOf(text: string, analysis: Analysis): Reading {
  const points = [...text];
  const cut = ([start, end]: Pair) => points.slice(start, end).join("").replace(/\s+/g, " ").trim();
  const found = [
    ...analysis.events.map((event, index) => ({ thing: eventThing(event, index, cut(event.evidence)), spans: [event.evidence] })),
    ...analysis.quotes.map((quote, index) => ({ thing: quoteThing(quote, index), spans: quote.spans })),
    ...together("actor", analysis.actors, actorThing),
    ...together("place", analysis.locations, placeThing),
  ];
  return {
    text,
    things: found.map(({ thing }) => thing),
    highlights: inUtf16(text, found.flatMap(({ thing, spans }) => spans.map(([start, end]) => ({ id: thing.id, layer: thing.layer, start, end })))),
  };
}

function inUtf16(text: string, highlights: Highlight[]): Highlight[] {
  const units = toUtf16(text, highlights);
  return highlights.map((one, index) => ({ ...one, ...units[index] }));
}

/** Mentions of one name are one thing. */
function together<Mention extends { start: number; end: number; name: string }>(
  layer: Layer,
  mentions: readonly Mention[],
  describe: (id: string, first: Mention) => Thing,
): { thing: Thing; spans: Pair[] }[] {
  const names = [...new Set(mentions.map(({ name }) => name))];
  return names.map((name, index) => {
    const own = mentions.filter((mention) => mention.name === name);
    return { thing: describe(`${layer}-${index + 1}`, own[0] as Mention), spans: own.map(({ start, end }): Pair => [start, end]) };
  });
}

function eventThing(event: Analysis["events"][number], index: number, words: string): Thing {
  const { location, killed, injured } = event;
  return {
    id: `event-${index + 1}`,
    layer: "event",
    kicker: [TYPES[event.type].name, event.mode].filter(Boolean).join(" · "),
    title: words,
    type: event.type,
    status: event.status === "REPORTED" ? undefined : STATUSES[event.status].name,
    facts: [
      ...fact("When", taken(formatWhen(event.when), event.when.basis)),
      ...fact("As written", event.when.text),
      ...fact("Where", location && taken(placeName({ name: location.name, countryCode: location.country_code }), location.basis)),
      ...fact("Killed", killed && taken(`${formatCount(killed)} (“${killed.text}”)`, killed.basis)),
      ...fact("Injured", injured && taken(`${formatCount(injured)} (“${injured.text}”)`, injured.basis)),
      ...struck(event.victims),
      ...parts(event.participants),
      ...fact("According to", taken(event.said_by, event.said_by_basis)),
    ],
  };
}

function quoteThing(quote: Analysis["quotes"][number], index: number): Thing {
  return {
    id: `quote-${index + 1}`,
    layer: "quote",
    kicker: { DIRECT: "Direct quote", INDIRECT: "Reported speech", MIXED: "Speech with quoted words" }[quote.kind],
    title: quote.speaker?.name ?? "Nobody in particular",
    facts: [...fact("Words", quote.text), ...fact("Said in or to", quote.medium)],
  };
}

function actorThing(id: string, actor: Analysis["actors"][number]): Thing {
  return {
    id,
    layer: "actor",
    kicker: [ACTOR_KINDS[actor.kind], SECTORS[actor.sector]].filter(Boolean).join(" · "),
    title: actor.name,
    facts: [...fact("Office", actor.office), ...fact("Country", actor.country_code && countryName(actor.country_code))],
  };
}

function placeThing(id: string, place: Analysis["locations"][number]): Thing {
  return {
    id,
    layer: "place",
    kicker: LOCATION_KINDS[place.kind],
    title: placeName({ name: place.name, countryCode: place.country_code }),
    facts: [
      ...fact("At", coordinates(place.latitude, place.longitude)),
      ...fact("Why this one", place.reason),
      ...fact("How sure", `${Math.round(place.score * 100)} of 100`),
    ],
  };
}
