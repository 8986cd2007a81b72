/* Choices with their numbers, any of which may hold; with many of them, a field to find one. */

import { useState } from "preact/hooks";
import { formatNumber } from "../format";
import { Waiting } from "../ui/states";

export interface Choice {
  value: string;
  name: string;
  note?: string;
  /** How many events it would leave; undefined until that is known. */
  count?: number | undefined;
}

interface Props {
  title: string;
  /** Undefined while they are on their way. */
  choices: Choice[] | undefined;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  mark?: string;
}

const MANY = 12;

export function CheckList({ title, choices, chosen, onChange, mark }: Props) {
  const [wanted, setWanted] = useState("");
  if (!choices) {
    return <Waiting what={title} />;
  }
  const shown = choices.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()));
  const toggle = (value: string) => onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset class={`checks ${mark ?? ""}`}>
      <legend>{title}</legend>
      {choices.length > MANY && (
        <input type="search" aria-label={`Find: ${title}`} placeholder="Find" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      )}
      {shown.map(({ value, name, note, count }) => (
        <label key={value} class={count === 0 ? "none" : ""} title={note}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>{name}</span>
          {count !== undefined && <span class="aside">{formatNumber(count)}</span>}
        </label>
      ))}
      {shown.length === 0 && <p class="aside">Nothing to choose from.</p>}
    </fieldset>
  );
}
