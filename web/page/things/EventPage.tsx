/* One event: what all reports come to, and each of them side by side, with the numbers that differ marked. */

import { OneEventDocument, type OneEventQuery } from "../api/documents";
import { usePages } from "../api/pages";
import { useAsk } from "../api/use";
import { counted, formatDay, formatWhen, wordsAfter, wordsBefore } from "../format";
import { EditEvent } from "../change/EditEvent";
import { Judgements } from "../change/Judgements";
import { SetByPerson } from "../change/SetByPerson";
import { Missing } from "../site/Missing";
import { Pending } from "../site/Pending";
import { useTitle } from "../site/title";
import { explorerAddress } from "../state/filter";
import { Icon } from "../ui/Icon";
import { familyOf, HARMS } from "../vocabulary";
import { compare, type Telling } from "./compare";
import { headlineOf, isSomebody, Participants, StatusStamp, Toll, TypeTag } from "./EventCard";
import { More } from "./EventList";
import { placeName } from "./place";
import { ModelStamp, Taken } from "./Taken";

/** Characters of context that the query asks for on each side. */
const AROUND = 120;

type Whole = NonNullable<OneEventQuery["event"]>;

export function EventPage({ id }: { id: string }) {
  const { data, failure, retry } = useAsk(OneEventDocument, { id, after: null });
  const tellings = usePages(OneEventDocument, { id, after: null }, (answer) => answer.event?.tellings);
  useTitle(data?.event ? headlineOf(data.event) : undefined);
  if (failure || !data) {
    return <Pending what="the event" failure={failure} retry={retry} />;
  }
  if (!data.event) {
    return <Missing what="event" />;
  }
  const { event } = data;
  return (
    <main id="main" class={`sheet event-page ${familyOf(event.type)}`} tabIndex={-1}>
      <Head event={event} />
      <section aria-label="Reports">
        <h2>
          {tellings.nodes.length > 1 ? `${counted(event.tellings.totalCount, "report")}, side by side` : "One report tells of it"}
        </h2>
        <Tellings tellings={tellings.nodes} event={event.id} />
        <More more={tellings.more} shown={tellings.nodes.length} total={event.tellings.totalCount} />
      </section>
      <Judgements title="Why these reports are one event" judgements={event.judgements.filter(({ kind }) => kind === "SAME_EVENT")} />
      <Judgements title="What people corrected" judgements={event.judgements.filter(({ kind }) => kind === "CORRECTION")} />
      <EditEvent event={event} />
      <footer class="sheet-foot">
        <p class="aside">
          PLOVER {event.codes.plover}
          {event.codes.cameoRoot && ` · CAMEO root ${event.codes.cameoRoot}`}
          {event.codes.acled && ` · ACLED ${event.codes.acled}`} · read with confidence {event.confidence.toFixed(2)}
          {event.model && ` · with the language model ${event.model}`}
        </p>
        <a class="plain-button" target="_blank" rel="noreferrer" href={explorerAddress(OneEventDocument.toString(), { id })}>
          As GraphQL
        </a>
      </footer>
    </main>
  );
}

function Head({ event }: { event: Whole }) {
  const when = formatWhen(event.when);
  return (
    <header class="event-head">
      <p class="card-top">
        <TypeTag type={event.type} mode={event.mode} />
        <StatusStamp status={event.status} />
        <ModelStamp basis={event.basis} model={event.model} />
        <SetByPerson event={event} field="type" />
        <SetByPerson event={event} field="status" />
      </p>
      <h1>{headlineOf(event)}</h1>
      <dl class="facts">
        <div>
          <dt>Where</dt>
          <dd>
            {event.location ? <a href={`/location/${event.location.id}`}>{placeName(event.location)}</a> : "Not known"}
            <Taken basis={event.locationBasis} />
            <SetByPerson event={event} field="location" />
          </dd>
        </div>
        <div>
          <dt>When</dt>
          <dd>
            {when ?? "Not known"}
            <Taken basis={event.when.basis} /> {event.when.text && <q>{event.when.text}</q>}
            <SetByPerson event={event} field="when" />
          </dd>
        </div>
        {(event.killed || event.injured || event.corrections.some(({ field }) => /^(killed|injured)/.test(field))) && (
          <div>
            <dt>Toll</dt>
            <dd>
              <Toll count={event.killed} word="killed" /> <SetByPerson event={event} field="killed" />{" "}
              <Toll count={event.injured} word="injured" /> <SetByPerson event={event} field="injured" />
            </dd>
          </div>
        )}
        {event.victims.length > 0 && (
          <div>
            <dt>Among them</dt>
            <dd>{amongThem(event.victims)}</dd>
          </div>
        )}
        {event.participants.some(isSomebody) && (
          <div>
            <dt>Who</dt>
            <dd>
              <Participants participants={event.participants} most={20} />
            </dd>
          </div>
        )}
      </dl>
    </header>
  );
}

/** «killed: three children, two soldiers; injured: a nurse»; as written. */
function amongThem(victims: Whole["victims"]): string {
  const harms = [...new Set(victims.map(({ harm }) => harm))];
  return harms.map((harm) => `${HARMS[harm]}: ${victims.filter((one) => one.harm === harm).map(({ text }) => text).join(", ")}`).join("; ");
}

function Tellings({ tellings, event }: { tellings: readonly Telling[]; event: string }) {
  const rows = compare(tellings);
  const differing = rows.filter(({ differs }) => differs).map(({ label }) => label.toLowerCase());
  return (
    <>
      {differing.length > 0 && (
        <p class="differ">
          They differ on <mark>{differing.join(", ")}</mark>.
        </p>
      )}
      <div class="tellings" tabIndex={0} role="region" aria-label="Reports side by side">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span class="unseen">What is told</span>
              </th>
              {tellings.map(({ id, article }) => (
                <th key={id} scope="col">
                  <b>{article.publisher ?? "Publisher not known"}</b>
                  {article.publishedAt && <time>{formatDay(article.publishedAt)}</time>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, cells, differs }) => (
              <tr key={label} class={differs ? "differs" : ""}>
                <th scope="row">{label}</th>
                {cells.map((one, index) => (
                  <td key={tellings[index]?.id}>
                    {one ? (one.href ? <a href={one.href}>{one.value}</a> : <span class="value">{one.value}</span>) : <span class="aside">not told</span>}
                    {one?.basis && <Taken basis={one.basis} />}
                    {one?.written && one.written !== one.value && <q>{one.written}</q>}
                  </td>
                ))}
              </tr>
            ))}
            <tr class="words">
              <th scope="row">In the words of</th>
              {tellings.map((telling) => (
                <td key={telling.id}>
                  <Words telling={telling} event={event} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The words that tell it, marked in what stands around them. */
function Words({ telling, event }: { telling: Telling; event: string }) {
  const { text, context } = telling.evidence;
  const at = text && context ? context.indexOf(text) : -1;
  return (
    <>
      {text && context && at >= 0 ? (
        <blockquote>
          {wordsBefore(context.slice(0, at), AROUND)}
          <mark>{text}</mark>
          {wordsAfter(context.slice(at + text.length), AROUND)}
        </blockquote>
      ) : (
        <p class="aside">Texts are not served here.</p>
      )}
      <a class="go" href={`/article/${telling.article.id}#${event}`}>
        {telling.article.title ?? "Read it in the article"}
        <Icon name="arrow" />
      </a>
    </>
  );
}
