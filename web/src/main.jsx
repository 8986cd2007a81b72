/* The page at /graphql: finds out what to open, then shows GraphiQL. */

import "./workers.js";
// Not `graphiql/style.css`: that is these four with half a megabyte of web fonts and Monaco's rules once more.
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "@graphiql/plugin-explorer/style.css";
import "./page.css";

import { createRoot } from "react-dom/client";

import { loadExamples } from "./examples.jsx";
import { Explorer } from "./explorer.jsx";
import { readLink } from "./link.js";

const STORED_TABS = "graphiql:tabState";

const root = createRoot(document.getElementById("root"));
const loaded = await loadExamples();
const linked = readLink(window.location);

root.render(<Explorer loaded={loaded} opening={linked ?? (isFirstVisit() ? loaded.examples[0] : undefined)} reopened={readOpenTab()} />);

// A link pasted into the address bar of the open page changes the fragment only, and the browser does not reload.
window.addEventListener("hashchange", () => window.location.reload());

function isFirstVisit() {
  return readStored() === null;
}

/** The query and the variables of the tab that was open last; GraphiQL keeps them with the tab, and forgets them as it starts. */
function readOpenTab() {
  try {
    const { tabs, activeTabIndex } = JSON.parse(readStored());
    const { query, variables } = tabs[activeTabIndex];
    return { query: query ?? "", variables: variables ?? "" };
  } catch {
    return undefined;
  }
}

/** Null also where nothing can be stored: every visit is the first. */
function readStored() {
  try {
    return window.localStorage.getItem(STORED_TABS);
  } catch {
    return null;
  }
}
