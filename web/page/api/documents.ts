/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What an actor is. */
export type ActorKind =
  /** A country or its government as a whole.  «Kenya», «Nairobi said» */
  | 'COUNTRY'
  /** People without a formal body.  «protesters», «villagers», «Ukrainian troops» */
  | 'GROUP'
  /** A named body: a ministry, company, army, party.  «the Health Ministry» */
  | 'ORGANIZATION'
  /** One person.  «Amara Osei» */
  | 'PERSON';

/** What side of public life an actor belongs to; the codes are PLOVER's. */
export type ActorSector =
  /** Companies and business people.  «the airline» */
  | 'BUS'
  /** Police and other law enforcement.  «Ohio State Highway Patrol» */
  | 'COP'
  /** Criminals and criminal groups.  «the cartel» */
  | 'CRM'
  /** Civilians.  «residents», «two children» */
  | 'CVL'
  /** Schools, universities, scholars.  «a professor at Kyoto University» */
  | 'EDU'
  /** Government, executive.  «the prime minister» */
  | 'GOV'
  /** International organizations of states.  «the United Nations» */
  | 'IGO'
  /** Courts, judges, prosecutors.  «the Supreme Court» */
  | 'JUD'
  /** Parliaments and their members.  «Sen. Ruth Hale» */
  | 'LEG'
  /** News media and journalists, where they act in the story.  «the detained reporter» */
  | 'MED'
  /** Armed forces of a state.  «Russian forces» */
  | 'MIL'
  /** Non-governmental organizations.  «the Red Cross» */
  | 'NGO'
  /** Political opposition.  «opposition leader» */
  | 'OPP'
  /** Political parties, and candidates as party members.  «the Liberal Party» */
  | 'PTY'
  /** Rebels and other armed groups against a state.  «the insurgents» */
  | 'REB'
  /** Intelligence services.  «the SBU» */
  | 'SPY'
  /** The text does not tell. */
  | 'UNKNOWN';

/** Where in an article a value of an event was taken from. */
export type Basis =
  /** From another sentence of the article.  «Gunmen raided *Djibo* on Friday. The attack left six dead.» */
  | 'CARRIED'
  /** From the article's dateline.  «*GOMA*, Congo (AP) — A blast killed six people.» */
  | 'DATELINE'
  /** Follows from what is known of the article; no words say it of the event.  «*Russian* missiles hit Kyiv.» */
  | 'INFERRED'
  /** Read by a model, where no rule takes it from the words. */
  | 'MODEL'
  /** Counted from the day of publication, by a word that alone tells no day.  «today», «on Tuesday» */
  | 'PUBLICATION'
  /** From the clause or sentence that tells the event.  «A blast killed *six* in *Goma*.» */
  | 'STATED';

/** Which bases; what has no value has none. */
export type BasisFilter = {
  /** Exactly this. */
  eq?: Basis | undefined | null;
  /** Any of these; an empty list finds nothing. */
  oneOf?: Array<Basis> | undefined | null;
};

/** A box on the map, edges included; with west greater than east it crosses the date line. */
export type BoundingBoxInput = {
  /** Its eastern edge, in degrees of longitude. */
  east: number;
  /** Its northern edge, in degrees of latitude. */
  north: number;
  /** Its southern edge, in degrees of latitude. */
  south: number;
  /** Its western edge, in degrees of longitude. */
  west: number;
};

/** Which days, both bounds included. */
export type DateFilter = {
  /** On this day or later. */
  gte?: string | undefined | null;
  /** On this day or earlier. */
  lte?: string | undefined | null;
};

/** How exactly a date is known. */
export type DatePrecision =
  /** Within the given bounds, which are themselves a guess.  «recently», «about three months ago» */
  | 'APPROXIMATE'
  /** One calendar day.  «on Tuesday» */
  | 'DAY'
  /** Within a month or a named part of it.  «in early October» */
  | 'MONTH'
  /** Within a season, a quarter or a half of a year.  «last summer» */
  | 'SEASON'
  /** The text does not tell. */
  | 'UNKNOWN'
  /** Within a week.  «last week» */
  | 'WEEK'
  /** Within a year.  «in 2019» */
  | 'YEAR';

/** What events are counted by. */
export type EventDimension =
  /** The id of an actor with a part in it, the actor as node; an event counts once for each. */
  | 'ACTOR'
  /** The country of the event's location: KE; null where that is not known. */
  | 'COUNTRY'
  /** The day of the event: 2024-11-05; null where the date is not known so exactly. */
  | 'DAY'
  /** The id of the event's location, with the location as node; null where that is not known. */
  | 'LOCATION'
  /** The month of the event: 2024-11; null where the date is not known so exactly. */
  | 'MONTH'
  /** Who published a report of it; an event counts once for each publisher. */
  | 'PUBLISHER'
  /** How certain the texts are: REPORTED. */
  | 'STATUS'
  /** The event's type: PROTEST. */
  | 'TYPE'
  /** The year of the event: 2024; null where the date is not known so exactly. */
  | 'YEAR';

