"""Whether a mention tells a happening that is known: what rules it out, and the features that speak for or against it.

Each feature has a weight and a sentence (`schema.features`, as between articles); the sum of the weights decides.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.happenings.happening import Happening
from dateline.extraction.events.happenings.mention import (
    attributes,
    brings_in_new,
    is_another,
    is_answer,
    is_of_long_time,
    is_over_long_time,
    is_update,
    named,
    nouns_of,
    people,
    sizes,
    starts_anew,
    weapons,
)
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.traits import traits
from dateline.extraction.events.triggers.nouns import points_back
from dateline.extraction.places.resolution import distance_km
from schema.features import Feature
from schema.mentions import Place
from schema.vocabulary import DatePrecision, EventStatus, EventType, LocationKind, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

BLURRED_MODES = frozenset({"explosion", "fire", "collapse", "murder"})
"""What first is told so may turn out to be an attack, or to come with a disaster."""
UNREAL = frozenset({EventStatus.PLANNED, EventStatus.HYPOTHETICAL})
GENERAL_ATTACK = "attack"
"""The ACLED type of words that say no more than that."""
STEM = 6
"""Letters that words made of one another share."""
LARGE = frozenset({LocationKind.COUNTRY, LocationKind.ADMIN1, LocationKind.REGION})
NEAR_KM = 20.0
REACH = 25
"""Sentences over which mentions are joined that do not point back."""
LEAD_SENTENCES = 3
OF_ONE_MIND = (
    frozenset({EventType.ACCUSE, EventType.REJECT}),
    frozenset({EventType.SUPPORT, EventType.AGREE}),
)
"""Types of words that one speaker may go on with."""
VERDICTS = frozenset({"convict", "sentence", "rule"})
APART = frozenset({"torture", "sexual", "abduct"})
"""Modes of assaults that one does not tell with words for another."""
OTHER = frozenset({"other", "others"})
NEAR_QUOTE = 4
"""Sentences over which a quote speaks of a happening."""
DEALT_WITH = frozenset({EventType.LEGAL, EventType.COERCE, EventType.SANCTION, EventType.CRIME, EventType.CONSULT})
"""Types of which two with other people are two."""


class Pair:
    """A mention beside a happening, with what both tell."""

    def __init__(self, setting: Setting, happening: Happening, told: Told) -> None:
        self.setting, self.happening, self.told = setting, happening, told
        self.token = told.trigger.token
        self.known = happening.known
        self.mode = told.trigger.rule.mode

    @cached_property
    def distance(self) -> int:
        """Sentences to the nearest mention of the happening."""
        return min(abs(self.told.sentence - part.sentence) for part in self.known)

    @cached_property
    def points_back(self) -> bool:
        """`the attack`, `Tuesday's attack`."""
        return self.setting.remember(points_back, self.token.i, self.token)

    @cached_property
    def own_weapons(self) -> frozenset[str]:
        """The kinds of weapon that the mention tells."""
        return self.setting.remember(weapons, self.token.i, self.token)

    @cached_property
    def known_weapons(self) -> frozenset[str]:
        """The kinds of weapon that the happening was told with."""
        tokens, remember = [part.trigger.token for part in self.known], self.setting.remember
        return frozenset(kind for token in tokens for kind in remember(weapons, token.i, token))

    def tolls(self, harm: str) -> set[int]:
        """The numbers of killed or injured that the happening has."""
        counts = (getattr(part, harm) for part in self.known)
        return {count.best for count in counts if count is not None}

    def has_same_toll(self, harm: str) -> bool:
        """Whether more than one were harmed, and as many."""
        own = getattr(self.told, harm)
        return own is not None and own.best > 1 and own.best in self.tolls(harm)

    def has_other_toll(self, harm: str) -> bool:
        """Whether both tell how many were harmed, and the numbers differ."""
        own, known = getattr(self.told, harm), self.tolls(harm)
        return own is not None and bool(known) and own.best not in known

    def has_other_dead(self) -> bool:
        """Whether both tell how many died by what they tell, in one sentence with it, and the numbers differ."""
        known = {part.toll for part in self.known if part.toll is not None}
        return self.told.toll is not None and bool(known) and self.told.toll not in known


# ---------------------------------------------------------------- features


def _is_same_word(pair: Pair) -> bool:
    """`accused`, `accusations`: the same word, or one made of it."""
    own = _stem(pair.token)
    return any(_stem(part.trigger.token) == own for part in pair.known)


def _stem(token: Token) -> str:
    return token.lemma_.lower()[:STEM]


def _is_of_same_owner(pair: Pair) -> bool:
    """`Ito's visit`, where his visit was told before."""
    owned = pair.token.pos_ == "NOUN" and any(child.dep_ == "poss" for child in pair.token.lefts)
    return owned and _is_same_word(pair) and _shares(pair, ACTOR)


def _is_same_mode(pair: Pair) -> bool:
    return pair.mode is not None and pair.mode in pair.happening.modes()


def _is_same_weapon(pair: Pair) -> bool:
    return bool(pair.own_weapons & pair.known_weapons)


def _has_known_subject(pair: Pair) -> bool:
    subject = next((child for child in pair.token.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.pos_ != "NOUN" or not any(word.lower_ == "the" for word in subject.lefts):
        return False
    return any(
        child.lemma_ == subject.lemma_
        for part in pair.known
        for child in (part.trigger.token, *part.trigger.token.children)
    )


def _is_other_kind_of_weapon(pair: Pair) -> bool:
    own = attributes(pair.token)
    known = {word for part in pair.known for word in attributes(part.trigger.token)}
    return bool(own and known) and not own & known


def _is_at_same_place(pair: Pair) -> bool:
    told = pair.told
    return told.is_placed and any(_is_same_place(pair.setting, p.location, told.location) for p in pair.known)


def _is_carried_elsewhere(pair: Pair) -> bool:
    """Whether the story has moved on to another town."""
    own = pair.told.location
    places = [part.location for part in pair.known if part.location is not None]
    if own is None or not places or pair.told.is_placed:
        return False
    return not any(_is_compatible(pair.setting, place, own) for place in places)


def _is_on_same_day(pair: Pair) -> bool:
    when = pair.told.when
    if when.precision is not DatePrecision.DAY or not pair.told.is_dated:
        return False
    return any(part.when.earliest == when.earliest for part in pair.known if part.when.precision is DatePrecision.DAY)


def _is_told_right_before(pair: Pair) -> bool:
    return pair.distance <= 1


def _are_others_of_them(pair: Pair) -> bool:
    """`shot a Palestinian. Three other Palestinians were wounded`."""
    others = [
        p.name.lower() for p in pair.told.participants if p.role is VICTIM and OTHER & set(p.name.lower().split())
    ]
    known = {_last_word(p.name) for part in pair.known for p in part.participants if p.role is VICTIM}
    return pair.told.is_harm and any(_last_word(name) in known for name in others)


def _last_word(name: str) -> str:
    """The last word of some people, as of one."""
    return name.lower().rsplit(None, 1)[-1].removesuffix("s")


def _harm_goes_on(pair: Pair) -> bool:
    """`Gunmen attacked a bank. Two guards were killed.`"""
    return pair.told.is_harm and 0 <= pair.told.sentence - pair.known[-1].sentence <= 1


def _is_one_verdict(pair: Pair) -> bool:
    if pair.told.trigger.type is not EventType.LEGAL or pair.mode not in VERDICTS:
        return False
    return bool(pair.happening.modes() & VERDICTS) and not _differs_by_name(pair, RECIPIENT, VICTIM)


def _is_quoted_about(pair: Pair) -> bool:
    """`"The whole building collapsed," he said`: what is quoted right behind a happening is of it."""
    quoted = pair.setting.is_quoted_directly(pair.token.idx)
    return quoted and traits(pair.told.trigger.type).harmful and pair.distance <= NEAR_QUOTE


def _speaks_on(pair: Pair) -> bool:
    """`expressed his objection to it. "We object to the sentence," he said`: one speaker, in a quote, of one mind."""
    kind, own = pair.told.trigger.type, pair.happening.type
    alike = kind is own or any({kind, own} <= kinds for kinds in OF_ONE_MIND)
    if not (alike and traits(kind).spoken and pair.setting.is_quoted(pair.token.idx)):
        return False
    return 0 <= pair.told.sentence - pair.known[-1].sentence <= 2 and _shares(pair, ACTOR)


def _is_in_title(pair: Pair) -> bool:
    end = pair.setting.title_end
    return pair.told.sentence <= LEAD_SENTENCES and any(part.trigger.token.idx < end for part in pair.known)


def _shares(pair: Pair, *roles: ParticipantRole) -> bool:
    own = people(pair.told, roles)
    return bool(own) and any(own & people(part, roles) for part in pair.known)


def _differs_by_name(pair: Pair, *roles: ParticipantRole) -> bool:
    """Whether both name people or bodies, and others: `a Dutch sailor` may be anybody."""
    own = named(pair.told, roles)
    known = {name for part in pair.known for name in named(part, roles)}
    return bool(own and known) and not own & known


def _differs(pair: Pair, *roles: ParticipantRole) -> bool:
    """Whether they tell other people; `a Dutch sailor` may be the one who is named in the next sentence."""
    own = people(pair.told, roles)
    known = {name for part in pair.known for name in people(part, roles)}
    if not own or not known or own & known:
        return False
    ours, theirs = named(pair.told, roles), {name for part in pair.known for name in named(part, roles)}
    return bool(ours) == bool(theirs)


ACTOR, RECIPIENT, VICTIM = ParticipantRole.ACTOR, ParticipantRole.RECIPIENT, ParticipantRole.VICTIM

FEATURES: tuple[Feature[Pair], ...] = (
    Feature(0.7, "the mention points back (`the attack`)", lambda pair: pair.points_back),
    Feature(0.4, "both are told with the same word", _is_same_word),
    Feature(0.5, "it is told as somebody's, who was told to do it (`her visit`)", _is_of_same_owner),
    Feature(0.3, "both are of the same mode", _is_same_mode),
    Feature(0.4, "both are done with the same kind of weapon", _is_same_weapon),
    Feature(0.4, "its subject was told before (`the missile struck`)", _has_known_subject),
    Feature(0.6, "both name the same place", _is_at_same_place),
    Feature(0.4, "both name the same day", _is_on_same_day),
    Feature(0.7, "as many were killed", lambda pair: pair.has_same_toll("killed")),
    Feature(0.4, "as many were injured", lambda pair: pair.has_same_toll("injured")),
    Feature(0.3, "both name who did it", lambda pair: _shares(pair, ACTOR)),
    Feature(0.6, "both name to whom it was done", lambda pair: _shares(pair, RECIPIENT, VICTIM)),
    Feature(0.5, "the headline tells it, and the lead tells it again", _is_in_title),
    Feature(0.5, "an article seldom tells two of the kind", lambda pair: is_singular(pair.happening, pair.told)),
    Feature(0.2, "one verdict is told with its words (`found guilty`, `sentenced`)", _is_one_verdict),
    Feature(0.6, "the speaker goes on in a quote", _speaks_on),
    Feature(0.5, "somebody speaks of what was just told", _is_quoted_about),
    Feature(0.5, "harm is told right behind what did it", _harm_goes_on),
    Feature(0.8, "others of those whom it harmed are told of", _are_others_of_them),
    Feature(0.2, "one sentence follows the other", _is_told_right_before),
    Feature(-0.5, "the mention brings in something new (`a bomber`)", lambda pair: brings_in_new(pair.token)),
    Feature(-0.4, "the weapons are of other make (`car`, `truck`)", _is_other_kind_of_weapon),
    Feature(-0.3, "the story has moved to another place", _is_carried_elsewhere),
    Feature(-0.4, "they name others to whom it was done", lambda pair: _differs(pair, RECIPIENT, VICTIM)),
    Feature(-0.3, "they name others who did it", lambda pair: _differs(pair, ACTOR)),
    Feature(
        -0.6, "other numbers were killed", lambda pair: pair.has_other_toll("killed") and not is_update(pair.token)
    ),
)


def likeness(pair: Pair) -> float:
    """How much speaks for one happening: 0.8 and more is enough."""
    return sum(feature.weight for feature in FEATURES if feature.measure(pair)) + 0.4 / (1 + pair.distance)


# ---------------------------------------------------------------- what rules it out


def is_ruled_out(pair: Pair) -> bool:
    """Whether anything makes it certain that these are two happenings."""
    setting, happening, told = pair.setting, pair.happening, pair.told
    if pair.distance > REACH and not pair.points_back and not is_singular(happening, told):
        return True  # first, for it costs least
    if not (may_be_one(happening, told) or _speaks_on(pair)) or disagree(setting, happening, told):
        return True
    if _is_other(pair) or _starts_anew(pair) or _is_sum_of_others(pair):
        return True
    if _is_other_deed_of_sentence(pair) or has_other_size(pair) or _is_other_kind_of_deed(pair):
        return True
    if _is_before_new(pair):
        return True
    return _has_other_weapon(pair) or _has_two_tolls(pair) or _has_other_people(pair)


def _is_other(pair: Pair) -> bool:
    """`another quake`, and `the second quake` unless another one was told; `retaliated by firing`."""
    remember, token = pair.setting.remember, pair.token
    if remember(is_answer, token.i, token) and pair.distance:
        return True
    if not remember(is_another, token.i, token):
        return False
    definite = any(word.lower_ == "the" for noun in (pair.token, *nouns_of(pair.token)) for word in noun.lefts)
    return not (definite and any(is_another(part.trigger.token) for part in pair.known))


def _is_other_deed_of_sentence(pair: Pair) -> bool:
    """`pressed the police to release a woman who had been arrested`: two deeds of a sentence are two."""
    kind = pair.told.trigger.type
    if traits(kind).harmful or pair.points_back or pair.told.is_harm:
        return False
    here = [part for part in pair.known if part.sentence == pair.told.sentence]
    return bool(here) and all(part.trigger.rule.mode != pair.mode for part in here) and _differs(pair, *ParticipantRole)


def has_other_size(pair: Pair) -> bool:
    """`the magnitude 7.1 quake`, `a 4.8-magnitude aftershock`: quakes of other strength are others."""
    tokens, remember = [part.trigger.token for part in pair.known], pair.setting.remember
    own = remember(sizes, pair.token.i, pair.token)
    known = {size for token in tokens for size in remember(sizes, token.i, token)} if own else set()
    return bool(own and known) and not own & known


def _is_other_kind_of_deed(pair: Pair) -> bool:
    """`were executed`, `had been tortured`: what is done to one's body is no other deed told again."""
    modes = pair.happening.modes() - {None}
    if pair.told.is_harm or pair.mode is None or not modes or pair.mode in modes:
        return False
    return pair.mode in APART or bool(modes & APART)


