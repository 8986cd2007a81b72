// graphql-ws: a query, errors, several subscriptions on one connection, one of them ended by the client.
import assert from "node:assert/strict";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { WATCH, failAfter, sendUntil } from "./articles.js";

const [url, key] = process.argv.slice(2);
const client = createClient({ url: url.replace("http", "ws"), webSocketImpl: WebSocket, retryAttempts: 0 });
const once = (payload) => new Promise((resolve, reject) => {
  let last;
  client.subscribe(payload, { next: (value) => (last = value), error: reject, complete: () => resolve(last) });
});
const names = "query Names($n: Int) { locations(first: $n) { nodes { name } } }";
const answer = await once({ query: names, variables: { n: 2 } });
assert.equal(answer.data.locations.nodes.length, 2);
assert.equal(answer.extensions.cost.price, 4);
const dear = "{ events(first: 100) { nodes { reports(first: 100) { nodes { id status } } } } }";
const refused = await once({ query: dear }).catch((errors) => errors);
assert.equal(refused[0].extensions.code, "LIMIT");

const events = client.iterate({ query: WATCH });
const articles = client.iterate({ query: "subscription { articleAdded { id title } }" });
const heard = failAfter(60, Promise.all([events.next(), articles.next()]));
const [event, article] = await sendUntil(url, key, heard, 3);
assert.equal(event.value.data.eventAdded.location.name, "Lima");
assert.match(article.value.data.articleAdded.title, /^Story .* of 3/);
await events.return();
const next = failAfter(60, articles.next());
await sendUntil(url, key, next, 4);
await client.dispose();
process.exit(0);