/** In which order events come. */
export type EventOrder = {
  /** From which end. */
  direction: OrderDirection;
  /** By what. */
  field: EventOrderField;
};

/** What events can be ordered by. */
export type EventOrderField =
  /** How sure the reading is. */
  | 'CONFIDENCE'
  /** The day when it happened or began; undated events last. */
  | 'DATE'
  /** How many were killed; events without a number last. */
  | 'KILLED'
  /** How well it fits the search; only together with search. */
  | 'RELEVANCE';

/** How certain the text is that an event happened. */
export type EventStatus =
  /** A party says so and the text sets it apart, or it is disputed.  «The rebels claimed to have taken the town.» */
  | 'CLAIMED'
  /** Said not to have happened.  «The army denied that it shelled the market.» */
  | 'DENIED'
  /** If, could, might.  «If the city falls, the road south is open.» */
  | 'HYPOTHETICAL'
  /** Announced or scheduled.  «The two leaders will meet on Friday.» */
  | 'PLANNED'
  /** Told as fact, or by a source that the text does not doubt.  «A strike killed six, the governor said.» */
  | 'REPORTED';

/** Which statuses of event. */
export type EventStatusFilter = {
  /** Exactly this. */
  eq?: EventStatus | undefined | null;
  /** Any of these; an empty list finds nothing. */
  oneOf?: Array<EventStatus> | undefined | null;
};

/** What kind of happening an event is. */
export type EventType =
  /** A crash, collapse or explosion that nobody meant.  «A ferry capsized off Cebu.» */
  | 'ACCIDENT'
  /** Criticises, alleges or investigates.  «The minister accused the company of fraud.» */
  | 'ACCUSE'
  /** Says it will cooperate: a promise, an offer, a deal in words.  «Ankara agreed to reopen the border.» */
  | 'AGREE'
  /** Help given: money, arms, relief, asylum, peacekeepers.  «Japan sent tents to the survivors.» */
  | 'AID'
  /** Violence and war: attacks, shelling, abduction, killing.  «A drone strike killed six.» */
  | 'ASSAULT'
  /** State force short of violence on bodies: arrests, bans, seizures.  «Police arrested 40 people.» */
  | 'COERCE'
  /** Gives way on policy or rights without leaving ground.  «The government lifted the curfew.» */
  | 'CONCEDE'
  /** Talks, visits and meetings.  «The two presidents met in Nairobi.» */
  | 'CONSULT'
  /** Cooperation carried out: economic, military, judicial, intelligence.  «The navies held a joint exercise.» */
  | 'COOPERATE'
  /** Crime with no political side.  «Thieves robbed a bank in Austin.» */
  | 'CRIME'
  /** Nature and disease: earthquakes, floods, storms, fires, outbreaks.  «The flood swept away two bridges.» */
  | 'DISASTER'
  /** Votes and their results.  «She won the presidential election.» */
  | 'ELECTION'
  /** Courts and prosecutors: charges, suits, trials, rulings, sentences.  «A judge sentenced him to ten years.» */
  | 'LEGAL'
  /** Puts forces on show or on alert.  «The army deployed troops along the river.» */
  | 'MOBILIZE'
  /** Civilians demonstrate, strike, riot, boycott.  «Thousands marched through Lima.» */
  | 'PROTEST'
  /** Says no, refuses, vetoes.  «The senate rejected the bill.» */
  | 'REJECT'
  /** Asks or demands.  «The union demanded higher wages.» */
  | 'REQUEST'
  /** Gives ground or people back.  «Rebels withdrew from the town»; «the hostages were released.» */
  | 'RETREAT'
  /** Cuts relations or benefits.  «The bloc imposed an embargo.» */
  | 'SANCTION'
  /** Praise, endorsement, recognition, an apology, a formal agreement signed.  «Both sides signed the pact.» */
  | 'SUPPORT'
  /** Warns of harm to come.  «The general threatened to strike the port.» */
  | 'THREATEN';

/** Which types of event. */
export type EventTypeFilter = {
  /** Exactly this. */
  eq?: EventType | undefined | null;
  /** Any of these; an empty list finds nothing. */
  oneOf?: Array<EventType> | undefined | null;
};