def _is_before_new(pair: Pair) -> bool:
    """`Rockets killed nine. That followed a raid last Thursday`: what is brought in later, and lies before."""
    first, told = min(pair.known, key=lambda part: part.trigger.token.i), pair.told
    if told.trigger.token.i > first.trigger.token.i or told.is_dated or not first.is_dated:
        return False
    published = pair.setting.notes.source.published_on
    long_ago = published is not None and first.when.latest is not None and (published - first.when.latest).days > 2
    return long_ago and brings_in_new(first.trigger.token)


def _is_sum_of_others(pair: Pair) -> bool:
    """`thousands killed in fighting over the past ten days`: of one happening of yesterday that tells nothing."""
    harmful = traits(pair.told.trigger.type).harmful
    if harmful and pair.points_back and pair.token.tag_ == "NN":
        return False  # `The attack was the worst this year`
    is_sum = is_of_long_time if harmful else is_over_long_time
    return is_sum(pair.setting, pair.told) and not any(is_sum(pair.setting, part) for part in pair.known)


def _has_other_weapon(pair: Pair) -> bool:
    own, known = pair.own_weapons, pair.known_weapons
    return bool(own and known) and not own & known


def _has_two_tolls(pair: Pair) -> bool:
    """Each with a striking word of its own, and no word of an update; one that points back has another weapon too."""
    told = pair.told
    if told.is_harm or is_update(pair.token) or pair.distance == 0:
        return False
    return pair.has_other_dead() and (not pair.points_back or _is_other_kind_of_weapon(pair))


