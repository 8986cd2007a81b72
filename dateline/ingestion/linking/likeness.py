"""Whether two reports of different articles tell of one happening: a table of features; below `SAME` none is joined.

First what rules it out (`ruling_out`), then what the two reports have in common, then how alike their articles are.
The sentences of the features that hold are the reason that is stored with the pair.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.ingestion.linking.report_pair import KINDS, LIKE_WORDING, Nearness, ReportPair
from dateline.ingestion.linking.ruling_out import RULES
from dateline.ingestion.linking.wording import years_apart
from dateline.store.reading.candidates import CandidateReport
from schema.features import Feature, Likeness, ruled_out, weigh
from schema.vocabulary import ParticipantRole

SAME = 6.5
"""Score from which two reports tell of one happening."""
WORDING = 50.0
MOST_FOR_TIMED = 3.0
"""What the wording adds at most where the days of both are known: each day of a war is told in the same words."""
TAKEN = 0.5
"""What a day or place counts that an article has from another sentence."""
VIOLENT = frozenset(kind.value for kind in KINDS[0])
ACTOR, RECIPIENT = ParticipantRole.ACTOR.value, ParticipantRole.RECIPIENT.value


def compare(one: CandidateReport, other: CandidateReport) -> Likeness | None:
    """What speaks for two reports telling of one happening; None where something rules it out, or too little speaks."""
    pair = ReportPair(one, other)
    if ruled_out(RULES, pair) is not None:
        return None
    told = weigh(FEATURES, pair)
    if pair.is_timed and told.score + MOST_FOR_TIMED < SAME:
        return None
    return told.plus(weigh(WORDING_OF_TIMED if pair.is_timed else WORDING_OF_TIMELESS, pair))


# ---------------------------------------------------------------- when and where


def _at(nearness: Nearness) -> Callable[[ReportPair], float]:
    """How sure both are told to be there; a place taken from elsewhere in an article counts half."""
    return lambda pair: _surely(pair.nearness is nearness, stated=pair.is_where_stated)


def _surely(holds: bool, *, stated: bool) -> float:
    return (1.0 if stated else TAKEN) if holds else 0.0


def _days_only_meet(pair: ReportPair) -> bool:
    return pair.days_meet and not pair.is_on_one_day


# ---------------------------------------------------------------- how many


def _same_dead(pair: ReportPair) -> bool:
    return pair.one.killed is not None and pair.one.killed == pair.other.killed


def _is_changed_toll(pair: ReportPair) -> bool:
    both = pair.one.killed is not None and pair.other.killed is not None
    return both and not _same_dead(pair) and {pair.one.type, pair.other.type} <= VIOLENT


def _is_same_injured_alone(pair: ReportPair) -> bool:
    toll = pair.one.killed is not None and pair.other.killed is not None
    return not toll and pair.one.injured is not None and pair.one.injured == pair.other.injured != 1


# ---------------------------------------------------------------- who


def _other_people(pair: ReportPair) -> float:
    """In how many roles both have people by full name, and no name in common."""
    found = 0
    for role in (ACTOR, RECIPIENT):
        mine, theirs = pair.full_names(role)
        found += bool(mine and theirs and mine.isdisjoint(theirs))
    return found


# ---------------------------------------------------------------- words of the articles


def _more_wording(pair: ReportPair) -> float:
    """How much more alike two articles are than those about one kind of thing, as far as that counts."""
    return min(max(pair.share_of_wording - LIKE_WORDING, 0.0), MOST_FOR_TIMED / WORDING)


def _other_numbers(pair: ReportPair) -> float:
    same, different = pair.numbers
    return 0 if same else min(different, 3)


def _weekdays(pair: ReportPair, *, same: bool) -> bool:
    mine, theirs = (profile.weekdays for profile in pair.profiles)
    return bool(mine and theirs) and mine.isdisjoint(theirs) is not same


def _are_years_apart(pair: ReportPair, least: int, most: int) -> bool:
    apart = years_apart(*pair.profiles)
    return apart is not None and least <= apart <= most


FEATURES: tuple[Feature[ReportPair], ...] = (
    Feature(2.0, "in one town", _at(Nearness.SAME_TOWN)),
    Feature(1.0, "in one country or region", _at(Nearness.SAME_AREA)),
    Feature(1.2, "at places near each other", _at(Nearness.NEAR)),
    Feature(2.0, "on one day", lambda pair: _surely(pair.is_on_one_day, stated=pair.is_when_stated)),
    Feature(1.0, "on days that meet", lambda pair: _surely(_days_only_meet(pair), stated=pair.is_when_stated)),
    Feature(0.3, "about one time", lambda pair: not pair.is_dated),
    Feature(-2.0, "on other days, by other sentences", lambda pair: pair.is_dated and not pair.days_meet),
    Feature(-1.0, "at other places, by other sentences", lambda pair: pair.nearness is Nearness.APART),
    Feature(1.2, "{amount:.0f} of the same actors", lambda pair: min(pair.shared_actors, 3)),
    Feature(1.5, "the same number of dead", lambda pair: _same_dead(pair) and pair.one.killed != 1),
    Feature(0.7, "one dead in both", lambda pair: _same_dead(pair) and pair.one.killed == 1),
    Feature(0.5, "a toll that may have changed", _is_changed_toll),
    Feature(1.0, "the same number of injured", _is_same_injured_alone),
    Feature(0.8, "{amount:.0f} names in common", lambda pair: min(len(pair.shared_names), 3)),
    Feature(5.0, "{amount:.0%} of the words in common", lambda pair: pair.share_of_words),
    Feature(1.0, "of one type", lambda pair: pair.one.type == pair.other.type),
    Feature(0.5, "of one mode", lambda pair: pair.one.mode is not None and pair.one.mode == pair.other.mode),
    Feature(1.0, "told with one word", lambda pair: pair.is_same_word),
    Feature(-2.0, "with other people by name in {amount:.0f} of the parts", _other_people),
)
"""What the two reports themselves have in common."""

WORDING_OF_TIMED: tuple[Feature[ReportPair], ...] = (Feature(WORDING, "in articles about one thing", _more_wording),)
"""How alike the articles are where the days of both are known."""

WORDING_OF_TIMELESS: tuple[Feature[ReportPair], ...] = (
    Feature(-14.0, "one without a date", lambda _: True),
    Feature(WORDING, "articles alike by {amount:.0%}", lambda pair: pair.share_of_wording),
    Feature(1.5, "{amount:.0f} numbers in common", lambda pair: min(pair.numbers[0], 3)),
    Feature(-1.0, "{amount:.0f} other numbers", _other_numbers),
    Feature(-1.0, "of other types", lambda pair: pair.one.type != pair.other.type),
    Feature(-1.5, "done to other actors", lambda pair: pair.has_other_actors(RECIPIENT)),
    Feature(2.0, "on one day of the week", lambda pair: _weekdays(pair, same=True)),
    Feature(-2.5, "on other days of the week", lambda pair: _weekdays(pair, same=False)),
    Feature(2.0, "of one year", lambda pair: _are_years_apart(pair, 0, 0)),
    Feature(-1.0, "of the year after", lambda pair: _are_years_apart(pair, 1, 1)),
    Feature(-5.0, "of other years", lambda pair: _are_years_apart(pair, 2, 9999)),
)
"""The same where the day of one is not known: then it decides, and unlike articles are apart."""
