"""Which rows come, in chunks, from one state of the database."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from dateline.exporting import VIEWS, Choice, count_rows, parse_where, snapshot, streaming, view_named
from dateline.exporting.streaming import Month, months_of, stream
from dateline.store.writing.writer import write_article
from schema.errors import LimitError, QueryError
from schema.ids import content_id
from schema.tables import JUDGEMENT, REPORT
from tests.store.stories import PORTO, RUNIA, bombing
from tests.store.world import story


def ids(found):
    return [record["id"] for record in found]


@pytest.mark.parametrize("size", [1, 7, 31, 1000])
def test_chunks_of_any_size_make_the_same_rows(world, records, monkeypatch, size):
    whole = ids(records("events"))
    monkeypatch.setattr(streaming, "CHUNK", size)
    with snapshot(world) as connection:
        chunks = list(stream(connection, view_named("events")))
    assert ids(record for chunk in chunks for record in chunk) == whole
    assert max(map(len, chunks)) <= size


def test_a_chunk_costs_four_statements_however_many_rows_it_has(world, count_statements, monkeypatch):
    monkeypatch.setattr(streaming, "CHUNK", 10)
    with count_statements(world) as counted, snapshot(world) as connection:
        assert len(list(stream(connection, view_named("events")))) == 4
    assert len([statement for statement in counted.statements if statement.startswith("SELECT")]) == 16


FILTERS = [
    ("events", '{"type": {"eq": "PROTEST"}}', 12),
    ("events", '{"status": {"oneOf": ["PLANNED"]}, "killed": {"gte": 20}}', 1),
    ("events", '{"near": {"latitude": 41.5, "longitude": 21.5, "radiusKm": 5}}', 9),
    ("events", f'{{"location": {{"eq": "{PORTO.id}"}}, "NOT": {{"mode": {{"eq": "explosives"}}}}}}', 8),
    ("events", '{"actorName": {"contains": "insurgents"}}', 1),
    ("actors", '{"kind": {"eq": "PERSON"}}', 8),
    ("actors", '{"name": {"contains": "the union"}}', 1),
    ("locations", '{"within": {"south": -21, "west": 177, "north": -19, "east": -179}}', 2),
    ("quotes", '{"speakerName": {"eq": "Ana Ruiz"}}', 2),
    ("articles", '{"publisher": {"eq": "The Tide"}}', 12),
    ("mentions", f'{{"article": {{"eq": "{content_id("article", "bombing")}"}}}}', 4),
    ("mentions", f'{{"actor": {{"eq": "{content_id("actor", "Rebels")}"}}}}', 2),
    ("mentions", f'{{"location": {{"eq": "{PORTO.id}"}}}}', 10),
    ("annotations", '{"publishedAt": {"gte": "2024-11-05", "lte": "2024-11-05"}}', 12),
]


@pytest.mark.parametrize("few", [0, 5_000])
@pytest.mark.parametrize(("name", "where", "expected"), FILTERS)
def test_filters_choose_rows(world, records, monkeypatch, name, where, expected, few):
    monkeypatch.setattr(streaming, "FEW", few)
    view = view_named(name)
    found = records(name, where=where)
    with snapshot(world) as connection:
        counted = count_rows(connection, view, Choice(parse_where(where, view.filters)))
    assert (len(found), counted) == (expected, expected)
    assert ids(found) == sorted(ids(found))


def test_searches_choose_rows(records):
    assert ids(records("events", search="bomb")) == [content_id("event", "bombing")]
    assert len(records("articles", search='"bomb killed"')) == 2
    assert records("events", search="bomb", where='{"type": {"eq": "PROTEST"}}') == []


@pytest.mark.parametrize("name", [view.name for view in VIEWS])
def test_since_takes_what_was_stored_then_or_later(records, name):
    assert records(name, since=datetime(2024, 1, 1, tzinfo=UTC)) == records(name)
    assert records(name, since=datetime.now(UTC)) == []


def names(connection, view, moment):
    rows = [row for chunk in stream(connection, view_named(view), Choice(since=moment)) for row in chunk]
    return {row["event_id_cnty" if view == "acled" else "id"] for row in rows}


def test_since_follows_a_new_article_to_all_that_it_tells_of(database):
    first, second = bombing(), bombing("second", killed=7)
    with database.writing() as connection:
        write_article(connection, first)
        write_article(connection, story(3))
    moment = datetime.now(UTC)
    with database.writing() as connection:
        write_article(connection, second)
    with snapshot(database) as connection:
        changed = {view: names(connection, view, moment) for view in ("events", "acled", "articles", "actors")}
        counted = count_rows(connection, view_named("events"), Choice(since=moment))
        places = names(connection, "locations", moment)
        others = names(connection, "mentions", moment) | names(connection, "quotes", moment)
    # Told of first before, and again now.
    assert changed["events"] == changed["acled"] == {content_id("event", "bombing")}
    assert counted == 1
    assert changed["articles"] == {second.id}
    assert changed["actors"] == {actor.id for actor in second.actors}
    assert places == {place.id for place in second.locations if place.id == PORTO.id} | (places & {RUNIA.id})
    assert others


def test_since_follows_a_judgement(database):
    with database.writing() as connection:
        for number in range(4):
            write_article(connection, story(number))
    with snapshot(database) as connection:
        statement = select(REPORT.c.id, REPORT.c.event_id).order_by(REPORT.c.id)
        (one, event), (_, other), *_ = connection.execute(statement).all()
    moment = datetime.now(UTC)
    judgement = {"id": "jdg_1", "kind": "CORRECTION", "subject_id": one, "reason": "seen", "made_at": moment}
    with database.writing() as connection:
        connection.execute(insert(JUDGEMENT), judgement)
    with snapshot(database) as connection:
        assert names(connection, "events", moment) == {event} != {other}
        assert names(connection, "events", moment + timedelta(seconds=1)) == set()


@pytest.mark.parametrize("name", ["actors", "locations"])
def test_what_has_no_date_has_no_months(world, name):
    with snapshot(world) as connection, pytest.raises(QueryError, match="to partition by"):
        months_of(connection, view_named(name))


@pytest.mark.parametrize(("limit", "expected"), [(1, 1), (25, 25), (10_000, 31)])
def test_a_limit_takes_the_first(world, records, monkeypatch, limit, expected):
    monkeypatch.setattr(streaming, "CHUNK", 10)
    view, choice = view_named("events"), Choice(limit=limit)
    with snapshot(world) as connection:
        found = ids(row for chunk in stream(connection, view, choice) for row in chunk)
        assert count_rows(connection, view, choice) == expected
    assert found == ids(records("events"))[:limit]


def test_the_first_chunk_is_small(world, monkeypatch):
    monkeypatch.setattr(streaming, "FIRST_CHUNK", 3)
    with snapshot(world) as connection:
        assert [len(chunk) for chunk in stream(connection, view_named("events"))] == [3, 28]


def test_what_has_no_words_of_its_own_cannot_be_searched(records):
    with pytest.raises(QueryError, match="The mentions cannot be searched"):
        records("mentions", search="flood")


def test_too_much_at_once_is_refused(records):
    with pytest.raises(LimitError):
        records("events", search=" ".join(f"word{number}" for number in range(30)))


@pytest.mark.parametrize("name", ["events", "quotes", "articles", "mentions"])
def test_months_share_all_rows_out(world, records, name):
    view = view_named(name)
    with snapshot(world) as connection:
        months = months_of(connection, view)
        found = [ids(row for chunk in stream(connection, view, month=month) for row in chunk) for month in months]
    assert months == [*sorted(months[:-1], key=lambda month: (month.year, month.month)), Month(None, None)]
    assert sorted(identifier for one in found for identifier in one) == ids(records(name))


def test_a_month_has_its_first_and_its_last_day(world):
    with snapshot(world) as connection:
        chunks = stream(connection, view_named("events"), month=Month(2024, 11))
        days = {event["when"]["earliest"] for chunk in chunks for event in chunk}
    assert days
    assert {(day.year, day.month) for day in days} == {(2024, 11)}
    assert Month(2024, 3).folder == "month=2024-03"
    assert Month(None, None).folder == "month=__HIVE_DEFAULT_PARTITION__"


def test_an_export_shows_one_state_whatever_is_written_meanwhile(database, monkeypatch):
    monkeypatch.setattr(streaming, "CHUNK", 2)
    for facts in map(story, range(6)):
        with database.writing() as connection:
            write_article(connection, facts)
    with snapshot(database) as connection:
        chunks = stream(connection, view_named("articles"))
        found = list(next(chunks))
        with database.writing() as writer:
            write_article(writer, bombing())
            for number in range(6, 12):
                write_article(writer, story(number))
        found.extend(record for chunk in chunks for record in chunk)
    assert sorted(ids(found)) == sorted(content_id("article", f"world {number}") for number in range(6))
