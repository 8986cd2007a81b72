/* The name, the ways around, search, and light or dark. */

import { useEffect, useState } from "preact/hooks";
import { Icon } from "../ui/Icon";
import { type Address, go, routeOf } from "./route";
import type { Theme } from "./theme";

export function Masthead({ address, theme, toggleTheme }: { address: Address; theme: Theme; toggleTheme: () => void }) {
  const { view } = routeOf(address.path);
  const current = (name: string) => (view === name ? "page" : undefined);
  return (
    <header class="masthead">
      <a class="wordmark" href="/" aria-label="Dateline: all events">
        Date<span>line</span>
      </a>
      <SearchField address={address} />
      <nav aria-label="Pages">
        <a href="/" aria-current={current("explore")}>
          Events
        </a>
        <a href="/try" aria-current={current("try")}>
          Try it
        </a>
        <a href="/graphql">GraphQL</a>
        <a href="/v1">REST</a>
      </nav>
      <button type="button" class="theme" onClick={toggleTheme} aria-label={theme === "dark" ? "Use light colours" : "Use dark colours"}>
        <Icon name={theme === "dark" ? "sun" : "moon"} />
      </button>
    </header>
  );
}

function SearchField({ address }: { address: Address }) {
  const asked = address.path === "/search" ? (new URLSearchParams(address.query).get("q") ?? "") : "";
  const [words, setWords] = useState(asked);
  useEffect(() => setWords(asked), [asked]);
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim()) {
          go(`/search?${new URLSearchParams({ q: words.trim() })}`);
        }
      }}
    >
      <Icon name="search" />
      <input
        type="search"
        aria-label="Search everything"
        placeholder="Search events, people, places, quotes"
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
    </form>
  );
}
