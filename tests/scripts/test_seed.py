"""The seeding command as a person runs it: in a process of its own."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from sqlalchemy import func, select

from dateline.store.integrity import check_invariants
from dateline.store.keeping.database import open_database
from schema.tables import ARTICLE
from tests.store.test_faults import contents


def run(*arguments, stdin=None):
    command = [sys.executable, "-m", "scripts.seed", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    """A file of forty articles, three of them about one happening."""
    path = tmp_path_factory.mktemp("lines") / "articles.jsonl"
    towns = ["Lima", "Quito", "Kampala", "Lviv", "Hanoi", "Accra", "Oslo", "Porto", "Busan", "Perth"]
    told = [
        {
            "url": f"https://tide.example/{number}",
            "published_at": f"2024-11-{number % 9 + 10:02}",
            "text": f"Police arrested {number + 2} people in {town} on Monday, Mayor Ruth Hale said. “We had to act,” "
            f"she told reporters. A bomb killed {number % 5 + 2} soldiers in {town} on Tuesday.",
        }
        for number, town in enumerate(towns * 4)
    ]
    path.write_text("".join(json.dumps(article) + "\n" for article in told))
    return path


@pytest.fixture(scope="module")
def undisturbed(lines):
    """What a store holds after a run that nothing has disturbed."""
    url = f"sqlite:///{lines.with_name('whole.db')}"
    assert run(lines, "--database", url).returncode == 0
    opened = open_database(url)
    found = contents(opened)
    opened.close()
    return found


def test_a_killed_run_that_is_started_again_ends_like_an_undisturbed_one(lines, undisturbed, database, database_url):
    command = [sys.executable, "-m", "scripts.seed", str(lines), "--workers", "2", "--database", database_url]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    _wait_for_articles(database, 5)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    stored = _count_articles(database)
    assert 5 <= stored < 40
    assert database.run(check_invariants) == []
    finished = run(lines, "--database", database_url)
    assert f"{40 - stored} new, {stored} unchanged, 0 failed" in finished.stdout
    assert database.run(check_invariants) == []
    assert contents(database) == undisturbed


def _count_articles(database):
    return database.run(lambda one: one.execute(select(func.count()).select_from(ARTICLE)).scalar_one())


def _wait_for_articles(database, number):
    for _ in range(3000):
        time.sleep(0.02)
        if _count_articles(database) >= number:
            return
    raise AssertionError("nothing was written")


def test_a_run_sums_up_what_it_did(lines, tmp_path):
    done = run(lines, "--database", f"sqlite:///{tmp_path / 'a.db'}")
    assert done.returncode == 0
    assert "40 articles read" in done.stdout
    assert "40 new, 0 unchanged, 0 failed" in done.stdout
    assert "The database holds" in done.stdout


def test_standard_input_is_read_as_json_lines(tmp_path):
    stdin = '{"text": "Police arrested 40 people in Lima."}\n'
    done = run("-", "--database", f"sqlite:///{tmp_path / 'a.db'}", stdin=stdin)
    assert (done.returncode, "1 new" in done.stdout) == (0, True)


def test_failures_are_named_and_the_exit_status_says_so(tmp_path):
    path = tmp_path / "lines.jsonl"
    path.write_text('{"text": "Police arrested 40 people in Lima."}\n' * 16 + '{"text": broken}\n')
    done = run(path, tmp_path / "missing.txt", "--database", f"sqlite:///{tmp_path / 'a.db'}")
    assert done.returncode == 1
    assert "lines.jsonl, line 17" in done.stderr
    assert "missing.txt" in done.stderr
    assert "2 failed" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgresql://nobody@127.0.0.1:1/none", "The database failed"),
        ("mysql://x@y/z", "not supported"),
        ("nonsense", "database URL"),
    ],
)
def test_a_database_that_cannot_be_used_is_one_clear_line(tmp_path, url, words):
    (tmp_path / "a.txt").write_text("Police arrested 40 people in Lima.")
    done = run(tmp_path / "a.txt", "--database", url)
    assert done.returncode == 2
    assert words.lower() in done.stderr.lower()
    assert len(done.stderr.strip().splitlines()) <= 2
    assert "Traceback" not in done.stderr


def test_an_empty_folder_is_an_error(tmp_path):
    done = run(tmp_path, "--database", f"sqlite:///{tmp_path / 'a.db'}")
    assert done.returncode == 1
    assert "no articles" in done.stderr
