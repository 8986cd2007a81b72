import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import make_url

import schema.migrations
from dateline.store.database import open_database
from schema.tables import METADATA

SEARCH_ONLY = "search_vector"
"""Made by the migration alone: the metadata knows no full-text search."""


def describe(engine):
    inspector = inspect(engine)
    tables = sorted(name for name in inspector.get_table_names() if name in METADATA.tables)
    return {name: describe_table(inspector, name) | {"indexes": indexes(engine, name)} for name in tables}


def describe_table(inspector, name):
    columns = [column for column in inspector.get_columns(name) if column["name"] != SEARCH_ONLY]
    return {
        "columns": [
            (column["name"], str(column["type"]), column["nullable"], str(column["default"])) for column in columns
        ],
        "primary": inspector.get_pk_constraint(name),
        "foreign": sorted(inspector.get_foreign_keys(name), key=lambda key: key["name"]),
        "unique": sorted(inspector.get_unique_constraints(name), key=lambda key: key["name"]),
        "checks": inspector.get_check_constraints(name),
    }


def indexes(engine, table):
    query = (
        "SELECT replace(sql, '\"', '') FROM sqlite_master WHERE type = 'index' AND sql <> '' AND tbl_name = :table"
        if engine.dialect.name == "sqlite"
        else "SELECT indexdef FROM pg_indexes WHERE tablename = :table AND indexdef NOT LIKE '%search_vector%'"
    )
    with engine.connect() as connection:
        return sorted(connection.execute(text(query), {"table": table}).scalars())


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_migrations_make_what_the_metadata_says_on_sqlite(tmp_path, sqlite_template):
    migrated = create_engine(f"sqlite:///{sqlite_template}")
    made = create_engine(f"sqlite:///{tmp_path / 'made.db'}")
    METADATA.create_all(made)
    try:
        assert describe(migrated) == describe(made)
    finally:
        migrated.dispose()
        made.dispose()


def test_migrations_make_what_the_metadata_says_on_postgresql(postgresql_server, empty_postgresql_url):
    migrated = create_engine(make_url(postgresql_server).set(drivername="postgresql+psycopg", database="template"))
    made = create_engine(make_url(empty_postgresql_url).set(drivername="postgresql+psycopg"))
    METADATA.create_all(made)
    try:
        assert describe(migrated) == describe(made)
    finally:
        migrated.dispose()
        made.dispose()


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_every_table_of_the_metadata_is_compared(sqlite_template):
    engine = create_engine(f"sqlite:///{sqlite_template}")
    assert set(describe(engine)) == set(METADATA.tables)
    engine.dispose()


def test_the_newest_step_is_named_without_loading_alembic():
    config = Config()
    config.set_main_option("script_location", str(schema.migrations.__path__[0]))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == schema.migrations.HEAD


@pytest.mark.parametrize("times", [1, 2])
def test_migrating_again_changes_nothing(database_url, times):
    for _ in range(times):
        open_database(database_url, create=True).close()
