"""The README's first question has the answer that stands there, and its commands exist."""

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool
from dateline.ingestion.seeding.seeding import list_sources, seed
from dateline.settings import PROJECT, read_settings
from dateline.store import open_database

README = (PROJECT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    settings = read_settings(database_url=f"sqlite:///{tmp_path_factory.mktemp('readme')}/samples.db")
    database = open_database(settings.database_url, create=True)
    with ReadingPool(1, ReadingOptions()) as pool:
        counts = seed(database, list_sources([str(PROJECT / "samples")]), pool, lambda *_: None)
    assert counts.failed == 0
    with TestClient(create_app(settings, database)) as opened:
        yield opened
    database.close()


def block(language):
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found
    return found.group(1)


def test_the_first_question_has_the_answer_that_stands_there(client):
    answer = client.post("/graphql", json={"query": block("graphql")}).json()
    assert answer["data"] == json.loads(block("json"))["data"]


@pytest.mark.parametrize("number", range(15))
def test_each_saved_example_has_an_answer_on_the_samples(client, number):
    examples = client.get("/graphql/examples.json").json()
    example = examples[number]
    answer = client.post("/graphql", json={"query": example["query"], "variables": example["variables"]}).json()
    assert "errors" not in answer, example["name"]
    assert any(answer["data"].values())


def test_the_paths_that_the_readme_names_are_there():
    linked = re.findall(r"\]\(([\w./-]+)\)", README)
    assert linked
    assert [path for path in linked if not (PROJECT / path).exists()] == []
    for module in re.findall(r"python -m ([\w.]+)", README):
        assert Path(PROJECT, *module.split(".")).with_suffix(".py").exists(), module
