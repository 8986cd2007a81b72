"""The guide's examples, asked of the small world, have the answers that stand there."""

import json
import re
from pathlib import Path

import pytest

GUIDE = (Path(__file__).parents[2] / "docs" / "rest.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"```http\nGET (\S.*?)\n```\n\n```json\n(.*?)```", GUIDE, re.DOTALL)
PROGRAMS = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)


def shown(answer, wanted):
    """The part of an answer that the guide shows."""
    if isinstance(wanted, dict) and isinstance(answer, dict):
        return {key: shown(answer.get(key, "missing"), one) for key, one in wanted.items()}
    if isinstance(wanted, list) and isinstance(answer, list):
        return [shown(own, one) for own, one in zip(answer, wanted, strict=False)]
    return answer


@pytest.mark.parametrize(("path", "block"), QUESTIONS, ids=[path for path, _ in QUESTIONS])
def test_a_question_has_the_answer_that_stands_there(rest, path, block):
    wanted = json.loads(block)
    answer = rest.client.get(path).json()
    assert shown(answer, wanted) == wanted


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_runs(rest, program):
    def get(path):
        return rest.client.get(path).json()

    exec(program, {"get": get, "fetch": rest.client.get})


def test_the_guide_has_examples_of_both_kinds_and_names_every_path(rest):
    assert (len(QUESTIONS), len(PROGRAMS)) == (6, 2)
    for path in rest.get("openapi.json")["paths"]:
        assert f"`{path}`" in GUIDE
