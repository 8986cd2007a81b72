/* An actor: offices over time, what was said, what happened, and who with whom. */

import { ActorQuotesDocument, EventsDocument, OneActorDocument, type OneActorQuery } from "../api/documents";
import { usePages } from "../api/pages";
import { useAsk } from "../api/use";
import { counted, formatDay } from "../format";
import { EditActor } from "../change/EditActor";
import { Missing } from "../site/Missing";
import { Pending } from "../site/Pending";
import { useTitle } from "../site/title";
import { ORDERS } from "../state/filter";
import { Broken, Waiting } from "../ui/states";
import { ACTOR_KINDS, countryName, SECTORS } from "../vocabulary";
import { EventList, More } from "./EventList";
import { Network } from "./Network";
import { QuoteCard } from "./QuoteCard";

type Whole = NonNullable<OneActorQuery["actor"]>;

export function ActorPage({ id }: { id: string }) {
  const { data, failure, retry } = useAsk(OneActorDocument, { id });
  useTitle(data?.actor?.name);
  if (failure || !data) {
    return <Pending what="the actor" failure={failure} retry={retry} />;
  }
  if (!data.actor) {
    return <Missing what="actor" />;
  }
  const { actor } = data;
  return (
    <main id="main" class="sheet actor-page" tabIndex={-1}>
      <Head actor={actor} />
      <div class="columns">
        <Events id={actor.id} name={actor.name} />
        <div>
          {actor.offices.length > 0 && <Offices actor={actor.id} offices={actor.offices} />}
          {actor.eventCount > 0 && (
            <section aria-label="Who with whom">
              <h2>Who with whom</h2>
              <Network id={actor.id} name={actor.name} />
            </section>
          )}
          <Quotes id={actor.id} name={actor.name} />
          <EditActor id={actor.id} name={actor.name} />
        </div>
      </div>
    </main>
  );
}

function Head({ actor }: { actor: Whole }) {
  const kind = [ACTOR_KINDS[actor.kind], SECTORS[actor.sector], actor.countryCode && countryName(actor.countryCode)];
  return (
    <header class="thing-head">
      <p class="kicker">{kind.filter(Boolean).join(" · ")}</p>
      <h1>{actor.name}</h1>
      {actor.aliases.length > 0 && <p class="aside">Also {actor.aliases.slice(0, 8).join(", ")}</p>}
      <p class="tallies">
        <b>{counted(actor.eventCount, "event")}</b>
        <b>{counted(actor.quoteCount, "quote")}</b>
        <b>{counted(actor.articleCount, "article")}</b>
        <a class="plain-button" href={`/?actor=${actor.id}`}>
          On the map
        </a>
      </p>
    </header>
  );
}

function Offices({ actor, offices }: { actor: string; offices: Whole["offices"] }) {
  return (
    <section aria-label="Offices over time">
      <h2>Offices over time</h2>
      <ol class="offices">
        {offices.map(({ title, organization, asOf, of, evidence }, index) => (
          <li key={index}>
            <time>{asOf ? formatDay(asOf) : "Day not known"}</time>
            <div>
              <b>{title}</b>
              {of ? (
                <>
                  , <a href={`/actor/${of.id}`}>{of.name}</a>
                </>
              ) : (
                organization && !title.includes(organization) && `, ${organization}`
              )}
              <p class="aside">
                {evidence.text && evidence.text.toLowerCase() !== title.toLowerCase() && <q>{evidence.text} </q>}
                <a href={`/article/${evidence.article.id}#${actor}`}>{evidence.article.publisher ?? "Read it in the article"}</a>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Quotes({ id, name }: { id: string; name: string }) {
  const quotes = usePages(ActorQuotesDocument, { id, first: 10, after: null }, (data) => data.actor?.quotes);
  return (
    <section aria-label="Quotes">
      <h2>
        Quotes <small>{quotes.total}</small>
      </h2>
      {quotes.failure && <Broken failure={quotes.failure} retry={quotes.retry} />}
      {quotes.waiting && quotes.nodes.length === 0 && <Waiting what="quotes" />}
      {quotes.nodes.map((quote) => (
        <QuoteCard key={quote.id} quote={quote} bare />
      ))}
      {quotes.total === 0 && <p class="aside">No article quotes {name}.</p>}
      <More more={quotes.more} shown={quotes.nodes.length} total={quotes.total} />
    </section>
  );
}

function Events({ id, name }: { id: string; name: string }) {
  const where = { actor: { eq: id } };
  const events = usePages(EventsDocument, { where, first: 10, orderBy: ORDERS.newest }, (data) => data.events);
  return (
    <section aria-label="Events">
      <h2>
        Events <small>{events.total}</small>
      </h2>
      <EventList events={events} empty={<p class="aside">{name} has no part in an event; it is named or quoted only.</p>} />
    </section>
  );
}
