// urql 6: queries by GET and POST, errors, a subscription as an event stream.
import assert from "node:assert/strict";
import { Client, cacheExchange, fetchExchange, gql } from "@urql/core";
import { WATCH, failAfter, sendUntil } from "./articles.js";

const [url, key] = process.argv.slice(2);
const methods = [];
const noting = (address, options) => (methods.push(options.method ?? "GET"), fetch(address, options));
const exchanges = [cacheExchange, fetchExchange];
const open = (own) => new Client({ url, exchanges, fetch: noting, fetchSubscriptions: true, ...own });

const query = gql`query Quotes($n: Int!) { quotes(first: $n) { nodes { id text } } }`;
for (const preferGetMethod of [true, false]) {
  const client = open({ preferGetMethod });
  const { data, error } = await client.query(query, { n: 2 }).toPromise();
  assert.equal(error, undefined);
  assert.equal(data.quotes.nodes.length, 2);
  const refused = await client.query(gql`{ event(id: "nonsense") { id } }`, {}).toPromise();
  assert.equal(refused.error.graphQLErrors[0].extensions.code, "BAD_QUERY");
}
assert.deepEqual(new Set(methods), new Set(["GET", "POST"]));

const client = open({ preferGetMethod: false });
const heard = failAfter(60, new Promise((resolve) => client.subscription(gql(WATCH), {}).subscribe(resolve)));
const { data, error } = await sendUntil(url, key, heard, 2);
assert.equal(error, undefined);
assert.equal(data.eventAdded.type, "ASSAULT");
process.exit(0);
