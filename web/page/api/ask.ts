/*
 * Asks the public API.  GraphQL answers 200 with errors inside; every way to fail becomes a `Failure`
 * with a sentence and a next step, so that a view shows one thing only.
 */

import { isModelHidden, withoutModel, withoutModelIn } from "../state/model";
import type { TypedDocumentString } from "./documents";

/** What went wrong, in words for a reader. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

const UNREACHABLE = "Check that the server still runs, then try again.";

/**
 * The `data` of an answer without errors; a change is asked with the key of who makes it.  What a model said is left out
 * where the reader hides it, unless `whole`.
 */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  key?: string,
  whole = false,
): Promise<Result> {
  const hides = isModelHidden() && !whole;
  const asked = hides ? withoutModelIn(document.toString(), variables) : variables;
  const body = JSON.stringify({ query: compact(document.toString()), variables: asked });
  const answer = await post<{ data?: Result; errors?: GraphQLError[] }>("/graphql", body, signal, key);
  const error = answer.errors?.[0];
  if (error || !answer.data) {
    throw new Failure(error?.message ?? "The answer holds no data.", error?.extensions?.hint ?? UNREACHABLE);
  }
  return hides ? withoutModel(answer.data) : answer.data;
}

interface GraphQLError {
  message: string;
  extensions?: { code?: string; hint?: string };
}

/** Sends JSON, gives JSON; a `Failure` where there is none, or where the server says what is wrong (RFC 9457). */
export async function post<Answer>(path: string, body: string, signal?: AbortSignal, key?: string): Promise<Answer> {
  const headers = { Accept: "application/json", "Content-Type": "application/json", ...(key && { Authorization: `Bearer ${key}` }) };
  let response: Response;
  try {
    response = await fetch(path, { method: "POST", headers, body, signal: signal ?? null });
  } catch (error) {
    if (isAbort(error)) {
      throw error;
    }
    throw new Failure("The server cannot be reached.", UNREACHABLE);
  }
  return read<Answer>(response);
}

async function read<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  try {
    const answer = JSON.parse(text) as Answer & Problem;
    if (!response.ok && answer.detail) {
      throw new Failure(answer.detail, answer.hint ?? UNREACHABLE);
    }
    return answer;
  } catch (error) {
    if (error instanceof Failure) {
      throw error;
    }
    throw new Failure(`The server answered ${response.status} ${response.statusText}.`, UNREACHABLE);
  }
}

interface Problem {
  detail?: string;
  hint?: string;
}

/** Whether a request was given up because nobody waits for it any more. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** The same document without the spaces that only people need: a fifth of the bytes. */
export function compact(document: string): string {
  return document.replace(/\s+/g, " ").trim();
}
