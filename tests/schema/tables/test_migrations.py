import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import make_url

import schema.migrations
from dateline.store.integrity import check_invariants
from dateline.store.keeping.database import open_database
from dateline.store.keeping.migration import migrate
from dateline.store.writing.writer import write_article
from schema.migrations.versions import r0017_basis
from schema.tables import METADATA
from schema.vocabulary import Basis
from tests.store.stories import bombing
from tests.store.world import story

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


OF_ACTORS = ("country_basis", "external_ids")
OLDER_THAN_MODELS = (
    *(f"DROP INDEX ix_{name}" for name in ("event_basis", "event_model", "quote_speaker_basis")),
    *(f"ALTER TABLE {table} DROP COLUMN basis" for table in ("event", "report")),
    *(f"ALTER TABLE {table} DROP COLUMN model" for table in ("event", "report", "quote")),
    "ALTER TABLE report DROP COLUMN other",
    "ALTER TABLE quote DROP COLUMN speaker_basis",
    "UPDATE alembic_version SET version_num = '0019'",
)
OLDER_THAN_BASES = (
    *OLDER_THAN_MODELS,
    "DELETE FROM actor_tally WHERE aspect IN ('BASIS', 'EXTERNAL')",
    *(f"ALTER TABLE {table} DROP COLUMN {name}" for table in ("actor", "appearance") for name in OF_ACTORS),
    *(f"DROP INDEX ix_event_{basis}" for basis in r0017_basis.EVENT_BASES),
    "DROP INDEX ix_participant_basis",
    "DROP INDEX ix_report_said_by_basis",
    *(f"ALTER TABLE event DROP COLUMN {basis}" for basis in r0017_basis.EVENT_BASES),
    *(f"ALTER TABLE report DROP COLUMN {basis}" for basis in r0017_basis.REPORT_BASES),
    *(f"ALTER TABLE {table} DROP COLUMN basis" for table in ("participant", "toll", "victims")),
    "UPDATE alembic_version SET version_num = '0016'",
)
BASES_OF_EVENTS = """
SELECT date_earliest IS NULL, when_basis, location_basis, killed_best IS NULL, killed_basis, injured_basis FROM event
"""
BASES_OF_REPORTS = "SELECT DISTINCT when_basis, location_basis, said_by_basis FROM report"


def test_what_was_stored_before_counts_as_stated_and_what_was_inferred_as_inferred(database):
    with database.writing() as connection:
        for facts in (story(1), story(4), story(9), bombing()):  # carried, inferred, without a day, stated
            write_article(connection, facts)
        for statement in OLDER_THAN_BASES:
            connection.execute(text(statement))
        migrate(connection)
        events = connection.execute(text(BASES_OF_EVENTS)).all()
        assert {row[1] for row in events if not row[0]} == {row[4] for row in events if not row[3]} == {"STATED"}
        assert {row[1] for row in events if row[0]} == {row[4] for row in events if row[3]} == {None}
        assert ({row[2] for row in events}, {row[5] for row in events}) == ({"STATED"}, {"STATED", None})
        reports = connection.execute(text(BASES_OF_REPORTS)).all()
        assert {tuple(row) for row in reports} == {("STATED",) * 3, (None, "STATED", "STATED")}
        told = connection.execute(text("SELECT basis, inferred FROM participant ORDER BY 1, 2")).all()
        assert {(row[0], bool(row[1])) for row in told} == {(Basis.STATED, False), (Basis.INFERRED, True)}
        for table in ("toll", "victims"):
            assert set(connection.execute(text(f"SELECT basis FROM {table}")).scalars()) == {"STATED"}
        assert check_invariants(connection) == []


def test_what_was_stored_before_was_told_by_no_model(database):
    with database.writing() as connection:
        for facts in (story(0), bombing()):
            write_article(connection, facts)
        before = connection.execute(text("SELECT speaker_basis FROM quote ORDER BY number")).all()
        for statement in OLDER_THAN_MODELS:
            connection.execute(text(statement))
        migrate(connection)
        for table in ("event", "report"):
            found = connection.execute(text(f"SELECT DISTINCT basis, model FROM {table}")).all()
            assert [tuple(row) for row in found] == [("STATED", None)]
        assert connection.execute(text("SELECT speaker_basis FROM quote ORDER BY number")).all() == before
        assert check_invariants(connection) == []
