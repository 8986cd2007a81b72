"""What each noun can be filtered by: one table a noun, from which SQL, GraphQL inputs and documentation come.

To add a filter, add an entry here; a test asserts that every one is described.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from sqlalchemy import ColumnElement, Select, select, union_all

from dateline.store.filtering import geometry
from dateline.store.filtering.finders import Finder, Kind, column_finder, links_finder
from dateline.store.filtering.operators import (
    Condition,
    Operators,
    Test,
    any_of,
    count_range,
    country_codes,
    current_ids,
    date_ranges,
    days_of,
    ids,
    numbers,
    strings,
    values,
)
from dateline.store.filtering.parameters import Given
from schema.tables import (
    ACTOR,
    ACTOR_REDIRECT,
    ACTOR_TALLY,
    ARTICLE,
    EVENT,
    EVENT_ACTOR,
    EVIDENCE,
    LOCATION,
    PARTICIPANT,
    QUOTE,
    REPORT,
    VICTIMS,
)
from schema.vocabulary import Harm


class FilterKind(Enum):
    """What values a filter takes; each kind is one input type of the GraphQL API."""

    ID = auto()
    STRING = auto()
    INT = auto()
    FLOAT = auto()
    DATE = auto()
    EVENT_TYPE = auto()
    EVENT_STATUS = auto()
    QUOTE_KIND = auto()
    ACTOR_KIND = auto()
    LOCATION_KIND = auto()
    VICTIM_KIND = auto()
    BASIS = auto()
    NEAR = auto()
    BOX = auto()


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter of one noun."""

    name: str
    kind: FilterKind
    test: Test
    description: str
    finder: Finder | None = None
    """None where an index gives pages in any order, or where nothing better than `test` is known."""
    along: str = ""
    """The order whose own index gives pages of this filter."""
    range_along: Test | None = None
    """What else holds then, which is a range of that index; in another order it would be taken for the better one."""

    def of_row(self, order: str) -> Test:
        """The test for rows that are read in this order."""
        return self.test if self.finder is None or self.along == order else self.finder.holds


Filters = tuple[Filter, ...]
AREAS = frozenset({"near", "within"})
"""Filters whose operators say one thing together; they are given later as one value."""


def _near(operators: Operators | Given) -> Condition:
    return geometry.near(LOCATION.c.latitude, LOCATION.c.longitude, operators)


def _within(operators: Operators | Given) -> Condition:
    return geometry.within(LOCATION.c.latitude, LOCATION.c.longitude, operators)


def _through(own: ColumnElement[Any], other: ColumnElement[Any], test: Test) -> Test:
    """A test of rows that lead to the noun by `other`."""

    def through(operators: Operators) -> Condition:
        return any_of(own, select(other).where(test(operators)))

    return through


_NAMED = ACTOR_TALLY.c.aspect.in_(("NAME", "ALIAS"))
_GOES_BY = strings(ACTOR_TALLY.c.value, ACTOR_TALLY.c.key)


def _actor_named(actor_id: ColumnElement[Any]) -> Test:
    def test(operators: Operators) -> Condition:
        return actor_id.in_(select(ACTOR_TALLY.c.actor_id).where(_NAMED, _GOES_BY(operators)))

    return test


def _actor_known_as(operators: Operators) -> Condition:
    known = ACTOR_TALLY.c.aspect == "EXTERNAL", strings(ACTOR_TALLY.c.value)(operators)
    return ACTOR.c.id.in_(select(ACTOR_TALLY.c.actor_id).where(*known))


def _of_event(ids: Select[Any], event_id: ColumnElement[Any], test: Test) -> Finder:
    return links_finder(ids, ids.where(event_id == EVENT.c.id), test, EVENT)


_WRITTEN = _of_event(
    select(PARTICIPANT.c.event_id.label("id")),
    PARTICIPANT.c.event_id,
    strings(PARTICIPANT.c.name_as_written, PARTICIPANT.c.name_key),
)
_CALLED = _of_event(
    select(EVENT_ACTOR.c.event_id.label("id"))
    .join(ACTOR_TALLY, ACTOR_TALLY.c.actor_id == EVENT_ACTOR.c.actor_id)
    .where(_NAMED),
    EVENT_ACTOR.c.event_id,
    _GOES_BY,
)
_PUBLISHED = _of_event(
    select(REPORT.c.event_id.label("id")).join(ARTICLE, ARTICLE.c.id == REPORT.c.article_id),
    REPORT.c.event_id,
    strings(ARTICLE.c.publisher, ARTICLE.c.publisher_key),
)
EVENT_OF_ACTOR = current_ids(EVENT_ACTOR.c.actor_id, ACTOR.c.id, ACTOR_REDIRECT)
_TAKING_PART = _of_event(select(EVENT_ACTOR.c.event_id.label("id")), EVENT_ACTOR.c.event_id, EVENT_OF_ACTOR)
_TOLD_BY = _of_event(select(REPORT.c.event_id.label("id")), REPORT.c.event_id, ids(REPORT.c.article_id))


