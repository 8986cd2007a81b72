/* A list of event cards with its three other states, and a way to the next page. */

import type { ComponentChildren } from "preact";
import type { CardFragment } from "../api/documents";
import type { Pages } from "../api/pages";
import { formatNumber } from "../format";
import { Broken, Waiting } from "../ui/states";
import { EventCard } from "./EventCard";

interface Props {
  events: Pages<CardFragment>;
  empty: ComponentChildren;
  lit?: (event: CardFragment) => boolean;
  onPoint?: (event: CardFragment | undefined) => void;
  heading?: "h2" | "h3";
}

export function EventList({ events, empty, lit, onPoint, heading = "h3" }: Props) {
  const { nodes, total, failure, waiting, more, retry } = events;
  if (nodes.length === 0) {
    return failure ? <Broken failure={failure} retry={retry} /> : waiting || total === undefined ? <Waiting what="events" lines={9} /> : <>{empty}</>;
  }
  return (
    <div class="cards" aria-busy={waiting}>
      {nodes.map((event) => (
        <EventCard key={event.id} event={event} heading={heading} lit={lit?.(event) ?? false} {...(onPoint && { onPoint: (on: boolean) => onPoint(on ? event : undefined) })} />
      ))}
      {failure && <Broken failure={failure} retry={retry} />}
      <More more={more} shown={nodes.length} total={total} />
    </div>
  );
}

export function More({ more, shown, total }: { more: (() => void) | undefined; shown: number; total?: number | undefined }) {
  return more ? (
    <p class="more">
      <button type="button" onClick={more}>
        Show more
      </button>
      {total !== undefined && <span class="aside">{formatNumber(shown)} of {formatNumber(total)}</span>}
    </p>
  ) : null;
}
