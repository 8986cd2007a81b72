/* The toolbar's button "Share": makes a link to the query that is open. */

import { ToolbarButton, useGraphiQL } from "@graphiql/react";
import { useEffect, useState } from "react";

import { writeLink } from "./link.js";

const LABEL = "Share (copy a link to this query)";
const MESSAGE_MILLISECONDS = 4000;

export function ShareButton() {
  const [message, setMessage] = useState("");
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  useEffect(() => {
    const timer = setTimeout(() => setMessage(""), MESSAGE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [message]);

  async function share() {
    const link = writeLink(window.location, queryEditor?.getValue() ?? "", variableEditor?.getValue());
    window.history.replaceState(null, "", link);
    setMessage(await copy(link));
  }

  return (
    <>
      <ToolbarButton label={LABEL} onClick={share}>
        <ShareIcon className="graphiql-toolbar-icon" />
      </ToolbarButton>
      <span className="share-message" role="status">
        {message}
      </span>
    </>
  );
}

/** Browsers allow the clipboard on HTTPS and on localhost only; elsewhere the address bar has the link. */
async function copy(link) {
  try {
    await navigator.clipboard.writeText(link);
    return "Link copied";
  } catch {
    return "The link is in the address bar";
  }
}

function ShareIcon(props) {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true" {...props}>
      <path d="M6.5 9.5a3 3 0 0 0 4.25 0l2.5-2.5A3 3 0 0 0 9 2.75l-1 1" strokeLinecap="round" />
      <path d="M9.5 6.5a3 3 0 0 0-4.25 0L2.75 9A3 3 0 0 0 7 13.25l1-1" strokeLinecap="round" />
    </svg>
  );
}
