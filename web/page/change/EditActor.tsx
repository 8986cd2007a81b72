/* An actor that is the same as others: which ones were joined and why, and joining more. */

import { useState } from "preact/hooks";
import { ActorJudgementsDocument, MergeActorsDocument } from "../api/documents";
import { useAsk } from "../api/use";
import { Finder } from "../explore/Finder";
import { reload, useChange } from "./changing";
import { Judgements } from "./Judgements";
import { Reason } from "./Reason";

export function EditActor({ id, name }: { id: string; name: string }) {
  const { data } = useAsk(ActorJudgementsDocument, { id });
  const [other, setOther] = useState<{ id: string; name: string }>();
  const change = useChange();
  return (
    <>
      <Judgements title="Why these names are one" judgements={data?.actor?.judgements ?? []} />
      <section class="edit" aria-label="Correct it">
        <details>
          <summary>Another name is the same actor</summary>
          <div class="edit-fields">
            <Finder kind="ACTOR" label="The other name" add={(found, called) => setOther({ id: found, name: called })} />
            {other && other.id !== id && (
              <>
                <p>
                  <b>{other.name}</b> becomes a part of <b>{name}</b>.
                </p>
                <Reason change={change} action="Make them one" onSubmit={(reason) => change.make(MergeActorsDocument, { into: id, actors: [other.id], reason }, reload)} />
              </>
            )}
          </div>
        </details>
      </section>
    </>
  );
}
