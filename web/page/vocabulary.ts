/* The closed sets of the schema in words for readers, and the six families that types are coloured by. */

import type {
  ActorKind,
  ActorSector,
  Basis,
  EventStatus,
  EventType,
  Harm,
  LocationKind,
  OtherField,
  ParticipantRole,
} from "./api/documents";

export type Family = "force" | "protest" | "law" | "harm" | "talks" | "relief";

/** In the order of the legend and of the pieces of a ring. */
export const FAMILIES: Record<Family, string> = {
  force: "Violence and threat",
  protest: "Protest and demands",
  law: "Law and crime",
  harm: "Accident and disaster",
  talks: "Talks and politics",
  relief: "Relief and retreat",
};

export const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];

export const TYPES: Record<EventType, { name: string; family: Family }> = {
  ASSAULT: { name: "Assault", family: "force" },
  THREATEN: { name: "Threat", family: "force" },
  MOBILIZE: { name: "Mobilization", family: "force" },
  PROTEST: { name: "Protest", family: "protest" },
  REQUEST: { name: "Demand", family: "protest" },
  REJECT: { name: "Rejection", family: "protest" },
  ACCUSE: { name: "Accusation", family: "protest" },
  COERCE: { name: "Coercion", family: "law" },
  SANCTION: { name: "Sanction", family: "law" },
  LEGAL: { name: "Legal action", family: "law" },
  CRIME: { name: "Crime", family: "law" },
  ACCIDENT: { name: "Accident", family: "harm" },
  DISASTER: { name: "Disaster", family: "harm" },
  CONSULT: { name: "Talks", family: "talks" },
  AGREE: { name: "Agreement", family: "talks" },
  SUPPORT: { name: "Support", family: "talks" },
  COOPERATE: { name: "Cooperation", family: "talks" },
  ELECTION: { name: "Election", family: "talks" },
  AID: { name: "Aid", family: "relief" },
  CONCEDE: { name: "Concession", family: "relief" },
  RETREAT: { name: "Retreat", family: "relief" },
};

export const TYPE_NAMES = Object.keys(TYPES) as EventType[];

export function familyOf(type: string): Family {
  return TYPES[type as EventType]?.family ?? "talks";
}

export function typesOf(family: Family): EventType[] {
  return TYPE_NAMES.filter((type) => TYPES[type].family === family);
}

export const HARMS: Record<Harm, string> = { KILLED: "killed", INJURED: "injured" };

export const STATUSES: Record<EventStatus, { name: string; meaning: string }> = {
  REPORTED: { name: "Reported", meaning: "Told as fact, or by a source that the text does not doubt" },
  CLAIMED: { name: "Claimed", meaning: "A party says so, and the text sets it apart" },
  DENIED: { name: "Denied", meaning: "Said not to have happened" },
  PLANNED: { name: "Planned", meaning: "Announced or scheduled" },
  HYPOTHETICAL: { name: "Hypothetical", meaning: "If, could, might" },
};

/** Where a value was taken from. */
export const BASES: Record<Basis, string> = {
  STATED: "told by the sentence itself",
  CARRIED: "carried from another sentence",
  DATELINE: "taken from the dateline",
  PUBLICATION: "counted from the day of publication",
  INFERRED: "inferred: other words tell it",
  MODEL: "read by a language model",
};

/** What two readers of an article may tell differently. */
export const OTHER_FIELDS: Record<OtherField, string> = {
  WHEN: "when",
  LOCATION: "where",
  KILLED: "killed",
  INJURED: "injured",
  SAID_BY: "according to",
  ACTOR: "by",
  RECIPIENT: "to or with",
  VICTIM: "victims",
};

export const ROLES: Record<ParticipantRole, string> = { ACTOR: "by", RECIPIENT: "to or with", VICTIM: "victims" };

export const ACTOR_KINDS: Record<ActorKind, string> = {
  PERSON: "Person",
  ORGANIZATION: "Organization",
  COUNTRY: "Country",
  GROUP: "Group",
};

export const LOCATION_KINDS: Record<LocationKind, string> = {
  ADMIN1: "State or province",
  ADMIN2: "County or district",
  CITY: "City, town or village",
  COUNTRY: "Country",
  FACILITY: "Built or natural place",
  REGION: "Region",
};

export const SECTORS: Record<ActorSector, string> = {
  BUS: "business",
  COP: "police",
  CRM: "crime",
  CVL: "civilians",
  EDU: "education",
  GOV: "government",
  IGO: "body of states",
  JUD: "courts",
  LEG: "parliament",
  MED: "media",
  MIL: "armed forces",
  NGO: "non-governmental",
  OPP: "opposition",
  PTY: "party",
  REB: "armed group",
  SPY: "intelligence",
  UNKNOWN: "",
};

const COUNTRY_NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** Where readers know a country by another name than Unicode's. */
const SHORTER: Record<string, string> = { CD: "DR Congo", CG: "Republic of the Congo", HK: "Hong Kong", MO: "Macao", MM: "Myanmar" };

/** The English name of an ISO 3166-1 alpha-2 code. */
export function countryName(code: string): string {
  if (SHORTER[code]) {
    return SHORTER[code];
  }
  try {
    return COUNTRY_NAMES.of(code) ?? code;
  } catch {
    return code;
  }
}