/** Which events; what is given here must all hold. */
export type EventWhere = {
  /** All of these hold as well. */
  AND?: Array<EventWhere> | undefined | null;
  /** This does not hold. */
  NOT?: EventWhere | undefined | null;
  /** At least one of these holds as well. */
  OR?: Array<EventWhere> | undefined | null;
  /** An actor with a part in it, in any role. */
  actor?: IdFilter | undefined | null;
  /** A name of somebody with a part in it: as written in a report, or any name that the actor goes by. */
  actorName?: StringFilter | undefined | null;
  /** An article that tells of it. */
  article?: IdFilter | undefined | null;
  /** How sure the reading is, from 0 to 1. */
  confidence?: FloatFilter | undefined | null;
  /** Its country, as two capital letters (ISO 3166-1 alpha-2), for example KE. */
  countryCode?: StringFilter | undefined | null;
  /** How many were hurt, by the best number known. */
  injured?: IntFilter | undefined | null;
  /** Where in the articles the number hurt was taken from.  Events without it are left out. */
  injuredBasis?: BasisFilter | undefined | null;
  /** Of what kind some of the injured were, by any of its reports. */
  injuredKind?: VictimKindFilter | undefined | null;
  /** How many were killed, by the best number known. */
  killed?: IntFilter | undefined | null;
  /** Where in the articles the number killed was taken from.  Events without it are left out. */
  killedBasis?: BasisFilter | undefined | null;
  /** Of what kind some of the killed were, by any of its reports. */
  killedKind?: VictimKindFilter | undefined | null;
  /** The location where it happened. */
  location?: IdFilter | undefined | null;
  /** Where in the articles the place was taken from.  Events without it are left out. */
  locationBasis?: BasisFilter | undefined | null;
  /** How it was done, for example explosives or strike. */
  mode?: StringFilter | undefined | null;
  /** At most so many kilometres from a point. */
  near?: NearInput | undefined | null;
  /** Where somebody with a part in it was taken from, of those that are shown. */
  participantBasis?: BasisFilter | undefined | null;
  /** Who published an article that tells of it. */
  publisher?: StringFilter | undefined | null;
  /** Where a source was taken from, by any of its reports. */
  saidByBasis?: BasisFilter | undefined | null;
  /** How certain the texts are that it happened. */
  status?: EventStatusFilter | undefined | null;
  /** What kind of happening it is. */
  type?: EventTypeFilter | undefined | null;
  /** When it happened: events whose dates meet this range; of dates known less exactly than to a year the first year counts.  Events without a date are left out. */
  when?: DateFilter | undefined | null;
  /** Where in the articles the date was taken from.  Events without it are left out. */
  whenBasis?: BasisFilter | undefined | null;
  /** Inside a box of latitudes and longitudes. */
  within?: BoundingBoxInput | undefined | null;
};

/** Which numbers; what is not known is left out. */
export type FloatFilter = {
  /** This or more. */
  gte?: number | undefined | null;
  /** This or less. */
  lte?: number | undefined | null;
};

/** What was done to people. */
export type Harm =
  /** They were hurt and lived.  «and hurt *16 others*.» */
  | 'INJURED'
  /** They died of it.  «A strike killed *six*.» */
  | 'KILLED';

/** Which ids. */
export type IdFilter = {
  /** Exactly this. */
  eq?: string | number | undefined | null;
  /** Any of these; an empty list finds nothing. */
  oneOf?: Array<string | number> | undefined | null;
};

/** Which whole numbers; what is not known is left out. */
export type IntFilter = {
  /** Exactly this. */
  eq?: number | undefined | null;
  /** This or more. */
  gte?: number | undefined | null;
  /** This or less. */
  lte?: number | undefined | null;
};

/** What a place is. */
export type LocationKind =
  /** A first-level division: state, province, oblast.  «Texas» */
  | 'ADMIN1'
  /** A second-level division: county, district.  «Harris County» */
  | 'ADMIN2'
  /** A city, town or village.  «Zaporizhzhia» */
  | 'CITY'
  /** A country or territory.  «Peru» */
  | 'COUNTRY'
  /** A built or natural place within others: airport, bridge, river, mountain.  «Mount Meru» */
  | 'FACILITY'
  /** A region that is no administrative unit.  «Darfur», «the Sahel», «Europe» */
  | 'REGION';

/** A circle on the earth. */
export type NearInput = {
  /** Of its middle, in degrees, north positive. */
  latitude: number;
  /** Of its middle, in degrees, east positive. */
  longitude: number;
  /** From the middle to the edge, in kilometres. */
  radiusKm: number;
};

/** Which end of an order comes first; what has no value comes last either way. */
export type OrderDirection =
  /** The lowest first: 1, 2, 3; A, B, C; oldest first. */
  | 'ASC'
  /** The highest first: 3, 2, 1; C, B, A; newest first. */
  | 'DESC';

/** What part an actor has in an event. */
export type ParticipantRole =
  /** Who did it.  «*Rebels* attacked the convoy.» */
  | 'ACTOR'
  /** Whom it was done to, or with.  «Rebels attacked *the convoy*.» */
  | 'RECIPIENT'
  /** Who was killed, hurt, taken or robbed.  «The blast killed *two nurses*.» */
  | 'VICTIM';

