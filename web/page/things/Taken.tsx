/* A mark beside a value that its own sentence does not tell: where in the article it was taken from. */

import type { Basis } from "../api/documents";
import { BASES } from "../vocabulary";

export function Taken({ basis }: { basis: Basis | null }) {
  if (basis === "MODEL") {
    return (
      <span class="by-model" title={`This was ${BASES[basis]}, and not by the rules`}>
        <span class="unseen"> (by the </span>model<span class="unseen">)</span>
      </span>
    );
  }
  return basis && basis !== "STATED" ? (
    <span class="taken" title={`This was ${BASES[basis]}`}>
      <span aria-hidden="true">*</span>
      <span class="unseen"> ({BASES[basis]})</span>
    </span>
  ) : null;
}

/** That no rule tells of an event, but only a model, by its name. */
export function ModelStamp({ basis, model }: { basis: Basis; model: string | null }) {
  return basis === "MODEL" ? (
    <span class="stamp by-model" title={`Only a language model tells of it: ${model ?? "its name is not known"}`}>
      Model only
    </span>
  ) : null;
}
