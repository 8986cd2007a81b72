/* A place: where it lies, what happened there, and where articles name it. */

import { useMemo } from "preact/hooks";
import { EventsDocument, LocationMentionsDocument, OneLocationDocument, type OneLocationQuery } from "../api/documents";
import { usePages } from "../api/pages";
import { useAsk } from "../api/use";
import { counted, formatDay, wordsAfter, wordsBefore } from "../format";
import { SmallMap } from "../map/SmallMap";
import { project } from "../map/projection";
import { coordinates } from "../reader/stored";
import { Missing } from "../site/Missing";
import { Pending } from "../site/Pending";
import { useTitle } from "../site/title";
import { ORDERS } from "../state/filter";
import { Broken } from "../ui/states";
import { countryName, LOCATION_KINDS } from "../vocabulary";
import { EventList, More } from "./EventList";

/** Characters of context that the query asks for on each side. */
const AROUND = 80;

type Whole = NonNullable<OneLocationQuery["location"]>;

interface Parent {
  id: string;
  name: string;
  parent?: Parent | null;
}

export function LocationPage({ id, theme }: { id: string; theme: string }) {
  const { data, failure, retry } = useAsk(OneLocationDocument, { id });
  useTitle(data?.location?.name);
  if (failure || !data) {
    return <Pending what="the place" failure={failure} retry={retry} />;
  }
  if (!data.location) {
    return <Missing what="place" />;
  }
  return (
    <main id="main" class="sheet location-page" tabIndex={-1}>
      <Head place={data.location} />
      <div class="columns">
        <Events id={id} />
        <div>
          {data.location.latitude !== null && data.location.longitude !== null && (
            <SmallMap point={project(data.location.longitude, data.location.latitude)} kind={data.location.kind} theme={theme} />
          )}
          <Mentions id={id} />
        </div>
      </div>
    </main>
  );
}

function Head({ place }: { place: Whole }) {
  const parents = useMemo(() => {
    const found: { id: string; name: string }[] = [];
    for (let parent: Parent | null | undefined = place.parent; parent; parent = parent.parent) {
      found.push({ id: parent.id, name: parent.name });
    }
    return found;
  }, [place]);
  return (
    <header class="thing-head">
      <p class="kicker">{LOCATION_KINDS[place.kind]}</p>
      <h1>{place.name}</h1>
      <p class="lies-in">
        {parents.length > 0 && "in "}
        {parents.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && ", "}
            <a href={`/location/${id}`}>{name}</a>
          </span>
        ))}
        {parents.length === 0 && place.countryCode && place.kind !== "COUNTRY" && countryName(place.countryCode)}
        <span class="aside">{coordinates(place.latitude, place.longitude)}</span>
      </p>
      <p class="tallies">
        <b>{counted(place.eventCount, "event")}</b>
        <a class="plain-button" href={`/?location=${place.id}`}>
          On the map
        </a>
        {place.geonamesId && (
          <a class="plain-button" href={`https://www.geonames.org/${place.geonamesId}`} rel="noreferrer" target="_blank">
            GeoNames {place.geonamesId}
          </a>
        )}
      </p>
    </header>
  );
}

function Events({ id }: { id: string }) {
  const events = usePages(EventsDocument, { where: { location: { eq: id } }, first: 10, orderBy: ORDERS.newest }, (data) => data.events);
  return (
    <section aria-label="Events">
      <h2>
        What happened here <small>{events.total}</small>
      </h2>
      <EventList events={events} empty={<p class="aside">No event happened right here; articles only name it.</p>} />
    </section>
  );
}

function Mentions({ id }: { id: string }) {
  const mentions = usePages(LocationMentionsDocument, { id, first: 10, after: null }, (data) => data.location?.mentions);
  return (
    <section aria-label="Mentions">
      <h2>
        Where it is named <small>{mentions.total}</small>
      </h2>
      {mentions.failure && <Broken failure={mentions.failure} retry={mentions.retry} />}
      <ul class="mentions">
        {mentions.nodes.map(({ text, context, article, span }) => (
          <li key={article.id + span.start}>
            {text && context && <Marked text={text} context={context} />}
            <a class="source" href={`/article/${article.id}#${id}`}>
              {[article.publisher, article.publishedAt && formatDay(article.publishedAt)].filter(Boolean).join(", ") || article.title || "The article"}
            </a>
          </li>
        ))}
      </ul>
      <More more={mentions.more} shown={mentions.nodes.length} total={mentions.total} />
    </section>
  );
}

/** `context` reaches as far before the words as after them, unless it begins or ends the text: the middle hit is the one. */
function Marked({ text, context }: { text: string; context: string }) {
  const middle = (context.length - text.length) / 2;
  const hits = [...context.matchAll(new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g"))].map(({ index }) => index);
  const at = hits.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? 0;
  return (
    <p>
      {wordsBefore(context.slice(0, at), AROUND)}
      <mark>{text}</mark>
      {wordsAfter(context.slice(at + text.length), AROUND)}
    </p>
  );
}
