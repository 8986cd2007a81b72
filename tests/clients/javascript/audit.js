// The public suite of GraphQL over HTTP: node audit.js URL [API-KEY].
import { serverAudits } from "graphql-http";

const [url, key] = process.argv.slice(2);
const fetchFn = (address, options = {}) =>
  fetch(address, key ? { ...options, headers: { ...options.headers, authorization: `Bearer ${key}` } } : options);
const results = await Promise.all(serverAudits({ url, fetchFn }).map((audit) => audit.fn()));
const short = results.filter((result) => result.status !== "ok").map((result) => `${result.name}: ${result.reason}`);
console.log(JSON.stringify({ audits: results.length, ok: results.length - short.length, short }));
