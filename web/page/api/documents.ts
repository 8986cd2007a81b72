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

/** Which kinds of actor. */
export type ActorKindFilter = {
  /** Exactly this. */
  eq?: ActorKind | undefined | null;
  /** Any of these; an empty list finds nothing. */
  oneOf?: Array<ActorKind> | undefined | null;
};

/** In which order actors come. */
export type ActorOrder = {
  /** From which end. */
  direction: OrderDirection;
  /** By what. */
  field: ActorOrderField;
};

/** What actors can be ordered by. */
export type ActorOrderField =
  /** In how many events it has a part. */
  | 'EVENT_COUNT'
  /** By name, without regard to case and accents. */
  | 'NAME'
  /** How many quotes are its own. */
  | 'QUOTE_COUNT'
  /** How well it fits the search; only together with search. */
  | 'RELEVANCE';

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

/** Which actors; what is given here must all hold. */
export type ActorWhere = {
  /** All of these hold as well. */
  AND?: Array<ActorWhere> | undefined | null;
  /** This does not hold. */
  NOT?: ActorWhere | undefined | null;
  /** At least one of these holds as well. */
  OR?: Array<ActorWhere> | undefined | null;
  /** Where its country was taken from. */
  countryBasis?: BasisFilter | undefined | null;
  /** Its country, as two letters (ISO 3166-1 alpha-2), for example KE; KEN and ke find the same. */
  countryCode?: StringFilter | undefined | null;
  /** Any of its ids elsewhere: `wikidata:Q42`. */
  externalId?: StringFilter | undefined | null;
  /** What it is. */
  kind?: ActorKindFilter | undefined | null;
  /** Any name that it goes by. */
  name?: StringFilter | undefined | null;
};

/** In which order articles come. */
export type ArticleOrder = {
  /** From which end. */
  direction: OrderDirection;
  /** By what. */
  field: ArticleOrderField;
};

/** What articles can be ordered by. */
export type ArticleOrderField =
  /** When it came out; undated ones last. */
  | 'PUBLISHED_AT'
  /** How well it fits the search; only together with search. */
  | 'RELEVANCE';

/** Which articles; what is given here must all hold. */
export type ArticleWhere = {
  /** All of these hold as well. */
  AND?: Array<ArticleWhere> | undefined | null;
  /** This does not hold. */
  NOT?: ArticleWhere | undefined | null;
  /** At least one of these holds as well. */
  OR?: Array<ArticleWhere> | undefined | null;
  /** The day (UTC) when it came out. */
  publishedAt?: DateFilter | undefined | null;
  /** Who published it. */
  publisher?: StringFilter | undefined | null;
  /** Its headline. */
  title?: StringFilter | undefined | null;
  /** Where it was published. */
  url?: StringFilter | undefined | null;
};

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

