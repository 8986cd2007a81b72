/* Sends a query as GraphQL over HTTP asks, and turns everything that is no JSON answer into an error to read. */

const URL_OF_API = "/graphql";
const ACCEPT = "application/graphql-response+json, application/json;q=0.9";

export async function fetchAnswer(parameters, options) {
  const response = await fetch(URL_OF_API, {
    method: "POST",
    headers: { Accept: ACCEPT, "Content-Type": "application/json", ...options?.headers },
    body: JSON.stringify(parameters),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return { errors: [{ message: `The server answered ${response.status} ${response.statusText}, without JSON.` }] };
  }
}
