/* Asking from within a view: one question at a time, the last answer stays until the next one is there. */

import { useEffect, useRef, useState } from "preact/hooks";
import { ask, Failure, isAbort } from "./ask";
import type { TypedDocumentString } from "./documents";

export interface Answer<Result> {
  data?: Result | undefined;
  failure?: Failure | undefined;
  /** Whether a newer answer is on its way. */
  waiting: boolean;
  retry: () => void;
}

const REMEMBERED = 80;
const memory = new Map<string, unknown>();

/** The answer to a question; asked again when it changes, not asked while `variables` are undefined. */
export function useAsk<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | undefined,
): Answer<Result> {
  const key = variables === undefined ? undefined : `${document}${JSON.stringify(variables)}`;
  const [, redraw] = useState(0);
  const [attempt, setAttempt] = useState(0);
  const last = useRef<{ key?: string | undefined; data?: Result | undefined; failure?: Failure | undefined }>({});
  if (key !== undefined && memory.has(key) && last.current.key !== key) {
    last.current = { key, data: recall<Result>(key) };
  }
  useEffect(() => {
    if (key === undefined || (memory.has(key) && last.current.key === key && !last.current.failure)) {
      return;
    }
    const controller = new AbortController();
    const settle = (part: { data?: Result; failure?: Failure }) => {
      last.current = { key, data: last.current.data, ...part };
      redraw((count) => count + 1);
    };
    ask(document, variables as Variables, controller.signal).then(
      (data) => {
        remember(key, data);
        settle({ data });
      },
      (error: unknown) => {
        if (!isAbort(error)) {
          settle({ failure: error instanceof Failure ? error : new Failure(String(error), "Load the page again.") });
        }
      },
    );
    return () => controller.abort();
  }, [key, attempt]);
  const { data, failure } = last.current;
  const settled = last.current.key === key;
  const retry = () => setAttempt((count) => count + 1);
  return { data, failure: settled ? failure : undefined, waiting: key !== undefined && !settled, retry };
}

/** After a change all is asked anew. */
export function forgetAnswers(): void {
  memory.clear();
}

function recall<Result>(key: string): Result {
  const data = memory.get(key) as Result;
  memory.delete(key);
  memory.set(key, data);
  return data;
}

function remember(key: string, data: unknown): void {
  memory.set(key, data);
  for (const oldest of memory.keys()) {
    if (memory.size <= REMEMBERED) {
      break;
    }
    memory.delete(oldest);
  }
}
