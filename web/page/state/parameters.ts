/*
 * The filters of the REST API that the page has no menu for.  They work in an address all the same, and stand among what
 * is filtered by, to take away again.
 */

import type { EventWhere } from "../api/documents";

/** One such filter: its name in an address, and its values as they stand there. */
export interface Other {
  name: string;
  values: string[];
}

type Field = Exclude<keyof EventWhere, "AND" | "OR" | "NOT">;
type Operator = "eq" | "contains" | "gte" | "lte";

interface Kind {
  field: Field;
  operator: Operator;
  /** What a value is in GraphQL; undefined where it makes no sense. */
  read: (text: string) => string | number | undefined;
  /** What it takes, for who wrote something else. */
  takes: string;
  /** Whether several may be given, any of which may hold. */
  several: boolean;
  words: (values: string[]) => string;
}

const VICTIM_KINDS =
  "AID_WORKER CAPTIVE CHILD CIVILIAN CLERGY CREW FIGHTER HEALTH_WORKER JOURNALIST MAN MIGRANT OFFICIAL PASSENGER POLICE PROTESTER RESCUER SOLDIER STUDENT TEACHER TOURIST WOMAN WORKER".split(" ");
const LONGEST = 500;

const BASES = ["STATED", "CARRIED", "DATELINE", "PUBLICATION", "INFERRED", "MODEL"];

const text = (value: string) => (value.trim() && value.length <= LONGEST ? value : undefined);
const count = (value: string) => (/^\d{1,9}$/.test(value) ? Number(value) : undefined);
const share = (value: string) => (/^(0(\.\d+)?|1(\.0+)?|\.\d+)$/.test(value) ? Number(value) : undefined);
const kindOfVictim = (value: string) => (VICTIM_KINDS.includes(value) ? value : undefined);
const basis = (value: string) => (BASES.includes(value) ? value : undefined);
const articleId = (value: string) => (/^art_[a-z0-9]+$/.test(value) ? value : undefined);
const joined = (values: string[]) => values.join(" or ");
const lower = (values: string[]) => joined(values.map((value) => value.toLowerCase().replaceAll("_", " ")));

function texts(field: Field, operator: "eq" | "contains", words: (values: string[]) => string): Kind {
  return { field, operator, read: text, takes: "a text", several: operator === "eq", words };
}

function numbers(field: Field, operator: "eq" | "gte" | "lte", words: (values: string[]) => string): Kind {
  return { field, operator, read: count, takes: "a whole number", several: false, words };
}

function bases(field: Field, what: string): Kind {
  return { field, operator: "eq", read: basis, takes: `one of ${BASES.join(", ")}`, several: true, words: (values) => `${what}: ${lower(values)}` };
}

export const OTHERS: Record<string, Kind> = {
  actorName: texts("actorName", "eq", (values) => `with ${joined(values)}`),
  "actorName.contains": texts("actorName", "contains", (values) => `with somebody called …${joined(values)}…`),
  article: { field: "article", operator: "eq", read: articleId, takes: "the id of an article, art_…", several: true, words: (values) => `told by ${joined(values)}` },
  "confidence.gte": { field: "confidence", operator: "gte", read: share, takes: "a number from 0 to 1", several: false, words: (values) => `confidence ${joined(values)} or more` },
  "confidence.lte": { field: "confidence", operator: "lte", read: share, takes: "a number from 0 to 1", several: false, words: (values) => `confidence ${joined(values)} or less` },
  "countryCode.contains": texts("countryCode", "contains", (values) => `country code with ${joined(values)}`),
  injured: numbers("injured", "eq", (values) => `exactly ${joined(values)} injured`),
  "injured.gte": numbers("injured", "gte", (values) => `${joined(values)} or more injured`),
  "injured.lte": numbers("injured", "lte", (values) => `${joined(values)} or fewer injured`),
  injuredKind: { field: "injuredKind", operator: "eq", read: kindOfVictim, takes: `one of ${VICTIM_KINDS.join(", ")}`, several: true, words: (values) => `injured: ${lower(values)}` },
  killed: numbers("killed", "eq", (values) => `exactly ${joined(values)} killed`),
  "killed.lte": numbers("killed", "lte", (values) => `${joined(values)} or fewer killed`),
  killedKind: { field: "killedKind", operator: "eq", read: kindOfVictim, takes: `one of ${VICTIM_KINDS.join(", ")}`, several: true, words: (values) => `killed: ${lower(values)}` },
  basis: { field: "basis", operator: "eq", read: (value) => (["STATED", "MODEL"].includes(value) ? value : undefined), takes: "STATED or MODEL", several: true, words: (values) => `told by ${joined(values.map((value) => (value === "MODEL" ? "a model only" : "the rules")))}` },
  model: texts("model", "eq", (values) => `read by ${joined(values)}`),
  "model.contains": texts("model", "contains", (values) => `read by …${joined(values)}…`),
  whenBasis: bases("whenBasis", "date"),
  locationBasis: bases("locationBasis", "place"),
  killedBasis: bases("killedBasis", "number killed"),
  injuredBasis: bases("injuredBasis", "number injured"),
  participantBasis: bases("participantBasis", "somebody in it"),
  saidByBasis: bases("saidByBasis", "a source"),
  mode: texts("mode", "eq", (values) => `done by ${joined(values)}`),
  "mode.contains": texts("mode", "contains", (values) => `done by …${joined(values)}…`),
  "publisher.contains": texts("publisher", "contains", (values) => `published by …${joined(values)}…`),
};

/** What these filters are in GraphQL, beside what `where` has already. */
export function addOthers(where: EventWhere, others: readonly Other[]): EventWhere {
  const found: Record<string, unknown> = { ...where };
  for (const { name, values } of others) {
    const kind = OTHERS[name];
    if (kind) {
      const read = values.map(kind.read);
      const part = kind.operator === "eq" && read.length > 1 ? { oneOf: read } : { [kind.operator]: read[0] };
      found[kind.field] = { ...(found[kind.field] as object | undefined), ...part };
    }
  }
  return found as EventWhere;
}
