/* The search field of every view: suggestions as one types, by arrow keys or mouse; Enter alone searches everything. */

import { useEffect, useId, useState } from "preact/hooks";
import { SuggestDocument } from "../api/documents";
import { useAsk } from "../api/use";
import { Icon } from "../ui/Icon";
import { type Address, go } from "./route";
import { targetsOf } from "./suggestions";

const KINDS = ["ACTOR", "LOCATION", "PUBLISHER"] as const;

export function SearchField({ address }: { address: Address }) {
  const asked = address.path === "/search" ? (new URLSearchParams(address.query).get("q") ?? "") : "";
  const [words, setWords] = useState(asked);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const id = useId();
  useEffect(() => setWords(asked), [asked]);
  const text = words.trim();
  const { data } = useAsk(SuggestDocument, open && text ? { text: text.slice(0, 100), kinds: [...KINDS], first: 8 } : undefined);
  const targets = open && text ? targetsOf(text, data?.suggestions ?? []) : [];
  const chosen = Math.min(active, targets.length - 1);
  const visit = (to: string) => {
    setOpen(false);
    go(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && targets.length > 0) {
      event.preventDefault();
      setActive((chosen + step + targets.length) % targets.length);
    } else if (event.key === "Escape" && targets.length > 0) {
      event.preventDefault();
      setOpen(false);
    }
  };
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (text) {
          visit(targets[chosen]?.address ?? `/search?${new URLSearchParams({ q: text })}`);
        }
      }}
    >
      <Icon name="search" />
      <input
        type="search"
        role="combobox"
        aria-label="Search everything"
        aria-expanded={targets.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={targets.length > 0 ? `${id}-${chosen}` : undefined}
        autocomplete="off"
        list={undefined}
        placeholder="Search events, people, places, quotes"
        maxLength={500}
        value={words}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          setOpen(true);
          setActive(0);
        }}
      />
      <ul id={id} class="suggestions" role="listbox" aria-label="Suggestions" hidden={targets.length === 0}>
        {targets.map(({ address: to, name, note }, index) => (
          <li
            key={to}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            // The field would lose the focus before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => visit(to)}
          >
            <span>{name}</span>
            <span class="aside">{note}</span>
          </li>
        ))}
      </ul>
    </form>
  );
}
