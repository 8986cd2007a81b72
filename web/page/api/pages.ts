/* Lists that grow a page at a time. */

import { useEffect, useRef, useState } from "preact/hooks";
import { ask, Failure } from "./ask";
import type { TypedDocumentString } from "./documents";
import { useAsk } from "./use";

export interface Connection<Node> {
  totalCount?: number;
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface Pages<Node> {
  nodes: Node[];
  /** Undefined until the first page is there, or where it does not tell. */
  total: number | undefined;
  failure: Failure | undefined;
  /** Whether a newer first page is on its way. */
  waiting: boolean;
  more: (() => void) | undefined;
  retry: () => void;
}

const REMEMBERED = 40;
/** The pages of lists after the first, by what was asked: who comes back finds them as they were. */
const loaded = new Map<string, Connection<unknown>[]>();

/** After a change all is asked anew. */
export function forgetPages(): void {
  loaded.clear();
}

function keep(key: string, pages: Connection<unknown>[]): void {
  loaded.delete(key);
  loaded.set(key, pages);
  for (const oldest of loaded.keys()) {
    if (loaded.size <= REMEMBERED) {
      break;
    }
    loaded.delete(oldest);
  }
}

/** The pages of a list so far; begins anew when the question changes.  `pick` finds the list in an answer. */
export function usePages<Result, Variables extends object, Node>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  pick: (result: Result) => Connection<Node> | null | undefined,
): Pages<Node> {
  const first = useAsk(document, variables);
  const key = JSON.stringify(variables);
  const kept = `${document}${key}`;
  const [further, setFurther] = useState<{ key: string; pages: Connection<Node>[] }>({ key, pages: (loaded.get(kept) ?? []) as Connection<Node>[] });
  const [failure, setFailure] = useState<Failure>();
  const loading = useRef(false);
  useEffect(() => setFailure(undefined), [key]);

  const opening = first.data && pick(first.data);
  const following = further.key === key ? further.pages : ((loaded.get(kept) ?? []) as Connection<Node>[]);
  const pages = opening ? [opening, ...following] : [];
  const { hasNextPage, endCursor } = pages.at(-1)?.pageInfo ?? { hasNextPage: false, endCursor: null };
  const more = () => {
    if (loading.current) {
      return;
    }
    loading.current = true;
    ask(document, { ...variables, after: endCursor })
      .then(
        (result) => {
          const page = pick(result);
          setFailure(undefined);
          const whole = [...following, ...(page ? [page] : [])];
          keep(kept, whole);
          setFurther({ key, pages: whole });
        },
        (error: unknown) => setFailure(error instanceof Failure ? error : new Failure(String(error), "Try again.")),
      )
      .finally(() => {
        loading.current = false;
      });
  };
  return {
    nodes: pages.flatMap((page) => page.nodes),
    total: opening?.totalCount,
    failure: first.failure ?? failure,
    waiting: first.waiting,
    more: hasNextPage && !first.waiting ? more : undefined,
    retry: first.failure ? first.retry : more,
  };
}

/** Enough for any article: an answer that goes on for longer is cut, not the page stuck. */
const MOST_PAGES = 40;

/** All pages of a short list, such as what one article tells; grows while they arrive, `done` once all are there. */
export function useWhole<Result, Variables extends object, Node>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  pick: (result: Result) => Connection<Node> | null | undefined,
): { nodes: Node[]; done: boolean; failure: Failure | undefined } {
  const [state, setState] = useState<{ nodes: Node[]; done: boolean; failure?: Failure }>({ nodes: [], done: false });
  useEffect(() => {
    const controller = new AbortController();
    async function load() {
      let nodes: Node[] = [];
      let after: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const found = pick(await ask(document, { ...variables, after }, controller.signal));
        nodes = [...nodes, ...(found?.nodes ?? [])];
        after = found?.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
        setState({ nodes, done: after === null });
        if (after === null) {
          return;
        }
      }
    }
    load().catch((error: unknown) => {
      if (!controller.signal.aborted) {
        const failure = error instanceof Failure ? error : new Failure(String(error), "Load the page again.");
        setState((known) => ({ ...known, failure }));
      }
    });
    return () => controller.abort();
  }, [document, JSON.stringify(variables)]);
  return { failure: undefined, ...state };
}
