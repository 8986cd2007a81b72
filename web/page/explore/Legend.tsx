/* The six colours; each is a filter too. */

import type { Filter } from "../state/address";
import { FAMILIES, FAMILY_NAMES, type Family, typesOf } from "../vocabulary";

interface Props {
  filter: Filter;
  narrow: (part: Partial<Filter>) => void;
}

export function Legend({ filter, narrow }: Props) {
  const chosen = (family: Family) => typesOf(family).every((type) => filter.types.includes(type));
  const toggle = (family: Family) => {
    const types = typesOf(family);
    const others = filter.types.filter((type) => !types.includes(type));
    narrow({ types: chosen(family) ? others : [...others, ...types] });
  };
  return (
    <div class="legend" role="group" aria-label="Colours">
      {FAMILY_NAMES.map((family) => (
        <button key={family} type="button" class={`key ${family}`} aria-pressed={chosen(family)} onClick={() => toggle(family)}>
          {FAMILIES[family]}
        </button>
      ))}
    </div>
  );
}
