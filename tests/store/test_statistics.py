import pytest

from dateline.store.reading.pages import Selection
from dateline.store.reading.statistics import Bucket, Dimension, count_events
from dateline.store.writing.writer import write_article
from schema.errors import LimitError, QueryError
from schema.ids import content_id
from tests.store.stories import PORTO, article, bombing, count, report
from tests.store.world import ISLE

D = Dimension


def stats(database, *by, where=None, first=None):
    return database.run(lambda c: count_events(c, Selection(where), by, first))


def test_events_by_type_are_added_up(world):
    assert stats(world, D.TYPE) == [
        Bucket(("PROTEST",), 12, sum(n for n in range(30) if n % 5 in (0, 4) and n % 3), 0),
        Bucket(("ASSAULT",), 7, sum(n for n in range(1, 30, 5) if n % 3) + 7, 16),
        Bucket(("AGREE",), 6, sum(n for n in range(3, 30, 5) if n % 3), 0),
        Bucket(("DISASTER",), 6, sum(n for n in range(2, 30, 5) if n % 3), 0),
    ]


def test_every_dimension_counts_every_event(world):
    for dimension in (D.DAY, D.MONTH, D.YEAR, D.TYPE, D.STATUS, D.COUNTRY, D.LOCATION):
        assert sum(bucket.events for bucket in stats(world, dimension)) == 31, dimension


def test_dates_are_shown_as_exactly_as_they_are_known(world):
    assert {bucket.values[0]: bucket.events for bucket in stats(world, D.YEAR)} == {"2024": 20, "2025": 8, None: 3}
    months = {bucket.values[0]: bucket.events for bucket in stats(world, D.MONTH)}
    assert months["2024-01"] == 2
    days = {bucket.values[0]: bucket.events for bucket in stats(world, D.DAY)}
    assert days["2024-11-05"] == 1


def test_an_actor_and_a_publisher_count_each_event_once(world):
    by_actor = {bucket.values[0]: bucket.events for bucket in stats(world, D.ACTOR)}
    assert by_actor[content_id("actor", "police")] == 30
    assert by_actor[content_id("actor", "Marchers", 0)] == 10
    by_publisher = {bucket.values[0]: bucket.events for bucket in stats(world, D.PUBLISHER)}
    assert by_publisher == {"The Tide": 11, "Évening Post": 10, None: 10}


def test_three_dimensions_and_a_filter(world):
    where = {"location": {"eq": ISLE.id}}
    found = stats(world, D.COUNTRY, D.LOCATION, D.STATUS, where=where)
    assert [(bucket.values, bucket.events) for bucket in found] == [(("VE", ISLE.id, "REPORTED"), 8)]


def test_the_largest_buckets_come_first_and_only_so_many(world):
    buckets = stats(world, D.DAY, first=3)
    assert [bucket.events for bucket in buckets] == [3, 1, 1]
    assert stats(world, D.DAY, first=0) == []


def test_statistics_cost_one_statement(world, count_statements):
    with count_statements(world) as counted:
        stats(world, D.MONTH, D.TYPE, D.ACTOR)
    assert counted.count == 1


def test_a_sum_beyond_what_graphql_holds_is_cut(database):
    words = "Storms killed thousands. Floods killed thousands."
    facts = article(
        "many",
        words,
        locations=(PORTO,) if PORTO.parent_id is None else bombing().locations,
        reports=tuple(
            report(name, words, f"{name} killed thousands", name, killed=count(words, "thousands", 2**31 - 10))
            for name in ("Storms", "Floods")
        ),
    )
    with database.writing() as connection:
        write_article(connection, facts)
    assert stats(database, D.TYPE)[0].killed == 2**31 - 1


@pytest.mark.parametrize(
    ("by", "first", "error", "words"),
    [
        ((), None, QueryError, "by is empty"),
        ((D.DAY, D.TYPE, D.ACTOR, D.STATUS), None, LimitError, "4 dimensions; the limit is 3"),
        ((D.DAY, D.DAY), None, QueryError, "twice"),
        ((D.DAY,), -1, QueryError, "first is -1"),
        ((D.DAY,), 1001, LimitError, "first is 1,001; the limit is 1,000"),
    ],
)
def test_statistics_that_make_no_sense_are_refused(world, by, first, error, words):
    with pytest.raises(error, match=words) as caught:
        stats(world, *by, first=first)
    assert caught.value.hint


def test_every_dimension_is_described():
    for dimension in Dimension:
        assert dimension.description.endswith(".")
