"""Taking articles out from the command line: by whatever they are chosen, asked first, refused with one line."""

import json

import pytest
from typer.testing import CliRunner

from dateline.store.keeping.database import open_database
from scripts import doctor, export, remove, seed
from tests.scripts.commands import command

ARTICLES = [
    ("Police arrested 40 people in Lima on Sunday.", "https://tide.example/lima", "Tide"),
    ("Thousands marched through Quito on Saturday.", "https://tide.example/quito", "Tide"),
    ("A flood killed two people in Kampala on Friday.", "https://ledger.example/flood", "Ledger"),
]


@pytest.fixture
def url(tmp_path, monkeypatch):
    names = ("text", "url", "publisher")
    rows = [dict(zip(names, row, strict=True)) | {"published_at": "2024-11-05"} for row in ARTICLES]
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "newsroom.jsonl").write_text(json.dumps({"text": "Voters went to the polls in Accra on Monday."}))
    database = f"sqlite:///{tmp_path / 'dateline.db'}"
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(command(seed), ["news", "newsroom.jsonl", "--database", database, "--workers", "1"])
    assert done.exit_code == 0, done.output
    return database


def run(url, *words, answer=None):
    return CliRunner().invoke(command(remove), [*words, "--database", url], input=answer)


def left(url):
    opened = open_database(url)
    try:
        with opened.reading() as connection:
            return connection.exec_driver_sql("SELECT count(*) FROM article").scalar_one()
    finally:
        opened.close()


@pytest.mark.parametrize(
    ("words", "gone"),
    [
        (["--url", "https://tide.example/lima?utm_source=feed"], 1),
        (["--publisher", "tide"], 2),
        (["--publisher", "Tide", "--url", "https://tide.example/lima"], 1),
        (["--origin", "news"], 3),
        (["--origin", "news/a.jsonl"], 3),
        (["--origin", "newsroom.jsonl"], 1),
        (["--where", '{"publisher": {"eq": "Ledger"}}'], 1),
        (["--publisher", "Nobody"], 0),
    ],
)
def test_what_is_chosen_is_shown_then_goes(url, words, gone):
    shown = run(url, *words, "--dry-run")
    assert shown.exit_code == 0
    assert f"{gone} article" in shown.output
    assert left(url) == 4
    done = run(url, *words, "--yes", "--reason", "Retracted.")
    assert (done.exit_code, left(url)) == (0, 4 - gone)
    assert ("gone." in done.output) == (gone > 0)


def test_it_asks_first(url):
    assert "Take them out" in run(url, "--publisher", "Tide", answer="n\n").output
    assert left(url) == 4
    run(url, "--publisher", "Tide", answer="y\n")
    assert left(url) == 2


def test_exports_seeding_and_the_doctor_know(url):
    run(url, "--publisher", "Tide", "--yes")
    told = CliRunner().invoke(command(seed), ["news", "--database", url, "--workers", "1"]).output
    assert "2 were taken out before and stay out; --allow-removed lets them in." in told
    app = command(export)
    for noun in ("articles", "events", "quotes", "actors", "locations"):
        rows = CliRunner().invoke(app, [noun, "--database", url]).output
        assert "Lima" not in rows
        assert "Quito" not in rows
    opened = open_database(url)
    with opened.writing() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 1")
    opened.close()
    assert "dateline remove --clean" in CliRunner().invoke(command(doctor), ["--database", url]).output
    assert "The files are clean." in run(url, "--clean").output
    assert "dateline remove --clean" not in CliRunner().invoke(command(doctor), ["--database", url]).output
    assert (
        CliRunner().invoke(command(seed), ["news", "--database", url, "--workers", "1", "--allow-removed"]).exit_code
        == 0
    )
    assert left(url) == 4


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Nothing is chosen."),
        (["--clean", "--publisher", "Tide"], "--clean stands alone."),
        (["art_none"], "There is no article art_none."),
        (["--url", "https://tide.example/other"], "There is no article https://tide.example/other."),
        (["--where", "{"], "error"),
        (["--publisher", "Tide", "--yes", "--reason", " "], "A judgement needs a reason."),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_goes(url, words, told):
    done = run(url, *words)
    assert done.exit_code == 2
    assert told in done.output
    assert left(url) == 4
