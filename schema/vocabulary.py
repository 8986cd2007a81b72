"""The closed sets of Dateline, each value with a description and an example.

GraphQL, REST, the export and the documentation all take their words from here.
Event types are PLOVER's sixteen and five of our own; sectors are PLOVER's.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Described(StrEnum):
    """An enum of strings whose members carry a sentence: `EventType.AID.description`."""

    description: str

    def __new__(cls, value: str, description: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member


class EventType(Described):
    """What kind of happening an event is."""

    AGREE = (
        "AGREE",
        "Says it will cooperate: a promise, an offer, a deal in words.  «Ankara agreed to reopen the border.»",
    )
    CONSULT = "CONSULT", "Talks, visits and meetings.  «The two presidents met in Nairobi.»"
    SUPPORT = (
        "SUPPORT",
        "Praise, endorsement, recognition, an apology, a formal agreement signed.  «Both sides signed the pact.»",
    )
    CONCEDE = "CONCEDE", "Gives way on policy or rights without leaving ground.  «The government lifted the curfew.»"
    COOPERATE = (
        "COOPERATE",
        "Cooperation carried out: economic, military, judicial, intelligence.  «The navies held a joint exercise.»",
    )
    AID = "AID", "Help given: money, arms, relief, asylum, peacekeepers.  «Japan sent tents to the survivors.»"
    RETREAT = "RETREAT", "Gives ground or people back.  «Rebels withdrew from the town»; «the hostages were released.»"
    REQUEST = "REQUEST", "Asks or demands.  «The union demanded higher wages.»"
    ACCUSE = "ACCUSE", "Criticises, alleges or investigates.  «The minister accused the company of fraud.»"
    REJECT = "REJECT", "Says no, refuses, vetoes.  «The senate rejected the bill.»"
    THREATEN = "THREATEN", "Warns of harm to come.  «The general threatened to strike the port.»"
    PROTEST = "PROTEST", "Civilians demonstrate, strike, riot, boycott.  «Thousands marched through Lima.»"
    SANCTION = "SANCTION", "Cuts relations or benefits.  «The bloc imposed an embargo.»"
    MOBILIZE = "MOBILIZE", "Puts forces on show or on alert.  «The army deployed troops along the river.»"
    COERCE = "COERCE", "State force short of violence on bodies: arrests, bans, seizures.  «Police arrested 40 people.»"
    ASSAULT = "ASSAULT", "Violence and war: attacks, shelling, abduction, killing.  «A drone strike killed six.»"
    CRIME = "CRIME", "Crime with no political side.  «Thieves robbed a bank in Austin.»"
    LEGAL = (
        "LEGAL",
        "Courts and prosecutors: charges, suits, trials, rulings, sentences.  «A judge sentenced him to ten years.»",
    )
    DISASTER = (
        "DISASTER",
        "Nature and disease: earthquakes, floods, storms, fires, outbreaks.  «The flood swept away two bridges.»",
    )
    ACCIDENT = "ACCIDENT", "A crash, collapse or explosion that nobody meant.  «A ferry capsized off Cebu.»"
    ELECTION = "ELECTION", "Votes and their results.  «She won the presidential election.»"


class EventStatus(Described):
    """How certain the text is that an event happened."""

    REPORTED = (
        "REPORTED",
        "Told as fact, or by a source that the text does not doubt.  «A strike killed six, the governor said.»",
    )
    CLAIMED = (
        "CLAIMED",
        "A party says so and the text sets it apart, or it is disputed.  «The rebels claimed to have taken the town.»",
    )
    DENIED = "DENIED", "Said not to have happened.  «The army denied that it shelled the market.»"
    PLANNED = "PLANNED", "Announced or scheduled.  «The two leaders will meet on Friday.»"
    HYPOTHETICAL = "HYPOTHETICAL", "If, could, might.  «If the city falls, the road south is open.»"


class JudgementKind(Described):
    """What a judgement says."""

    SAME_EVENT = (
        "SAME_EVENT",
        "Two reports tell of one event.  «Same place, same day, six killed in both.»",
    )
    SAME_ACTOR = (
        "SAME_ACTOR",
        "One actor is part of another.  «President Osei» is Amara Osei.",
    )
    CORRECTION = (
        "CORRECTION",
        "An event is otherwise than its reports tell it.  The killing was on Monday, not on Tuesday.",
    )
    ARTICLE = (
        "ARTICLE",
        "An article belongs among the others; to withdraw that deletes it.  An editor sent in the desk's own story.",
    )
    REMOVAL = (
        "REMOVAL",
        "An article was taken out for good; to withdraw that lets it be read again.  Its publisher retracted it.",
    )


class ArticleFormat(Described):
    """In which form an article is sent."""

    TEXT = "TEXT", "Plain text, as a wire service sends it.  «NAIROBI, Kenya (AP) — Police …»"
    HTML = "HTML", "A whole web page; its menus and advertisements are left out.  «<!doctype html> …»"


class DatePrecision(Described):
    """How exactly a date is known."""

    DAY = "DAY", "One calendar day.  «on Tuesday»"
    WEEK = "WEEK", "Within a week.  «last week»"
    MONTH = "MONTH", "Within a month or a named part of it.  «in early October»"
    SEASON = "SEASON", "Within a season, a quarter or a half of a year.  «last summer»"
    YEAR = "YEAR", "Within a year.  «in 2019»"
    APPROXIMATE = (
        "APPROXIMATE",
        "Within the given bounds, which are themselves a guess.  «recently», «about three months ago»",
    )
    UNKNOWN = "UNKNOWN", "The text does not tell."


class Basis(Described):
    """Where in an article a value of an event was taken from."""

    STATED = "STATED", "From the clause or sentence that tells the event.  «A blast killed *six* in *Goma*.»"
    CARRIED = (
        "CARRIED",
        "From another sentence of the article.  «Gunmen raided *Djibo* on Friday. The attack left six dead.»",
    )
    DATELINE = "DATELINE", "From the article's dateline.  «*GOMA*, Congo (AP) — A blast killed six people.»"
    PUBLICATION = (
        "PUBLICATION",
        "Counted from the day of publication, by a word that alone tells no day.  «today», «on Tuesday»",
    )
    INFERRED = (
        "INFERRED",
        "Follows from what is known of the article; no words say it of the event.  «*Russian* missiles hit Kyiv.»",
    )
    MODEL = "MODEL", "Read by a model, where no rule takes it from the words."


class OtherField(Described):
    """A value of an event that two readers of an article may tell differently."""

    WHEN = "WHEN", "When it happened."
    LOCATION = "LOCATION", "Where it happened."
    KILLED = "KILLED", "How many were killed."
    INJURED = "INJURED", "How many were hurt."
    SAID_BY = "SAID_BY", "The source that is named for it."
    ACTOR = "ACTOR", "Who did it."
    RECIPIENT = "RECIPIENT", "Whom it was done to, or with."
    VICTIM = "VICTIM", "Who was killed, hurt, taken or robbed."


class ParticipantRole(Described):
    """What part an actor has in an event."""

    ACTOR = "ACTOR", "Who did it.  «*Rebels* attacked the convoy.»"
    RECIPIENT = "RECIPIENT", "Whom it was done to, or with.  «Rebels attacked *the convoy*.»"
    VICTIM = "VICTIM", "Who was killed, hurt, taken or robbed.  «The blast killed *two nurses*.»"


class Harm(Described):
    """What was done to people."""

    KILLED = "KILLED", "They died of it.  «A strike killed *six*.»"
    INJURED = "INJURED", "They were hurt and lived.  «and hurt *16 others*.»"


class VictimKind(Described):
    """Of what kind people are who were killed or injured, by the noun that the text has for them."""

    CHILD = "CHILD", "Children, to the age of teenagers.  «a two-year-old girl»"
    WOMAN = "WOMAN", "Women.  «two mothers»"
    MAN = "MAN", "Men.  «an elderly man»"
    CIVILIAN = "CIVILIAN", "Called civilians, residents or bystanders.  «nine villagers»"
    SOLDIER = "SOLDIER", "Members of armed forces, peacekeepers among them.  «14 soldiers»"
    POLICE = "POLICE", "Police and border guards.  «a police officer»"
    FIGHTER = "FIGHTER", "Armed people of no state: rebels, militants, gunmen.  «30 insurgents»"
    JOURNALIST = "JOURNALIST", "Journalists.  «a cameraman»"
    AID_WORKER = "AID_WORKER", "People of relief organizations.  «three aid workers»"
    HEALTH_WORKER = "HEALTH_WORKER", "Doctors, nurses, paramedics.  «two nurses»"
    RESCUER = "RESCUER", "Firefighters and others who came to help.  «a firefighter»"
    OFFICIAL = "OFFICIAL", "Holders of offices, candidates among them.  «a judge»"
    PROTESTER = "PROTESTER", "People who demonstrate.  «four protesters»"
    CAPTIVE = "CAPTIVE", "Held by somebody: prisoners, hostages.  «50 inmates»"
    MIGRANT = "MIGRANT", "Migrants and refugees.  «27 migrants»"
    STUDENT = "STUDENT", "Students.  «five students»"
    TEACHER = "TEACHER", "Teachers and professors.  «a teacher»"
    CLERGY = "CLERGY", "Priests, imams, monks, nuns.  «six priests»"
    WORKER = "WORKER", "Called workers, miners, farmers.  «twelve miners»"
    PASSENGER = "PASSENGER", "On board, and not at work there.  «all 68 passengers»"
    CREW = "CREW", "At work on board.  «a pilot»"
    TOURIST = "TOURIST", "Tourists.  «two tourists»"


class ActorKind(Described):
    """What an actor is."""

    PERSON = "PERSON", "One person.  «Amara Osei»"
    ORGANIZATION = "ORGANIZATION", "A named body: a ministry, company, army, party.  «the Health Ministry»"
    COUNTRY = "COUNTRY", "A country or its government as a whole.  «Kenya», «Nairobi said»"
    GROUP = "GROUP", "People without a formal body.  «protesters», «villagers», «Ukrainian troops»"


class ActorSector(Described):
    """What side of public life an actor belongs to; the codes are PLOVER's."""

    GOV = "GOV", "Government, executive.  «the prime minister»"
    MIL = "MIL", "Armed forces of a state.  «Russian forces»"
    REB = "REB", "Rebels and other armed groups against a state.  «the insurgents»"
    OPP = "OPP", "Political opposition.  «opposition leader»"
    PTY = "PTY", "Political parties, and candidates as party members.  «the Liberal Party»"
    COP = "COP", "Police and other law enforcement.  «Ohio State Highway Patrol»"
    JUD = "JUD", "Courts, judges, prosecutors.  «the Supreme Court»"
    SPY = "SPY", "Intelligence services.  «the SBU»"
    MED = "MED", "News media and journalists, where they act in the story.  «the detained reporter»"
    EDU = "EDU", "Schools, universities, scholars.  «a professor at Kyoto University»"
    BUS = "BUS", "Companies and business people.  «the airline»"
    CVL = "CVL", "Civilians.  «residents», «two children»"
    CRM = "CRM", "Criminals and criminal groups.  «the cartel»"
    IGO = "IGO", "International organizations of states.  «the United Nations»"
    NGO = "NGO", "Non-governmental organizations.  «the Red Cross»"
    LEG = "LEG", "Parliaments and their members.  «Sen. Ruth Hale»"
    UNKNOWN = "UNKNOWN", "The text does not tell."


