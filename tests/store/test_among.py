"""`among` finds what `IN` finds, by the index, whatever the number of values."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text

from dateline.store.keeping.among import among
from schema.tables import ARTICLE, CLUE, REPORT


@pytest.mark.parametrize(
    "wanted", [[], ["a"], ["b", "a", "a"], ["it's", 'a "b"', "é\n"], [str(n) for n in range(3000)]]
)
def test_the_values_that_are_among_them_are_found(database, wanted):
    statement = select(text("value")).select_from(
        text("(SELECT 'a' AS value UNION SELECT 'é\n' UNION SELECT '7') AS t")
    )
    with database.reading() as connection:
        found = connection.execute(statement.where(among(text("value"))), {"wanted": wanted}).scalars().all()
    assert sorted(found) == sorted({"a", "é\n", "7"} & set(wanted))


@pytest.mark.parametrize("column", [REPORT.c.id, REPORT.c.article_id, CLUE.c.key, ARTICLE.c.id])
def test_sqlite_searches_the_index(database, column):
    if database.dialect != "sqlite":
        pytest.skip("PostgreSQL plans by what is in its tables")
    statement = select(column).where(among(column), among(column, "others"))
    with database.reading() as connection:
        plan = connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {statement.compile(dialect=connection.dialect)}", ('["a"]', '["a"]')
        )
        assert plan.first()[3].startswith("SEARCH")
