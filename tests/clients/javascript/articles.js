// Sends articles until somebody has heard of one: when a subscription has begun is for its client to know.
const INGEST = `mutation Ingest($article: ArticleInput!) {
  articleIngest(article: $article, reason: "A test of clients.") { outcome article { id } }
}`;
const MOST = 60;

export const WATCH = `subscription Watch { eventAdded(where: { type: { eq: ASSAULT } }) { id type location { name } } }`;

async function send(url, key, sender, number) {
  // A month apart, so that no two of them tell of one event.
  const day = new Date(Date.UTC(1990, 0, 1) + (sender * MOST + number) * 30 * 86_400_000).toISOString().slice(0, 10);
  const article = {
    text: "A bomb killed six people in Lima on Tuesday, police said.",
    title: `Story ${number} of ${sender}`,
    url: `https://tide.example/${sender}/${number}`,
    publishedAt: day,
  };
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: INGEST, variables: { article } }),
  });
  const answer = await response.json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
}

// `sender` is a number of its own for each call.
export async function sendUntil(url, key, heard, sender) {
  let done = false;
  const stop = () => (done = true);
  heard.then(stop, stop);
  for (let number = 0; !done && number < MOST; number++) {
    await send(url, key, sender, number);
    await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 200))]);
  }
  return heard;
}

export function failAfter(seconds, promise) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`nothing after ${seconds} s`)), seconds * 1000).unref();
  });
  return Promise.race([promise, late]);
}
