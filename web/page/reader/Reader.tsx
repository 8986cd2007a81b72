/* A stored article with its evidence lit up. */

import { useMemo } from "preact/hooks";
import {
  ArticleActorsDocument,
  ArticleEventsDocument,
  ArticlePlacesDocument,
  ArticleQuotesDocument,
  OneArticleDocument,
  type OneArticleQuery,
} from "../api/documents";
import { useWhole } from "../api/pages";
import { useAsk } from "../api/use";
import { formatDay } from "../format";
import { Pending } from "../site/Pending";
import { useTitle } from "../site/title";
import { hostOf, safeLink } from "../text/address";
import { Broken, Empty } from "../ui/states";
import { Lit } from "./Lit";
import { NoArticle } from "./NoArticle";
import * as stored from "./stored";
import type { Reading } from "./thing";

type Article = NonNullable<OneArticleQuery["article"]>;

export function Reader({ id, hash, query }: { id: string; hash: string; query: string }) {
  const { data, failure, retry } = useAsk(OneArticleDocument, { id });
  const found = useReading(id, data?.article?.text ?? "");
  useTitle(data?.article?.title ?? "Article");
  if (failure || !data) {
    return <Pending what="the article" failure={failure} retry={retry} />;
  }
  if (!data.article) {
    return <NoArticle id={id} />;
  }
  return (
    <main id="main" class="sheet reader" tabIndex={-1} aria-busy={!found.done}>
      <Head article={data.article} />
      {found.failure && <Broken failure={found.failure} />}
      {data.article.text === null ? (
        <Empty title="The text is not served here">
          <p>Who runs this server has chosen so. The events that it tells of are in the list of <a href="/">all events</a>.</p>
        </Empty>
      ) : (
        <Lit reading={found.reading} hash={hash} query={query} />
      )}
    </main>
  );
}

function useReading(id: string, text: string) {
  const events = useWhole(ArticleEventsDocument, { id }, (data) => data.article?.events);
  const quotes = useWhole(ArticleQuotesDocument, { id }, (data) => data.article?.quotes);
  const actors = useWhole(ArticleActorsDocument, { id }, (data) => data.article?.actors);
  const places = useWhole(ArticlePlacesDocument, { id }, (data) => data.article?.locations);
  const reading = useMemo<Reading>(
    () => ({
      text,
      things: [
        ...events.nodes.map((event) => stored.eventThing(event, id)),
        ...quotes.nodes.map(stored.quoteThing),
        ...actors.nodes.map(stored.actorThing),
        ...places.nodes.map(stored.placeThing),
      ],
      highlights: [
        ...events.nodes.flatMap((event) => stored.eventHighlights(id, event)),
        ...quotes.nodes.flatMap((quote) => stored.quoteHighlights(id, quote)),
        ...actors.nodes.flatMap((actor) => stored.actorHighlights(id, actor)),
        ...places.nodes.flatMap((place) => stored.placeHighlights(id, place)),
      ],
    }),
    [id, text, events.nodes, quotes.nodes, actors.nodes, places.nodes],
  );
  const parts = [events, quotes, actors, places];
  return { reading, done: parts.every(({ done }) => done), failure: parts.find((part) => part.failure)?.failure };
}

function Licence({ written }: { written: string }) {
  const link = safeLink(written);
  if (!link) return <span>{written}</span>;
  return (
    <a href={link} rel="noreferrer nofollow license" target="_blank">
      Licence: {hostOf(link)}
    </a>
  );
}

function Head({ article }: { article: Article }) {
  const link = safeLink(article.url);
  return (
    <header class="article-head">
      <p class="kicker">{article.publisher ?? "Publisher not known"}</p>
      <h1>{article.title ?? "Without a title"}</h1>
      <p class="byline">
        {article.byline && <span>{article.byline}</span>}
        {article.publishedAt && <time dateTime={article.publishedAt}>{formatDay(article.publishedAt)}</time>}
        {link ? (
          <a href={link} rel="noreferrer nofollow" target="_blank">
            {hostOf(link)}
          </a>
        ) : (
          article.url && <span class="aside">{article.url}</span>
        )}
        {article.licence && <Licence written={article.licence} />}
      </p>
    </header>
  );
}
