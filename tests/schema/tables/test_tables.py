from datetime import datetime

import pytest
from sqlalchemy import UniqueConstraint, create_engine, insert, literal, select
from sqlalchemy.exc import StatementError

from schema.tables import ARTICLE, METADATA
from schema.tables.columns import Code

FACTS = [
    "actor_mention",
    "dateline",
    "event",
    "location_mention",
    "office",
    "participant",
    "quote",
    "quote_part",
    "report",
    "report_trigger",
    "toll",
    "victims",
]


@pytest.mark.parametrize("name", FACTS)
def test_no_fact_is_without_evidence(name):
    column = METADATA.tables[name].c.evidence_id
    assert not column.nullable
    assert {key.target_fullname for key in column.foreign_keys} == {"evidence.id"}


def leading_columns(table):
    unique = [key for key in table.constraints if isinstance(key, UniqueConstraint)]
    return {next(iter(key.columns)).name for key in (table.primary_key, *unique, *table.indexes)}


def test_each_foreign_key_leads_an_index():
    for table in METADATA.sorted_tables:
        assert {key.parent.name for key in table.foreign_keys} - leading_columns(table) == set(), table.name


def test_ids_and_names_compare_by_code_point_on_both_databases(database):
    with database.reading() as connection:
        pairs = [("a", "B"), ("Z", "a"), ("e", "é"), ("z", "é"), ("\uffff", "🙂")]
        for left, right in pairs:
            smaller = connection.execute(select(literal(left, Code) < literal(right, Code))).scalar_one()
            assert bool(smaller) == (left < right)


def test_an_instant_without_a_zone_is_refused():
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with engine.connect() as connection, pytest.raises(StatementError, match="needs a time zone"):
        connection.execute(insert(ARTICLE).values(published_at=datetime(2024, 11, 5)))  # noqa: DTZ001
    engine.dispose()
