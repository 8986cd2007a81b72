"""What is lost of a good model's answers: a model that knows the annotation answers with quotations of the article.

The annotated articles are no part of this project; the test is skipped where they are not beside the checkout.
"""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.quality import load_scorer
from dateline.extraction.cleaning import clean
from dateline.extraction.model.asking import Answer
from dateline.extraction.model.reader import SecondReader
from dateline.extraction.parsing import MEDIUM_PACKAGE
from dateline.extraction.pipeline import Extractor
from dateline.ingestion.processes.rendering import AnalysisRenderer
from schema.mentions import RawArticle
from schema.readers import ReaderKind
from tests.model import oracle

EVAL = Path(__file__).parents[2].parent / "shared" / "eval"
GOLD = EVAL / "data" / "events_fields.jsonl"

pytestmark = [
    pytest.mark.skipif(not GOLD.exists(), reason="the annotated articles are not here"),
    pytest.mark.skipif(find_spec(MEDIUM_PACKAGE) is None, reason="the medium model is not installed"),
]
SAID = {
    "date": "date",
    "place": "place",
    "agent": "doers",
    "patient": "receivers",
    "killed": "killed",
    "injured": "injured",
    "said_by": "source",
}


def rows():
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def raw(row):
    return RawArticle(
        "input", row["text"], title=row["title"], publisher=row["publisher"], published_at=row["published_at"]
    )


class Oracle:
    """Answers about the article whose events stand in a question, from the text in that question alone."""

    name, context, concurrency, remote = "oracle", 100_000, 1, False

    def ask(self, question):
        row = max(rows(), key=lambda one: sum(event["anchor"] in question.user for event in one["events"]))
        text = question.user.split(">\n", 1)[1].rsplit("\n</article", 1)[0]
        return Answer(oracle.answer({**row, "text": text}, oracle.facts_in(question.user)))


@pytest.fixture(scope="module")
def judged():
    """`judged[kind][article, event]`: the fields of each event that was found, as the scoring program judges them."""
    scorer = load_scorer(EVAL / "score_fields.py")
    extractor, found = Extractor(), {}
    for kind in ReaderKind:
        extractor._second = None if kind is ReaderKind.RULES else SecondReader(kind, Oracle())
        read = {row["id"]: AnalysisRenderer(extractor.read(clean(raw(row))), row["text"]).render() for row in rows()}
        _, articles = scorer.report(rows(), {name: json.loads(json.dumps(one)) for name, one in read.items()})
        matches = ((a["id"], row) for a in articles for row in a["rows"] if row["kind"] == "match")
        found[kind] = {(name, row["gold"]): row["fields"] for name, row in matches}
    return found


@pytest.fixture(scope="module")
def gold():
    return {
        (row["id"], event["id"]): (event, {**row, "text": clean(raw(row)).text})
        for row in rows()
        for event in row["events"]
    }


def test_a_good_model_alone_has_most_core_events_fully_right(judged, gold):
    stated = [key for key, (event, article) in gold.items() if event["core"] and oracle.is_stated(event, article)]
    right = [key for key in stated if not {"W", "M"} & set(judged["model"].get(key, {"type": "M"}).values())]
    assert len(stated) > 100
    assert len(right) / len(stated) >= 0.85


def test_beside_the_rules_it_fills_most_of_what_they_leave_open(judged, gold):
    left = [(key, name) for key, fields in judged["rules"].items() for name, value in fields.items() if value == "M"]
    stated = [(key, name) for key, name in left if (told := oracle.tell(*gold[key])) and told[SAID[name]]]
    filled = [(key, name) for key, name in stated if judged["both"].get(key, {}).get(name) == "R"]
    assert len(stated) > 80
    assert len(filled) / len(stated) >= 0.9


def test_beside_the_rules_it_makes_no_value_of_theirs_worse(judged):
    worse = [
        (key, name)
        for key, fields in judged["rules"].items()
        for name, value in fields.items()
        if value == "R" and judged["both"].get(key, fields)[name] not in ("R", "N")
    ]
    assert worse == []
