// graphql-request: a query with variables, an error with its code, a mutation with a key.
import assert from "node:assert/strict";
import { GraphQLClient, ClientError, gql } from "graphql-request";

const [url, key] = process.argv.slice(2);
const client = new GraphQLClient(url);
const names = gql`query Names($n: Int!) { actors(first: $n) { totalCount nodes { id name } } }`;
const data = await client.request(names, { n: 3 });
assert.equal(data.actors.nodes.length, 3);
assert.ok(data.actors.totalCount > 3);

const refused = await client.request(gql`{ events(first: 1000) { nodes { id } } }`).catch((error) => error);
assert.ok(refused instanceof ClientError);
assert.equal(refused.response.errors[0].extensions.code, "LIMIT");
assert.ok(refused.response.errors[0].extensions.hint);

const { events } = await client.request(gql`{ events(first: 1) { nodes { id } } }`);
const correct = gql`mutation Correct($id: ID!) {
  eventCorrect(event: $id, change: { injured: { best: 5 } }, reason: "Counted again.") {
    event { injured { best } }
    judgements { id }
  }
}`;
const undo = gql`mutation Undo($id: ID!) {
  judgementWithdraw(judgement: $id, reason: "A test.") { judgement { withdrawn { by } } }
}`;
const closed = await client.request(correct, { id: events.nodes[0].id }).catch((error) => error);
assert.equal(closed.response.errors[0].extensions.code, "FORBIDDEN");
client.setHeader("authorization", `Bearer ${key}`);
const { eventCorrect } = await client.request(correct, { id: events.nodes[0].id });
assert.equal(eventCorrect.event.injured.best, 5);
const { judgementWithdraw } = await client.request(undo, { id: eventCorrect.judgements[0].id });
assert.deepEqual(judgementWithdraw.judgement.withdrawn, { by: "clients" });
