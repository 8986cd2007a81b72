/* What somebody said, with who, and where it stands. */

import type { SayingFragment } from "../api/documents";
import { formatDay, shorten } from "../format";
import { Taken } from "./Taken";

export function QuoteCard({ quote, bare }: { quote: SayingFragment; bare?: boolean }) {
  const { speaker, speakerAsWritten, article, kind } = quote;
  return (
    <figure class="quote">
      <blockquote class={kind.toLowerCase()}>{shorten(quote.text, 420)}</blockquote>
      <figcaption>
        {!bare && (speaker ? <a href={`/actor/${speaker.id}`}>{speaker.name}</a> : (speakerAsWritten ?? "Nobody named"))}
        {!bare && quote.speakerBasis === "MODEL" && <Taken basis="MODEL" />}
        {quote.cue && <span> {bare ? quote.cue : ` ${quote.cue}`}</span>}
        {quote.medium && <span> · {quote.medium}</span>}
        <a class="source" href={`/article/${article.id}#${quote.id}`}>
          {[article.publisher, article.publishedAt && formatDay(article.publishedAt)].filter(Boolean).join(", ") || article.title || "Read it in the article"}
        </a>
      </figcaption>
    </figure>
  );
}
