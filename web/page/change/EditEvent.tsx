/* Corrects an event: what is otherwise than the reports tell, or that it is the same as another one. */

import { useState } from "preact/hooks";
import { CorrectEventDocument, type EventChange, type EventStatus, type EventType, MergeEventsDocument, type OneEventQuery } from "../api/documents";
import { Finder } from "../explore/Finder";
import { go } from "../site/route";
import { placeName } from "../things/place";
import { STATUSES, TYPE_NAMES, TYPES } from "../vocabulary";
import { reload, useChange } from "./changing";
import { Reason } from "./Reason";

type Whole = NonNullable<OneEventQuery["event"]>;

export function EditEvent({ event }: { event: Whole }) {
  return (
    <section class="edit" aria-label="Correct it">
      <details>
        <summary>Correct this event</summary>
        <Fields event={event} />
      </details>
      <details>
        <summary>It is the same as another event</summary>
        <Merge id={event.id} />
      </details>
    </section>
  );
}

/** Numbers as they are typed; an empty text is «not known». */
interface Draft {
  type: EventType;
  status: EventStatus;
  place?: { id: string; name: string } | undefined;
  earliest: string;
  latest: string;
  killed: string;
  injured: string;
}

function draftOf(event: Whole): Draft {
  return {
    type: event.type,
    status: event.status,
    earliest: event.when.earliest ?? "",
    latest: event.when.latest ?? "",
    killed: event.killed?.best.toString() ?? "",
    injured: event.injured?.best.toString() ?? "",
  };
}

/** Only what is otherwise than before. */
function changeOf(draft: Draft, before: Draft): EventChange {
  const change: EventChange = {};
  if (draft.type !== before.type) change.type = draft.type;
  if (draft.status !== before.status) change.status = draft.status;
  if (draft.place) change.location = draft.place.id;
  if (draft.earliest && (draft.earliest !== before.earliest || draft.latest !== before.latest)) {
    change.when = { earliest: draft.earliest, latest: draft.latest || draft.earliest };
  }
  for (const toll of ["killed", "injured"] as const) {
    if (draft[toll] !== before[toll]) change[toll] = { best: draft[toll] === "" ? null : Number(draft[toll]) };
  }
  return change;
}

function Fields({ event }: { event: Whole }) {
  const before = draftOf(event);
  const [draft, setDraft] = useState(before);
  const change = useChange();
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const changes = changeOf(draft, before);
  return (
    <div class="edit-fields">
      <div class="controls">
        <label class="field">
          <span>Type</span>
          <select value={draft.type} onChange={({ currentTarget }) => set({ type: currentTarget.value as EventType })}>
            {TYPE_NAMES.map((type) => (
              <option key={type} value={type}>
                {TYPES[type].name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>How certain</span>
          <select value={draft.status} onChange={({ currentTarget }) => set({ status: currentTarget.value as EventStatus })}>
            {(Object.keys(STATUSES) as EventStatus[]).map((status) => (
              <option key={status} value={status}>
                {STATUSES[status].name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>First day</span>
          <input type="date" value={draft.earliest} onInput={({ currentTarget }) => set({ earliest: currentTarget.value })} />
        </label>
        <label class="field">
          <span>Last day</span>
          <input type="date" value={draft.latest} min={draft.earliest} onInput={({ currentTarget }) => set({ latest: currentTarget.value })} />
        </label>
        {(["killed", "injured"] as const).map((toll) => (
          <label key={toll} class="field">
            <span>{toll === "killed" ? "Killed" : "Injured"} (empty: not known)</span>
            <input type="number" min={0} max={2147483646} value={draft[toll]} onInput={({ currentTarget }) => set({ [toll]: currentTarget.value })} />
          </label>
        ))}
      </div>
      <div class="edit-place">
        <p>
          Place: <b>{draft.place?.name ?? (event.location ? placeName(event.location) : "not known")}</b>
        </p>
        <Finder kind="LOCATION" label="Another place" add={(id, name) => set({ place: { id, name } })} />
      </div>
      {Object.keys(changes).length > 0 ? (
        <Reason change={change} action="Correct it" onSubmit={(reason) => change.make(CorrectEventDocument, { event: event.id, change: changes, reason }, reload)} />
      ) : (
        <p class="aside">Change what is otherwise than the reports tell. What they tell stays visible beside it.</p>
      )}
    </div>
  );
}

function Merge({ id }: { id: string }) {
  const [typed, setTyped] = useState("");
  const change = useChange();
  const other = /evt_[a-z0-9]+/.exec(typed)?.[0];
  return (
    <div class="edit-fields">
      <label class="field">
        <span>The other event's address or id</span>
        <input value={typed} placeholder="…/event/evt_…" onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
      </label>
      {other && other !== id && (
        <Reason
          change={change}
          action="Make them one"
          onSubmit={(reason) =>
            change.make(MergeEventsDocument, { events: [id, other], reason }, ({ eventsMerge }) => {
              go(`/event/${eventsMerge.event.id}`, { replace: true });
              reload();
            })
          }
        />
      )}
      {typed && (!other || other === id) && <p class="aside">That is the id of no other event.</p>}
    </div>
  );
}
