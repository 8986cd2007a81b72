"""Clues: taken over by the migration, bounded, gone with their article."""

from sqlalchemy import select, text

from dateline.ingestion.intake.storing import store_article
from dateline.store.keeping.migration import migrate
from dateline.store.reading.candidates import MOST_OF_NAME, find_actors_by_name_key
from dateline.store.writing.writer import write_article
from schema.ids import content_id
from schema.tables import CLUE
from tests.store.stories import PORTO, RUNIA, actor, article, bombing, report


def clues_by_name(database):
    """Those of actors and named places; squares and words are noted by ingestion alone."""
    rows = database.run(lambda c: c.execute(select(CLUE.c.key, CLUE.c.day, CLUE.c.subject_id)).all())
    return {tuple(row) for row in rows if any(kind in row.key for kind in (" act_", " loc_"))}


def test_a_database_of_before_gets_the_clues_that_its_rows_tell(database):
    words = "A blast in Porto Alto."
    undated = report("undated", words, words, "blast", place=PORTO)
    timeless = report("timeless", words, words, "blast", place=PORTO)
    with database.writing() as connection:
        store_article(connection, bombing())
        store_article(connection, article("undated", words, locations=(PORTO, RUNIA), reports=(undated,)))
        store_article(connection, article("timeless", words, on=None, locations=(PORTO, RUNIA), reports=(timeless,)))
    made = clues_by_name(database)
    assert len(made) == 4
    with database.writing() as connection:
        connection.execute(text("DROP TABLE clue"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0010'"))
        migrate(connection, "0011")
    assert clues_by_name(database) == made


def test_of_a_name_that_very_many_bear_some_are_found(database, count_statements):
    words = "Osei left. Amara Osei came."
    with database.writing() as connection:
        for number in range(MOST_OF_NAME + 5):
            osei = actor(words, "Osei", id=content_id("actor", number))
            write_article(connection, article(f"osei {number}", words, actors=(osei,)))
        amara = actor(words, "Amara Osei", aliases=("Osei",))
        write_article(connection, article("amara", words, actors=(amara,)))
    with database.reading() as connection, count_statements(database) as counted:
        found = find_actors_by_name_key(connection, ["osei"])
    assert counted.count == 3
    assert len(found) == MOST_OF_NAME + 1
    assert amara.id in {one.id for one in found}
