"""The state of the story: the day and the place that a clause leaves out because the article has told them.

`Gunmen attacked a bank in Lima on Tuesday. A guard was shot.`  The shot was fired in Lima, and on Tuesday.  What a
mention takes over is marked with its basis, and its evidence stays the words that it was taken from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.arguments.when import (
    is_earlier,
    is_since,
    read_days,
    tells_day_of_report,
    times_in_sentence,
)
from dateline.extraction.events.happenings.mention import is_another, is_of_long_time, is_over_long_time
from dateline.extraction.events.happenings.tenses import Tense, tense_of
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.traits import traits
from dateline.extraction.events.triggers.words import context_words
from schema.mentions import WhenMention
from schema.vocabulary import ActorSector, Basis, DatePrecision, EventStatus, EventType, LocationKind, ParticipantRole

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Token

REAL = frozenset({EventStatus.REPORTED, EventStatus.CLAIMED, EventStatus.DENIED})
RECENT = timedelta(days=10)
"""How long before publication what a report is about may lie."""
LEAD = 4
"""Sentences in which an article says where its story is set."""
NEAR = 2
"""Paragraphs over which a day or place of the background holds."""
BRIEFLY = 45
"""Days: what is dated more vaguely dates nothing beside it."""
TOWNS = frozenset({"city", "town", "village", "hamlet", "settlement", "camp", "port"})
AREAS = frozenset({"province", "region", "district", "state", "county", "governorate", "area", "oblast"})
IN_TOWNS = frozenset({LocationKind.CITY, LocationKind.FACILITY})
IN_AREAS = frozenset({LocationKind.ADMIN1, LocationKind.ADMIN2, LocationKind.REGION})


@dataclass(frozen=True, slots=True)
class Day:
    """A day that the article has told, and where."""

    when: WhenMention
    paragraph: int
    recent: bool
    kind: EventType | None = None
    """Of the mention that tells it."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place where something was told to happen."""

    index: int
    paragraph: int
    kind: EventType
    when: WhenMention

    def is_of_time_of(self, told: Told) -> bool:
        """Whether a mention may be of the time of what happened there."""
        one, other = self.when, told.when
        if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
            return True
        gap = timedelta(BRIEFLY)
        return one.earliest - gap <= other.latest and other.earliest - gap <= one.latest


def carry(setting: Setting, tellings: list[Told]) -> None:
    """Gives the mentions of an article, in the order of the text, the day and the place that they leave out."""
    story = Story(setting, tellings)
    for told in tellings:
        if not told.trigger.echo:
            story.read(told)


