/* Hides what a language model said, on every page; there only where one has said anything. */

import { ask } from "../api/ask";
import { ToldByModelsDocument } from "../api/documents";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../ui/Icon";

export function ModelSwitch({ hidden, toggle }: { hidden: boolean; toggle: () => void }) {
  const told = useTold();
  return told || hidden ? (
    <button type="button" class="model-switch" aria-pressed={hidden} onClick={toggle} title={hidden ? "Show what a language model said too" : "Hide what a language model said"}>
      <Icon name={hidden ? "unseen" : "eye"} />
      <span>{hidden ? "Model hidden" : "Model shown"}</span>
    </button>
  ) : null;
}

/** Whether a model told anything of what is stored; looked up once. */
function useTold(): boolean {
  const [told, setTold] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    ask(ToldByModelsDocument, { told: { eq: "MODEL" } }, controller.signal, undefined, true).then(
      (found) => setTold(Object.values(found).some(({ nodes }) => nodes.length > 0)),
      // The page is of use without it.
      () => undefined,
    );
    return () => controller.abort();
  }, []);
  return told;
}
