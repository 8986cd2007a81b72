"""Reading again with another extractor: in place, equal where it reads the same, corrections kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select, text

from dateline.ingestion.intake.judging import Author, Count, EventChanges, correct_event
from dateline.ingestion.processes import worker
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool
from dateline.ingestion.seeding.rereading import Wanted, count_wanted, reread
from dateline.store.integrity import check_invariants
from schema.tables import ARTICLE, EVENT
from tests.ingestion.test_seeding import rows_of

OPTIONS = ReadingOptions(empty_is_error=False)


@pytest.fixture
def wanted():
    """What this extractor has not read."""
    model, version = worker.identity(OPTIONS)
    return Wanted(version, model)


def run(database, wanted, **options):
    differences = []
    with ReadingPool(1, OPTIONS) as pool:
        done = reread(database, wanted, pool, lambda _, difference: differences.append(difference), **options)
    return done, differences


def make_old(database):
    with database.writing() as connection:
        connection.execute(text("UPDATE article SET extractor = 'old'"))


def test_what_is_up_to_date_is_left_alone(database, articles, seed_into, wanted):
    seed_into(database, articles)
    assert count_wanted(database, wanted) == 0
    assert run(database, wanted)[0].read == 0


def test_what_an_older_extractor_has_read_is_read_again_with_the_same_facts(database, articles, seed_into, wanted):
    seed_into(database, articles)
    before = rows_of(database)
    make_old(database)
    assert count_wanted(database, wanted) == 5
    done, _ = run(database, wanted)
    assert (done.read, done.changed, done.failed) == (5, 0, 0)
    found = rows_of(database)
    for table in before:
        assert found[table] == before[table], table
    assert count_wanted(database, wanted) == 0


@pytest.mark.damages
def test_all_is_read_and_stored_again_whoever_read_it(database, articles, seed_into, wanted):
    seed_into(database, articles)
    whole = rows_of(database)
    with database.writing() as connection:
        connection.execute(text("UPDATE report SET type = 'PROTEST' WHERE type = 'ASSAULT'"))
    everything = replace(wanted, everything=True)
    tried, _ = run(database, everything, dry_run=True)
    done, _ = run(database, everything)
    for told in (tried, done):
        assert (told.read, told.changed) == (5, 2)
        assert (told.gone["events"], told.new["events"]) == (2, 2)
    found = rows_of(database)
    for table in whole.keys() - {"change", "event_redirect"}:
        assert found[table] == whole[table], table
    assert database.run(check_invariants) == []


@pytest.mark.damages
def test_what_changes_is_told_and_a_dry_run_changes_nothing(database, articles, seed_into, wanted):
    seed_into(database, articles)
    make_old(database)
    with database.writing() as connection:
        connection.execute(text("UPDATE report SET type = 'PROTEST' WHERE type = 'ASSAULT'"))
    before = rows_of(database)
    done, differences = run(database, wanted, dry_run=True)
    assert rows_of(database) == before
    assert done.changed == 2
    assert (done.gone["events"], done.new["events"]) == (2, 2)
    assert sum(difference.is_any for difference in differences) == 2
    again, _ = run(database, wanted)
    assert (again.gone, again.new) == (done.gone, done.new)
    assert database.run(check_invariants) == []


def test_what_a_person_corrected_stays(database, articles, seed_into, wanted):
    seed_into(database, articles)
    with database.reading() as connection:
        event_id = connection.execute(select(EVENT.c.id).where(EVENT.c.killed_best == 4)).scalar_one()
    with database.writing() as connection:
        correct_event(connection, event_id, EventChanges(killed=Count(5)), Author("ana", "the hospital counted"))
    make_old(database)
    run(database, wanted)
    with database.reading() as connection:
        assert connection.execute(select(EVENT.c.killed_best).where(EVENT.c.id == event_id)).scalar_one() == 5
        assert connection.execute(select(ARTICLE.c.extractor).distinct()).scalars().all() == [wanted.extractor]
        assert check_invariants(connection) == []