def _with_victims(harm: Harm) -> Finder:
    found = select(VICTIMS.c.event_id.label("id")).where(VICTIMS.c.harm == harm.value)
    return _of_event(found, VICTIMS.c.event_id, values(VICTIMS.c.kind))


_TAKING_PART_BY = _of_event(
    select(PARTICIPANT.c.event_id.label("id")).where(PARTICIPANT.c.shown_as >= 0),
    PARTICIPANT.c.event_id,
    values(PARTICIPANT.c.basis),
)
_SAID_BY = _of_event(select(REPORT.c.event_id.label("id")), REPORT.c.event_id, values(REPORT.c.said_by_basis))
_EVENTS_OF_PLACES = select(EVENT.c.id.label("id")).join(LOCATION, LOCATION.c.id == EVENT.c.location_id)
_PLACE_OF_EVENT = select(LOCATION.c.id).where(LOCATION.c.id == EVENT.c.location_id)


def _event_of_actor_named(operators: Operators) -> Condition:
    called = select(EVENT_ACTOR.c.event_id).where(_actor_named(EVENT_ACTOR.c.actor_id)(operators))
    return any_of(EVENT.c.id, _WRITTEN.ids(operators), called)


def _own(
    name: str,
    kind: FilterKind,
    test: Test,
    description: str,
    *,
    ordered: bool = False,
    few: bool = False,
    along: str = "",
    range_along: Test | None = None,
) -> Filter:
    """A filter of events by their own columns; `few` where those have a handful of values."""
    found_by = Kind.DAYS if kind is FilterKind.DATE else Kind.FEW if few else Kind.VALUES
    finder = column_finder(EVENT, test, ordered=ordered, kind=found_by)
    return Filter(name, kind, test, description, finder, along, range_along)


def _linked(name: str, kind: FilterKind, finder: Finder, description: str) -> Filter:
    """A filter of events by rows that lead to them."""
    return Filter(name, kind, lambda operators: EVENT.c.id.in_(finder.ids(operators)), description, finder)


def _based(name: str, column: ColumnElement[Any], value: str) -> Filter:
    """A filter of events by where a value of theirs was taken from."""
    description = f"Where in the articles {value} was taken from.  Events without it are left out."
    return _own(name, FilterKind.BASIS, values(column), description, few=True)


def _in_area(test: Test) -> Finder:
    return links_finder(_EVENTS_OF_PLACES, _PLACE_OF_EVENT, test, EVENT)


def _quote_of_speaker_named(operators: Operators) -> Condition:
    written = strings(QUOTE.c.speaker_as_written)(operators)
    return written | strings(QUOTE.c.speaker_name, QUOTE.c.speaker_key)(operators)


_COUNTRY = "Its country, as two letters (ISO 3166-1 alpha-2), for example KE; KEN and ke find the same."
_NEAR = "At most so many kilometres from a point."
_WITHIN = "Inside a box of latitudes and longitudes."

EVENT_FILTERS: Filters = (
    _own("type", FilterKind.EVENT_TYPE, values(EVENT.c.type), "What kind of happening it is.", ordered=True),
    _own(
        "mode",
        FilterKind.STRING,
        strings(EVENT.c.mode),
        "How it was done, for example explosives or strike.",
        ordered=True,
    ),
    _own(
        "status",
        FilterKind.EVENT_STATUS,
        values(EVENT.c.status),
        "How certain the texts are that it happened.",
        ordered=True,
    ),
    _own(
        "when",
        FilterKind.DATE,
        date_ranges(EVENT.c.date_earliest, EVENT.c.date_latest),
        "When it happened: events whose dates meet this range; of dates known less exactly than to a year "
        "the first year counts.  Events without a date are left out.",
        along="DATE",
    ),
    _own("country_code", FilterKind.STRING, country_codes(EVENT.c.country_code), _COUNTRY, ordered=True),
    _own("location", FilterKind.ID, ids(EVENT.c.location_id), "The location where it happened.", ordered=True),
    Filter("near", FilterKind.NEAR, _through(EVENT.c.location_id, LOCATION.c.id, _near), _NEAR, _in_area(_near)),
    Filter("within", FilterKind.BOX, _through(EVENT.c.location_id, LOCATION.c.id, _within), _WITHIN, _in_area(_within)),
    _linked("actor", FilterKind.ID, _TAKING_PART, "An actor with a part in it, in any role."),
    Filter(
        "actor_name",
        FilterKind.STRING,
        _event_of_actor_named,
        "A name of somebody with a part in it: as written in a report, or any name that the actor goes by.",
        Finder(
            lambda operators: union_all(_WRITTEN.ids(operators), _CALLED.ids(operators)),
            lambda operators: _WRITTEN.holds(operators) | _CALLED.holds(operators),
        ),
    ),
    _linked("article", FilterKind.ID, _TOLD_BY, "An article that tells of it."),
    _linked("publisher", FilterKind.STRING, _PUBLISHED, "Who published an article that tells of it."),
    _own(
        "killed",
        FilterKind.INT,
        numbers(EVENT.c.killed_best),
        "How many were killed, by the best number known.",
        along="KILLED",
        range_along=count_range(EVENT.c.killed_best),
    ),
    _own("injured", FilterKind.INT, numbers(EVENT.c.injured_best), "How many were hurt, by the best number known."),
    _linked(
        "killed_kind",
        FilterKind.VICTIM_KIND,
        _with_victims(Harm.KILLED),
        "Of what kind some of the killed were, by any of its reports.",
    ),
    _linked(
        "injured_kind",
        FilterKind.VICTIM_KIND,
        _with_victims(Harm.INJURED),
        "Of what kind some of the injured were, by any of its reports.",
    ),
    _own(
        "basis",
        FilterKind.BASIS,
        values(EVENT.c.basis),
        "Whether only a model tells that there is such an event: MODEL; STATED leaves those out.",
        few=True,
    ),
    _own(
        "model",
        FilterKind.STRING,
        strings(EVENT.c.model),
        "A model that told any of it, with the version of its questions: `qwen3:8b 1a2b3c4d`.",
    ),
    _based("when_basis", EVENT.c.when_basis, "the date"),
    _based("location_basis", EVENT.c.location_basis, "the place"),
    _based("killed_basis", EVENT.c.killed_basis, "the number killed"),
    _based("injured_basis", EVENT.c.injured_basis, "the number hurt"),
    _linked(
        "participant_basis",
        FilterKind.BASIS,
        _TAKING_PART_BY,
        "Where somebody with a part in it was taken from, of those that are shown.",
    ),
    _linked("said_by_basis", FilterKind.BASIS, _SAID_BY, "Where a source was taken from, by any of its reports."),
    _own(
        "confidence",
        FilterKind.FLOAT,
        numbers(EVENT.c.confidence),
        "How sure the reading is, from 0 to 1.",
        along="CONFIDENCE",
    ),
)

