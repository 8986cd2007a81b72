import shutil
import sqlite3

import pytest
from sqlalchemy import text

from dateline.store.integrity import check_invariants
from dateline.store.keeping.database import open_database
from dateline.store.writing.writer import write_article
from tests.store.stories import bombing

DAMAGES = {
    "UPDATE article SET text = replace(text, 'Rebels', 'Rabble')": "the article has other words there",
    "UPDATE evidence SET start_utf16 = start_utf16 + 1": "wrong UTF-16 offsets",
    "UPDATE event SET killed_best = 99": "its reports tell otherwise: killed_best",
    "DELETE FROM event_actor": "wrong actors",
    "UPDATE actor SET name = 'X' WHERE name = 'Rebels'": "its articles tell otherwise",
    "UPDATE actor_tally SET articles = 5": "its articles are counted wrongly",
    "UPDATE location SET event_count = 7": "wrong event_count",
    "UPDATE actor SET quote_count = 7": "wrong quote_count",
    "UPDATE office SET newest = NOT newest": "not one newest office",
    "DELETE FROM actor_mention": "nothing refers to it",
}


@pytest.mark.damages
@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_told(database, damage):
    with database.writing() as connection:
        write_article(connection, bombing())
        assert check_invariants(connection) == []
        connection.execute(text(damage))
        assert any(DAMAGES[damage] in sentence for sentence in check_invariants(connection))


def test_a_reference_to_nothing_is_told(tmp_path, sqlite_template):
    shutil.copy(sqlite_template, tmp_path / "a.db")
    database = open_database(f"sqlite:///{tmp_path / 'a.db'}")
    with database.writing() as connection:
        write_article(connection, bombing())
    with sqlite3.connect(tmp_path / "a.db") as other:
        other.execute("DELETE FROM location")
    other.close()
    assert "1 rows of event have a location_id that is not there" in database.run(check_invariants)
    database.close()