def _has_other_people(pair: Pair) -> bool:
    """Who is arrested, tried or met are others; so is who speaks, or to whom."""
    kind = pair.told.trigger.type
    if pair.points_back or pair.told.is_harm:
        return False
    if kind is EventType.ELECTION and _differs_by_name(pair, *ParticipantRole):
        return True
    if kind in DEALT_WITH and _differs_by_name(pair, RECIPIENT, VICTIM):
        return not (kind is EventType.CONSULT and _shares(pair, ACTOR, RECIPIENT))
    return traits(kind).spoken and (_differs_by_name(pair, ACTOR) or _differs_by_name(pair, RECIPIENT, VICTIM))


def _starts_anew(pair: Pair) -> bool:
    """`In a separate case`, `Separately,`, `Hours later`: nothing of the sentence was told before."""
    if any(part.sentence == pair.told.sentence for part in pair.known):
        return False
    return pair.setting.remember(starts_anew, pair.token.i, pair.token)


def may_be_one(happening: Happening, told: Told) -> bool:
    """Whether two may be one happening by their types."""
    kind, own = told.trigger.type, happening.type
    if happening.is_harm_only:
        return told.is_harm or traits(kind).harmful
    if told.is_harm:
        return traits(own).harmful or own is EventType.PROTEST
    if own is kind:
        return True
    blurred = bool(BLURRED_MODES & (happening.modes() | {told.trigger.rule.mode}))
    return traits(own).harmful and traits(kind).harmful and blurred