QUOTE_FILTERS: Filters = (
    Filter("kind", FilterKind.QUOTE_KIND, values(QUOTE.c.kind), "How the words are reported."),
    Filter(
        "speaker",
        FilterKind.ID,
        current_ids(QUOTE.c.speaker_id, ACTOR.c.id, ACTOR_REDIRECT),
        "The actor who said them.",
    ),
    Filter(
        "speaker_name",
        FilterKind.STRING,
        _quote_of_speaker_named,
        "The speaker's name: as written at the quote, or the full name that it stands for.",
    ),
    Filter(
        "speaker_basis",
        FilterKind.BASIS,
        values(QUOTE.c.speaker_basis),
        "Where the speaker was taken from.  Quotes without one are left out.",
    ),
    Filter("article", FilterKind.ID, ids(QUOTE.c.article_id), "The article that has them."),
    Filter("published_at", FilterKind.DATE, days_of(QUOTE.c.published_at), "The day (UTC) when its article came out."),
)

REPORT_BASIS = Filter(
    "basis",
    FilterKind.BASIS,
    values(REPORT.c.basis),
    "Whether only a model tells that there is such an event: MODEL; STATED leaves those out.",
)
REPORT_FILTERS: Filters = (
    Filter("article", FilterKind.ID, ids(REPORT.c.article_id), "The article that tells."),
    REPORT_BASIS,
)

MENTION_FILTERS: Filters = (Filter("article", FilterKind.ID, ids(EVIDENCE.c.article_id), "The article that has them."),)

ACTOR_FILTERS: Filters = (
    Filter("kind", FilterKind.ACTOR_KIND, values(ACTOR.c.kind), "What it is."),
    Filter("name", FilterKind.STRING, _actor_named(ACTOR.c.id), "Any name that it goes by."),
    Filter("country_code", FilterKind.STRING, country_codes(ACTOR.c.country_code), _COUNTRY),
    Filter("country_basis", FilterKind.BASIS, values(ACTOR.c.country_basis), "Where its country was taken from."),
    Filter("external_id", FilterKind.STRING, _actor_known_as, "Any of its ids elsewhere: `wikidata:Q42`."),
)

LOCATION_FILTERS: Filters = (
    Filter("kind", FilterKind.LOCATION_KIND, values(LOCATION.c.kind), "What kind of place it is."),
    Filter("name", FilterKind.STRING, strings(LOCATION.c.name, LOCATION.c.name_key), "Its name in the gazetteer."),
    Filter("country_code", FilterKind.STRING, country_codes(LOCATION.c.country_code), _COUNTRY),
    Filter("geonames_id", FilterKind.INT, numbers(LOCATION.c.geonames_id), "Its number at geonames.org."),
    Filter("near", FilterKind.NEAR, _near, _NEAR),
    Filter("within", FilterKind.BOX, _within, _WITHIN),
)

ARTICLE_FILTERS: Filters = (
    Filter("publisher", FilterKind.STRING, strings(ARTICLE.c.publisher, ARTICLE.c.publisher_key), "Who published it."),
    Filter("title", FilterKind.STRING, strings(ARTICLE.c.title, ARTICLE.c.title_key), "Its headline."),
    Filter("url", FilterKind.STRING, strings(ARTICLE.c.url, ARTICLE.c.url_key), "Where it was published."),
    Filter("published_at", FilterKind.DATE, days_of(ARTICLE.c.published_at), "The day (UTC) when it came out."),
)
