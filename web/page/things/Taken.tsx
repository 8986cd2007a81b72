/* A mark beside a value that its own sentence does not tell: where in the article it was taken from. */

import type { Basis } from "../api/documents";
import { BASES } from "../vocabulary";

export function Taken({ basis }: { basis: Basis | null }) {
  return basis && basis !== "STATED" ? (
    <span class="taken" title={`This was ${BASES[basis]}`}>
      <span aria-hidden="true">*</span>
      <span class="unseen"> ({BASES[basis]})</span>
    </span>
  ) : null;
}
