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

root.render(<Explorer loaded={loaded} opening={linked ?? (isFirstVisit() ? loaded.examples[0] : undefined)} />);

// A link pasted into the address bar of the open page changes the fragment only, and the browser does not reload.
window.addEventListener("hashchange", () => window.location.reload());

function isFirstVisit() {
  try {
    return window.localStorage.getItem(STORED_TABS) === null;
  } catch {
    return true;
  }
}
