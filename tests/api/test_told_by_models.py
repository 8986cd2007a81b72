"""What a model told says so wherever it comes out, and can be left out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from dateline.store.writing.facts import OtherFacts, QuoteFacts
from dateline.store.writing.writer import write_article
from schema.mentions import WhenMention
from schema.vocabulary import Basis, DatePrecision, EventType, OtherField, QuoteKind
from tests.store.stories import PORTO, RUNIA, actor, article, cut, report

TEXT = "🙂 A bomb struck Porto Alto. Paint was stolen on Monday, six drums of it. Ana Ruiz said it was sad."
MODEL = "small 1a2b3c4d"
EVENTS = """{ events(where: %s) { nodes { type basis model when { basis } locationBasis } } }"""
REPORTS = (
    """{ events { nodes { type reports { nodes { basis model otherValues { field value basis start end } } } } } }"""
)


@pytest.fixture
def told(fresh_api):
    """A bombing of the rules with a day of a model's, a theft that only the model tells, and a quote's speaker."""
    bomb = report("bomb", TEXT, "A bomb struck Porto Alto", "struck", place=PORTO, model=MODEL)
    day = date(2024, 11, 4)
    bomb = replace(
        bomb,
        when=WhenMention(cut(TEXT, "Monday"), day, day, DatePrecision.DAY, Basis.MODEL),
        other=(OtherFacts(OtherField.KILLED, "6", Basis.MODEL, cut(TEXT, "six")),),
    )
    theft = report(
        "theft",
        TEXT,
        "Paint was stolen",
        "stolen",
        type=EventType.CRIME,
        told=Basis.MODEL,
        model=MODEL,
        basis=Basis.MODEL,
    )
    ruiz = actor(TEXT, "Ana Ruiz")
    quote = QuoteFacts(
        (cut(TEXT, "it was sad"),), QuoteKind.INDIRECT, ruiz.id, ruiz.name, speaker_basis=Basis.MODEL, model=MODEL
    )
    facts = article("told", TEXT, actors=(ruiz,), locations=(PORTO, RUNIA), reports=(bomb, theft), quotes=(quote,))
    with fresh_api.database.writing() as connection:
        write_article(connection, facts)
    return fresh_api


def types(api, where: str) -> list[str]:
    return [event["type"] for event in api.ask(EVENTS % where)["events"]["nodes"]]


def test_events_say_whether_only_a_model_tells_them_and_which(told):
    events = {event.pop("type"): event for event in told.ask(EVENTS % "{}")["events"]["nodes"]}
    assert events == {
        "ASSAULT": {"basis": "STATED", "model": MODEL, "when": {"basis": "MODEL"}, "locationBasis": "STATED"},
        "CRIME": {"basis": "MODEL", "model": MODEL, "when": {"basis": None}, "locationBasis": None},
    }


def test_what_a_model_said_is_left_out_by_a_filter(told):
    assert types(told, "{basis: {eq: STATED}}") == ["ASSAULT"]
    assert types(told, "{basis: {eq: MODEL}}") == ["CRIME"]
    assert types(told, '{NOT: {model: {contains: ""}}}') == []
    assert sorted(types(told, '{model: {contains: "SMALL"}}')) == ["ASSAULT", "CRIME"]
    assert types(told, "{basis: {eq: STATED}, NOT: {whenBasis: {eq: MODEL}}}") == []


def test_reports_have_what_the_other_reader_tells(told):
    nodes = {event["type"]: event["reports"]["nodes"][0] for event in told.ask(REPORTS)["events"]["nodes"]}
    start = TEXT.index("six")
    assert nodes == {
        "ASSAULT": {
            "basis": "STATED",
            "model": MODEL,
            "otherValues": [{"field": "KILLED", "value": "6", "basis": "MODEL", "start": start, "end": start + 3}],
        },
        "CRIME": {"basis": "MODEL", "model": MODEL, "otherValues": []},
    }


def test_quotes_say_who_told_their_speaker(told):
    (quote,) = told.ask("{ quotes { nodes { speaker { name } speakerBasis model } } }")["quotes"]["nodes"]
    assert quote == {"speaker": {"name": "Ana Ruiz"}, "speakerBasis": "MODEL", "model": MODEL}
    for basis, number in (("STATED", 0), ("MODEL", 1)):
        asked = f"{{ quotes(where: {{speakerBasis: {{eq: {basis}}}}}) {{ totalCount }} }}"
        assert told.ask(asked)["quotes"]["totalCount"] == number


def test_rest_and_exports_say_it_and_leave_it_out_too(told):
    listed = told.client.get("/v1/events?basis=STATED").json()
    (event,) = listed["data"]
    assert (event["type"], event["basis"], event["model"], event["when"]["basis"]) == (
        "ASSAULT",
        "STATED",
        MODEL,
        "MODEL",
    )
    for name, basis in (("events", "STATED"), ("events", "MODEL"), ("reports", "STATED")):
        where = json.dumps({"basis": {"eq": basis}})
        answer = told.client.get(f"/v1/exports/{name}.ndjson", params={"where": where})
        assert answer.status_code == 200, answer.text
        lines = [json.loads(line) for line in answer.text.splitlines()]
        assert [(line["basis"], line["model"]) for line in lines] == [(basis, MODEL)]