/** A number of people as it should be. */
export type CountChange = {
  /** The number; null for «not known». */
  best?: number | undefined | null;
  /** Not more than this; the number where it is left out. */
  high?: number | undefined | null;
  /** Not fewer than this; the number where it is left out. */
  low?: number | undefined | null;
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

/** When it happened, as it should be. */
export type DaysChange = {
  /** The first day it can be. */
  earliest: string;
  /** The last day it can be; the same as the first for one day. */
  latest: string;
};

/** What is otherwise than the reports tell; what is left out stays. */
export type EventChange = {
  /** How many were hurt. */
  injured?: CountChange | undefined | null;
  /** How many were killed. */
  killed?: CountChange | undefined | null;
  /** The id of the place where it happened. */
  location?: string | number | undefined | null;
  /** How certain it is that it happened. */
  status?: EventStatus | undefined | null;
  /** What kind of happening it is. */
  type?: EventType | undefined | null;
  /** When it happened. */
  when?: DaysChange | undefined | null;
};

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
  /** Whether only a model tells that there is such an event: MODEL; STATED leaves those out. */
  basis?: BasisFilter | undefined | null;
  /** How sure the reading is, from 0 to 1. */
  confidence?: FloatFilter | undefined | null;
  /** Its country, as two letters (ISO 3166-1 alpha-2), for example KE; KEN and ke find the same. */
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
  /** A model that told any of it, with the version of its questions: `qwen3:8b 1a2b3c4d`. */
  model?: StringFilter | undefined | null;
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

/** What a judgement says. */
export type JudgementKind =
  /** An article belongs among the others; to withdraw that deletes it.  An editor sent in the desk's own story. */
  | 'ARTICLE'
  /** An event is otherwise than its reports tell it.  The killing was on Monday, not on Tuesday. */
  | 'CORRECTION'
  /** An article was taken out for good; to withdraw that lets it be read again.  Its publisher retracted it. */
  | 'REMOVAL'
  /** One actor is part of another.  «President Osei» is Amara Osei. */
  | 'SAME_ACTOR'
  /** Two reports tell of one event.  «Same place, same day, six killed in both.» */
  | 'SAME_EVENT';

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

/** Which kinds of location. */
export type LocationKindFilter = {
  /** Exactly this. */
  eq?: LocationKind | undefined | null;
  /** Any of these; an empty list finds nothing. */
  oneOf?: Array<LocationKind> | undefined | null;
};

/** In which order locations come. */
export type LocationOrder = {
  /** From which end. */
  direction: OrderDirection;
  /** By what. */
  field: LocationOrderField;
};

/** What locations can be ordered by. */
export type LocationOrderField =
  /** How many events happened right there. */
  | 'EVENT_COUNT'
  /** By name, without regard to case and accents. */
  | 'NAME'
  /** How well it fits the search; only together with search. */
  | 'RELEVANCE';

/** Which locations; what is given here must all hold. */
export type LocationWhere = {
  /** All of these hold as well. */
  AND?: Array<LocationWhere> | undefined | null;
  /** This does not hold. */
  NOT?: LocationWhere | undefined | null;
  /** At least one of these holds as well. */
  OR?: Array<LocationWhere> | undefined | null;
  /** Its country, as two letters (ISO 3166-1 alpha-2), for example KE; KEN and ke find the same. */
  countryCode?: StringFilter | undefined | null;
  /** Its number at geonames.org. */
  geonamesId?: IntFilter | undefined | null;
  /** What kind of place it is. */
  kind?: LocationKindFilter | undefined | null;
  /** Its name in the gazetteer. */
  name?: StringFilter | undefined | null;
  /** At most so many kilometres from a point. */
  near?: NearInput | undefined | null;
  /** Inside a box of latitudes and longitudes. */
  within?: BoundingBoxInput | undefined | null;
};

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

/** A value of an event that two readers of an article may tell differently. */
export type OtherField =
  /** Who did it. */
  | 'ACTOR'
  /** How many were hurt. */
  | 'INJURED'
  /** How many were killed. */
  | 'KILLED'
  /** Where it happened. */
  | 'LOCATION'
  /** Whom it was done to, or with. */
  | 'RECIPIENT'
  /** The source that is named for it. */
  | 'SAID_BY'
  /** Who was killed, hurt, taken or robbed. */
  | 'VICTIM'
  /** When it happened. */
  | 'WHEN';

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

/** What a suggestion is of. */
export type SuggestionKind =
  /** An actor; the value is its id. */
  | 'ACTOR'
  /** A location; the value is its id. */
  | 'LOCATION'
  /** A publisher; the value is its name. */
  | 'PUBLISHER'
  /** A type of event; the value is its code. */
  | 'TYPE';

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


export type ActorQuotesQuery = { actor: { quotes: { totalCount: number, nodes: Array<{ id: string, text: string, kind: QuoteKind, cue: string | null, medium: string | null, speakerAsWritten: string | null, speakerBasis: Basis | null, speaker: { id: string, name: string } | null, article: { id: string, title: string | null, publisher: string | null, publishedAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type SayingFragment = { id: string, text: string, kind: QuoteKind, cue: string | null, medium: string | null, speakerAsWritten: string | null, speakerBasis: Basis | null, speaker: { id: string, name: string } | null, article: { id: string, title: string | null, publisher: string | null, publishedAt: string | null } };

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


export type ArticleEventsQuery = { article: { events: { nodes: Array<{ id: string, type: EventType, mode: string | null, status: EventStatus, summary: string, basis: Basis, model: string | null, locationBasis: Basis | null, when: { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null }, location: { id: string, name: string, countryCode: string | null } | null, participants: Array<{ role: ParticipantRole, nameAsWritten: string, basis: Basis, actor: { id: string, name: string } | null }>, victims: Array<{ harm: Harm, text: string, evidence: { article: { id: string } } }>, reports: { nodes: Array<{ status: EventStatus, saidByBasis: Basis | null, killed: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, injured: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, saidBy: { id: string, name: string } | null, evidence: { article: { id: string }, span: { startUtf16: number, endUtf16: number } } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ArticleQuotesQueryVariables = Exact<{
  id: string | number;
  after?: string | undefined | null;
}>;


export type ArticleQuotesQuery = { article: { quotes: { nodes: Array<{ id: string, text: string, kind: QuoteKind, cue: string | null, medium: string | null, speakerAsWritten: string | null, speakerBasis: Basis | null, speaker: { id: string, name: string } | null, evidence: Array<{ article: { id: string }, span: { startUtf16: number, endUtf16: number } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

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

export type BrowseArticlesQueryVariables = Exact<{
  where?: ArticleWhere | undefined | null;
  search?: string | undefined | null;
  orderBy?: ArticleOrder | undefined | null;
  first: number;
  after?: string | undefined | null;
}>;


export type BrowseArticlesQuery = { articles: { totalCount: number, nodes: Array<{ id: string, title: string | null, publisher: string | null, publishedAt: string | null, byline: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BrowseActorsQueryVariables = Exact<{
  where?: ActorWhere | undefined | null;
  orderBy?: ActorOrder | undefined | null;
  first: number;
  after?: string | undefined | null;
}>;


export type BrowseActorsQuery = { actors: { totalCount: number, nodes: Array<{ id: string, name: string, kind: ActorKind, sector: ActorSector, countryCode: string | null, eventCount: number, quoteCount: number, articleCount: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BrowseLocationsQueryVariables = Exact<{
  where?: LocationWhere | undefined | null;
  orderBy?: LocationOrder | undefined | null;
  first: number;
  after?: string | undefined | null;
}>;


export type BrowseLocationsQuery = { locations: { totalCount: number, nodes: Array<{ eventCount: number, id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type JudgedFragment = { id: string, kind: JudgementKind, reason: string, score: number | null, madeBy: string | null, madeAt: string, withdrawn: { by: string, at: string, reason: string } | null, reports: Array<{ id: string, summary: string, article: { id: string, publisher: string | null, publishedAt: string | null } }> };

export type LatestJudgementsQueryVariables = Exact<{
  first: number;
  before?: string | number | undefined | null;
}>;


export type LatestJudgementsQuery = { latestJudgements: Array<{ articleId: string | null, id: string, kind: JudgementKind, reason: string, score: number | null, madeBy: string | null, madeAt: string, article: { id: string, title: string | null } | null, part: { id: string, name: string } | null, whole: { id: string, name: string } | null, withdrawn: { by: string, at: string, reason: string } | null, reports: Array<{ id: string, summary: string, article: { id: string, publisher: string | null, publishedAt: string | null } }> }> };

export type ActorJudgementsQueryVariables = Exact<{
  id: string | number;
}>;


export type ActorJudgementsQuery = { actor: { judgements: Array<{ id: string, kind: JudgementKind, reason: string, score: number | null, madeBy: string | null, madeAt: string, part: { id: string, name: string } | null, whole: { id: string, name: string } | null, withdrawn: { by: string, at: string, reason: string } | null, reports: Array<{ id: string, summary: string, article: { id: string, publisher: string | null, publishedAt: string | null } }> }> } | null };

export type CorrectEventMutationVariables = Exact<{
  event: string | number;
  change: EventChange;
  reason: string;
}>;


export type CorrectEventMutation = { eventCorrect: { event: { id: string } } };

export type MergeEventsMutationVariables = Exact<{
  events: Array<string | number> | string | number;
  reason: string;
}>;


export type MergeEventsMutation = { eventsMerge: { event: { id: string } } };

export type MergeActorsMutationVariables = Exact<{
  into: string | number;
  actors: Array<string | number> | string | number;
  reason: string;
}>;


export type MergeActorsMutation = { actorsMerge: { actor: { id: string } } };

export type WithdrawJudgementMutationVariables = Exact<{
  judgement: string | number;
  reason: string;
}>;


export type WithdrawJudgementMutation = { judgementWithdraw: { judgement: { id: string } } };

export type OneEventQueryVariables = Exact<{
  id: string | number;
  after?: string | undefined | null;
}>;


export type OneEventQuery = { event: { confidence: number, locationBasis: Basis | null, id: string, type: EventType, mode: string | null, status: EventStatus, summary: string, basis: Basis, model: string | null, corrections: Array<{ field: string, value: string | null, told: string | null }>, judgements: Array<{ id: string, kind: JudgementKind, reason: string, score: number | null, madeBy: string | null, madeAt: string, withdrawn: { by: string, at: string, reason: string } | null, reports: Array<{ id: string, summary: string, article: { id: string, publisher: string | null, publishedAt: string | null } }> }>, victims: Array<{ harm: Harm, text: string }>, codes: { plover: string, cameoRoot: string | null, acled: string | null }, tellings: { totalCount: number, nodes: Array<{ id: string, type: EventType, status: EventStatus, summary: string, basis: Basis, model: string | null, locationBasis: Basis | null, saidByBasis: Basis | null, otherValues: Array<{ field: OtherField, value: string, basis: Basis }>, when: { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null }, location: { id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null } | null, killed: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, injured: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, saidBy: { id: string, name: string } | null, evidence: { text: string | null, context: string | null }, article: { id: string, title: string | null, publisher: string | null, publishedAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, when: { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null }, location: { id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null, parent: { name: string } | null } | null, participants: Array<{ role: ParticipantRole, nameAsWritten: string, basis: Basis, actor: { id: string, name: string } | null }>, killed: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, injured: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, reports: { totalCount: number, nodes: Array<{ summary: string, saidBy: { id: string, name: string } | null, article: { id: string, publisher: string | null } }> } } | null };

export type PlaceFragment = { id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null };

export type CountPartsFragment = { text: string, low: number, best: number, high: number | null, basis: Basis };

export type WhenPartsFragment = { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null };

export type CardFragment = { id: string, type: EventType, mode: string | null, status: EventStatus, summary: string, basis: Basis, model: string | null, locationBasis: Basis | null, when: { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null }, location: { id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null, parent: { name: string } | null } | null, participants: Array<{ role: ParticipantRole, nameAsWritten: string, basis: Basis, actor: { id: string, name: string } | null }>, killed: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, injured: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, reports: { totalCount: number, nodes: Array<{ summary: string, saidBy: { id: string, name: string } | null, article: { id: string, publisher: string | null } }> } };

export type EventsQueryVariables = Exact<{
  where?: EventWhere | undefined | null;
  search?: string | undefined | null;
  first: number;
  after?: string | undefined | null;
  orderBy?: EventOrder | undefined | null;
}>;


export type EventsQuery = { events: { totalCount: number, nodes: Array<{ id: string, type: EventType, mode: string | null, status: EventStatus, summary: string, basis: Basis, model: string | null, locationBasis: Basis | null, when: { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null }, location: { id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null, parent: { name: string } | null } | null, participants: Array<{ role: ParticipantRole, nameAsWritten: string, basis: Basis, actor: { id: string, name: string } | null }>, killed: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, injured: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, reports: { totalCount: number, nodes: Array<{ summary: string, saidBy: { id: string, name: string } | null, article: { id: string, publisher: string | null } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type StatsQueryVariables = Exact<{
  where?: EventWhere | undefined | null;
  search?: string | undefined | null;
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

export type SuggestQueryVariables = Exact<{
  text: string;
  kinds?: Array<SuggestionKind> | SuggestionKind | undefined | null;
  first?: number | undefined | null;
}>;


export type SuggestQuery = { suggestions: Array<{ kind: SuggestionKind, value: string, name: string, matched: string, note: string | null, count: number }> };

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

export type ToldByModelsQueryVariables = Exact<{
  told: BasisFilter;
}>;


export type ToldByModelsQuery = { events: { nodes: Array<{ id: string }> }, days: { nodes: Array<{ id: string }> }, places: { nodes: Array<{ id: string }> }, killed: { nodes: Array<{ id: string }> }, injured: { nodes: Array<{ id: string }> }, participants: { nodes: Array<{ id: string }> }, quotes: { nodes: Array<{ id: string }> } };

export type SearchQueryVariables = Exact<{
  search: string;
  first: number;
  where?: EventWhere | undefined | null;
}>;


export type SearchQuery = { events: { totalCount: number, nodes: Array<{ id: string, type: EventType, mode: string | null, status: EventStatus, summary: string, basis: Basis, model: string | null, locationBasis: Basis | null, when: { text: string | null, earliest: string | null, latest: string | null, precision: DatePrecision, basis: Basis | null }, location: { id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null, parent: { name: string } | null } | null, participants: Array<{ role: ParticipantRole, nameAsWritten: string, basis: Basis, actor: { id: string, name: string } | null }>, killed: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, injured: { text: string, low: number, best: number, high: number | null, basis: Basis } | null, reports: { totalCount: number, nodes: Array<{ summary: string, saidBy: { id: string, name: string } | null, article: { id: string, publisher: string | null } }> } }> }, quotes: { totalCount: number, nodes: Array<{ id: string, text: string, kind: QuoteKind, cue: string | null, medium: string | null, speakerAsWritten: string | null, speakerBasis: Basis | null, speaker: { id: string, name: string } | null, article: { id: string, title: string | null, publisher: string | null, publishedAt: string | null } }> }, actors: { totalCount: number, nodes: Array<{ id: string, name: string, kind: ActorKind, sector: ActorSector, countryCode: string | null, aliases: Array<string>, eventCount: number, quoteCount: number }> }, locations: { totalCount: number, nodes: Array<{ eventCount: number, id: string, name: string, kind: LocationKind, countryCode: string | null, latitude: number | null, longitude: number | null, parent: { name: string } | null }> }, articles: { totalCount: number, nodes: Array<{ id: string, title: string | null, publisher: string | null, byline: string | null, publishedAt: string | null }> } };

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
  speakerBasis
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
export const JudgedFragmentDoc = new TypedDocumentString(`
    fragment Judged on Judgement {
  id
  kind
  reason
  score
  madeBy
  madeAt
  withdrawn {
    by
    at
    reason
  }
  reports {
    id
    summary
    article {
      id
      publisher
      publishedAt
    }
  }
}
    `, {"fragmentName":"Judged"}) as unknown as TypedDocumentString<JudgedFragment, unknown>;
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
  basis
  model
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
      summary
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
  speakerBasis
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
        basis
        model
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
        speakerBasis
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
export const BrowseArticlesDocument = new TypedDocumentString(`
    query BrowseArticles($where: ArticleWhere, $search: String, $orderBy: ArticleOrder, $first: Int!, $after: String) {
  articles(
    where: $where
    search: $search
    orderBy: $orderBy
    first: $first
    after: $after
  ) {
    totalCount
    nodes {
      id
      title
      publisher
      publishedAt
      byline
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BrowseArticlesQuery, BrowseArticlesQueryVariables>;
export const BrowseActorsDocument = new TypedDocumentString(`
    query BrowseActors($where: ActorWhere, $orderBy: ActorOrder, $first: Int!, $after: String) {
  actors(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    nodes {
      id
      name
      kind
      sector
      countryCode
      eventCount
      quoteCount
      articleCount
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BrowseActorsQuery, BrowseActorsQueryVariables>;
export const BrowseLocationsDocument = new TypedDocumentString(`
    query BrowseLocations($where: LocationWhere, $orderBy: LocationOrder, $first: Int!, $after: String) {
  locations(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    nodes {
      ...Place
      eventCount
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
}`) as unknown as TypedDocumentString<BrowseLocationsQuery, BrowseLocationsQueryVariables>;
export const LatestJudgementsDocument = new TypedDocumentString(`
    query LatestJudgements($first: Int!, $before: ID) {
  latestJudgements(first: $first, before: $before) {
    ...Judged
    articleId
    article {
      id
      title
    }
    part {
      id
      name
    }
    whole {
      id
      name
    }
  }
}
    fragment Judged on Judgement {
  id
  kind
  reason
  score
  madeBy
  madeAt
  withdrawn {
    by
    at
    reason
  }
  reports {
    id
    summary
    article {
      id
      publisher
      publishedAt
    }
  }
}`) as unknown as TypedDocumentString<LatestJudgementsQuery, LatestJudgementsQueryVariables>;
export const ActorJudgementsDocument = new TypedDocumentString(`
    query ActorJudgements($id: ID!) {
  actor(id: $id) {
    judgements {
      ...Judged
      part {
        id
        name
      }
      whole {
        id
        name
      }
    }
  }
}
    fragment Judged on Judgement {
  id
  kind
  reason
  score
  madeBy
  madeAt
  withdrawn {
    by
    at
    reason
  }
  reports {
    id
    summary
    article {
      id
      publisher
      publishedAt
    }
  }
}`) as unknown as TypedDocumentString<ActorJudgementsQuery, ActorJudgementsQueryVariables>;
export const CorrectEventDocument = new TypedDocumentString(`
    mutation CorrectEvent($event: ID!, $change: EventChange!, $reason: String!) {
  eventCorrect(event: $event, change: $change, reason: $reason) {
    event {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CorrectEventMutation, CorrectEventMutationVariables>;
export const MergeEventsDocument = new TypedDocumentString(`
    mutation MergeEvents($events: [ID!]!, $reason: String!) {
  eventsMerge(events: $events, reason: $reason) {
    event {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<MergeEventsMutation, MergeEventsMutationVariables>;
export const MergeActorsDocument = new TypedDocumentString(`
    mutation MergeActors($into: ID!, $actors: [ID!]!, $reason: String!) {
  actorsMerge(into: $into, actors: $actors, reason: $reason) {
    actor {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<MergeActorsMutation, MergeActorsMutationVariables>;
export const WithdrawJudgementDocument = new TypedDocumentString(`
    mutation WithdrawJudgement($judgement: ID!, $reason: String!) {
  judgementWithdraw(judgement: $judgement, reason: $reason) {
    judgement {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawJudgementMutation, WithdrawJudgementMutationVariables>;
export const OneEventDocument = new TypedDocumentString(`
    query OneEvent($id: ID!, $after: String) {
  event(id: $id) {
    ...Card
    confidence
    locationBasis
    corrections {
      field
      value
      told
    }
    judgements {
      ...Judged
    }
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
        basis
        model
        otherValues {
          field
          value
          basis
        }
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
    fragment Judged on Judgement {
  id
  kind
  reason
  score
  madeBy
  madeAt
  withdrawn {
    by
    at
    reason
  }
  reports {
    id
    summary
    article {
      id
      publisher
      publishedAt
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
  basis
  model
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
      summary
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
    query Events($where: EventWhere, $search: String, $first: Int!, $after: String, $orderBy: EventOrder) {
  events(
    where: $where
    search: $search
    first: $first
    after: $after
    orderBy: $orderBy
  ) {
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
  basis
  model
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
      summary
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
    query Stats($where: EventWhere, $search: String, $by: [EventDimension!]!, $first: Int!) {
  eventStats(where: $where, search: $search, by: $by, first: $first) {
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
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($text: String!, $kinds: [SuggestionKind!], $first: Int) {
  suggestions(text: $text, kinds: $kinds, first: $first) {
    kind
    value
    name
    matched
    note
    count
  }
}
    `) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;
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
export const ToldByModelsDocument = new TypedDocumentString(`
    query ToldByModels($told: BasisFilter!) {
  events(where: {basis: $told}, first: 1) {
    nodes {
      id
    }
  }
  days: events(where: {whenBasis: $told}, first: 1) {
    nodes {
      id
    }
  }
  places: events(where: {locationBasis: $told}, first: 1) {
    nodes {
      id
    }
  }
  killed: events(where: {killedBasis: $told}, first: 1) {
    nodes {
      id
    }
  }
  injured: events(where: {injuredBasis: $told}, first: 1) {
    nodes {
      id
    }
  }
  participants: events(where: {participantBasis: $told}, first: 1) {
    nodes {
      id
    }
  }
  quotes(where: {speakerBasis: $told}, first: 1) {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ToldByModelsQuery, ToldByModelsQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($search: String!, $first: Int!, $where: EventWhere) {
  events(search: $search, first: $first, where: $where) {
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
  speakerBasis
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
  basis
  model
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
      summary
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