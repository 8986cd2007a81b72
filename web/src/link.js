/*
 * Links to a query: `/graphql#query=...&variables=...`.
 *
 * The fragment keeps long queries out of the request line and out of the server's logs.  `?query=...&variables=...`
 * opens the query too.
 */

/** The query and the variables (JSON text) that an address names, or undefined where it names none. */
export function readLink(location) {
  for (const text of [location.hash.slice(1), location.search.slice(1)]) {
    const parameters = new URLSearchParams(text);
    const query = parameters.get("query");
    if (query) {
      return { query, variables: layOut(parameters.get("variables")) };
    }
  }
  return undefined;
}

/** The address that opens `query` with `variables` (JSON text, may be empty). */
export function writeLink(location, query, variables) {
  const parameters = new URLSearchParams({ query });
  if (variables?.trim()) {
    parameters.set("variables", variables);
  }
  return `${location.origin}${location.pathname}#${parameters}`;
}

function layOut(variables) {
  if (!variables) {
    return "";
  }
  try {
    return JSON.stringify(JSON.parse(variables), null, 2);
  } catch {
    return variables;
  }
}
