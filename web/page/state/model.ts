/*
 * Whether the reader wants to see what a language model said.  Where not, nothing of it comes into the page: lists are
 * asked for what the rules tell, and what a model told beside them is taken out of every answer.
 */

import type { EventWhere } from "../api/documents";

const KEY = "dateline:model";
const MODEL = "MODEL";

let hidden = readChoice();

export function isModelHidden(): boolean {
  return hidden;
}

/** Where storing is forbidden, the choice holds for this visit. */
export function hideModel(hide: boolean): void {
  hidden = hide;
  try {
    window.localStorage.setItem(KEY, hide ? "hidden" : "shown");
  } catch {
    // Nothing is lost that the reader could not choose again.
  }
}

function readChoice(): boolean {
  try {
    return window.localStorage.getItem(KEY) === "hidden";
  } catch {
    return false;
  }
}

/** The variables of a question about events, so that it asks for what the rules tell. */
export function withoutModelIn<Variables>(document: string, variables: Variables): Variables {
  if (!document.includes("$where: EventWhere")) {
    return variables;
  }
  const { where, by = [] } = variables as { where?: EventWhere | null; by?: readonly string[] };
  const keys = [
    ...(by.some((one) => one === "LOCATION" || one === "COUNTRY") ? (["locationBasis"] as const) : []),
    ...(by.some((one) => one === "DAY" || one === "MONTH" || one === "YEAR") ? (["whenBasis"] as const) : []),
  ];
  const told: EventWhere[] = [{ basis: { eq: "STATED" } }, ...keys.map((key): EventWhere => ({ NOT: { [key]: { eq: MODEL } } }))];
  return { ...variables, where: { ...where, AND: [...(where?.AND ?? []), ...told] } };
}

/** An answer without what a model said: its events, its values of others, its speakers. */
export function withoutModel<Value>(value: Value): Value {
  if (Array.isArray(value)) {
    return value.filter((one) => basisOf(one) !== MODEL).map(withoutModel) as Value;
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  const given = value as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(given).map(([name, one]) => [name, isValue(name) && basisOf(one) === MODEL ? nothing(one) : withoutModel(one)]));
  for (const [basis, names] of Object.entries(BESIDE)) {
    if (given[basis] === MODEL) {
      for (const name of [basis, ...names].filter((one) => one in kept)) {
        kept[name] = null;
      }
    }
  }
  if (("basis" in kept || "speakerBasis" in kept) && "model" in kept) {
    kept["model"] = null;
  }
  return kept as Value;
}

/** Values that have their basis beside them. */
const BESIDE = {
  locationBasis: ["location"],
  saidByBasis: ["saidBy"],
  speakerBasis: ["speaker", "speakerAsWritten"],
};

function isValue(name: string): boolean {
  return ["when", "killed", "injured", "count"].includes(name);
}

function basisOf(value: unknown): unknown {
  return value !== null && typeof value === "object" ? (value as { basis?: unknown }).basis : undefined;
}

/** A date that nobody tells, or no number. */
function nothing(value: unknown): unknown {
  const isDate = "earliest" in (value as object);
  return isDate ? { text: null, earliest: null, latest: null, precision: "UNKNOWN", basis: null } : null;
}