class Story:
    """What is known at one point of an article."""

    def __init__(self, setting: Setting, tellings: list[Told]) -> None:
        self.setting = setting
        self.tellings = [told for told in tellings if not told.trigger.echo]
        self._paragraphs = [paragraph.start for paragraph in setting.notes.paragraphs]
        self._day: Day | None = None
        self._site: Site | None = None
        self._last: Told | None = None

    def read(self, told: Told) -> None:
        """Fills one mention from the state, then takes the state from it."""
        if told.when.excerpt is None:
            self._give_day(told)
        elif (day := self._day_of(told)) is not None:
            self._day = day
        if told.location is None:
            self._give_place(told)
        elif traits(told.trigger.type).judicial:
            self._refine_seat(told)
        self._take_site(told)
        self._last = told

    def _take_site(self, told: Told) -> None:
        if told.location is None or not told.is_placed or not traits(told.trigger.type).on_site:
            return
        if self._site is None or _is_told_on(told.trigger.token):
            self._site = self._site_at(told, told.location)

    def _site_at(self, told: Told, location: int) -> Site:
        return Site(location, self._paragraph(told.trigger.token), told.trigger.type, told.when)

    def _paragraph(self, token: Token) -> int:
        return bisect_right(self._paragraphs, token.idx)

    # ---------------------------------------------------------------- the day

    def _day_of(self, told: Told) -> Day | None:
        """The day that a mention tells of itself, where it may date what is told beside it."""
        when = told.when
        if told.trigger.status not in REAL or when.earliest is None or when.latest is None:
            return None
        vague = when.precision is DatePrecision.APPROXIMATE or (when.latest - when.earliest).days > BRIEFLY
        if vague or is_since(self.setting, when):
            return None
        recent = self._is_recent(when.earliest, when.latest) and (when.latest - when.earliest).days <= 1
        if not (_is_told_on(told.trigger.token) or (recent and self._day is None)):
            return None
        return Day(when, self._paragraph(told.trigger.token), recent, told.trigger.type)

    def _is_recent(self, earliest: date, latest: date) -> bool:
        published = self.setting.notes.source.published_on
        return published is not None and published - RECENT <= earliest <= latest <= published + timedelta(1)

    @cached_property
    def _main_day(self) -> Day | None:
        """The day that the story is about: the first recent one of a mention, else of any sentence."""
        days = (self._day_of(told) for told in self.tellings)
        found = next((day for day in days if day is not None and day.recent), None)
        return found or next(self._other_days(), None)

    def _other_days(self) -> Iterator[Day]:
        for time in self.setting.times:
            days = read_days(self.setting, time, future=False)
            if days is not None and days[2] is DatePrecision.DAY and self._is_recent(days[0], days[1]):
                excerpt = self.setting.notes.cut(time.start, time.end)
                token = self.setting.token_at(time.start)
                if token is not None:
                    yield Day(WhenMention(excerpt, *days), self._paragraph(token), True)

    def _give_day(self, told: Told) -> None:
        if not self._goes_on(told):
            return
        tense = tense_of(told.trigger.token)
        if tense is Tense.PLUPERFECT:
            return
        day, here = self._day, self._paragraph(told.trigger.token)
        near = day is not None and here - day.paragraph < NEAR and not traits(told.trigger.type).spoken
        if tense is not Tense.PAST or day is None or not (near or day.recent):
            day = self._main_day
        if (reported := self._day_of_report(told.trigger.token)) is not None:
            told.when = reported
            return
        if day is None or day.when.excerpt is None or self._is_of_other_time(told, day):
            return
        sentence = told.trigger.token.sent
        if not sentence.start_char <= day.when.excerpt.start < sentence.end_char:
            told.when = replace(day.when, basis=Basis.CARRIED)
            if day is self._day:
                self._day = replace(day, paragraph=here)
        elif self._shares_day(day.when.excerpt.start, told.trigger.token):
            told.when, told.shares_day = day.when, True

    def _day_of_report(self, trigger: Token) -> WhenMention | None:
        """`has been postponed, the governments said Wednesday`: the day on which it was told."""
        for time in times_in_sentence(self.setting, trigger):
            days = read_days(self.setting, time, future=False)
            if days is not None and tells_day_of_report(self.setting, time.start, trigger):
                return WhenMention(self.setting.notes.cut(time.start, time.end), *days, basis=Basis.INFERRED)
        return None

    def _is_of_other_time(self, told: Told, day: Day) -> bool:
        """`was convicted today; she says he had paid her`: what one is tried for was not done on the day of the trial.

        So of what goes on for longer: `was cut off for more than a week`.
        """
        deed = told.trigger.type in (EventType.CRIME, EventType.ASSAULT) and day.kind is EventType.LEGAL
        return deed or any(map(_is_length, told.trigger.token.children))

    def _shares_day(self, start: int, trigger: Token) -> bool:
        """`marched on Thursday; 54 people were arrested`: two deeds of a sentence are of one day.

        Not what one is accused of, and no day of a clause that tells more of a noun.
        """
        own = self.setting.token_at(start)
        if own is None or any(above.dep_ in ("relcl", "acl") for above in (own, *own.ancestors)):
            return False
        if trigger in own.ancestors and own.i > trigger.i:
            return False  # `agreed to release them on Friday`
        words = context_words()
        return not any(above.lemma_.lower() in words.blaming | words.remarking for above in trigger.ancestors)

    def _goes_on(self, told: Told) -> bool:
        """Whether a mention is of the story's own time: real, not one of before, and no sum of many."""
        token = told.trigger.token
        spoken = traits(told.trigger.type).spoken or told.trigger.token.lemma_ == "appeal"
        spoken = spoken and told.trigger.status is EventStatus.PLANNED
        spoken = spoken and (token.dep_ == "ccomp" or self.setting.is_quoted(token.idx))
        if not (spoken or told.trigger.status in REAL):
            return False
        if is_of_long_time(self.setting, told) or any(word.lower_ in BEFORE for word in token.lefts):
            return False
        return not (is_another(token) or self._is_before_dated(told))

    def _is_before_dated(self, told: Told) -> bool:
        """`was charged on Tuesday after his neighbour was killed`: the killing was before the day that is told."""
        at = told.trigger.token
        if not times_in_sentence(self.setting, at):
            return False
        for _ in range(6):
            if is_earlier(at):
                return True
            if at.head == at:
                break
            at = at.head
        return False

    # ---------------------------------------------------------------- the place

    def _give_place(self, told: Told) -> None:
        kind = traits(told.trigger.type)
        if _is_in_unnamed_town(told.trigger.token):
            return
        meant = self._place_pointed_at(told.trigger.token) if not kind.spoken else None
        if meant is not None:
            told.location, told.location_basis = meant, Basis.CARRIED
        elif (told.trigger.status is EventStatus.HYPOTHETICAL and not kind.national) or is_over_long_time(
            self.setting, told
        ):
            return
        elif told.trigger.type is EventType.MOBILIZE and (base := self._country_of(told)) is not None:
            told.location, told.location_basis = base, Basis.INFERRED
        elif self._is_of_state(told):
            self._give_country(told)
        elif self._is_on_site(told):
            self._give_site(told)
        elif kind.national or kind.judicial:
            self._give_seat(told, judicial=kind.judicial)
        elif kind.spoken:
            self._give_room(told)

    def _is_of_state(self, told: Told) -> bool:
        """`The government cut mobile internet`, `the premier resigned`, `a nationwide strike`: of the country."""
        nouns = (told.trigger.token, *(child for child in told.trigger.token.children if child.dep_ == "dobj"))
        if any(child.lower_ in NATIONWIDE for noun in nouns for child in noun.lefts):
            return True
        kind, mode = told.trigger.type, told.trigger.rule.mode
        if kind is not EventType.COERCE and mode not in OF_STATE:
            return False
        doers = [p.actor for p in told.participants if p.role is ParticipantRole.ACTOR]
        actors = self.setting.notes.actors_known
        return bool(doers) and all(actor is not None and actors.is_national(actor) for actor in doers)

    def _give_country(self, told: Told) -> None:
        """The country of those who do it, where the article names it, else the one that it is about."""
        codes = self._countries(p.actor for p in told.participants if p.role is ParticipantRole.ACTOR)
        country = self._place_of(codes)
        if country is not None:
            told.location, told.location_basis = country, Basis.INFERRED
        elif not codes:
            self._give_home(told)

    def _countries(self, actors: Iterable[int | None]) -> set[str]:
        """The codes of the countries of some actors."""
        known = self.setting.notes.actors_known
        return {code for actor in actors if actor is not None and (code := known.country_of(actor)) is not None}

    def _place_of(self, codes: set[str]) -> int | None:
        """The place of the one country, where they are one and the article names it."""
        return self.setting.country_place(next(iter(codes))) if len(codes) == 1 else None

    def _is_on_site(self, told: Told) -> bool:
        mode = told.trigger.rule.mode
        on_site = traits(told.trigger.type).on_site or mode in ON_SITE
        return on_site and mode not in NOWHERE and not is_another(told.trigger.token)

    def _country_of(self, told: Told) -> int | None:
        """The place of the country whose forces are put on alert."""
        others = (p.actor for p in told.participants if p.actor is not None and p.role is not ParticipantRole.ACTOR)
        actors = self.setting.notes.actors_known
        return self._place_of(self._countries(at for at in others if actors.sector_of(at) is ActorSector.MIL))

    def _give_site(self, told: Told) -> None:
        site = self._site
        if site is None or self._paragraph(told.trigger.token) - site.paragraph > NEAR:
            site = self._main_site or site
        if site is not None and site.is_of_time_of(told):
            told.location, told.location_basis = site.index, Basis.CARRIED
            if site is self._site:
                self._site = replace(site, paragraph=self._paragraph(told.trigger.token))
        elif (at := self._dateline_place) is not None and not self._is_long_ago(told):
            told.location, told.location_basis = at, Basis.DATELINE
        else:
            self._give_home(told)

    def _is_long_ago(self, told: Told) -> bool:
        published, last = self.setting.notes.source.published_on, told.when.latest
        return published is not None and last is not None and published - last > timedelta(BRIEFLY)

    def _give_home(self, told: Told) -> None:
        """The country that the article is about, where other sentences than the mention's own name it."""
        home, places = self.setting.home_country, self.setting.notes.places
        if home is None:
            return
        wanted, sentence = places[home].place, told.trigger.token.sent
        for index, mention in enumerate(places):
            inside = sentence.start_char <= mention.excerpt.start < sentence.end_char
            if mention.place == wanted and not inside:
                told.location, told.location_basis = index, Basis.INFERRED
                return

    def _refine_seat(self, told: Told) -> None:
        """`KABUL — A court in Afghanistan has overturned`: in Kabul; else the town of the one court that is named."""
        dateline = self._dateline_place if told.sentence <= self._lead_end else None
        for place, basis in ((dateline, Basis.DATELINE), (self._court_place, Basis.CARRIED)):
            if place is not None and told.location is not None and self.setting.lies_in(place, told.location):
                told.location, told.location_basis = place, basis
                return

    def _give_seat(self, told: Told, *, judicial: bool) -> None:
        if not judicial and (country := self._country_beside(told.trigger.token)) is not None:
            told.location = country
            return
        court = self._court_place if judicial else None
        dateline = self._dateline_place if judicial else None
        if court is not None:
            told.location, told.location_basis = court, Basis.CARRIED
        elif dateline is not None:
            told.location, told.location_basis = dateline, Basis.DATELINE
        else:
            self._give_home(told)

    def _country_beside(self, trigger: Token) -> int | None:
        """`has won Ghana's election`, `Germany's conservatives won`: the one country that the sentence names."""
        sentence, places = trigger.sent, self.setting.notes.places
        found = {
            place: index
            for index in self.setting.places_in(sentence.start_char, sentence.end_char)
            if (place := places[index].place) is not None and place.kind is LocationKind.COUNTRY
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _give_room(self, told: Told) -> None:
        """Words are spoken where the dateline is, in the lead, or where the same speaker just did something."""
        last, dateline = self._last, self._dateline_place
        if dateline is not None and told.sentence <= self._lead_end and told.when.earliest is not None:
            told.location, told.location_basis = dateline, Basis.DATELINE
        elif last is not None and last.location is not None and self._speaks_on(last, told):
            told.location, told.location_basis = last.location, Basis.CARRIED

    def _speaks_on(self, last: Told, told: Told) -> bool:
        spoken = traits(last.trigger.type).spoken
        return spoken and told.sentence - last.sentence <= 1 and bool(_doers(last) & _doers(told))

    @cached_property
    def _lead_end(self) -> int:
        """The number of the sentence that follows the dateline, or in which it stands."""
        dateline = self.setting.notes.source.dateline
        first = (token for token in self.setting.doc if dateline is not None and token.idx >= dateline.end)
        token = next((token for token in first if token.is_alpha), None)
        return self.setting.sentence_number(token) if token is not None else 0

    @cached_property
    def _main_site(self) -> Site | None:
        """Where the story is set: the first place of a mention of its lead, or a finer one in it."""
        sites = [
            self._site_at(told, told.location)
            for told in self.tellings
            if told.location is not None and told.is_placed and traits(told.trigger.type).on_site
        ]
        if not sites:
            return None
        first = sites[0]
        finer = (site for site in sites if site.kind is first.kind and self.setting.lies_in(site.index, first.index))
        return next(finer, first)

    @cached_property
    def _dateline_place(self) -> int | None:
        dateline = self.setting.notes.source.dateline
        if dateline is None:
            return None
        places = self.setting.notes.places
        inside = (i for i, place in enumerate(places) if dateline.start <= place.excerpt.start < dateline.end)
        return next(inside, None)

    @cached_property
    def _court_place(self) -> int | None:
        """The town of the court that an article names: `the Lyon district court`."""
        for token in self.setting.doc:
            if token.lemma_.lower() in COURTS:
                for child in token.subtree:
                    index = self.setting.place_by_token.get(child.i)
                    if index is not None and child.i <= token.i + 4 and self.setting.fineness(index) > 0:
                        return index
        return None

    def _place_pointed_at(self, trigger: Token) -> int | None:
        """The place that `there`, `the city` or `the region` in a mention's clause means."""
        for word in _clause_words(trigger):
            if word.lower_ == "there" and word.dep_ == "advmod":
                return self._last_place(word, IN_TOWNS | IN_AREAS)
            if word.lemma_.lower() in TOWNS | AREAS and _is_pointed(word):
                kinds = IN_TOWNS if word.lemma_.lower() in TOWNS else IN_AREAS
                return self._last_place(word, kinds)
        return None

    def _last_place(self, word: Token, kinds: frozenset[LocationKind]) -> int | None:
        """The last place of some kinds that the text names before a word."""
        for index in reversed(self.setting.places_in(0, word.idx)):
            mention = self.setting.notes.places[index]
            if mention.place is not None and mention.place.kind in kinds and not mention.metonym:
                return index
        return None


ON_SITE = frozenset({"investigate"})
NOWHERE = frozenset({"resign", "phone"})
"""Modes that happen where the rest does though their type does not, and the other way round."""
OF_STATE = frozenset({"resign", "appoint"})
"""Modes of deeds of a state that are done in no one place of it."""
NATIONWIDE = frozenset({"nationwide", "countrywide", "nation-wide", "national"})
COURTS = frozenset({"court", "tribunal", "courthouse"})
LENGTHS = frozenset({"day", "week", "month", "year", "decade"})
LONG = frozenset({"more", "several", "many", "few", "long", "whole", "entire", "past", "last"})
BEFORE = frozenset({"previously", "formerly", "once"})


def _is_told_on(token: Token) -> bool:
    """Whether a story goes on with a mention: a verb of the sentence, and not one that tells more of a noun."""
    if token.pos_ != "VERB":
        return False
    if is_earlier(token) or (token.dep_ == "advcl" and token.tag_ in ("VBG", "VBN")):
        return False
    return token.dep_ not in ("relcl", "acl", "pcomp", "amod") and not any(
        above.dep_ in ("relcl", "acl", "pcomp") for above in list(token.ancestors)[:2]
    )


def _is_length(word: Token) -> bool:
    """`for more than a week`, `for three months`."""
    units = (pobj for pobj in word.children if pobj.lemma_.lower() in LENGTHS and not pobj.lower_.startswith("time"))
    return word.dep_ == "prep" and word.lower_ == "for" and any(not _is_ordinal(unit) for unit in units)


def _is_ordinal(unit: Token) -> bool:
    """`for a fourth day`: that day."""
    return any(child.tag_ == "JJ" and child.lower_ not in LONG for child in unit.lefts)


def _is_in_unnamed_town(trigger: Token) -> bool:
    """`in the Ugandan capital`, `in the financial capital`: in a town that the article does not name."""
    return any(word.lemma_.lower() == "capital" and word.dep_ == "pobj" for word in trigger.sent)


def _doers(told: Told) -> set[int]:
    return {p.actor for p in told.participants if p.actor is not None and p.role.value == "ACTOR"}


def _clause_words(trigger: Token) -> Iterator[Token]:
    """The words of a mention's own clause: its complements and what hangs on them, other clauses left out."""
    queue = list(trigger.children)
    while queue:
        word = queue.pop(0)
        yield word
        queue.extend(child for child in word.children if child.dep_ in ("pobj", "dobj", "prep", "advmod"))


def _is_pointed(noun: Token) -> bool:
    """`in the city`, `outside the town`: one known from before, and told no more of."""
    if noun.dep_ != "pobj" or any(child.dep_ in ("relcl", "appos", "acl") for child in noun.rights):
        return False
    if any(child.lower_ == "of" for child in noun.rights):
        return False
    before = [child for child in noun.lefts if child.dep_ != "punct"]
    return len(before) == 1 and before[0].lower_ in ("the", "that", "this")
