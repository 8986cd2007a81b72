/* GraphiQL under Dateline's name, with the panels Docs, History, Query builder and Examples. */

import { explorerPlugin } from "@graphiql/plugin-explorer";
import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { GraphiQL } from "graphiql";
import { useState } from "react";

import { createExamplesPlugin } from "./examples.jsx";
import { fetchAnswer } from "./fetcher.js";
import { ShareButton } from "./share.jsx";

/**
 * `loaded` is what `loadExamples` returned; `opening` a query with its variables, or undefined to go on with the stored
 * tabs, of which `reopened` was open last.
 */
export function Explorer({ loaded, opening, reopened }) {
  const [examples] = useState(() => createExamplesPlugin(loaded));
  const [plugins] = useState(() => [HISTORY_PLUGIN, { ...explorerPlugin(), title: "Query builder" }, examples]);
  return (
    <GraphiQL
      fetcher={fetchAnswer}
      plugins={plugins}
      visiblePlugin={opening ? examples : undefined}
      defaultEditorToolsVisibility="variables"
      inputValueDeprecation
      schemaDescription
      {...startingWith(opening, reopened)}
    >
      <GraphiQL.Logo>
        <h1 className="brand">Dateline</h1>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <ShareButton />
          </>
        )}
      </GraphiQL.Toolbar>
    </GraphiQL>
  );
}

/** GraphiQL takes the tab from `defaultTabs`, but the text of its editors from the two others. */
function startingWith(opening, reopened) {
  if (!opening) {
    return reopened ? { initialQuery: reopened.query, initialVariables: reopened.variables } : {};
  }
  const { query, variables } = opening;
  return { initialQuery: query, initialVariables: variables, defaultTabs: [{ query, variables }] };
}
