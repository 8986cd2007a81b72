"""What makes it certain that two reports tell of two happenings, whatever speaks for one.

Days and places that are taken from elsewhere in an article rule nothing out: they may be another happening's.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.extraction.lexicon import load_lexicon
from dateline.ingestion.linking.report_pair import SPOKEN, Nearness, ReportPair, kinds_of
from dateline.store.reading.candidates import CandidateReport
from schema.features import Rule
from schema.vocabulary import EventStatus, EventType, ParticipantRole

DEALT_WITH = frozenset({EventType.COERCE.value, EventType.LEGAL.value, EventType.SANCTION.value})
"""Types of which two with other people are two."""
PHASED = DEALT_WITH | {EventType.PROTEST.value, EventType.CONSULT.value, EventType.ELECTION.value}
"""Types of which one report may tell the beginning and another the end."""
PLANNED = EventStatus.PLANNED.value
_FULL_NAME = re.compile(r"\b[^\W\d_a-z][^\W\d_A-Z]+(?: [^\W\d_a-z][^\W\d_A-Z]+)+")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NEAR_WORDS = 6
"""Words around the trigger in which an end is told: `prosecutors dropped the charges`."""


def _are_of_other_kinds(pair: ReportPair) -> bool:
    if pair.is_same_word and {pair.one.type, pair.other.type} <= SPOKEN:
        return False
    return pair.other.type not in kinds_of(pair.one.type)


def _is_one_planned(pair: ReportPair) -> bool:
    return (pair.one.status == PLANNED) != (pair.other.status == PLANNED)


def _days_differ(pair: ReportPair) -> bool:
    return pair.is_dated and pair.is_when_stated and not pair.days_meet


def _is_too_vague(pair: ReportPair) -> bool:
    """A month holds many attacks, but one man is seldom arrested twice in it."""
    if not (pair.is_timed and pair.is_vague):
        return False
    people = _full_names(pair.one) & _full_names(pair.other)
    return not (pair.is_same_period and {pair.one.type, pair.other.type} <= DEALT_WITH and people)


def _full_names(report: CandidateReport) -> set[str]:
    """Whom it befell, by full name."""
    parts = (part for part in report.participants if part.role == ParticipantRole.RECIPIENT.value)
    return {part.name_as_written for part in parts if _FULL_NAME.search(part.name_as_written)}


def _places_differ(pair: ReportPair) -> bool:
    return pair.nearness is Nearness.APART and pair.is_where_stated


def _is_other_scale(pair: ReportPair) -> bool:
    one, other = pair.one.killed, pair.other.killed
    if one is None or other is None:
        return False
    small, large = sorted((one, other))
    return large > 3 * max(small, 1) + 3


def _have_two_tolls(pair: ReportPair) -> bool:
    """A bomb that killed six and shells that killed nine; a toll that has risen since is one toll."""
    one, other = pair.both
    if one.killed is None or other.killed is None or one.killed == other.killed:
        return False
    strike = one.mode is not None and other.mode is not None and one.mode != other.mode
    return strike and not pair.is_same_word and not any(_tells_update(report.evidence) for report in pair.both)


def _tells_update(evidence: str) -> bool:
    return not _words("update").isdisjoint(word.casefold() for word in _WORD.findall(evidence))


def _are_opposite_phases(pair: ReportPair) -> bool:
    if not {pair.one.type, pair.other.type} <= PHASED:
        return False
    return _tells_end(pair.one) != _tells_end(pair.other)


def _tells_end(report: CandidateReport) -> bool:
    """Whether an end is told beside the word of the happening: `dropped the charges`, `the strike was called off`."""
    words = [word.casefold() for word in _WORD.findall(report.evidence)]
    trigger = _WORD.findall(report.trigger.casefold())
    if not trigger or trigger[0] not in words:
        return False
    at = words.index(trigger[0])
    near = words[max(at - NEAR_WORDS, 0) : at + NEAR_WORDS + 1]
    return not _words("end").isdisjoint(near)


@cache
def _words(phase: str) -> frozenset[str]:
    return frozenset(load_lexicon("phases")[phase]["words"].split())


def _are_two_elections(pair: ReportPair) -> bool:
    if {pair.one.type, pair.other.type} != {EventType.ELECTION.value}:
        return False
    years = [set(_YEAR.findall(report.evidence)) for report in pair.both]
    countries = [_countries(report) for report in pair.both]
    return any(bool(one and other and one.isdisjoint(other)) for one, other in (years, countries))


def _countries(report: CandidateReport) -> set[str]:
    """The countries that its sentence names, or that it lies in."""
    found = {code for word in _WORD.findall(report.evidence) if (code := _people().get(word)) is not None}
    return found or ({report.country_code} if report.country_code else set())


@cache
def _people() -> dict[str, str]:
    """Adjectives of countries: `Kenyan`."""
    entries = load_lexicon("countries").items()
    return {word: code for code, entry in entries for word in entry.get("words", "").split("|") if word}


def _befell_others(pair: ReportPair) -> bool:
    """Whether both tell by name whom it befell, and neither article names those of the other."""
    if not {pair.one.type, pair.other.type} <= DEALT_WITH:
        return False
    mine, theirs = (set(_FULL_NAME.findall(report.evidence)) for report in pair.both)
    return (
        bool(mine and theirs) and not _is_any_named(mine, pair.other.text) and not _is_any_named(theirs, pair.one.text)
    )


def _is_any_named(names: set[str], text: str) -> bool:
    """Whether a text has the last word of one of these names."""
    return any(name.rsplit(None, 1)[-1] in text for name in names)


def _receive_others(pair: ReportPair) -> bool:
    """The same of those whose part is told to be that: `Rentlo`, no `the company`."""
    mine, theirs = pair.names(ParticipantRole.RECIPIENT.value)
    if not mine or not theirs:
        return False
    texts = [report.text.casefold() for report in pair.both]
    return not any(name in texts[1] for name in mine) and not any(name in texts[0] for name in theirs)


def _have_nothing_in_common(pair: ReportPair) -> bool:
    """Of a day that holds much: no place, nobody, and no rare name."""
    if not pair.is_timed or pair.shared_actors or pair.shares_nameless:
        return False
    if pair.is_same_word and (pair.shares_rare_name or _is_one_plan(pair)):
        return False
    same = {Nearness.SAME_TOWN, Nearness.SAME_AREA}
    return pair.nearness not in (same | {Nearness.NEAR} if pair.is_dated else same)


def _is_one_plan(pair: ReportPair) -> bool:
    """What articles that name the same say will be on one day: `Sentencing is scheduled for June 3.`"""
    planned = pair.one.status == pair.other.status == PLANNED
    return planned and pair.is_on_one_day and pair.is_when_stated and pair.articles_share_rare_name


RULES: tuple[Rule[ReportPair], ...] = (
    Rule("they are of other kinds", _are_of_other_kinds),
    Rule("one is planned, the other has happened", _is_one_planned),
    Rule("their days do not meet", _days_differ),
    Rule("no more than the month is known", _is_too_vague),
    Rule("their places lie apart, and neither holds the other", _places_differ),
    Rule("the dead are of another scale", _is_other_scale),
    Rule("each tells other dead of another strike", _have_two_tolls),
    Rule("one tells the beginning, the other the end", _are_opposite_phases),
    Rule("they are elections of other years or countries", _are_two_elections),
    Rule("they befell others", _befell_others),
    Rule("they were done to others", _receive_others),
    Rule("nothing but a day is in common", _have_nothing_in_common),
)
