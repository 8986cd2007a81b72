// Apollo Client 4: a page and the next one in its cache, automatic persisted queries, a subscription over a WebSocket.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { relayStylePagination } from "@apollo/client/utilities";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { WATCH, failAfter, sendUntil } from "./articles.js";

const [url, key] = process.argv.slice(2);
const requests = [];
const noting = (address, options) => (requests.push(options.body ?? address), fetch(address, options));
const http = new HttpLink({ uri: url, fetch: noting });
const persisted = new PersistedQueryLink({ sha256: (text) => createHash("sha256").update(text).digest("hex") });
const sockets = createClient({ url: url.replace("http", "ws"), webSocketImpl: WebSocket, lazy: true });
const isSubscription = ({ operationType }) => operationType === "subscription";
const client = new ApolloClient({
  cache: new InMemoryCache({ typePolicies: { Query: { fields: { events: relayStylePagination(["where"]) } } } }),
  link: ApolloLink.split(isSubscription, new GraphQLWsLink(sockets), persisted.concat(http)),
});

const query = gql`query Page($after: String) {
  events(first: 2, after: $after) {
    edges { cursor node { id summary } }
    pageInfo { hasNextPage endCursor startCursor hasPreviousPage }
  }
}`;
const first = await client.query({ query, variables: { after: null } });
assert.equal(first.data.events.edges.length, 2);
const watched = client.watchQuery({ query, variables: { after: null } });
const subscription = watched.subscribe({});
await watched.fetchMore({ variables: { after: first.data.events.pageInfo.endCursor } });
const both = client.readQuery({ query, variables: { after: null } });
assert.equal(new Set(both.events.edges.map((edge) => edge.node.id)).size, 4);
assert.ok(requests.some((body) => !body.includes("query Page")), "a request went by its hash alone");
subscription.unsubscribe();

const heard = failAfter(60, new Promise((resolve, reject) => {
  client.subscribe({ query: gql(WATCH) }).subscribe({ next: resolve, error: reject });
}));
const { data } = await sendUntil(url, key, heard, 1);
assert.equal(data.eventAdded.type, "ASSAULT");
assert.equal(data.eventAdded.location.name, "Lima");
await sockets.dispose();
client.stop();
process.exit(0);
