/* The addresses of the page: which view a path opens, and moving between them without loading the page again. */

import { useEffect, useState } from "preact/hooks";
import { keepScroll, newVisit, watchScroll } from "./scroll";

export type Route =
  | { view: "explore" }
  | { view: "search" }
  | { view: "try" }
  | { view: "corrections" }
  | { view: "browse"; list: string }
  | { view: "event" | "article" | "actor" | "location"; id: string }
  | { view: "missing" };

export interface Address {
  path: string;
  /** Without `?`. */
  query: string;
  /** Without `#`. */
  hash: string;
}

const THING = /^\/(event|article|actor|location)\/([a-z]{3}_[a-z0-9]+)$/;

/** The lists to browse, by their paths. */
export const LISTS: Record<string, string> = { "/articles": "Articles", "/actors": "People and bodies", "/locations": "Places", "/publishers": "Publishers" };

export function routeOf(path: string): Route {
  if (path in LISTS) {
    return { view: "browse", list: path };
  }
  const thing = THING.exec(path);
  if (thing) {
    return { view: thing[1] as "event", id: thing[2] as string };
  }
  return { view: ({ "/": "explore", "/search": "search", "/try": "try", "/corrections": "corrections" } as const)[path] ?? "missing" };
}

export function here(): Address {
  const { pathname, search, hash } = window.location;
  return { path: pathname, query: search.slice(1), hash: decodeURIComponent(hash.slice(1)) };
}

/** Goes to an address of this page; with `replace`, Back does not come here again. */
export function go(address: string, { replace = false } = {}): void {
  const changed = new URL(address, window.location.href).pathname !== window.location.pathname;
  if (replace) {
    window.history.replaceState(window.history.state, "", address);
  } else {
    keepScroll();
    window.history.pushState({ visit: newVisit() }, "", address);
  }
  window.dispatchEvent(new Event(MOVED));
  if (changed) {
    window.scrollTo(0, 0);
    // Who listens to the page hears where it is now; who tabs through it begins at the top.
    document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  }
}

const MOVED = "dateline:moved";

/** Where the page is, kept up to date; links of this page are followed without loading it again. */
export function useAddress(): Address {
  const [address, setAddress] = useState(here);
  useEffect(() => {
    const update = () => setAddress(here());
    const events = ["popstate", "hashchange", MOVED];
    events.forEach((name) => window.addEventListener(name, update));
    document.addEventListener("click", followLink);
    const forget = watchScroll();
    return () => {
      events.forEach((name) => window.removeEventListener(name, update));
      document.removeEventListener("click", followLink);
      forget();
    };
  }, []);
  return address;
}

function followLink(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.("a[href]");
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
  if (!(link instanceof HTMLAnchorElement) || modified || event.defaultPrevented || link.target || link.download) {
    return;
  }
  if (link.origin === window.location.origin && routeOf(link.pathname).view !== "missing") {
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
  }
}
