"""`POST /v1/analyze?reader=`: a model reads a text where the operator has set one, and nowhere else."""

import json
from pathlib import Path

import pytest

from api.rest.openapi import openapi
from tests.model.conftest import server  # noqa: F401
from tests.model.scripted import Reply

TEXT = "🙂 Police arrested 40 people in Lima on Tuesday. Paint was stolen in Quito."
SAID = {"fact": None, "words": "Paint was stolen", "type": "CRIME", "status": "REPORTED", "place": "Quito"}


def send(api, reader):
    return api.client.post(f"/v1/analyze?reader={reader}", json={"text": TEXT, "publishedAt": "2024-11-06"})


@pytest.fixture
def asking(served, server, tmp_path: Path, monkeypatch):  # noqa: F811
    """`asking(**settings)`: the application with a model that tells of a theft."""
    from dateline.extraction.gazetteer.lookup import gazetteer_path

    gazetteer = gazetteer_path(None)
    (tmp_path / gazetteer.name).symlink_to(gazetteer)
    server.replies = [Reply(json.dumps({"events": [SAID]}))]
    settings = {"model_url": server.url, "model_name": "small", "model_timeout": 20.0, "cache_dir": tmp_path}
    return lambda **own: served(**(settings | own))


def test_a_model_reads_beside_the_rules_or_alone(asking, server):  # noqa: F811
    jsonschema = pytest.importorskip("jsonschema")
    api = asking()
    schema = {"$ref": "#/components/schemas/Analysis", "components": openapi()["components"]}
    for reader, types in (("both", ["COERCE", "CRIME"]), ("model", ["CRIME"]), ("rules", ["COERCE"])):
        answer = send(api, reader)
        assert answer.status_code == 200, answer.text
        told = answer.json()
        jsonschema.Draft202012Validator(schema).validate(told)
        assert [event["type"] for event in told["events"]] == types
        assert told.get("reader", {}).get("reader", "rules") == reader
    assert TEXT[slice(*told["events"][0]["trigger"])] == "arrested"
    assert len(server.requests) == 2


@pytest.mark.parametrize("settings", [{"model_url": ""}, {"model_url": "https://models.example/v1"}])
def test_a_server_without_a_model_that_it_may_ask_says_what_to_do(asking, settings):
    answer = send(asking(**settings), "both")
    assert (answer.status_code, answer.json()["code"]) == (400, "BAD_QUERY")
    assert "docs/models.md" in answer.json()["hint"]
    assert "models.example" not in answer.text


@pytest.mark.parametrize("reader", ["both&reader=rules", "everybody", ""])
def test_what_is_no_reader_is_refused_before_anything_is_read(asking, server, reader):  # noqa: F811
    answer = send(asking(), reader)
    assert (answer.status_code, answer.json()["code"]) == (400, "BAD_QUERY")
    assert "reader" in answer.json()["detail"]
    assert server.requests == []


def test_a_model_without_an_answer_costs_its_request_alone(asking, server):  # noqa: F811
    server.replies = [Reply(status=401)]
    api = asking()
    answer = send(api, "model")
    assert (answer.status_code, answer.json()["code"]) == (503, "NO_ANSWER")
    assert send(api, "rules").status_code == 200


def test_a_spent_budget_is_told(asking, server):  # noqa: F811
    answer = send(asking(model_budget=100), "both")
    assert (answer.status_code, answer.json()["code"]) == (503, "BUDGET")
    assert server.requests == []
