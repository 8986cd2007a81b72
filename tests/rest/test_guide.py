"""The guide's examples, asked of the small world, have the answers that stand there."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

GUIDE = (Path(__file__).parents[2] / "docs" / "rest.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"```http\nGET (\S.*?)\n```\n\n```json\n(.*?)```", GUIDE, re.DOTALL)
PROGRAMS = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
BLOCKS = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.replace("\\\n", "").splitlines()]
JQ = "import json, sys; [print(json.loads(line)[sys.argv[1]]) for line in sys.stdin]"


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


def test_the_guide_has_examples_of_all_kinds_and_names_every_path(rest):
    assert (len(QUESTIONS), len(PROGRAMS), len(COMMANDS)) == (8, 3, 4)
    for path in rest.get("openapi.json")["paths"]:
        stem, dot, suffix = path.partition(".")
        assert f"`{path}`" in GUIDE or (f"`{stem}`" in GUIDE and f"| `{dot}{suffix}` |" in GUIDE)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_runs(live, tmp_path, command):
    own = command.replace("http://127.0.0.1:8000", live)
    # jq is not everywhere; what it is given is.
    own = re.sub(r"\| jq -r \.(\w+)$", rf"| {sys.executable} -c '{JQ}' \1", own)
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", own], cwd=tmp_path, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or list(tmp_path.iterdir())
