/* An event as wire copy begins: place and day first, then the sentence, then who and how many and who says so. */

import type { CardFragment } from "../api/documents";
import { counted, formatCount, formatWhen, shorten } from "../format";
import { familyOf, ROLES, STATUSES, TYPES } from "../vocabulary";
import { placeName } from "./place";
import { ModelStamp, Taken } from "./Taken";

interface Props {
  event: CardFragment;
  lit?: boolean;
  /** Its level in the page's headings. */
  heading?: "h2" | "h3";
  onPoint?: (on: boolean) => void;
}

export function EventCard({ event, lit, heading: Heading = "h3", onPoint }: Props) {
  const point = onPoint && { onMouseEnter: () => onPoint(true), onMouseLeave: () => onPoint(false), onFocusCapture: () => onPoint(true) };
  return (
    <article class={`card ${familyOf(event.type)} ${lit ? "lit" : ""}`} data-event={event.id} {...point}>
      <p class="card-top">
        <TypeTag type={event.type} mode={event.mode} />
        <StatusStamp status={event.status} />
        <ModelStamp basis={event.basis} model={event.model} />
      </p>
      <Heading>
        <a href={`/event/${event.id}`}>
          <DatelineOf event={event} />
          {shorten(headlineOf(event), 260)}
        </a>
      </Heading>
      <p class="card-facts">
        <Toll count={event.killed} word="killed" />
        <Toll count={event.injured} word="injured" />
        <Participants participants={event.participants} />
      </p>
      <Sources event={event} />
    </article>
  );
}

/** The newest telling: what was known last. */
export function headlineOf({ summary, reports }: Pick<CardFragment, "summary" | "reports">): string {
  return reports.nodes[0]?.summary || summary;
}

/** «Six» and «40» are numbers, not somebody. */
const ONLY_NUMBER = /^(about|at least|nearly|some|more than|over|around)?\s*([\d.,\s]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|several|many)$/i;

export function isSomebody({ actor, nameAsWritten }: Pick<CardFragment["participants"][number], "actor" | "nameAsWritten">): boolean {
  return actor !== null || !ONLY_NUMBER.test(nameAsWritten.trim());
}

export function TypeTag({ type, mode }: { type: CardFragment["type"]; mode: string | null }) {
  return (
    <span class={`type ${familyOf(type)}`}>
      {TYPES[type].name}
      {mode && <span class="mode"> · {mode}</span>}
    </span>
  );
}

/** Told as fact is what a reader expects, and goes without saying. */
export function StatusStamp({ status }: { status: CardFragment["status"] }) {
  const { name, meaning } = STATUSES[status];
  return status === "REPORTED" ? null : (
    <span class={`stamp ${status.toLowerCase()}`} title={meaning}>
      {name}
    </span>
  );
}

/** That a day was counted from publication goes without saying here; the event's page says it. */
export function DatelineOf({ event }: { event: Pick<CardFragment, "location" | "locationBasis" | "when"> }) {
  const when = formatWhen(event.when);
  return (
    <span class="dateline">
      {event.location && <b>{placeName(event.location)}</b>}
      <Taken basis={event.locationBasis} />
      {event.location && when && ", "}
      {when && <time>{when}</time>}
      {event.when.basis !== "PUBLICATION" && <Taken basis={event.when.basis} />}
      {!event.location && !when && <i>No place or date</i>}
      <span aria-hidden="true"> — </span>
    </span>
  );
}

export function Toll({ count, word }: { count: CardFragment["killed"]; word: string }) {
  return count ? (
    <span class={`toll ${word}`} title={`As written: ${count.text}`}>
      <b>{formatCount(count)}</b> {word}
      <Taken basis={count.basis} />
    </span>
  ) : null;
}

export function Participants({ participants: given, most = 3 }: { participants: CardFragment["participants"]; most?: number }) {
  const participants = given.filter(isSomebody);
  const roles = [...new Set(participants.map(({ role }) => role))];
  return (
    <>
      {roles.map((role) => {
        const names = participants.filter((one) => one.role === role);
        return (
          <span key={role} class="who">
            <em>{ROLES[role]}</em>{" "}
            {names.slice(0, most).map((one, index) => (
              <span key={one.nameAsWritten}>
                {index > 0 && ", "}
                {one.actor ? <a href={`/actor/${one.actor.id}`}>{one.actor.name}</a> : one.nameAsWritten}
                <Taken basis={one.basis} />
              </span>
            ))}
            {names.length > most && ` and ${names.length - most} more`}
          </span>
        );
      })}
    </>
  );
}

function Sources({ event }: { event: CardFragment }) {
  const { nodes, totalCount } = event.reports;
  const publishers = [...new Set(nodes.map(({ article }) => article.publisher ?? "an unnamed publisher"))];
  const speakers = new Map(nodes.flatMap(({ saidBy }) => (saidBy ? [[saidBy.id, saidBy.name]] : [])));
  return (
    <p class="card-sources">
      {totalCount > 1 && <b>{counted(totalCount, "report")}: </b>}
      {publishers.join(", ")}
      {speakers.size > 0 && " · according to "}
      {[...speakers].slice(0, 2).map(([id, name], index) => (
        <span key={id}>
          {index > 0 && ", "}
          <a href={`/actor/${id}`}>{name}</a>
        </span>
      ))}
    </p>
  );
}
