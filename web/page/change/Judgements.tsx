/* What was judged, by the machine or by people: with reason and score, and a way to take it back. */

import { useState } from "preact/hooks";
import { type JudgedFragment, WithdrawJudgementDocument } from "../api/documents";
import { formatDay } from "../format";
import { reload, useChange } from "./changing";
import { Reason } from "./Reason";

export function Judgements({ title, judgements }: { title: string; judgements: readonly JudgedFragment[] }) {
  return judgements.length === 0 ? null : (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul class="judgements">
        {judgements.map((one) => (
          <li key={one.id}>
            <Judgement judgement={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const TAKE_BACK = { SAME_EVENT: "They are not one event", SAME_ACTOR: "They are not one", CORRECTION: "Take it back", ARTICLE: "Delete the article", REMOVAL: "Let it be read again" } as const;

export function Judgement({ judgement }: { judgement: JudgedFragment }) {
  const { reason, score, madeBy, madeAt, withdrawn, reports, kind } = judgement;
  return (
    <div class={withdrawn ? "judgement gone" : "judgement"}>
      <p>
        {reason}
        {score !== null && <span class="aside"> · score {score.toFixed(2)}</span>}
      </p>
      <p class="aside">
        {madeBy ?? "The machine"}, {formatDay(madeAt)}
        {reports.map(({ id, article }) => (
          <span key={id}>
            {" · "}
            <a href={`/article/${article.id}`}>{article.publisher ?? "the article"}</a>
          </span>
        ))}
        {withdrawn && ` · taken back by ${withdrawn.by}, ${formatDay(withdrawn.at)}: ${withdrawn.reason}`}
      </p>
      {!withdrawn && <TakeBack id={judgement.id} action={TAKE_BACK[kind]} />}
    </div>
  );
}

function TakeBack({ id, action }: { id: string; action: string }) {
  const [open, setOpen] = useState(false);
  const change = useChange();
  return open ? (
    <Reason change={change} action={action} onSubmit={(reason) => change.make(WithdrawJudgementDocument, { judgement: id, reason }, reload)} />
  ) : (
    <button type="button" class="small" onClick={() => setOpen(true)}>
      {action}
    </button>
  );
}
