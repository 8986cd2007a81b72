/* Lists to go through: articles, actors, places, publishers; a hundred at once, what is shown stands in the address. */

import { go, LISTS } from "../site/route";
import { useTitle } from "../site/title";
import { Missing } from "../site/Missing";
import { readable } from "../state/address";
import { Actors } from "./Actors";
import { Articles } from "./Articles";
import { Locations } from "./Locations";
import { Publishers } from "./Publishers";

export interface ListProps {
  /** What the address asks for. */
  given: URLSearchParams;
  /** Asks for something else in its place; an empty text takes a parameter away. */
  change: (part: Record<string, string>) => void;
}

const VIEWS = { "/articles": Articles, "/actors": Actors, "/locations": Locations, "/publishers": Publishers };
const KNOWN: Record<string, string[]> = {
  "/articles": ["name", "publisher", "sort"],
  "/actors": ["name", "kind", "countryCode", "sort"],
  "/locations": ["name", "kind", "countryCode", "sort"],
  "/publishers": ["name"],
};

export function Browse({ path, query }: { path: string; query: string }) {
  useTitle(LISTS[path]);
  const given = new URLSearchParams(query);
  const View = VIEWS[path as keyof typeof VIEWS];
  const change = (part: Record<string, string>) => {
    const next = new URLSearchParams(window.location.search);
    Object.entries(part).forEach(([name, value]) => (value ? next.set(name, value) : next.delete(name)));
    go(next.size > 0 ? `${path}?${readable(next)}` : path, { replace: true });
  };
  if (!View) {
    return <Missing what="list" />;
  }
  const unknown = [...new Set(given.keys())].filter((name) => !KNOWN[path]?.includes(name));
  return (
    <main id="main" class="sheet browse" tabIndex={-1}>
      <h1>{LISTS[path]}</h1>
      {unknown.length > 0 && (
        <p class="problems" role="alert">
          {unknown.join(", ")}: not obeyed. This list takes {KNOWN[path]?.join(", ")}.
        </p>
      )}
      <View given={given} change={change} />
    </main>
  );
}
