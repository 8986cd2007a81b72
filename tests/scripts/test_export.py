"""The exporting command as a person runs it."""

import csv
import io
import json
import signal
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from dateline.exporting.formats.csv import CsvWriter
from scripts import export
from scripts.export import size_of
from scripts.progress import progress_line
from tests.store.world import make_world


@pytest.fixture(scope="module")
def url(request, tmp_path_factory):
    """A SQLite database with the small world."""
    return make_world(request, tmp_path_factory, "sqlite")


@pytest.fixture
def run(url, capfd):
    """`status, out, err = run("events", where="{...}")`, in this process."""

    def call(noun, *, database=url, **options):
        status = 0
        try:
            export.main(noun, database=database, **options)
        except typer.Exit as stop:
            status = stop.exit_code
        out, err = capfd.readouterr()
        return status, out, err

    return call


def test_lines_of_json_go_to_standard_output(run):
    status, out, err = run("events", where='{"type": {"eq": "PROTEST"}}')
    assert (status, {json.loads(line)["type"] for line in out.splitlines()}) == (0, {"PROTEST"})
    assert err.startswith("12 rows of events written to standard output (")


def test_the_suffix_names_the_format(run, tmp_path):
    path = tmp_path / "quotes.csv"
    status, out, err = run("quotes", output=str(path), since="2024-11-05", search="rebuild")
    assert (status, out) == (0, "")
    assert f"2 rows of quotes written to {path}" in err
    with path.open(encoding="utf-8", newline="") as file:
        assert [row["speaker_name"] for row in csv.DictReader(file)] == ["Ana Ruiz", "Ana Ruiz"]


def test_acled_and_annotations_have_formats_of_their_own(run):
    _, out, _ = run("acled")
    assert next(csv.reader(io.StringIO(out)))[:4] == ["event_id_cnty", "event_date", "year", "time_precision"]
    _, out, _ = run("annotations")
    assert {json.loads(line)["type"] for line in out.splitlines()} == {"Annotation"}


def test_a_data_set_and_months_are_folders(run, tmp_path):
    status, _, err = run("dataset", folder=tmp_path / "set")
    assert (status, "31 events" in err, (tmp_path / "set" / "datapackage.json").exists()) == (0, True, True)
    status, _, err = run("events", format_="ndjson", partition="month", output=str(tmp_path / "months"))
    assert (status, (tmp_path / "months" / "month=2024-11" / "events.ndjson").exists()) == (0, True)


def test_guarded_cells_are_told(run, url):
    status, _, err = run("quotes", format_="csv", spreadsheet_safe=True)
    assert (status, "An apostrophe" in err) == (0, False)
    status, _, err = run("quotes", format_="json", spreadsheet_safe=True)
    assert (status, err) == (1, "error: --spreadsheet-safe is for csv; this is json. Leave it out.\n")


@pytest.mark.parametrize(
    ("noun", "options", "message"),
    [
        ("evnts", {}, "There is nothing called 'evnts' to export. There are events, actors,"),
        ("events", {"where": '{"type": {"eq": "FOO"}}'}, 'where.type.eq is "FOO". It takes one of AGREE,'),
        ("events", {"where": '{"actor": {"eq": "me"}}'}, "'me' is no id of Dateline."),
        ("events", {"since": "2024"}, "since is '2024'. It takes a day or a moment, like 2024-11-05 or 2024-11-05T08:"),
        ("actors", {"format_": "geojson"}, "The actors cannot be written as geojson. Use json, ndjson,"),
        ("events", {"format_": "xls"}, "There is no format 'xls'."),
        ("events", {"output": "events.xls"}, "The suffix of 'events.xls' names no format. Give --format."),
        ("events", {"output": "/no/where.csv"}, "There is no folder /no. Make it first."),
        ("events", {"partition": "month"}, "Months are written to a folder. Name it by --output."),
        ("events", {"partition": "week"}, "--partition is 'week'. It takes month."),
        ("events", {"database": "sqlite:////no/where.db"}, "There is no database at /no/where.db."),
        ("dataset", {}, "dataset needs a folder."),
        ("dataset", {"folder": "x", "since": "2024-01-01"}, "It takes no option but --database or --server."),
        ("events", {"folder": "x"}, "What is 'x'?"),
        ("events", {"server": "http://127.0.0.1:1"}, "--database and --server exclude each other."),
        (
            "events",
            {"database": None, "server": "http://127.0.0.1:1"},
            "did not answer to the end: Connection refused. Check that",
        ),
        ("events", {"database": None, "server": "http://127.0.0.1:1", "key": "a\nb"}, "The key has characters that no"),
        ("events", {"database": None, "server": "ftp://x"}, "'ftp://x' is no address of a server. Like http://"),
    ],
)
def test_mistakes_are_told_in_a_line(run, noun, options, message):
    status, out, err = run(noun, **options)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("error: ")
    assert message in err


def test_a_full_disk_is_told_in_a_line(run, monkeypatch):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        status, _, err = run("articles")
    assert (status, err) == (
        1,
        "error: The disk is full: Standard output was not written. Free some space, and start again.\n",
    )


def test_a_reader_that_has_seen_enough_ends_it_quietly(url):
    command = f"set -o pipefail; {sys.executable} -m scripts.export annotations --database {url} | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_and_leaves_nothing(run, tmp_path, monkeypatch, number):
    # Where tests run in the background of a shell, the shell has Ctrl-C ignored.
    handlers = {signal.SIGTERM: export.stop, signal.SIGINT: signal.default_int_handler}
    before = {one: signal.signal(one, handler) for one, handler in handlers.items()}
    monkeypatch.setattr(CsvWriter, "write", lambda self, rows: signal.raise_signal(number))
    status, _, err = run("events", output=str(tmp_path / "events.csv"))
    for one, handler in before.items():
        signal.signal(one, handler)
    assert (status, err) == (130, "Stopped.  Nothing unfinished was left.\n")
    assert list(tmp_path.iterdir()) == []


def test_help_shows_examples():
    app = typer.Typer()
    app.command()(export.main)
    done = CliRunner().invoke(app, ["--help"])
    assert (done.exit_code, "dateline export dataset" in done.stdout) == (0, True)


def test_an_export_under_way_counts_once_how_much_is_left(monkeypatch):
    told, counted = [], []
    reporter: Any = types.SimpleNamespace(tell=lambda rows, total: told.append((rows, total)))

    def count():
        counted.append(1)
        return 70

    tell = export.counting_late(reporter, count)
    tell(10)
    monkeypatch.setattr(export, "COUNT_SECONDS", 0)
    tell(20)
    tell(30)
    assert (told, counted) == ([(10, None), (20, 70), (30, 70)], [1])


def test_progress_is_told_in_words():
    assert progress_line("events", 12_000, 50_000, 9_500.0) == "12,000 of 50,000 events, 9,500 a second, about 4 s left"
    assert progress_line("events", 0, 1_000_000, 1_000.0).endswith("about 17 min left")
    assert (size_of(812), size_of(2_345_678)) == ("812 bytes", "2.3 MB")


def test_pyarrow_is_not_loaded_for_formats_that_do_without_it(url, tmp_path):
    code = (
        "import sys\nfrom scripts import export\n"
        f"export.main('events', output={str(tmp_path / 'x.csv')!r}, database={url!r})\n"
        "assert 'pyarrow' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=60)
