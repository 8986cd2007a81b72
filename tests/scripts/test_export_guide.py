"""The commands and the program of docs/export.md run, in their order."""

import re
import shlex
from pathlib import Path

import duckdb
import typer

from api.app import create_app
from dateline.settings import Settings
from dateline.store import open_database
from scripts import export
from tests.rest.serving import Server
from tests.store.world import make_world

GUIDE = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL) for line in block.splitlines()]
PROGRAMS = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)


def run(command, server, url):
    """Runs one line of the guide in this process; what comes after a pipe is another program's business."""
    program, *words = (word for word in shlex.split(command.partition(" | ")[0]) if not word.startswith("DATELINE_"))
    if program == "duckdb":
        assert duckdb.execute(words[1]).fetchall()
        return
    assert [program, words[0]] == ["dateline", "export"]
    app = typer.Typer()
    app.command()(export.main)
    given = [server if word.startswith("http://") else url if "://" in word else word for word in words[1:]]
    app(given, standalone_mode=False)


def test_every_command_and_program_runs(request, tmp_path_factory, tmp_path, monkeypatch, capfd):
    url = make_world(request, tmp_path_factory, "sqlite")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", url)
    database = open_database(url)
    with Server(create_app(Settings(database_url=url), database)) as server:
        for command in COMMANDS:
            run(command, server.url, url)
    database.close()
    for program in PROGRAMS:
        exec(program, {})
    assert (len(COMMANDS), len(PROGRAMS)) == (16, 1)
    assert {"events.parquet", "quotes.csv", "deadly.geojson", "events", "copy", "annotations.ndjson"} <= {
        path.name for path in tmp_path.iterdir()
    }
