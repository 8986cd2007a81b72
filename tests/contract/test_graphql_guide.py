"""The tutorial's questions, asked in order of a server over the samples, have the answers that stand there.

`UPDATE_GUIDE=1 python -m pytest tests/contract/test_graphql_guide.py` writes the answers into the page.
"""

import os

import pytest
from graphql import OperationDefinitionNode, parse
from starlette.testclient import TestClient

from api.app import create_app
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool
from dateline.ingestion.seeding.seeding import list_sources, seed
from dateline.settings import PROJECT, read_settings
from dateline.store import open_database
from tests.contract.guide import answer_page, read_questions

PAGE = PROJECT / "docs" / "graphql.md"
KEY = "0123456789abcdef"


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """Asks a server over the sample articles, with an API key."""
    settings = read_settings(
        database_url=f"sqlite:///{tmp_path_factory.mktemp('guide')}/samples.db", api_keys=f"desk:{KEY}"
    )
    database = open_database(settings.database_url, create=True)
    with ReadingPool(1, ReadingOptions()) as pool:
        counts = seed(database, list_sources([str(PROJECT / "samples")]), pool, lambda *_: None)
    assert counts.failed == 0
    headers = {"Authorization": f"Bearer {KEY}"}
    with TestClient(create_app(settings, database), headers=headers) as client:
        yield lambda query, variables: client.post("/graphql", json={"query": query, "variables": variables}).json()


def test_each_question_has_the_answer_that_stands_there(ask):
    stored = PAGE.read_text(encoding="utf-8")
    made = answer_page(stored, ask)
    if os.environ.get("UPDATE_GUIDE"):
        PAGE.write_text(made, encoding="utf-8")
    else:
        assert made == stored, "run: UPDATE_GUIDE=1 python -m pytest tests/contract/test_graphql_guide.py"


def test_the_page_asks_enough_and_of_every_kind():
    questions = read_questions(PAGE.read_text(encoding="utf-8"))
    assert len(questions) >= 14
    kinds = set()
    for query in questions:
        (operation, *_) = parse(query).definitions
        assert isinstance(operation, OperationDefinitionNode)
        kinds.add(operation.operation.value)
    assert kinds == {"query", "mutation"}
