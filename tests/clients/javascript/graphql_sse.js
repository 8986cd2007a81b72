// graphql-sse, distinct connections: a query, an error, a subscription.
import assert from "node:assert/strict";
import { createClient } from "graphql-sse";
import { WATCH, failAfter, sendUntil } from "./articles.js";

const [url, key] = process.argv.slice(2);
const client = createClient({ url, singleConnection: false, retryAttempts: 0 });
const first = await client.iterate({ query: "{ events(first: 2) { nodes { id } } }" }).next();
assert.equal(first.value.data.events.nodes.length, 2);
const refused = await client.iterate({ query: "{ nothing }" }).next();
assert.equal(refused.value.errors[0].extensions.code, "BAD_QUERY");
assert.equal("data" in refused.value, false);

const events = client.iterate({ query: WATCH });
const event = await sendUntil(url, key, failAfter(60, events.next()), 5);
assert.equal(event.value.data.eventAdded.type, "ASSAULT");
client.dispose();
process.exit(0);