def disagree(setting: Setting, happening: Happening, told: Told) -> bool:
    """Whether dates, places or certainty tell two happenings apart."""
    return dates_differ(happening, told) or places_differ(setting, happening, told) or _status_differs(happening, told)


def dates_differ(happening: Happening, told: Told) -> bool:
    """Whether both are dated, and no day is common."""
    if told.when.earliest is None or told.when.latest is None or told.is_aftermath or not told.is_dated:
        return False
    for part in happening.known:
        first, last = part.when.earliest, part.when.latest
        if first is None or last is None or part.is_aftermath or not part.is_dated:
            continue
        if last < told.when.earliest or told.when.latest < first:
            return True
    return False


def places_differ(setting: Setting, happening: Happening, told: Told) -> bool:
    """Whether both name places, and neither lies in the other."""
    if told.location is None or not told.is_placed:
        return False
    own = [part.location for part in happening.known if part.location is not None and part.is_placed]
    return bool(own) and not any(_is_compatible(setting, first, told.location) for first in own)


def _status_differs(happening: Happening, told: Told) -> bool:
    return _certainty(told) not in {_certainty(part) for part in happening.known}


def _certainty(told: Told) -> str:
    status = told.trigger.status
    return "unreal" if status in UNREAL else "denied" if status is EventStatus.DENIED else "real"


