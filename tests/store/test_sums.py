"""Sums over events stay those of the events, whatever is written, joined, corrected or removed."""

from itertools import combinations

import pytest

from dateline.store.integrity import check_invariants
from dateline.store.judging.membership import assign_reports
from dateline.store.reading import statistics
from dateline.store.reading.pages import Selection
from dateline.store.reading.statistics import Dimension, count_events
from dateline.store.reading.sums import DIMENSIONS, sums_by
from dateline.store.writing.writer import remove_article, write_article
from schema.ids import content_id
from schema.vocabulary import EventType
from tests.store.stories import bombing
from tests.store.world import fill, story

CHOICES = [choice for size in (1, 2, 3) for choice in combinations(DIMENSIONS, size)]
FILTERS = [
    None,
    {"type": {"eq": "PROTEST"}},
    {"country_code": {"one_of": ["VE", "RN"]}},
    {"country_code": {"one_of": ["VEN", "rn"]}},
    {"NOT": {"country_code": {"eq": "VE"}}},
    {"OR": [{"type": {"eq": "AID"}}, {"AND": [{"type": {"one_of": ["PROTEST", "ASSAULT"]}}]}]},
]


@pytest.fixture
def filled(database):
    fill(database, 24)
    return database


def both_ways(database, by, where, monkeypatch):
    dimensions = [Dimension(one) for one in by]
    kept = database.run(lambda c: count_events(c, Selection(where), dimensions, 1000))
    with monkeypatch.context() as patched:
        patched.setattr(statistics, "sums_by", lambda *_: None)
        counted = database.run(lambda c: count_events(c, Selection(where), dimensions, 1000))
    return kept, counted


def test_kept_sums_tell_what_counting_tells(filled, monkeypatch):
    for by in CHOICES:
        for where in FILTERS:
            kept, counted = both_ways(filled, by, where, monkeypatch)
            assert kept == counted, (by, where)


@pytest.mark.parametrize(
    ("by", "where"),
    [(["DAY"], None), (["MONTH", "YEAR"], None), (["TYPE"], {"status": {"eq": "CLAIMED"}}), (["ACTOR", "TYPE"], None)],
)
def test_what_the_sums_do_not_tell_is_counted(by, where):
    assert sums_by(by, where) is None


def test_sums_follow_whatever_is_written(filled):
    steps = [
        lambda c: write_article(c, bombing("third", killed=9)),
        lambda c: write_article(c, bombing("second", killed=70, extractor="2")),
        lambda c: assign_reports(
            c, {content_id("report", f"world {n}"): content_id("event", "world 0") for n in (5, 10)}
        ),
        lambda c: assign_reports(c, {content_id("report", "world 5"): content_id("event", "new")}),
        lambda c: remove_article(c, story(3).id),
        lambda c: [remove_article(c, story(number).id) for number in range(24)],
    ]
    for step in steps:
        with filled.writing() as connection:
            step(connection)
        assert filled.run(check_invariants) == []
    left = filled.run(lambda c: count_events(c, Selection(), [Dimension.TYPE]))
    assert [(bucket.values, bucket.events) for bucket in left] == [((EventType.ASSAULT.value,), 1)]
