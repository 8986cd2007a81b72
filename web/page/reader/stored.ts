/* A stored article as something to read: its parts from the API as things and highlights. */

import type {
  ArticleActorsQuery,
  ArticleEventsQuery,
  ArticlePlacesQuery,
  ArticleQuotesQuery,
  WordsFragment,
} from "../api/documents";
import { counted, formatCount, formatWhen } from "../format";
import type { Highlight, Layer } from "../text/segments";
import { placeName } from "../things/place";
import { ACTOR_KINDS, countryName, LOCATION_KINDS, SECTORS, STATUSES, TYPES } from "../vocabulary";
import { fact, parts, struck, taken, type Thing } from "./thing";

type NodeOf<Query extends { article: unknown }, Name extends string> =
  NonNullable<Query["article"]> extends Record<Name, { nodes: (infer Node)[] }> ? Node : never;

export type EventNode = NodeOf<ArticleEventsQuery, "events">;
export type QuoteNode = NodeOf<ArticleQuotesQuery, "quotes">;
export type ActorNode = NodeOf<ArticleActorsQuery, "actors">;
export type PlaceNode = NodeOf<ArticlePlacesQuery, "locations">;

function highlights(layer: Layer, id: string, article: string, words: readonly WordsFragment[]): Highlight[] {
  return words
    .filter((one) => one.article.id === article)
    .map(({ span }) => ({ layer, id, start: span.startUtf16, end: span.endUtf16 }));
}

export function eventHighlights(article: string, event: EventNode): Highlight[] {
  return highlights("event", event.id, article, event.reports.nodes.map(({ evidence }) => evidence));
}

export function quoteHighlights(article: string, quote: QuoteNode): Highlight[] {
  return highlights("quote", quote.id, article, quote.evidence);
}

export function actorHighlights(article: string, actor: ActorNode): Highlight[] {
  return highlights("actor", actor.id, article, actor.mentions.nodes);
}

export function placeHighlights(article: string, place: PlaceNode): Highlight[] {
  return highlights("place", place.id, article, place.mentions.nodes);
}

/** As this article tells it: its own numbers and source. */
export function eventThing(event: EventNode, article: string): Thing {
  const report = event.reports.nodes[0];
  const status = report?.status ?? event.status;
  return {
    id: event.id,
    layer: "event",
    kicker: [TYPES[event.type].name, event.mode].filter(Boolean).join(" · "),
    title: event.summary,
    type: event.type,
    status: status === "REPORTED" ? undefined : STATUSES[status].name,
    facts: [
      ...fact("Read by", event.basis === "MODEL" && `only a language model: ${event.model ?? ""}`),
      ...fact("When", taken(formatWhen(event.when), event.when.basis)),
      ...fact("As written", event.when.text),
      ...fact(
        "Where",
        taken(event.location && placeName(event.location), event.locationBasis),
        event.location ? `/location/${event.location.id}` : undefined,
      ),
      ...fact("Killed", taken(report?.killed && `${formatCount(report.killed)} (“${report.killed.text}”)`, report?.killed?.basis)),
      ...fact("Injured", taken(report?.injured && `${formatCount(report.injured)} (“${report.injured.text}”)`, report?.injured?.basis)),
      ...struck(event.victims.filter(({ evidence }) => evidence.article.id === article)),
      ...parts(
        event.participants.map(({ role, actor, nameAsWritten, basis }) => ({
          role,
          basis,
          name: actor?.name ?? nameAsWritten,
          href: actor ? `/actor/${actor.id}` : undefined,
        })),
      ),
      ...fact("According to", taken(report?.saidBy?.name, report?.saidByBasis), report?.saidBy ? `/actor/${report.saidBy.id}` : undefined),
    ],
    href: `/event/${event.id}`,
  };
}

export function quoteThing(quote: QuoteNode): Thing {
  return {
    id: quote.id,
    layer: "quote",
    kicker: { DIRECT: "Direct quote", INDIRECT: "Reported speech", MIXED: "Speech with quoted words" }[quote.kind],
    title: quote.speaker?.name ?? quote.speakerAsWritten ?? "Nobody in particular",
    facts: [
      ...fact("Words", quote.text),
      ...fact("Introduced by", quote.cue),
      ...fact("Said in or to", quote.medium),
      ...fact("Named here as", quote.speakerAsWritten),
    ],
    href: quote.speaker ? `/actor/${quote.speaker.id}` : undefined,
  };
}

export function actorThing(actor: ActorNode): Thing {
  const offices = actor.offices.map(({ title, organization }) => [title, organization].filter(Boolean).join(", "));
  return {
    id: actor.id,
    layer: "actor",
    kicker: [ACTOR_KINDS[actor.kind], SECTORS[actor.sector]].filter(Boolean).join(" · "),
    title: actor.name,
    facts: [
      ...fact("Country", actor.countryCode && countryName(actor.countryCode)),
      ...fact("Office", [...new Set(offices)].slice(0, 4).join("; ")),
      ...fact("Known from", `${counted(actor.articleCount, "article")}, ${counted(actor.eventCount, "event")}, ${counted(actor.quoteCount, "quote")}`),
    ],
    href: `/actor/${actor.id}`,
  };
}

export function placeThing(place: PlaceNode): Thing {
  return {
    id: place.id,
    layer: "place",
    kicker: LOCATION_KINDS[place.kind],
    title: placeName(place),
    facts: [
      ...fact("Lies in", place.parent?.name),
      ...fact("At", coordinates(place.latitude, place.longitude)),
      ...fact("Known from", counted(place.eventCount, "event")),
    ],
    href: `/location/${place.id}`,
  };
}

export function coordinates(latitude: number | null, longitude: number | null): string | undefined {
  if (latitude === null || longitude === null) {
    return undefined;
  }
  const degrees = (value: number, positive: string, negative: string) => `${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;
  return `${degrees(latitude, "N", "S")}, ${degrees(longitude, "E", "W")}`;
}
