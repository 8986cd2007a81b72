"""The tables of quality for each reader: what a model cost, and what of its quotations was not in the articles."""

import json

import pytest
import typer
from typer.testing import CliRunner

from benchmarks.quality import Wanted, main, measure_reader, table
from benchmarks.reader_costs import ReaderCosts
from dateline.settings import read_settings
from schema.readers import ReaderKind
from tests.model.conftest import server  # noqa: F401
from tests.model.scripted import Reply

SCORER = """
import json

def read(path):
    return [json.loads(line) for line in open(path)]

def types(gold, predictions):
    found = [{event["type"] for event in predictions[one["id"]]["events"]} for one in gold]
    recall = 100 * sum("CRIME" in types for types in found) / len(gold)
    return {"recall": recall, "share of events with the gold type": 0}

TASKS = {"types": types}
"""
SAID = {"fact": None, "words": "Paint was stolen", "type": "CRIME", "status": "REPORTED", "place": "Atlantis"}


@pytest.fixture
def wanted(tmp_path, server):  # noqa: F811
    (tmp_path / "score.py").write_text(SCORER)
    data = tmp_path / "data"
    data.mkdir()
    texts = ["Paint was stolen in Uvira.", "Paint was stolen in Quito.", "Police arrested\u2028 40 people in Lima."]
    rows = [{"id": number, "text": text, "published_at": "2024-05-16"} for number, text in enumerate(texts)]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (data / "events_plover.jsonl").write_text(lines, encoding="utf-8")
    server.replies = [Reply(json.dumps({"events": [SAID]}))]

    def make(first=None):
        settings = read_settings(model_url=server.url, model_name="small", model_timeout=20.0)
        settings = settings.model_copy(update={"cache_dir": None})
        return Wanted(data, 1, ["events_plover"], first, settings)

    return make


def test_each_reader_has_its_tables_and_what_it_took(wanted, server, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr("platformdirs.user_cache_path", lambda _name: tmp_path)
    rules = measure_reader(wanted(), ReaderKind.RULES)
    assert rules["events_plover"]["recall"] == 0
    assert (rules["reader"]["articles"], rules["reader"]["quotations of the model"]) == (3, 0)
    both = measure_reader(wanted(), ReaderKind.BOTH)
    assert both["events_plover"]["recall"] == pytest.approx(200 / 3)
    assert both["reader"]["tokens of questions an article"] > 100
    assert 0 < both["reader"]["of them dropped, in %"] < 100
    assert "of them dropped, in %" in table(both)
    asked = len(server.requests)
    again = measure_reader(wanted(first=2), ReaderKind.BOTH)
    assert (again["reader"]["articles"], again["reader"]["questions answered before"], len(server.requests)) == (
        2,
        2,
        asked,
    )


def test_an_article_without_an_answer_counts_as_read_with_nothing_in_it():
    costs = ReaderCosts()
    costs.add([{"error": {"code": "NO_ANSWER"}}, {"reader": {"kept": 3, "dropped": 1, "input_tokens": 10}}], 4.0)
    assert costs.figures["of them without an answer"] == 1
    assert costs.figures["of them dropped, in %"] == 25.0
    assert (costs.figures["tokens of questions an article"], costs.figures["seconds an article"]) == (5.0, 2.0)


def test_floors_are_of_the_rules_alone(tmp_path):
    (tmp_path / "score.py").write_text(SCORER)
    app = typer.Typer()
    app.command()(main)
    result = CliRunner().invoke(app, ["--data", str(tmp_path / "data"), "--pin", "--reader", "both"])
    assert result.exit_code == 2
    assert "--pin" in result.output
