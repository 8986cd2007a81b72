/* What a reader can click on in a text: an event, a quote, an actor or a place, the same for stored and pasted articles. */

import type { Basis, Harm, ParticipantRole } from "../api/documents";
import type { Highlight, Layer } from "../text/segments";
import { BASES, HARMS, ROLES } from "../vocabulary";

export interface Value {
  text: string;
  /** An address of this page. */
  href?: string | undefined;
}

export interface Fact {
  label: string;
  values: Value[];
}

export interface Thing {
  id: string;
  layer: Layer;
  /** Above the title: «Assault · explosives», «Person». */
  kicker: string;
  title: string;
  /** Type of event, for its colour. */
  type?: string | undefined;
  status?: string | undefined;
  facts: Fact[];
  /** To all that is known of it; a pasted text leads nowhere. */
  href?: string | undefined;
}

export interface Reading {
  text: string;
  things: Thing[];
  highlights: Highlight[];
}

export const LAYERS: Record<Layer, { one: string; many: string }> = {
  event: { one: "Event", many: "Events" },
  quote: { one: "Quote", many: "Quotes" },
  actor: { one: "Actor", many: "Actors" },
  place: { one: "Place", many: "Places" },
};

export const LAYER_NAMES = Object.keys(LAYERS) as Layer[];

/** A fact, where there is something to say. */
export function fact(label: string, text: string | null | undefined | false, href?: string): Fact[] {
  return text ? [{ label, values: [{ text, href }] }] : [];
}

/** A value, and where it was taken from, if its own sentence does not tell it. */
export function taken(text: string | null | undefined | false, basis: Basis | null | undefined): string | null {
  return text ? (basis && basis !== "STATED" ? `${text} (${BASES[basis]})` : text) : null;
}

/** Of what kinds the killed and the injured were, as written. */
export function struck(victims: readonly { harm: Harm; text: string }[]): Fact[] {
  return [...new Set(victims.map(({ harm }) => harm))].flatMap((harm) =>
    fact(`Among the ${HARMS[harm]}`, victims.filter((one) => one.harm === harm).map(({ text }) => text).join(", ")),
  );
}

/** One fact for each role, in the order in which they come. */
export function parts(participants: readonly { role: ParticipantRole; basis: Basis; name: string; href?: string | undefined }[]): Fact[] {
  return [...new Set(participants.map(({ role }) => role))].map((role) => ({
    label: ROLES[role].charAt(0).toUpperCase() + ROLES[role].slice(1),
    values: participants
      .filter((one) => one.role === role)
      .map(({ name, basis, href }) => ({ text: taken(name, basis) ?? name, href })),
  }));
}