/** How words are reported. */
export type QuoteKind =
  /** All of it inside quotation marks.  «"We will rebuild," she said.» */
  | 'DIRECT'
  /** Reported speech without quotation marks.  «She said the road was open.» */
  | 'INDIRECT'
  /** A clause with quoted words in it.  «He called it "a modest step".» */
  | 'MIXED';

/** Which texts. */
export type StringFilter = {
  /** Has this in it; case and accents make no difference. */
  contains?: string | undefined | null;
  /** Exactly this text, as it is written. */
  eq?: string | undefined | null;
  /** Any of these; an empty list finds nothing. */
  oneOf?: Array<string> | undefined | null;
};

/** Of what kind people are who were killed or injured, by the noun that the text has for them. */
export type VictimKind =
  /** People of relief organizations.  «three aid workers» */
  | 'AID_WORKER'
  /** Held by somebody: prisoners, hostages.  «50 inmates» */
  | 'CAPTIVE'
  /** Children, to the age of teenagers.  «a two-year-old girl» */
  | 'CHILD'
  /** Called civilians, residents or bystanders.  «nine villagers» */
  | 'CIVILIAN'
  /** Priests, imams, monks, nuns.  «six priests» */
  | 'CLERGY'
  /** At work on board.  «a pilot» */
  | 'CREW'
  /** Armed people of no state: rebels, militants, gunmen.  «30 insurgents» */
  | 'FIGHTER'
  /** Doctors, nurses, paramedics.  «two nurses» */
  | 'HEALTH_WORKER'
  /** Journalists.  «a cameraman» */
  | 'JOURNALIST'
  /** Men.  «an elderly man» */
  | 'MAN'
  /** Migrants and refugees.  «27 migrants» */
  | 'MIGRANT'
  /** Holders of offices, candidates among them.  «a judge» */
  | 'OFFICIAL'
  /** On board, and not at work there.  «all 68 passengers» */
  | 'PASSENGER'
  /** Police and border guards.  «a police officer» */
  | 'POLICE'
  /** People who demonstrate.  «four protesters» */
  | 'PROTESTER'
  /** Firefighters and others who came to help.  «a firefighter» */
  | 'RESCUER'
  /** Members of armed forces, peacekeepers among them.  «14 soldiers» */
  | 'SOLDIER'
  /** Students.  «five students» */
  | 'STUDENT'
  /** Teachers and professors.  «a teacher» */
  | 'TEACHER'
  /** Tourists.  «two tourists» */
  | 'TOURIST'
  /** Women.  «two mothers» */
  | 'WOMAN'
  /** Called workers, miners, farmers.  «twelve miners» */
  | 'WORKER';

/** Which kinds of victims. */
export type VictimKindFilter = {
  /** Exactly this. */
  eq?: VictimKind | undefined | null;
  /** Any of these; an empty list finds nothing. */
  oneOf?: Array<VictimKind> | undefined | null;
};

export type OneActorQueryVariables = Exact<{
  id: string | number;
}>;


export type OneActorQuery = { actor: { id: string, name: string, kind: ActorKind, sector: ActorSector, countryCode: string | null, aliases: Array<string>, eventCount: number, quoteCount: number, articleCount: number, offices: Array<{ title: string, organization: string | null, asOf: string | null, of: { id: string, name: string } | null, evidence: { text: string | null, article: { id: string, publisher: string | null } } }> } | null };

export type ActorQuotesQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | undefined | null;
}>;


