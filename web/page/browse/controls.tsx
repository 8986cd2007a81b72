/* What the lists have in common: a field to find a name, a choice, a table with its three other states. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Pages } from "../api/pages";
import { counted } from "../format";
import { More } from "../things/EventList";
import { Broken, Empty, Waiting } from "../ui/states";

/** Rows of one page of these lists. */
export const PAGE = 100;
const PAUSE_MS = 250;

export function NameField({ label, value, onChange }: { label: string; value: string; onChange: (name: string) => void }) {
  const [typed, setTyped] = useState(value);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="search"
        value={typed}
        maxLength={200}
        onInput={(event) => {
          const name = event.currentTarget.value;
          setTyped(name);
          window.clearTimeout(timer.current);
          timer.current = window.setTimeout(() => onChange(name.trim()), PAUSE_MS);
        }}
      />
    </label>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  /** Values with their names; the first is what holds where nothing is chosen. */
  choices: readonly (readonly [value: string, name: string])[];
  onChange: (value: string) => void;
}

export function Choice({ label, value, choices, onChange }: ChoiceProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TableProps<Node> {
  pages: Pages<Node>;
  /** One of them, and several. */
  noun: [string, string];
  heads: readonly string[];
  row: (node: Node) => ComponentChildren;
}

export function Table<Node extends { id: string }>({ pages, noun, heads, row }: TableProps<Node>) {
  const { nodes, total, failure, retry, waiting, more } = pages;
  if (nodes.length === 0) {
    return failure ? <Broken failure={failure} retry={retry} /> : waiting || total === undefined ? <Waiting what={noun[1]} lines={9} /> : <Empty title={`No ${noun[1]} fit`} />;
  }
  return (
    <>
      <p class="aside" aria-live="polite">
        {total !== undefined && counted(total, noun[0], noun[1])}
      </p>
      <div class="listing" aria-busy={waiting}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {nodes.map((node) => (
              <tr key={node.id}>{row(node)}</tr>
            ))}
          </tbody>
        </table>
      </div>
      {failure && <Broken failure={failure} retry={retry} />}
      <More more={more} shown={nodes.length} total={total} />
    </>
  );
}
