"""An analyst corrects an event by the API; whoever seeds the same articles again, or a newer version, keeps that."""

import json
import subprocess
import sys

import pytest

from tests.api.conftest import serve

KEY = "ana:0123456789abcdef"
EVENT = "{ events { nodes { id type killed { best } corrections { field value told } } } }"
CORRECT = """mutation ($event: ID!) {
  eventCorrect(event: $event, change: {killed: {low: 5, best: 5, high: 5}}, reason: "The hospital counted again.") {
    judgements { id }
  }
}"""
TOLD = "A car bomb killed three soldiers in Kampala on Tuesday, the army said."


@pytest.fixture
def api(database_url):
    yield from serve(database_url, api_keys=KEY)


@pytest.fixture
def seed(tmp_path, database_url):
    """`seed(text)` runs the seeding command over one article of that text; its address stays the same."""

    def run(text):
        path = tmp_path / "articles.jsonl"
        article = {"url": "https://tide.example/bomb", "published_at": "2024-11-13", "text": text}
        path.write_text(json.dumps(article) + "\n")
        command = [sys.executable, "-m", "scripts.seed", str(path), "--workers", "1", "--database", database_url]
        subprocess.run(command, check=True, capture_output=True, timeout=120)

    return run


def test_a_correction_outlives_seeding_the_same_article_and_a_newer_version_of_it(api, seed):
    seed(TOLD)
    (event,) = api.ask(EVENT)["events"]["nodes"]
    assert (event["killed"]["best"], event["corrections"]) == (3, [])
    body = {"query": CORRECT, "variables": {"event": event["id"]}}
    answer = api.client.post("/graphql", json=body, headers={"Authorization": f"Bearer {KEY.partition(':')[2]}"})
    assert "errors" not in answer.json(), answer.text
    for text in (TOLD, f"{TOLD} Nobody has claimed the attack."):
        seed(text)
        (again,) = api.ask(EVENT)["events"]["nodes"]
        assert again["killed"]["best"] == 5
        corrections = {one["field"]: (one["told"], one["value"]) for one in again["corrections"]}
        assert corrections == {f"killed.{bound}": ("3", "5") for bound in ("low", "best", "high")}
