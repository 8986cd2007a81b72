/*
 * Sends a query as GraphQL over HTTP asks, and turns everything that is no JSON answer into an error to read.  A
 * subscription is answered by an event stream (the distinct connections mode of graphql-sse), a result at a time.
 */

import { getOperationAST, parse } from "graphql";

const URL_OF_API = "/graphql";
const ACCEPT = "application/graphql-response+json, application/json;q=0.9";
const STREAM = "text/event-stream";

export function fetchAnswer(parameters, options) {
  return isSubscription(parameters) ? watch(parameters, options) : ask(parameters, options);
}

/** What cannot be parsed is the server's to refuse. */
function isSubscription({ query, operationName }) {
  try {
    return getOperationAST(parse(query), operationName)?.operation === "subscription";
  } catch {
    return false;
  }
}

async function ask(parameters, options) {
  const response = await send(parameters, options, ACCEPT);
  return readJson(await response.text(), response);
}

/** Each result as it comes; closing it closes the connection. */
async function* watch(parameters, options) {
  const closing = new AbortController();
  try {
    const response = await send(parameters, options, STREAM, closing.signal);
    if (!response.headers.get("Content-Type")?.startsWith(STREAM)) {
      yield readJson(await response.text(), response);
      return;
    }
    let text = "";
    for await (const part of partsOf(response.body)) {
      const frames = (text + part).split("\n\n");
      text = frames.pop();
      for (const frame of frames) {
        const fields = Object.fromEntries(frame.split("\n").map((line) => line.split(/: ?(.*)/s)));
        if (fields.event === "complete") {
          return;
        }
        if (fields.event === "next") {
          yield JSON.parse(fields.data);
        }
      }
    }
  } finally {
    closing.abort();
  }
}

/** Not every browser iterates over a stream. */
async function* partsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    yield part.value;
  }
}

function send(parameters, options, accept, signal) {
  return fetch(URL_OF_API, {
    method: "POST",
    headers: { Accept: accept, "Content-Type": "application/json", ...options?.headers },
    body: JSON.stringify(parameters),
    signal,
  });
}

function readJson(text, { status, statusText }) {
  try {
    return JSON.parse(text);
  } catch {
    return { errors: [{ message: `The server answered ${status} ${statusText}, without JSON.` }] };
  }
}
