"""`dateline analyze --reader`: default is the rules, byte for byte; a model is asked only as the operator allows."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.extraction.gazetteer.lookup import gazetteer_path
from tests.model.scripted import Reply

PROJECT = Path(__file__).parents[2]
ARTICLE = {
    "id": 1,
    "text": "Gunmen opened fire at a market in Goma on Monday, killing six people.",
    "published_at": "2024-05-16",
}
SAID = {
    "fact": 1, "words": "Gunmen opened fire", "type": "ASSAULT", "status": "REPORTED", "date": "Monday",
    "place": "Goma", "doers": ["Gunmen"], "receivers": ["a market"], "victims": [], "killed": "60 people",
    "injured": None, "source": None, "again": [],
}  # fmt: skip
KEY = "sk-secret-0123456789abcdef"


@pytest.fixture
def analyze(tmp_path):
    gazetteer = gazetteer_path(None)
    (tmp_path / gazetteer.name).symlink_to(gazetteer)

    def run(*arguments, url="", **environment):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_MODEL")}
        settings = {"DATELINE_MODEL_URL": url, "DATELINE_MODEL_NAME": "small", "DATELINE_MODEL_KEY": KEY}
        return subprocess.run(
            [sys.executable, "-m", "scripts.analyze", *arguments],
            input=json.dumps(ARTICLE),
            capture_output=True,
            text=True,
            cwd=PROJECT,
            env={**kept, **settings, "DATELINE_CACHE_DIR": str(tmp_path), **environment},
            check=False,
        )

    return run


def test_the_answer_of_a_model_is_beside_the_rules_and_marked(server, analyze):
    server.replies = [Reply(json.dumps({"events": [SAID]}))]
    plain = analyze()
    both = analyze("--reader", "both", url=server.url, DATELINE_MODEL_TIMEOUT="20")
    assert (plain.returncode, both.returncode) == (0, 0), both.stderr
    told, rules = json.loads(both.stdout), json.loads(plain.stdout)
    assert told["reader"]["name"] == "small"
    assert told["reader"]["dropped"] >= 1
    assert "reader" not in rules
    assert all("basis" not in event for event in rules["events"])
    bases = {event["basis"] for event in told["events"]}
    assert bases == {"STATED"}
    assert told["events"][0]["killed"] == rules["events"][0]["killed"]
    assert KEY not in both.stdout + both.stderr
    assert (
        any("Facts known already" in request["messages"][1]["content"] for request in server.requests)
        or (told["reader"]["cached"])
    )


def test_another_machine_is_asked_only_where_that_is_allowed(analyze):
    refused = analyze("--reader", "model", url="https://models.example/v1")
    assert refused.returncode == 2
    assert "--allow-remote-model" in refused.stderr


@pytest.mark.parametrize(
    ("url", "said"),
    [("", "DATELINE_MODEL_URL"), ("http://me:secret@127.0.0.1/v1", "model_url"), ("ftp://127.0.0.1/", "model_url")],
)
def test_what_is_missing_or_wrong_is_named(analyze, url, said):
    result = analyze("--reader", "both", url=url)
    assert result.returncode == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_an_estimate_is_a_table_and_sends_nothing(server, analyze):
    result = analyze("--reader", "model", "--estimate", url=server.url, DATELINE_MODEL_PRICE="1/4")
    assert result.returncode == 0, result.stderr
    assert "price" in result.stdout
    assert server.requests == []
    assert analyze("--estimate").returncode == 2


def test_a_server_that_talks_nonsense_costs_its_article_alone(server, analyze):
    server.replies = [Reply(status=401, body=KEY.encode())]
    result = analyze("--reader", "model", url=server.url, DATELINE_MODEL_NAME="refusing")
    error = json.loads(result.stdout)["error"]
    assert (result.returncode, error["code"]) == (1, "NO_ANSWER")
    assert "answers 401" in error["message"]
    assert KEY not in result.stdout + result.stderr


def test_the_rules_load_nothing_of_it():
    code = (
        "import sys; from dateline.ingestion.processes import worker; import api.app; import scripts.analyze;"
        "import scripts.seed; import scripts.watch; import scripts.reextract;"
        "assert not {'json_repair', 'dateline.extraction.model.reader', 'dateline.ingestion.asking.server'}"
        " & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=PROJECT)
