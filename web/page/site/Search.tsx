/* Search over everything: the best of each kind, and from there to all of it. */

import type { ComponentChildren } from "preact";
import { SearchDocument, type SearchQuery } from "../api/documents";
import { useAsk } from "../api/use";
import { counted, formatDay, formatNumber } from "../format";
import { EventCard } from "../things/EventCard";
import { placeName } from "../things/place";
import { QuoteCard } from "../things/QuoteCard";
import { Broken, Empty, Waiting } from "../ui/states";
import { ACTOR_KINDS, countryName, LOCATION_KINDS, SECTORS } from "../vocabulary";
import { go } from "./route";
import { useTitle } from "./title";

const FEW = 5;
const MANY = 30;

export function Search({ query }: { query: string }) {
  const parameters = new URLSearchParams(query);
  const search = parameters.get("q")?.trim() ?? "";
  const first = parameters.get("more") ? MANY : FEW;
  const { data, failure, retry, waiting } = useAsk(SearchDocument, search ? { search, first } : undefined);
  useTitle(search ? `Search: ${search}` : "Search");
  return (
    <main id="main" class="sheet search-page" tabIndex={-1} aria-busy={waiting}>
      <h1>{search ? <>Search for <mark>{search}</mark></> : "Search"}</h1>
      <p class="aside">All words must be there; words in quotation marks side by side. Case, accents and English endings make no difference.</p>
      {failure && <Broken failure={failure} retry={retry} />}
      {!failure && search && !data && <Waiting what="what fits" lines={8} />}
      {!failure && data && <Found data={data} search={search} few={first === FEW} />}
    </main>
  );
}

function Found({ data, search, few }: { data: SearchQuery; search: string; few: boolean }) {
  const { events, actors, locations, quotes, articles } = data;
  const total = [events, actors, locations, quotes, articles].reduce((sum, { totalCount }) => sum + totalCount, 0);
  if (total === 0) {
    return (
      <Empty title="Nothing fits">
        <p>Try fewer words, or a part of the name. What was read so far is at <a href="/">all events</a>.</p>
      </Empty>
    );
  }
  const rest = Math.max(events.totalCount, actors.totalCount, locations.totalCount, quotes.totalCount, articles.totalCount) > FEW;
  return (
    <>
      <div class="columns">
        <div>
        <Kind title="Events" noun="event" total={events.totalCount}>
          <div class="cards">{events.nodes.map((event) => <EventCard key={event.id} event={event} />)}</div>
        </Kind>
        <Kind title="Quotes" noun="quote" total={quotes.totalCount}>
          {quotes.nodes.map((quote) => <QuoteCard key={quote.id} quote={quote} />)}
        </Kind>
        </div>
        <div>
        <Kind title="People and bodies" noun="actor" total={actors.totalCount}>
          <ul class="rows">
            {actors.nodes.map((actor) => (
              <li key={actor.id}>
                <a href={`/actor/${actor.id}`}>{actor.name}</a>
                <span class="aside">
                  {[ACTOR_KINDS[actor.kind], SECTORS[actor.sector], actor.countryCode && countryName(actor.countryCode)].filter(Boolean).join(" · ")}
                </span>
                <span class="aside">{counted(actor.eventCount, "event")}, {counted(actor.quoteCount, "quote")}</span>
              </li>
            ))}
          </ul>
        </Kind>
        <Kind title="Places" noun="place" total={locations.totalCount}>
          <ul class="rows">
            {locations.nodes.map((place) => (
              <li key={place.id}>
                <a href={`/location/${place.id}`}>{placeName(place)}</a>
                <span class="aside">{LOCATION_KINDS[place.kind]}</span>
                <span class="aside">{counted(place.eventCount, "event")}</span>
              </li>
            ))}
          </ul>
        </Kind>
        <Kind title="Articles" noun="article" total={articles.totalCount}>
          <ul class="rows">
            {articles.nodes.map((article) => (
              <li key={article.id}>
                <a href={`/article/${article.id}`}>{article.title ?? "Without a title"}</a>
                <span class="aside">{[article.publisher, article.publishedAt && formatDay(article.publishedAt)].filter(Boolean).join(", ")}</span>
              </li>
            ))}
          </ul>
        </Kind>
        </div>
      </div>
      {few && rest && (
        <p class="more">
          <button type="button" onClick={() => go(`/search?${new URLSearchParams({ q: search, more: "1" })}`, { replace: true })}>
            Show up to {MANY} of each
          </button>
        </p>
      )}
    </>
  );
}

function Kind({ title, noun, total, children }: { title: string; noun: string; total: number; children: ComponentChildren }) {
  return total === 0 ? null : (
    <section class={`kind ${noun}`} aria-label={title}>
      <h2>
        {title} <small>{formatNumber(total)}</small>
      </h2>
      {children}
    </section>
  );
}
