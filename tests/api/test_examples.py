import re
from pathlib import Path

import pytest
from graphql import build_schema, parse, validate

from api.pages import EXAMPLES, read_examples

FILES = sorted(EXAMPLES.glob("*.graphql"))
HERE = {"latitude": 41, "longitude": 21, "box": {"south": 30, "west": 10, "north": 47, "east": 37}}
"""Where the small world lies."""
BY_NAME = {example["name"]: example for example in read_examples()}
QUERIES = [name for name, example in BY_NAME.items() if not example["query"].startswith(("subscription", "mutation"))]


@pytest.mark.parametrize("name", sorted(BY_NAME.keys() - QUERIES))
def test_an_example_that_watches_or_changes_fits_the_schema(name):
    schema = build_schema(Path("schema/schema.graphql").read_text(encoding="utf-8"))
    assert validate(schema, parse(BY_NAME[name]["query"])) == []


def test_there_is_an_example_of_watching_and_one_of_changing():
    assert len(BY_NAME) - len(QUERIES) >= 2


@pytest.mark.parametrize("name", QUERIES)
def test_an_example_runs_without_errors_and_finds_something(api, name):
    example = BY_NAME[name]
    own = {name: HERE[name] for name in example["variables"] or () if name in HERE}
    data = api.ask(example["query"], **({**example["variables"], **own} if own else example["variables"] or {}))
    assert any(
        value.get("nodes") or value.get("edges") if isinstance(value, dict) else value for value in data.values()
    )


def test_there_are_enough_examples_and_each_asks_a_question():
    assert len(FILES) >= 12
    for path in FILES:
        assert re.fullmatch(r"\d\d-[a-z-]+", path.stem)
        title = BY_NAME[path.stem]["title"]
        assert title.endswith((".", "?")), title
        assert len(title) < 120


def test_examples_cover_what_there_is():
    words = " ".join(example["query"] for example in BY_NAME.values())
    for (
        field
    ) in "events actors locations quotes articles eventStats evidence near within search after fragment".split():
        assert re.search(rf"\b{field}\b", words), field


def test_every_file_of_variables_belongs_to_a_query():
    for path in EXAMPLES.glob("*.variables.json"):
        assert path.name.removesuffix(".variables.json") in BY_NAME
