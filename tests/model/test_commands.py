"""Commands that store what a model says too: seed, watch and reextract, on what it may cost and where it may go."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from dateline.extraction.gazetteer.lookup import gazetteer_path
from dateline.store import open_database
from dateline.store.integrity import check_invariants
from schema.tables import ARTICLE, EVENT, READING
from tests.model.scripted import Reply

PROJECT = Path(__file__).parents[2]
FIRST = "Gunmen opened fire at a market in Goma on Monday, killing six people. Paint was stolen in Uvira."
SECOND = "Police arrested 40 people in Lima on Tuesday. Paint was stolen in Quito."
SAID = {"fact": None, "words": "Paint was stolen", "type": "CRIME", "status": "REPORTED", "doers": ["Police"]}
ANSWER = Reply(json.dumps({"events": [SAID]}))


class Shell:
    """Runs commands on one database, with a cache of its own."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self._url = url
        self.database = f"sqlite:///{folder / 'news.db'}"
        self.articles = folder / "articles.jsonl"
        told = [{"text": text, "published_at": "2024-05-16"} for text in (FIRST, SECOND)]
        self.articles.write_text("".join(json.dumps(article) + "\n" for article in told))

    def run(self, command, *arguments, **environment):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_MODEL")}
        model = {"DATELINE_MODEL_URL": self._url, "DATELINE_MODEL_NAME": "small", "DATELINE_MODEL_TIMEOUT": "20"}
        return subprocess.run(
            [sys.executable, "-m", f"scripts.{command}", *map(str, arguments), "--database", self.database],
            capture_output=True,
            text=True,
            timeout=180,
            cwd=PROJECT,
            env={**kept, **model, "DATELINE_CACHE_DIR": str(self.folder), **environment},
            check=False,
        )

    def ask(self, *columns):
        opened = open_database(self.database)
        try:
            with opened.reading() as connection:
                assert check_invariants(connection) == []
                return sorted((tuple(row) for row in connection.execute(select(*columns))), key=str)
        finally:
            opened.close()


@pytest.fixture
def shell(tmp_path, server):
    gazetteer = gazetteer_path(None)
    (tmp_path / gazetteer.name).symlink_to(gazetteer)
    return Shell(tmp_path, server.url)


RULES = [("ASSAULT", "STATED"), ("COERCE", "STATED")]
BOTH = [("ASSAULT", "STATED"), ("COERCE", "STATED"), ("CRIME", "MODEL"), ("CRIME", "MODEL")]


def test_seeding_stores_what_a_model_says_and_another_model_reads_again(shell, server):
    server.replies = [ANSWER]
    seeded = shell.run("seed", shell.articles, "--reader", "both")
    assert seeded.returncode == 0, seeded.stderr
    assert shell.ask(EVENT.c.type, EVENT.c.basis) == BOTH
    readers = {tuple(extractor.split(", ")[-1].split()[:2]) for (extractor,) in shell.ask(ARTICLE.c.extractor)}
    assert readers == {("both", "small")}
    asked = len(server.requests)
    assert "2 unchanged" in shell.run("seed", shell.articles, "--reader", "both").stdout
    assert len(server.requests) == asked == 2
    large = shell.run("seed", shell.articles, "--reader", "both", DATELINE_MODEL_NAME="large")
    assert "2 changed" in large.stdout
    assert [model.split()[0] for (model,) in shell.ask(EVENT.c.model) if model] == ["large", "large"]


def test_an_article_without_an_answer_is_set_aside_with_its_reason(shell, server):
    server.replies = [Reply("{}"), ANSWER]
    seeded = shell.run("seed", shell.articles, "--reader", "both", DATELINE_MODEL_CONCURRENCY="1")
    assert seeded.returncode == 1
    assert "articles.jsonl, line 1" in seeded.stderr + seeded.stdout
    (reason,) = [reason for (reason,) in shell.ask(READING.c.reason) if reason]
    assert "no list of events" in reason
    again = shell.run("seed", shell.articles, "--reader", "both")
    assert (again.returncode, "--retry" in again.stderr + again.stdout) == (1, True)


def test_a_spent_budget_ends_the_run_and_a_larger_one_goes_on(shell, server):
    server.replies = [ANSWER]
    spent = shell.run("seed", shell.articles, "--reader", "both", "--budget", "100")
    assert spent.returncode == 1
    assert "The budget of 100 tokens is spent" in spent.stderr + spent.stdout
    assert server.requests == []
    assert shell.ask(EVENT.c.type) == []
    more = shell.run("seed", shell.articles, "--reader", "both", "--budget", "100000")
    assert more.returncode == 0, more.stderr
    assert shell.ask(EVENT.c.type, EVENT.c.basis) == BOTH


def test_an_estimate_stores_and_sends_nothing(shell, server):
    told = shell.run("seed", shell.articles, "--reader", "both", "--estimate", DATELINE_MODEL_PRICE="1/4")
    assert told.returncode == 0, told.stderr
    assert "articles              2" in told.stdout
    assert shell.ask(ARTICLE.c.id) == []
    assert shell.run("seed", shell.articles).returncode == 0
    again = shell.run("reextract", "--reader", "both", "--estimate")
    assert again.returncode == 0, again.stderr
    assert "articles              2" in again.stdout
    assert server.requests == []
    assert shell.run("seed", shell.articles, "--estimate").returncode == 2


def test_reading_again_takes_a_model_in_and_the_rules_take_it_out(shell, server):
    server.replies = [ANSWER]
    assert shell.run("seed", shell.articles).returncode == 0
    assert shell.ask(EVENT.c.type, EVENT.c.basis) == RULES
    both = shell.run("reextract", "--reader", "both")
    assert (both.returncode, "2 articles read again, 2 changed" in both.stdout) == (0, True), both.stderr
    assert shell.ask(EVENT.c.type, EVENT.c.basis) == BOTH
    assert "0 articles read again" in shell.run("reextract", "--reader", "both").stdout
    rules = shell.run("reextract")
    assert rules.returncode == 0, rules.stderr
    assert shell.ask(EVENT.c.type, EVENT.c.basis) == RULES


def test_watching_takes_a_model_in_and_loses_nothing_when_its_budget_is_spent(shell, server):
    server.replies = [ANSWER]
    incoming = shell.folder / "incoming"
    incoming.mkdir()
    shell.articles.rename(incoming / "articles.jsonl")
    spent = shell.run("watch", incoming, "--once", "--reader", "both", "--budget", "100")
    assert spent.returncode == 1
    assert "spent" in spent.stderr
    assert shell.ask(EVENT.c.type) == []
    more = shell.run("watch", incoming, "--once", "--reader", "both")
    assert more.returncode == 0, more.stderr
    assert shell.ask(EVENT.c.type, EVENT.c.basis) == BOTH


@pytest.mark.parametrize("command", [("seed", "."), ("watch", "."), ("reextract",)])
def test_another_machine_is_asked_only_where_that_is_allowed(shell, command):
    refused = shell.run(*command, "--reader", "both", DATELINE_MODEL_URL="https://models.example/v1")
    assert refused.returncode == 2
    assert "--allow-remote-model" in refused.stderr
