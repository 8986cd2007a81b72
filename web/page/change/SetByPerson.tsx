/* Marks a value that a person set, with what the reports tell, who it was and when. */

import type { OneEventQuery } from "../api/documents";
import { formatDay } from "../format";

type Whole = NonNullable<OneEventQuery["event"]>;

interface Props {
  event: Pick<Whole, "corrections" | "judgements">;
  /** The first part of the corrected field's name: when, killed, location. */
  field: string;
}

export function SetByPerson({ event, field }: Props) {
  const set = event.corrections.filter((one) => one.field === field || one.field.startsWith(`${field}.`));
  if (set.length === 0) {
    return null;
  }
  const latest = event.judgements.find(({ kind, withdrawn, madeBy }) => kind === "CORRECTION" && !withdrawn && madeBy);
  const told = set.map(({ field: name, told: value }) => `${name.split(".").at(1) ?? name}: ${value ?? "not told"}`).join(", ");
  return (
    <span class="set-by-person">
      set by {latest?.madeBy ?? "a person"}
      {latest && `, ${formatDay(latest.madeAt)}`}; the reports tell {told}
    </span>
  );
}
