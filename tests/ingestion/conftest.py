"""Articles as files, and the means to seed them."""

import json

import pytest

from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool
from dateline.ingestion.seeding.seeding import list_sources, seed


@pytest.fixture
def articles(tmp_path):
    """A folder with a text, a page and three lines, of which two articles tell the same happening."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "Tuesday, November 5, 2024\n\nKYIV, Ukraine (AP) — A drone attack on the city of Lviv on Monday killed four "
        "people and wounded nine, Mayor Ruth Hale said.\n\n“We will rebuild,” she told reporters.\n",
        encoding="utf-8",
    )
    (folder / "b.html").write_text(
        "<html><head><title>Strike on Lviv</title><meta property='article:published_time' "
        "content='2024-11-05T10:00:00Z'></head><body><article><p>Four people were killed and nine were wounded when a "
        "drone hit the city of Lviv on Monday, officials said.</p><p>The attack was the worst in Lviv this year, said "
        "Ruth Hale, the mayor of the city. She called it “a crime against sleeping people” and thanked the rescuers "
        "who had worked through the night.</p></article></body></html>",
        encoding="utf-8",
    )
    lines = [
        {"id": 1, "text": "LIMA, Peru — Police arrested 40 people in Lima on Sunday.", "published_at": "2024-11-05"},
        {"id": 2, "text": "Thousands marched through Quito on Saturday.", "published_at": "2024-11-05"},
        {"id": 3, "text": "A flood killed two people in Kampala on Friday.", "published_at": "2024-11-05"},
    ]
    (folder / "c.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return folder


@pytest.fixture
def seed_into():
    """`seed_into(database, *paths)` takes in articles in this process; the counts and the failures."""

    def run(database, *paths, workers=1):
        failures = []
        with ReadingPool(workers, ReadingOptions()) as pool:
            sources = list_sources([str(path) for path in paths])
            counts = seed(database, sources, pool, lambda _, failure: failures.append(failure) if failure else None)
        return counts, [str(failure) for failure in failures]

    return run