class LocationKind(Described):
    """What a place is."""

    COUNTRY = "COUNTRY", "A country or territory.  «Peru»"
    ADMIN1 = "ADMIN1", "A first-level division: state, province, oblast.  «Texas»"
    ADMIN2 = "ADMIN2", "A second-level division: county, district.  «Harris County»"
    CITY = "CITY", "A city, town or village.  «Zaporizhzhia»"
    REGION = "REGION", "A region that is no administrative unit.  «Darfur», «the Sahel», «Europe»"
    FACILITY = "FACILITY", "A built or natural place within others: airport, bridge, river, mountain.  «Mount Meru»"


class QuoteKind(Described):
    """How words are reported."""

    DIRECT = "DIRECT", 'All of it inside quotation marks.  «"We will rebuild," she said.»'
    MIXED = "MIXED", 'A clause with quoted words in it.  «He called it "a modest step".»'
    INDIRECT = "INDIRECT", "Reported speech without quotation marks.  «She said the road was open.»"


class MentionForm(Described):
    """How a mention names its actor or place."""

    NAME = "NAME", "By name.  «Andrea Ruiz», «Ruiz»"
    NOMINAL = "NOMINAL", "By a role or description.  «the governor»"
    PRONOUN = "PRONOUN", "By a pronoun.  «she»"
