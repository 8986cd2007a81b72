/* Finds an actor, a place or a publisher by a part of the name, as one types it. */

import { useState } from "preact/hooks";
import { SuggestDocument, type SuggestionKind } from "../api/documents";
import { useAsk } from "../api/use";
import { formatNumber } from "../format";
import { noteOf } from "../site/suggestions";

interface Props {
  kind: SuggestionKind;
  label: string;
  add: (value: string, name: string) => void;
}

export function Finder({ kind, label, add }: Props) {
  const [typed, setTyped] = useState("");
  const text = typed.trim().slice(0, 100);
  const { data, waiting } = useAsk(SuggestDocument, text ? { text, kinds: [kind], first: 10 } : undefined);
  const found = text ? data?.suggestions : [];
  return (
    <div class="finder">
      <label>
        <span>{label}</span>
        <input type="search" value={typed} placeholder="Begin to type a name" onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <ul class="choices" aria-busy={waiting}>
        {found?.map((one) => (
          <li key={one.value}>
            <button type="button" onClick={() => add(one.value, one.name)}>
              <span>
                {one.name} <span class="aside">{noteOf(one)}</span>
              </span>
              <span class="aside">{formatNumber(one.count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {text && found?.length === 0 && <p class="aside">Nothing of that name is known.</p>}
    </div>
  );
}