# ---------------------------------------------------------------- what a mention tells


def is_singular(happening: Happening, told: Told) -> bool:
    """Whether both are of a type of which an article seldom tells two."""
    kind = told.trigger.type
    if not traits(kind).singular or kind is not happening.type or brings_in_new(told.trigger.token):
        return False
    return kind is EventType.ELECTION or told.trigger.rule.mode in happening.modes()


# ---------------------------------------------------------------- places


def _is_same_place(setting: Setting, first: int | None, second: int | None) -> bool:
    if first is None or second is None:
        return False
    one, other = setting.notes.places[first], setting.notes.places[second]
    if one.place is None or other.place is None:
        return one.excerpt.text == other.excerpt.text
    return setting.first_named[first] == setting.first_named[second]


def _is_compatible(setting: Setting, first: int, second: int) -> bool:
    if _is_same_place(setting, first, second):
        return True
    one, other = setting.first_named[first], setting.first_named[second]
    return setting.remember(_lie_together, (one, other), setting, one, other)


def _lie_together(setting: Setting, first: int, second: int) -> bool:
    one, other = setting.notes.places[first].place, setting.notes.places[second].place
    if one is None or other is None:
        return False
    return setting.lies_in(first, second) or setting.lies_in(second, first) or _is_near(one, other)


def _is_near(one: Place, other: Place) -> bool:
    """Whether two places are parts of one town, or neighbours."""
    return not LARGE & {one.kind, other.kind} and distance_km(one, other) <= NEAR_KM