export type ActorQuotesQuery = { actor: { quotes: { totalCount: number, nodes: Array<{ id: string, text: string, kind: QuoteKind, cue: string | null, medium: string | null, speakerAsWritten: string | null, speaker: { id: string, name: string } | null, article: { id: string, title: string | null, publisher: string | null, publishedAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type SayingFragment = { id: string, text: string, kind: QuoteKind, cue: string | null, medium: string | null, speakerAsWritten: string | null, speaker: { id: string, name: string } | null, article: { id: string, title: string | null, publisher: string | null, publishedAt: string | null } };

export type CompanyQueryVariables = Exact<{
  where?: EventWhere | undefined | null;
}>;


export type CompanyQuery = { eventStats: Array<{ events: number, keys: Array<{ value: string | null }> }> };

export type ActorNamesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ActorNamesQuery = { nodes: Array<
    | { id: string, name: string, kind: ActorKind }
    | Record<PropertyKey, never>
   | null> };

export type WordsFragment = { article: { id: string }, span: { startUtf16: number, endUtf16: number } };

export type OneArticleQueryVariables = Exact<{
  id: string | number;
}>;


export type OneArticleQuery = { article: { id: string, title: string | null, url: string | null, publisher: string | null, licence: string | null, byline: string | null, publishedAt: string | null, text: string | null } | null };

export type ArticleEventsQueryVariables = Exact<{
  id: string | number;
  after?: string | undefined | null;
}>;


export type ArticleEventsQuery = { article: { events: { nodes: Array<{ id: string, type: EventType, mode: string | null, status: EventStatus, summary: string, locationBasis: Basis | null, when: { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null }, location: { id: string, name: string, countryCode: string | null } | null, participants: Array<{ role: ParticipantRole, nameAsWritten: string, basis: Basis, actor: { id: string, name: string } | null }>, victims: Array<{ harm: Harm, text: string, evidence: { article: { id: string } } }>, reports: { nodes: Array<{ status: EventStatus, saidByBasis: Basis | null, killed: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, injured: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, saidBy: { id: string, name: string } | null, evidence: { article: { id: string }, span: { startUtf16: number, endUtf16: number } } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ArticleQuotesQueryVariables = Exact<{
  id: string | number;
  after?: string | undefined | null;
}>;


export type ArticleQuotesQuery = { article: { quotes: { nodes: Array<{ id: string, text: string, kind: QuoteKind, cue: string | null, medium: string | null, speakerAsWritten: string | null, speaker: { id: string, name: string } | null, evidence: Array<{ article: { id: string }, span: { startUtf16: number, endUtf16: number } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ArticleActorsQueryVariables = Exact<{
  id: string | number;
  after?: string | undefined | null;
}>;


export type ArticleActorsQuery = { article: { actors: { nodes: Array<{ id: string, name: string, kind: ActorKind, sector: ActorSector, countryCode: string | null, eventCount: number, quoteCount: number, articleCount: number, offices: Array<{ title: string, organization: string | null }>, mentions: { nodes: Array<{ article: { id: string }, span: { startUtf16: number, endUtf16: number } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ArticlePlacesQueryVariables = Exact<{
  id: string | number;
  after?: string | undefined | null;
}>;


export type ArticlePlacesQuery = { article: { locations: { nodes: Array<{ eventCount: number, id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null, parent: { name: string } | null, mentions: { nodes: Array<{ article: { id: string }, span: { startUtf16: number, endUtf16: number } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type OneEventQueryVariables = Exact<{
  id: string | number;
  after?: string | undefined | null;
}>;


export type OneEventQuery = { event: { confidence: number, id: string, type: EventType, mode: string | null, status: EventStatus, summary: string, locationBasis: Basis | null, victims: Array<{ harm: Harm, text: string }>, codes: { plover: string, cameoRoot: string | null, acled: string | null }, tellings: { totalCount: number, nodes: Array<{ id: string, type: EventType, status: EventStatus, summary: string, locationBasis: Basis | null, saidByBasis: Basis | null, when: { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null }, location: { id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null } | null, killed: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, injured: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, saidBy: { id: string, name: string } | null, evidence: { text: string | null, context: string | null }, article: { id: string, title: string | null, publisher: string | null, publishedAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, when: { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null }, location: { id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null, parent: { name: string } | null } | null, participants: Array<{ role: ParticipantRole, nameAsWritten: string, basis: Basis, actor: { id: string, name: string } | null }>, killed: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, injured: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, reports: { totalCount: number, nodes: Array<{ saidBy: { id: string, name: string } | null, article: { id: string, publisher: string | null } }> } } | null };

export type PlaceFragment = { id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null };

export type CountPartsFragment = { text: string, low: number, best: number, high: number | null, basis: Basis };

export type WhenPartsFragment = { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null };

export type CardFragment = { id: string, type: EventType, mode: string | null, status: EventStatus, summary: string, locationBasis: Basis | null, when: { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null }, location: { id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null, parent: { name: string } | null } | null, participants: Array<{ role: ParticipantRole, nameAsWritten: string, basis: Basis, actor: { id: string, name: string } | null }>, killed: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, injured: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, reports: { totalCount: number, nodes: Array<{ saidBy: { id: string, name: string } | null, article: { id: string, publisher: string | null } }> } };

export type EventsQueryVariables = Exact<{
  where?: EventWhere | undefined | null;
  first: number;
  after?: string | undefined | null;
  orderBy?: EventOrder | undefined | null;
}>;


export type EventsQuery = { events: { totalCount: number, nodes: Array<{ id: string, type: EventType, mode: string | null, status: EventStatus, summary: string, locationBasis: Basis | null, when: { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null }, location: { id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null, parent: { name: string } | null } | null, participants: Array<{ role: ParticipantRole, nameAsWritten: string, basis: Basis, actor: { id: string, name: string } | null }>, killed: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, injured: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, reports: { totalCount: number, nodes: Array<{ saidBy: { id: string, name: string } | null, article: { id: string, publisher: string | null } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type StatsQueryVariables = Exact<{
  where?: EventWhere | undefined | null;
  by: Array<EventDimension> | EventDimension;
  first: number;
}>;


export type StatsQuery = { eventStats: Array<{ events: number, killed: number, keys: Array<{ value: string | null }> }> };

export type PlacesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type PlacesQuery = { nodes: Array<
    | { id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null }
    | Record<PropertyKey, never>
   | null> };

export type FindActorsQueryVariables = Exact<{
  search?: string | undefined | null;
}>;


export type FindActorsQuery = { actors: { nodes: Array<{ id: string, name: string, kind: ActorKind, sector: ActorSector, eventCount: number }> } };

export type NamesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type NamesQuery = { nodes: Array<
    | { name: string, id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { name: string, id: string }
    | { id: string }
    | { id: string }
   | null> };

export type OneLocationQueryVariables = Exact<{
  id: string | number;
}>;


export type OneLocationQuery = { location: { geonamesId: number | null, eventCount: number, id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null, parent: { id: string, name: string, parent: { id: string, name: string, parent: { id: string, name: string } | null } | null } | null } | null };

export type LocationMentionsQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | undefined | null;
}>;


export type LocationMentionsQuery = { location: { mentions: { totalCount: number, nodes: Array<{ text: string | null, context: string | null, span: { start: number }, article: { id: string, title: string | null, publisher: string | null, publishedAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type SearchQueryVariables = Exact<{
  search: string;
  first: number;
}>;


export type SearchQuery = { events: { totalCount: number, nodes: Array<{ id: string, type: EventType, mode: string | null, status: EventStatus, summary: string, locationBasis: Basis | null, when: { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null }, location: { id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null, parent: { name: string } | null } | null, participants: Array<{ role: ParticipantRole, nameAsWritten: string, basis: Basis, actor: { id: string, name: string } | null }>, killed: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, injured: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, reports: { totalCount: number, nodes: Array<{ saidBy: { id: string, name: string } | null, article: { id: string, publisher: string | null } }> } }> }, quotes: { totalCount: number, nodes: Array<{ id: string, text: string, kind: QuoteKind, cue: string | null, medium: string | null, speakerAsWritten: string | null, speaker: { id: string, name: string } | null, article: { id: string, title: string | null, publisher: string | null, publishedAt: string | null } }> }, actors: { totalCount: number, nodes: Array<{ id: string, name: string, kind: ActorKind, sector: ActorSector, countryCode: string | null, aliases: Array<string>, eventCount: number, quoteCount: number }> }, locations: { totalCount: number, nodes: Array<{ eventCount: number, id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null, parent: { name: string } | null }> }, articles: { totalCount: number, nodes: Array<{ id: string, title: string | null, publisher: string | null, byline: string | null, publishedAt: string | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const SayingFragmentDoc = new TypedDocumentString(`
    fragment Saying on Quote {
  id
  text
  kind
  cue
  medium
  speakerAsWritten
  speaker {
    id
    name
  }
  article {
    id
    title
    publisher
    publishedAt
  }
}
    `, {"fragmentName":"Saying"}) as unknown as TypedDocumentString<SayingFragment, unknown>;
export const WordsFragmentDoc = new TypedDocumentString(`
    fragment Words on Evidence {
  article {
    id
  }
  span {
    startUtf16
    endUtf16
  }
}
    `, {"fragmentName":"Words"}) as unknown as TypedDocumentString<WordsFragment, unknown>;
export const WhenPartsFragmentDoc = new TypedDocumentString(`
    fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}
    `, {"fragmentName":"WhenParts"}) as unknown as TypedDocumentString<WhenPartsFragment, unknown>;
export const PlaceFragmentDoc = new TypedDocumentString(`
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}
    `, {"fragmentName":"Place"}) as unknown as TypedDocumentString<PlaceFragment, unknown>;
export const CountPartsFragmentDoc = new TypedDocumentString(`
    fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
    `, {"fragmentName":"CountParts"}) as unknown as TypedDocumentString<CountPartsFragment, unknown>;
export const CardFragmentDoc = new TypedDocumentString(`
    fragment Card on Event {
  id
  type
  mode
  status
  summary
  when {
    ...WhenParts
  }
  location {
    ...Place
    parent {
      name
    }
  }
  locationBasis
  participants {
    role
    nameAsWritten
    basis
    actor {
      id
      name
    }
  }
  killed {
    ...CountParts
  }
  injured {
    ...CountParts
  }
  reports(first: 6) {
    totalCount
    nodes {
      saidBy {
        id
        name
      }
      article {
        id
        publisher
      }
    }
  }
}
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}
fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}`, {"fragmentName":"Card"}) as unknown as TypedDocumentString<CardFragment, unknown>;
export const OneActorDocument = new TypedDocumentString(`
    query OneActor($id: ID!) {
  actor(id: $id) {
    id
    name
    kind
    sector
    countryCode
    aliases
    eventCount
    quoteCount
    articleCount
    offices {
      title
      organization
      asOf
      of {
        id
        name
      }
      evidence {
        text
        article {
          id
          publisher
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OneActorQuery, OneActorQueryVariables>;
export const ActorQuotesDocument = new TypedDocumentString(`
    query ActorQuotes($id: ID!, $first: Int!, $after: String) {
  actor(id: $id) {
    quotes(first: $first, after: $after) {
      totalCount
      nodes {
        ...Saying
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Saying on Quote {
  id
  text
  kind
  cue
  medium
  speakerAsWritten
  speaker {
    id
    name
  }
  article {
    id
    title
    publisher
    publishedAt
  }
}`) as unknown as TypedDocumentString<ActorQuotesQuery, ActorQuotesQueryVariables>;
export const CompanyDocument = new TypedDocumentString(`
    query Company($where: EventWhere) {
  eventStats(where: $where, by: [ACTOR, TYPE], first: 200) {
    events
    keys {
      value
    }
  }
}
    `) as unknown as TypedDocumentString<CompanyQuery, CompanyQueryVariables>;
export const ActorNamesDocument = new TypedDocumentString(`
    query ActorNames($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Actor {
      id
      name
      kind
    }
  }
}
    `) as unknown as TypedDocumentString<ActorNamesQuery, ActorNamesQueryVariables>;
export const OneArticleDocument = new TypedDocumentString(`
    query OneArticle($id: ID!) {
  article(id: $id) {
    id
    title
    url
    publisher
    licence
    byline
    publishedAt
    text
  }
}
    `) as unknown as TypedDocumentString<OneArticleQuery, OneArticleQueryVariables>;
export const ArticleEventsDocument = new TypedDocumentString(`
    query ArticleEvents($id: ID!, $after: String) {
  article(id: $id) {
    events(first: 50, after: $after) {
      nodes {
        id
        type
        mode
        status
        summary
        when {
          ...WhenParts
        }
        location {
          id
          name
          countryCode
        }
        locationBasis
        participants {
          role
          nameAsWritten
          basis
          actor {
            id
            name
          }
        }
        victims {
          harm
          text
          evidence {
            article {
              id
            }
          }
        }
        reports(where: {article: {eq: $id}}, first: 5) {
          nodes {
            status
            killed {
              ...CountParts
            }
            injured {
              ...CountParts
            }
            saidBy {
              id
              name
            }
            saidByBasis
            evidence {
              ...Words
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Words on Evidence {
  article {
    id
  }
  span {
    startUtf16
    endUtf16
  }
}
fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}`) as unknown as TypedDocumentString<ArticleEventsQuery, ArticleEventsQueryVariables>;
export const ArticleQuotesDocument = new TypedDocumentString(`
    query ArticleQuotes($id: ID!, $after: String) {
  article(id: $id) {
    quotes(first: 100, after: $after) {
      nodes {
        id
        text
        kind
        cue
        medium
        speakerAsWritten
        speaker {
          id
          name
        }
        evidence {
          ...Words
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Words on Evidence {
  article {
    id
  }
  span {
    startUtf16
    endUtf16
  }
}`) as unknown as TypedDocumentString<ArticleQuotesQuery, ArticleQuotesQueryVariables>;
export const ArticleActorsDocument = new TypedDocumentString(`
    query ArticleActors($id: ID!, $after: String) {
  article(id: $id) {
    actors(first: 40, after: $after) {
      nodes {
        id
        name
        kind
        sector
        countryCode
        eventCount
        quoteCount
        articleCount
        offices {
          title
          organization
        }
        mentions(where: {article: {eq: $id}}, first: 60) {
          nodes {
            ...Words
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Words on Evidence {
  article {
    id
  }
  span {
    startUtf16
    endUtf16
  }
}`) as unknown as TypedDocumentString<ArticleActorsQuery, ArticleActorsQueryVariables>;
export const ArticlePlacesDocument = new TypedDocumentString(`
    query ArticlePlaces($id: ID!, $after: String) {
  article(id: $id) {
    locations(first: 40, after: $after) {
      nodes {
        ...Place
        eventCount
        parent {
          name
        }
        mentions(where: {article: {eq: $id}}, first: 60) {
          nodes {
            ...Words
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Words on Evidence {
  article {
    id
  }
  span {
    startUtf16
    endUtf16
  }
}
fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}`) as unknown as TypedDocumentString<ArticlePlacesQuery, ArticlePlacesQueryVariables>;
export const OneEventDocument = new TypedDocumentString(`
    query OneEvent($id: ID!, $after: String) {
  event(id: $id) {
    ...Card
    confidence
    victims {
      harm
      text
    }
    codes {
      plover
      cameoRoot
      acled
    }
    tellings: reports(first: 20, after: $after) {
      totalCount
      nodes {
        id
        type
        status
        summary
        when {
          ...WhenParts
        }
        location {
          ...Place
        }
        locationBasis
        killed {
          ...CountParts
        }
        injured {
          ...CountParts
        }
        saidBy {
          id
          name
        }
        saidByBasis
        evidence {
          text
          context(before: 120, after: 120)
        }
        article {
          id
          title
          publisher
          publishedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}
fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}
fragment Card on Event {
  id
  type
  mode
  status
  summary
  when {
    ...WhenParts
  }
  location {
    ...Place
    parent {
      name
    }
  }
  locationBasis
  participants {
    role
    nameAsWritten
    basis
    actor {
      id
      name
    }
  }
  killed {
    ...CountParts
  }
  injured {
    ...CountParts
  }
  reports(first: 6) {
    totalCount
    nodes {
      saidBy {
        id
        name
      }
      article {
        id
        publisher
      }
    }
  }
}`) as unknown as TypedDocumentString<OneEventQuery, OneEventQueryVariables>;
export const EventsDocument = new TypedDocumentString(`
    query Events($where: EventWhere, $first: Int!, $after: String, $orderBy: EventOrder) {
  events(where: $where, first: $first, after: $after, orderBy: $orderBy) {
    totalCount
    nodes {
      ...Card
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}
fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}
fragment Card on Event {
  id
  type
  mode
  status
  summary
  when {
    ...WhenParts
  }
  location {
    ...Place
    parent {
      name
    }
  }
  locationBasis
  participants {
    role
    nameAsWritten
    basis
    actor {
      id
      name
    }
  }
  killed {
    ...CountParts
  }
  injured {
    ...CountParts
  }
  reports(first: 6) {
    totalCount
    nodes {
      saidBy {
        id
        name
      }
      article {
        id
        publisher
      }
    }
  }
}`) as unknown as TypedDocumentString<EventsQuery, EventsQueryVariables>;
export const StatsDocument = new TypedDocumentString(`
    query Stats($where: EventWhere, $by: [EventDimension!]!, $first: Int!) {
  eventStats(where: $where, by: $by, first: $first) {
    events
    killed
    keys {
      value
    }
  }
}
    `) as unknown as TypedDocumentString<StatsQuery, StatsQueryVariables>;
export const PlacesDocument = new TypedDocumentString(`
    query Places($ids: [ID!]!) {
  nodes(ids: $ids) {
    ...Place
  }
}
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}`) as unknown as TypedDocumentString<PlacesQuery, PlacesQueryVariables>;
export const FindActorsDocument = new TypedDocumentString(`
    query FindActors($search: String) {
  actors(search: $search, first: 8) {
    nodes {
      id
      name
      kind
      sector
      eventCount
    }
  }
}
    `) as unknown as TypedDocumentString<FindActorsQuery, FindActorsQueryVariables>;
export const NamesDocument = new TypedDocumentString(`
    query Names($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Actor {
      name
    }
    ... on Location {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<NamesQuery, NamesQueryVariables>;
export const OneLocationDocument = new TypedDocumentString(`
    query OneLocation($id: ID!) {
  location(id: $id) {
    ...Place
    geonamesId
    eventCount
    parent {
      id
      name
      parent {
        id
        name
        parent {
          id
          name
        }
      }
    }
  }
}
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}`) as unknown as TypedDocumentString<OneLocationQuery, OneLocationQueryVariables>;
export const LocationMentionsDocument = new TypedDocumentString(`
    query LocationMentions($id: ID!, $first: Int!, $after: String) {
  location(id: $id) {
    mentions(first: $first, after: $after) {
      totalCount
      nodes {
        text
        context(before: 80, after: 80)
        span {
          start
        }
        article {
          id
          title
          publisher
          publishedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LocationMentionsQuery, LocationMentionsQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($search: String!, $first: Int!) {
  events(search: $search, first: $first) {
    totalCount
    nodes {
      ...Card
    }
  }
  quotes(search: $search, first: $first) {
    totalCount
    nodes {
      ...Saying
    }
  }
  actors(search: $search, first: $first) {
    totalCount
    nodes {
      id
      name
      kind
      sector
      countryCode
      aliases
      eventCount
      quoteCount
    }
  }
  locations(search: $search, first: $first) {
    totalCount
    nodes {
      ...Place
      eventCount
      parent {
        name
      }
    }
  }
  articles(search: $search, first: $first) {
    totalCount
    nodes {
      id
      title
      publisher
      byline
      publishedAt
    }
  }
}
    fragment Saying on Quote {
  id
  text
  kind
  cue
  medium
  speakerAsWritten
  speaker {
    id
    name
  }
  article {
    id
    title
    publisher
    publishedAt
  }
}
fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}
fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}
fragment Card on Event {
  id
  type
  mode
  status
  summary
  when {
    ...WhenParts
  }
  location {
    ...Place
    parent {
      name
    }
  }
  locationBasis
  participants {
    role
    nameAsWritten
    basis
    actor {
      id
      name
    }
  }
  killed {
    ...CountParts
  }
  injured {
    ...CountParts
  }
  reports(first: 6) {
    totalCount
    nodes {
      saidBy {
        id
        name
      }
      article {
        id
        publisher
      }
    }
  }
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;