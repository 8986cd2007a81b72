/* What people judged lately, the newest first; any of it can be taken back. */

import { useState } from "preact/hooks";
import { LatestJudgementsDocument } from "../api/documents";
import { useAsk } from "../api/use";
import { useTitle } from "../site/title";
import { Broken, Empty, Waiting } from "../ui/states";
import { Judgement } from "./Judgements";

const PAGE = 30;
const KINDS = { SAME_EVENT: "One event", SAME_ACTOR: "One actor", CORRECTION: "Corrected", ARTICLE: "Sent in", REMOVAL: "Taken out" } as const;

export function Corrections() {
  useTitle("Latest corrections");
  const [before, setBefore] = useState<string>();
  const { data, failure, retry } = useAsk(LatestJudgementsDocument, { first: PAGE, before: before ?? null });
  const found = data?.latestJudgements;
  return (
    <main id="main" class="sheet" tabIndex={-1}>
      <h1>Latest corrections</h1>
      {failure && <Broken failure={failure} retry={retry} />}
      {!failure && !found && <Waiting what="corrections" lines={9} />}
      {found?.length === 0 && (
        <Empty title={before ? "Nothing earlier" : "Nobody has corrected anything yet"}>
          <p>Events and actors have a way to correct them at the foot of their pages; it takes a key with the scope <code>correct</code>.</p>
        </Empty>
      )}
      <ul class="judgements">
        {found?.map((one) => (
          <li key={one.id}>
            <p>
              <span class="kicker">{KINDS[one.kind]}</span> {one.reports[0]?.summary ?? one.article?.title ?? ""}
              {!one.article && one.articleId && <a href={`/article/${one.articleId}`}>{one.articleId}</a>}
              {one.part && one.whole && (
                <>
                  <a href={`/actor/${one.part.id}`}>{one.part.name}</a>, part of <a href={`/actor/${one.whole.id}`}>{one.whole.name}</a>
                </>
              )}
            </p>
            <Judgement judgement={one} />
          </li>
        ))}
      </ul>
      {found && found.length === PAGE && (
        <p class="more">
          <button type="button" onClick={() => setBefore(found.at(-1)?.id)}>
            Earlier ones
          </button>
        </p>
      )}
    </main>
  );
}
