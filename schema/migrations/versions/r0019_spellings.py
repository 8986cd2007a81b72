"""Spellings of people's names are counted in every store: those of the first release have counted none.

The key of a spelling is made here as the writer made it when this step was written.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op
from anyascii import anyascii

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

BATCH = 1_000
LAST = sa.text("SELECT max(id) FROM (SELECT id FROM actor WHERE id > :after ORDER BY id LIMIT :batch) AS next")
PEOPLE = sa.text("""
SELECT actor_id, name, count(*) FROM appearance
WHERE actor_id > :after AND actor_id <= :last AND kind = 'PERSON' GROUP BY actor_id, name
""")
COUNT = sa.text("""
INSERT INTO actor_tally (actor_id, aspect, value, "key", articles) VALUES (:actor_id, 'SPELLING', :key, :key, :articles)
""")
MARKS = re.compile("[\u0300-\u036f]+")
WORD = re.compile(r"[^\W_]+")
VOWELS = re.compile("[iyj]+")
DOUBLED = re.compile(r"(\w)\1+")


def upgrade() -> None:
    op.execute("DELETE FROM actor_tally WHERE aspect = 'SPELLING'")
    connection, after = op.get_bind(), ""
    while last := connection.execute(LAST, {"after": after, "batch": BATCH}).scalar_one():
        told = connection.execute(PEOPLE, {"after": after, "last": last}).all()
        counted = [
            {"actor_id": actor_id, "key": key, "articles": articles}
            for (actor_id, key), articles in sorted(_count(told).items())
        ]
        if counted:
            connection.execute(COUNT, counted)
        after = last


def _count(told: Iterable[tuple[str, str, int]]) -> Counter[tuple[str, str]]:
    spellings: Counter[tuple[str, str]] = Counter()
    for actor_id, name, articles in told:
        if key := _spelling_key(name):
            spellings[actor_id, key] += articles
    return spellings


def _spelling_key(name: str) -> str | None:
    folded = MARKS.sub("", unicodedata.normalize("NFKD", anyascii(name)).casefold())
    words = [word for word in WORD.findall(folded) if len(word) > 1]
    if len(words) < 2:
        return None
    return "~" + " ".join(DOUBLED.sub(r"\1", VOWELS.sub("i", word)) for word in words)
