/* Changes: asked with the key of who makes them, which stays in this tab only. */

import { useState } from "preact/hooks";
import { ask, Failure } from "../api/ask";
import type { TypedDocumentString } from "../api/documents";
import { forgetPages } from "../api/pages";
import { forgetAnswers } from "../api/use";

const KEY = "dateline:key";

export function readKey(): string {
  try {
    return window.sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Where storing is forbidden, the key is asked for each time. */
export function writeKey(key: string): void {
  try {
    window.sessionStorage.setItem(KEY, key);
  } catch {
    // The form still has it.
  }
}

export interface Change {
  busy: boolean;
  failure: Failure | undefined;
  /** Makes the change; then everything is asked anew, and `done` is called. */
  make: <Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables, done: (result: Result) => void) => void;
}

export function useChange(): Change {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  return {
    busy,
    failure,
    make: (document, variables, done) => {
      setBusy(true);
      setFailure(undefined);
      ask(document, variables, undefined, readKey())
        .then(
          (result) => {
            forgetAnswers();
            forgetPages();
            done(result);
          },
          (error: unknown) => setFailure(error instanceof Failure ? error : new Failure(String(error), "Try again.")),
        )
        .finally(() => setBusy(false));
    },
  };
}

/** Shows the page anew, as it is asked for now. */
export function reload(): void {
  window.location.reload();
}
