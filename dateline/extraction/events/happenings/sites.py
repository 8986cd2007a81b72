"""The place of the story: what a mention leaves out because the article has told it.

`Gunmen attacked a bank in Lima on Tuesday. A guard was shot.`  The shot was fired in Lima.  What a mention takes over
is marked with its basis, and its evidence stays the words that it was taken from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.earlier import deed_tried_for
from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.arguments.when import UNKNOWN_WHEN
from dateline.extraction.events.happenings.course import NEAR, is_told_on
from dateline.extraction.events.happenings.days import BRIEFLY, NEXT_DAY, Days
from dateline.extraction.events.happenings.mention import is_another, is_over_long_time
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.traits import traits
from dateline.extraction.quotes.cues import cue_words
from schema.mentions import ParticipantMention, WhenMention
from schema.vocabulary import ActorSector, Basis, EventStatus, EventType, LocationKind, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

AREA = 2
"""As fine as a state or a province."""
OFTEN = 3
TOWNS = frozenset({"city", "town", "village", "hamlet", "settlement", "camp", "port"})
AREAS = frozenset({"province", "region", "district", "state", "county", "governorate", "area", "oblast"})
IN_TOWNS = frozenset({LocationKind.CITY, LocationKind.FACILITY})
IN_AREAS = frozenset({LocationKind.ADMIN1, LocationKind.ADMIN2, LocationKind.REGION})
ON_SITE = frozenset({"investigate"})
NOWHERE = frozenset({"resign", "phone"})
"""Modes that happen where the rest does though their type does not, and the other way round."""
OF_STATE = frozenset({"resign", "appoint"})
"""Modes of deeds of a state that are done in no one place of it."""
NATIONWIDE = frozenset({"nationwide", "countrywide", "nation-wide", "national"})
OF_NOUNS = frozenset({"relcl", "acl", "nsubj", "nsubjpass", "appos", "conj"})
"""Where a place below them tells of somebody, and not of what the sentence tells."""
COURTS = frozenset({"court", "tribunal", "courthouse"})


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

    def shares_day_with(self, told: Told) -> bool | None:
        """Whether a mention is of the day of what happened there, or of the next; None where one is not dated."""
        one, other = self.when, told.when
        if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
            return None
        return one.earliest - NEXT_DAY <= other.latest and other.earliest - NEXT_DAY <= one.latest


class Sites:
    """What place is known at one point of an article."""

    def __init__(self, setting: Setting, days: Days) -> None:
        self.setting = setting
        self.tellings = days.tellings
        self._days = days
        self._site: Site | None = None
        self._last: Told | None = None

    def read(self, told: Told) -> None:
        """Fills one mention, whose day is known, from what is known, and takes its place."""
        if told.location is None:
            self._give_place(told)
        elif traits(told.trigger.type).judicial:
            self._refine_seat(told)
        self._take_site(told)
        self._last = told

    def _take_site(self, told: Told) -> None:
        if told.location is None or not told.is_placed or not traits(told.trigger.type).on_site:
            return
        site, place = self._site, told.location
        if site is None or is_told_on(told.trigger.token) or self.setting.lies_in(place, site.index):
            self._site = self._site_at(told, place)

    def _site_at(self, told: Told, location: int) -> Site:
        return Site(location, self._days.stretch_of(told.trigger.token), told.trigger.type, told.when)

    def _give_place(self, told: Told) -> None:
        kind = traits(told.trigger.type)
        if _is_in_unnamed_town(told.trigger.token) or deed_tried_for(told.trigger.token) is not None:
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
        doers = [p for p in told.participants if p.role is ParticipantRole.ACTOR]
        codes = self._countries(p.actor for p in doers) | self._owners(p for p in doers if p.actor is None)
        country = self._place_of(codes)
        if country is not None:
            told.location, told.location_basis = country, Basis.INFERRED
        elif not codes:
            self._give_home(told)

    def _countries(self, actors: Iterable[int | None]) -> set[str]:
        """The codes of the countries of some actors."""
        known = self.setting.notes.actors_known
        return {code for actor in actors if actor is not None and (code := known.country_of(actor)) is not None}

    def _owners(self, nameless: Iterable[ParticipantMention]) -> set[str]:
        """The codes of the countries that stand before some people: `Venezuelan agents`."""
        nouns = (self.setting.token_at(one.excerpt.end - 1) for one in nameless)
        known = self.setting.notes.actors_known
        return {code for noun in nouns if noun is not None and (code := known.owner(noun)) is not None}

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
        if site is None or self._days.stretch_of(told.trigger.token) - site.paragraph > NEAR:
            site = self._main_site or site
        main = self._main_site
        if site is not None and site.shares_day_with(told) is False and main is not None and main.shares_day_with(told):
            site = main
        if site is not None and site.is_of_time_of(told):
            told.location, told.location_basis = site.index, Basis.CARRIED
            if site is self._site:
                self._site = replace(site, paragraph=self._days.stretch_of(told.trigger.token))
        elif (at := self._dateline_place) is not None and not self._is_long_ago(told):
            told.location, told.location_basis = at, Basis.DATELINE
        elif told.trigger.type is EventType.COERCE:
            self._give_country(told)  # `Colombian police captured`: at home
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
            return self._lead_site
        first = sites[0]
        finer = (site for site in sites if site.kind is first.kind and self.setting.lies_in(site.index, first.index))
        return next(finer, first)

    @cached_property
    def _lead_site(self) -> Site | None:
        """The finest place in which the lead tells something, be it no event: `attempted a landing at the airport`."""
        places, lead = self.setting.notes.places, self.setting.first_sentence_end
        found = [
            index
            for index in self.setting.places_in(self.setting.title_end, lead)
            if not places[index].metonym and self._is_where(index)
        ]
        towns = [index for index in (found or self._named_most) if self.setting.fineness(index) > AREA]
        if not towns or not self.tellings:
            return None
        best = max(towns, key=lambda index: (self.setting.fineness(index), -index))
        when = self._days.main.when if self._days.main is not None else UNKNOWN_WHEN
        return Site(best, 0, self.tellings[0].trigger.type, when)

    @property
    def _named_most(self) -> list[int]:
        """The town that the article names again and again, more than all others together."""
        first, fineness = self.setting.first_named, self.setting.fineness
        named = Counter(first[at] for at in range(len(self.setting.notes.places)) if fineness(at) > AREA)
        most = named.most_common(1)
        return [most[0][0]] if most and most[0][1] >= OFTEN and 2 * most[0][1] > sum(named.values()) else []

    def _is_where(self, place: int) -> bool:
        """Whether a place stands behind `in`, `at` or `near`, or tells more of one that does."""
        token = self.setting.token_at(self.setting.notes.places[place].excerpt.end - 1)
        while token is not None and token.dep_ in ("appos", "compound") and token.head.i != token.i:
            token = token.head
        if token is None or token.dep_ != "pobj" or token.head.lower_ not in ("in", "at", "near", "outside"):
            return False
        above = list(token.head.ancestors)
        if any(word.dep_ in OF_NOUNS or word.ent_type_ == "PERSON" for word in above):
            return False
        return not any(word.lemma_.lower() in cue_words().strong for word in above)  # `told reporters in Goma`

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
