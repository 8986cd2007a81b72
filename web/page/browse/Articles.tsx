import { type ArticleOrder, type ArticleWhere, BrowseArticlesDocument } from "../api/documents";
import { usePages } from "../api/pages";
import { formatDay } from "../format";
import type { ListProps } from "./Browse";
import { Choice, NameField, PAGE, Table } from "./controls";

const ORDERS: Record<string, ArticleOrder> = {
  "": { field: "PUBLISHED_AT", direction: "DESC" },
  oldest: { field: "PUBLISHED_AT", direction: "ASC" },
};

/** Articles, by title and publisher. */
export function Articles({ given, change }: ListProps) {
  const [name, publisher, sort] = ["name", "publisher", "sort"].map((one) => given.get(one) ?? "") as [string, string, string];
  const where: ArticleWhere = {
    ...(name && { title: { contains: name } }),
    ...(publisher && { publisher: { eq: publisher } }),
  };
  const orderBy = ORDERS[sort] ?? (ORDERS[""] as ArticleOrder);
  const pages = usePages(BrowseArticlesDocument, { where, orderBy, first: PAGE }, (data) => data.articles);
  return (
    <>
      <div class="controls">
        <NameField label="In the title" value={name} onChange={(value) => change({ name: value })} />
        <Choice label="Order" value={sort} choices={[["", "Newest first"], ["oldest", "Oldest first"]]} onChange={(value) => change({ sort: value })} />
        {publisher && (
          <button type="button" class="chip" onClick={() => change({ publisher: "" })} aria-label={`Remove: ${publisher}`}>
            {publisher} ×
          </button>
        )}
      </div>
      <Table
        pages={pages}
        noun={["article", "articles"]}
        heads={["Title", "Publisher", "Published"]}
        row={(article) => (
          <>
            <td>
              <a href={`/article/${article.id}`}>{article.title ?? "Without a title"}</a>
              {article.byline && <span class="aside"> {article.byline}</span>}
            </td>
            <td>{article.publisher ?? <span class="aside">not known</span>}</td>
            <td class="figure">{article.publishedAt ? formatDay(article.publishedAt) : <span class="aside">not known</span>}</td>
          </>
        )}
      />
    </>
  );
}
