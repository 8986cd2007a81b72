"""The server as a person starts it: a process of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "scripts.serve"]


def environment():
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "DATABASE_URL"))}
    return kept | {"COLUMNS": "100", "NO_COLOR": "1", "DATELINE_OPEN_SCOPES": "read,export"}


def run(*arguments, **settings):
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=ROOT,
        env=environment() | settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextmanager
def server(*arguments, **settings) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """A started server: the process, its base URL, and what it printed."""
    process = subprocess.Popen(
        [*COMMAND, *arguments, "--port", "0"],
        cwd=ROOT,
        env=environment() | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.search(r"http://[^/]+", line)
        assert found, (line, process.stderr.read() if process.stderr and process.poll() is not None else "")
        yield process, found.group(), line
    finally:
        process.kill()
        process.communicate()


def fetch(url, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_makes_its_database_serves_and_stops_when_told(tmp_path, stop):
    path = tmp_path / "a.db"
    with server("--database", f"sqlite:///{path}") as (process, base, line):
        assert f"{base}/graphql" in line
        assert fetch(f"{base}/health")["status"] == "ok"
        answer = fetch(f"{base}/graphql", {"query": "{ events { totalCount } }"})
        assert answer["data"] == {"events": {"totalCount": 0}}
        process.send_signal(stop)
        output, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert errors == ""
    assert "Traceback" not in output
    assert path.exists()


def ask_until_it_fails(url):
    for _ in range(1000):
        fetch(url)


def test_a_server_told_to_stop_says_so_while_it_still_answers(tmp_path):
    with server("--database", f"sqlite:///{tmp_path / 'a.db'}", DATELINE_DRAIN_SECONDS="5") as (process, base, _):
        assert fetch(f"{base}/ready")["status"] == "ok"
        process.send_signal(signal.SIGTERM)
        with pytest.raises(urllib.error.HTTPError, match="503"):
            ask_until_it_fails(f"{base}/ready")
        assert fetch(f"{base}/graphql", {"query": "{ events { totalCount } }"})["data"]
        process.communicate(timeout=60)
    assert process.returncode == 0


def test_requests_are_logged_as_json_where_no_person_looks(tmp_path):
    with server("--database", f"sqlite:///{tmp_path / 'a.db'}", DATELINE_LOG_REQUESTS="all") as (process, base, _):
        fetch(f"{base}/v1/events")
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
    (line,) = map(json.loads, errors.splitlines())
    assert (line["message"], line["path"], line["status"]) == ("request", "/v1/events", 200)
    assert len(line["request_id"]) == 32


def test_serving_loads_nothing_that_reads_articles(tmp_path):
    code = (
        "import sys; from typer.testing import CliRunner; import scripts.serve; from api.app import create_app; "
        "from dateline.settings import read_settings; "
        f"create_app(read_settings(database_url='sqlite:///{tmp_path / 'a.db'}')); "
        "print([name for name in ('opentelemetry', 'spacy', 'trafilatura', 'dateline.extraction.pipeline', "
        "'dateline.ingestion.processes.worker') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_port_in_use_is_one_line_and_status_1(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("--database", f"sqlite:///{tmp_path / 'a.db'}", "--port", str(port))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"error: cannot listen on 127.0.0.1, port {port}: address already in use. Try another one: --port {port + 1}\n"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--database", "postgresql://user:secret@127.0.0.1:1/name"), "The database failed"),
        (("--database", "mysql://user:secret@host/name"), "not supported"),
        (("--database", "nonsense"), "The database URL cannot be read."),
        (("--port", "70000"), "Setting port"),
        (
            ("--database", "sqlite:///{}/a.db", "--host", "no.such.host.invalid"),
            "cannot listen on no.such.host.invalid",
        ),
    ],
)
def test_what_cannot_work_is_one_line_and_status_1(tmp_path, arguments, words):
    done = run(*(argument.format(tmp_path) for argument in arguments))
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("error: ")
    assert words in done.stderr
    assert "secret" not in done.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.invalid"])
def test_on_an_address_that_others_reach_it_does_not_start_undecided(tmp_path, host):
    done = run("--database", f"sqlite:///{tmp_path / 'a.db'}", "--host", host, DATELINE_OPEN_SCOPES="")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert done.stderr.startswith(f"error: On {host} others can reach this server")
    assert "DATELINE_OPEN_SCOPES" in done.stderr
    assert not (tmp_path / "a.db").exists()


def test_half_an_issuer_is_one_line_and_status_1(tmp_path):
    done = run("--database", f"sqlite:///{tmp_path / 'a.db'}", "--port", "0", DATELINE_JWT_ISSUER="x")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert "Setting jwt_audience is empty." in done.stderr


def test_a_change_cannot_be_open_to_all(tmp_path):
    done = run("--database", f"sqlite:///{tmp_path / 'a.db'}", DATELINE_OPEN_SCOPES="read,correct")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "only read and export can be open to all" in done.stderr


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "a.db"
    path.write_text("These are words, not tables. " * 100)
    done = run("--database", f"sqlite:///{path}")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "not a database" in done.stderr


def test_help_has_examples():
    done = run("--help")
    assert done.returncode == 0
    for words in ("--database", "--host", "--port", "--samples", "dateline serve --samples"):
        assert words in done.stdout


def fill(path, *articles):
    from dateline.store import open_database
    from dateline.store.writing.writer import write_article

    database = open_database(f"sqlite:///{path}", create=True)
    with database.writing() as connection:
        for facts in articles:
            write_article(connection, facts)
    database.close()


def shown(base):
    answer = fetch(f"{base}/graphql", {"query": "{ articles { nodes { title } } }"})
    return [one["title"] for one in answer["data"]["articles"]["nodes"]]


def story_called(title):
    from dataclasses import replace

    from dateline.extraction.version import VERSION
    from tests.store.stories import article

    facts = article(title, f"Nothing happened in {title}.", on=date(2024, 11, 5), extractor=VERSION)
    return replace(facts, source=replace(facts.source, title=title))


def test_samples_have_a_database_of_their_own_until_there_are_articles(tmp_path):
    fill(tmp_path / "dateline-samples.db", story_called("Fiction"))
    own = tmp_path / "news.db"
    key = {"DATELINE_API_KEYS": "ana:0123456789abcdef"}
    with server("--samples", "--database", f"sqlite:///{own}", **key) as (process, base, _):
        assert process.stdout
        told = process.stdout.readline() + process.stdout.readline()
        assert f"It shows the samples, which are fiction ({tmp_path}/dateline-samples.db)." in told
        assert f"-m scripts.seed FILES --database sqlite:///{own}\n" in told
        assert shown(base) == ["Fiction"]
        query = 'mutation { articleIngest(article: {text: "Mine."}, reason: "Why.") { outcome } }'
        request = urllib.request.Request(
            f"{base}/graphql",
            json.dumps({"query": query}).encode(),
            {"Content-Type": "application/json", "Authorization": "Bearer 0123456789abcdef"},
        )
        with urllib.request.urlopen(request, timeout=60) as response:
            assert "No articles are taken in here." in json.load(response)["errors"][0]["message"]
        fill(own, story_called("Mine"))
        assert "Dateline is running." in process.stdout.readline()
        assert f"It shows what is in {own}." in process.stdout.readline()
        assert shown(base) == ["Mine"]
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")
    with server("--samples", "--database", f"sqlite:///{own}") as (process, base, _):
        assert shown(base) == ["Mine"]


def test_a_key_of_the_own_database_opens_the_samples(tmp_path):
    fill(tmp_path / "dateline-samples.db", story_called("Fiction"))
    url = f"sqlite:///{tmp_path / 'news.db'}"
    fill(tmp_path / "news.db")
    made = [sys.executable, "-m", "scripts.keys", "make", "ana", "--scope", "read", "--database", url]
    done = subprocess.run(made, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True)
    key = max(re.findall(r"\S{30,}", done.stdout), key=len)
    with server("--samples", "--database", url, DATELINE_OPEN_SCOPES="none") as (_, base, _line):
        request = urllib.request.Request(f"{base}/v1/articles", headers={"Authorization": f"Bearer {key}"})
        with urllib.request.urlopen(request, timeout=60) as response:
            assert [one["title"] for one in json.load(response)["data"]] == ["Fiction"]


@pytest.mark.parametrize(
    ("own", "samples"),
    [
        ("sqlite:////srv/news/news.db", "sqlite:////srv/news/dateline-samples.db"),
        ("postgresql://user:secret@host/name", "sqlite:////spare/dateline-samples.db"),
    ],
)
def test_samples_lie_beside_a_file_or_pass(own, samples):
    from scripts.serve import samples_url

    assert samples_url(own, Path("/spare")) == samples


def test_samples_that_cannot_be_read_end_the_program(tmp_path, monkeypatch):
    import types

    import typer

    from dateline.settings import read_settings
    from scripts import serve

    seeded: list[Path] = []

    def seed_folder(path, settings):
        seeded.append(path)
        return 3

    module = types.ModuleType("scripts.seed")
    module.seed_folder = seed_folder  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "scripts.seed", module)
    with pytest.raises(typer.Exit) as caught:
        serve.seed_samples(read_settings(database_url=f"sqlite:///{tmp_path / 'a.db'}"))
    assert (caught.value.exit_code, seeded) == (3, [ROOT / "samples"])


@pytest.mark.parametrize(
    ("host", "base"),
    [("127.0.0.1", "http://127.0.0.1:80"), ("0.0.0.0", "http://127.0.0.1:80"), ("::", "http://[::1]:80")],
)
def test_the_announcement_names_an_address_that_can_be_opened(host, base):
    from scripts.serve import announcement

    assert f"{base}/graphql" in announcement(host, 80)
