/* The panel "Examples": the saved queries of the server; a click opens one in a new tab. */

import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";

const URL_OF_EXAMPLES = "/graphql/examples.json";

/** `{examples: [{name, title, query, variables}], failure}`; variables are JSON text, failure a sentence or undefined. */
export async function loadExamples() {
  try {
    const response = await fetch(URL_OF_EXAMPLES, { headers: { Accept: "application/json" } });
    if (!response.ok) {
      throw new Error(`the server answered ${response.status}`);
    }
    return { examples: (await response.json()).map(readExample) };
  } catch (error) {
    return { examples: [], failure: `The examples could not be loaded: ${error.message}. Reload the page to try again.` };
  }
}

function readExample({ name, title, query, variables }) {
  return { name, title, query, variables: variables ? JSON.stringify(variables, null, 2) : "" };
}

/** The GraphiQL plugin that shows what `loadExamples` returned. */
export function createExamplesPlugin(loaded) {
  return { title: "Examples", icon: ExamplesIcon, content: () => <ExamplesPanel {...loaded} /> };
}

function ExamplesPanel({ examples, failure }) {
  const open = useOpenInTab();
  return (
    <section className="examples" aria-label="Examples">
      <h2 className="graphiql-doc-explorer-title">Examples</h2>
      <p className="examples-hint">A click opens the query in a new tab. Ctrl-Enter runs it.</p>
      {failure && <p role="alert">{failure}</p>}
      <ul>
        {examples.map((example) => (
          <li key={example.name}>
            <button type="button" className="example" onClick={() => open(example)}>
              {example.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useOpenInTab() {
  const { addTab, updateActiveTabValues } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  return ({ query, variables }) => {
    addTab();
    // The tab's title must not wait for the editor, which reports changes after a pause.
    updateActiveTabValues({ query, variables, operationName: null });
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
    queryEditor?.focus();
  };
}

function ExamplesIcon(props) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true" {...props}>
      <path d="M12 6.5C10 4.8 7 4.3 3.5 4.5v13.5c3.5-.2 6.5.3 8.5 2 2-1.7 5-2.2 8.5-2V4.5C17 4.3 14 4.8 12 6.5z" strokeLinejoin="round" />
      <path d="M12 6.5V20" />
    </svg>
  );
}
