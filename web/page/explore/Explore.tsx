/* The map, the timeline and the list of the same events, in step; the address holds what they show. */

import { useMemo, useRef, useState } from "preact/hooks";
import { type CardFragment, EventsDocument } from "../api/documents";
import { usePages } from "../api/pages";
import { counted, formatNumber } from "../format";
import { MapView } from "../map/MapView";
import { go } from "../site/route";
import { useTitle } from "../site/title";
import { type Days, type Filter, NO_FILTER, readState, type State, writeState } from "../state/address";
import { askedOf, isFiltering, ORDERS } from "../state/filter";
import { EventList } from "../things/EventList";
import { Timeline } from "../time/Timeline";
import { useTimeline } from "../time/useTimeline";
import { Broken, Empty } from "../ui/states";
import { Filters } from "./Filters";
import { Legend } from "./Legend";
import { Takeaway } from "./Takeaway";
import { usePlaces } from "./usePlaces";

/** What the reader points at; the other two views light it up. */
interface Pointed {
  places?: string[];
  days?: Days;
  event?: CardFragment;
}

const PAGE = 20;
/** While a brush moves, this long without a move before the others follow. */
const PAUSE_MS = 90;

export function Explore({ query, theme }: { query: string; theme: string }) {
  const state = useMemo(() => readState(query), [query]);
  const [brushing, setBrushing] = useState<Days>();
  const [pointed, setPointed] = useState<Pointed>({});
  const timer = useRef<number | undefined>(undefined);
  useTitle(undefined);
  const change = (part: Partial<State>, replace = false) => {
    const next = { ...readState(window.location.search), ...part };
    // Only a search has a best match.
    const written = writeState(next.order === "best" && !next.filter.search ? { ...next, order: "newest" } : next);
    go(written ? `/?${written}` : "/", { replace });
  };
  const narrow = (part: Partial<Filter>) => change({ filter: { ...readState(window.location.search).filter, ...part } });

  const filter = brushing ? { ...state.filter, days: brushing } : state.filter;
  const asked = askedOf(filter);
  const variables = { ...asked, first: PAGE, orderBy: ORDERS[state.order] };
  const events = usePages(EventsDocument, variables, (data) => data.events);
  const places = usePlaces(askedOf(filter, "places"), state.view);
  const timeline = useTimeline(askedOf(state.filter, "days"), state.span);

  const onDays = (days: Days, done: boolean) => {
    window.clearTimeout(timer.current);
    if (done) {
      setBrushing(undefined);
      narrow({ days });
    } else {
      timer.current = window.setTimeout(() => setBrushing(days), PAUSE_MS);
    }
  };
  const isLit = (event: CardFragment) =>
    pointed.event ? pointed.event.id === event.id : happensAt(event, pointed.places) || happensIn(event, pointed.days);
  const litEvents = pointed.event ? [pointed.event] : events.nodes.filter(isLit);
  const lit = new Set(pointed.places ? [] : litEvents.flatMap(({ location }) => location?.id ?? []));
  const litDays = pointed.days ? [] : litEvents.flatMap(({ when }) => (when.earliest ? [{ from: when.earliest, to: when.latest ?? when.earliest }] : []));

  return (
    <main id="main" class="explore" tabIndex={-1} aria-label="Explore events">
      {events.total === 0 && !isFiltering(filter) && (
        <div class="first-steps">
          <FirstSteps />
        </div>
      )}
      <Filters filter={state.filter} narrow={narrow} problems={state.problems} />
      <div class="plots">
        <MapView
          spots={places.spots}
          measure={state.size}
          onMeasure={(size) => change({ size }, true)}
          view={state.view}
          onView={(view) => change({ view }, true)}
          box={state.filter.box}
          onBox={(box) => narrow({ box })}
          chosen={state.filter.locations}
          onChoose={({ id }) => narrow({ locations: state.filter.locations.includes(id) ? [] : [id] })}
          lit={lit}
          onPoint={(ids) => setPointed(ids ? { places: ids } : {})}
          theme={theme}
          note={places.full ? "The places with most events are shown; zoom in for more." : undefined}
        />
        <Legend filter={state.filter} narrow={narrow} />
        {places.failure && <Broken failure={places.failure} retry={places.retry} />}
        <Timeline
          bins={timeline.bins}
          unit={timeline.unit}
          monthly={timeline.monthly}
          undated={timeline.undated}
          failure={timeline.failure}
          days={filter.days}
          onDays={onDays}
          span={state.span}
          onSpan={(span) => change({ span })}
          lit={litDays}
          onPoint={(days) => setPointed(days ? { days } : {})}
        />
      </div>
      <section class="stories" aria-label="Events" aria-busy={events.waiting} onMouseLeave={() => setPointed({})}>
        <div class="stories-head">
          <h1 aria-live="polite">
            {events.total === undefined ? "Events" : counted(events.total, "event")}
            {places.ready && places.unplaced > 0 && !filter.box && !filter.locations.length && (
              <small>{formatNumber(places.unplaced)} of them not on the map</small>
            )}
          </h1>
          <Order value={state.order} searching={Boolean(state.filter.search)} onChange={(order) => change({ order }, true)} />
          <Takeaway filter={filter} variables={variables} />
        </div>
        <EventList
          events={events}
          lit={isLit}
          heading="h2"
          onPoint={(event) => setPointed(event ? { event } : {})}
          empty={<Nothing filter={state.filter} clear={() => change({ filter: NO_FILTER })} />}
        />
      </section>
    </main>
  );
}

function happensAt({ location }: CardFragment, ids: string[] | undefined): boolean {
  return location != null && (ids?.includes(location.id) ?? false);
}

function happensIn({ when }: CardFragment, days: Days | undefined): boolean {
  const { earliest } = when;
  return earliest !== null && days?.from !== undefined && days.to !== undefined && earliest <= days.to && (when.latest ?? earliest) >= days.from;
}

function Order({ value, searching, onChange }: { value: State["order"]; searching: boolean; onChange: (order: State["order"]) => void }) {
  return (
    <label class="order">
      <span>Order</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as State["order"])}>
        <option value="newest">Newest first</option>
        <option value="oldest">Oldest first</option>
        <option value="deadliest">Most killed first</option>
        {searching && <option value="best">Best match first</option>}
      </select>
    </label>
  );
}

function Nothing({ filter, clear }: { filter: Filter; clear: () => void }) {
  return isFiltering(filter) ? (
    <Empty title="No event fits all of this">
      <p>Take a part of the filter away, or begin anew.</p>
      <button type="button" onClick={clear}>
        Clear the filter
      </button>
    </Empty>
  ) : (
    <p class="aside">What has been read stands here.</p>
  );
}

/** What to do with an empty store. */
function FirstSteps() {
  return (
    <Empty title="Nothing has been read yet">
      <p>Give Dateline articles, in the folder that it was started from:</p>
      <ol>
        <li>
          <code>.venv/bin/python -m scripts.seed samples</code> reads the sample articles that come along, in half a minute.
        </li>
        <li>
          <code>.venv/bin/python -m scripts.seed FOLDER</code> reads your own: text, HTML or JSON Lines.
        </li>
        <li>
          <code>.venv/bin/python -m scripts.watch</code> follows feeds, sitemaps and folders.
        </li>
      </ol>
      <p>
        Then load this page again. Or <a href="/try">paste a text</a> and see how it is read; nothing is stored.
      </p>
    </Empty>
  );
}
