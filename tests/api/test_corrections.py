"""Corrections by mutations: who may make them, what they change, and that they outlive a new reading."""

from dataclasses import replace

import pytest

from dateline.ingestion.storing import store_article
from schema.ids import content_id
from tests.api.conftest import serve
from tests.ingestion.test_storing import FIRST, SECOND

KEYS = "ana:0123456789abcdef,bo:fedcba9876543210"
ANA = "Bearer 0123456789abcdef"
CORRECT = """mutation Correct($event: ID!, $change: EventChange!) {
  eventCorrect(event: $event, change: $change, reason: "I was there.") {
    event { id status killed { best } corrections { field value told } }
    judgements { id kind madeBy reason withdrawn { by } }
  }
}"""
WITHDRAW = """mutation Withdraw($judgement: ID!) {
  judgementWithdraw(judgement: $judgement, reason: "I was wrong.") { judgement { withdrawn { by reason } } }
}"""
MERGE_EVENTS = """mutation Merge($events: [ID!]!) {
  eventsMerge(events: $events, reason: "The same raid.") { event { id reports { id } } judgements { id } }
}"""
EVENTS = "{ events { nodes { id killed { best } corrections { field value told } } } }"


@pytest.fixture
def keyed_api(database_url):
    yield from serve(database_url, api_keys=KEYS)


def store(api, *articles):
    with api.database.writing() as connection:
        for facts in articles:
            store_article(connection, facts)


def ask(api, query, authorization=ANA, /, **variables):
    body = {"query": query, "variables": variables}
    return api.client.post("/graphql", json=body, headers={"Authorization": authorization}).json()


def events(api):
    return api.ask(EVENTS)["events"]["nodes"]


def test_without_keys_nothing_can_be_changed(fresh_api):
    error = ask(fresh_api, WITHDRAW, judgement=content_id("judgement", "none"))["errors"][0]
    assert error["extensions"]["code"] == "FORBIDDEN"
    assert "DATELINE_API_KEYS" in error["extensions"]["hint"]


@pytest.mark.parametrize(
    ("authorization", "told"),
    [("", "needs an API key"), ("Bearer nonsense", "not known"), ("Basic 0123456789abcdef", "not known")],
)
def test_without_the_right_key_nothing_is_changed(keyed_api, authorization, told):
    store(keyed_api, FIRST)
    before = events(keyed_api)
    change = {"killed": {"best": 99}}
    error = ask(keyed_api, CORRECT, authorization, event=before[0]["id"], change=change)["errors"][0]
    assert told in error["message"]
    assert error["extensions"]["code"] == "FORBIDDEN"
    assert events(keyed_api) == before


def test_a_correction_shows_both_values_outlives_reseeding_and_can_be_withdrawn(keyed_api):
    store(keyed_api, FIRST)
    (before,) = events(keyed_api)
    answer = ask(keyed_api, CORRECT, event=before["id"], change={"killed": {"best": 99}, "status": "CLAIMED"})
    assert "errors" not in answer, answer["errors"]
    corrected = answer["data"]["eventCorrect"]
    assert corrected["event"]["killed"] == {"best": 99}
    assert corrected["event"]["status"] == "CLAIMED"
    told = str(before["killed"]["best"])
    assert {"field": "killed.best", "value": "99", "told": told} in corrected["event"]["corrections"]
    (judgement,) = corrected["judgements"]
    assert (judgement["madeBy"], judgement["reason"], judgement["withdrawn"]) == ("ana", "I was there.", None)

    store(keyed_api, replace(FIRST, extractor="2"))
    assert [event["killed"]["best"] for event in events(keyed_api)] == [99]

    answer = ask(keyed_api, WITHDRAW, judgement=judgement["id"])
    assert answer["data"]["judgementWithdraw"]["judgement"]["withdrawn"] == {"by": "ana", "reason": "I was wrong."}
    assert events(keyed_api) == [before]


def test_one_change_of_nothing_is_refused(keyed_api):
    store(keyed_api, FIRST)
    error = ask(keyed_api, CORRECT, event=events(keyed_api)[0]["id"], change={})["errors"][0]
    assert error["extensions"]["code"] == "BAD_QUERY"


def test_too_many_at_once_are_refused(keyed_api):
    error = ask(keyed_api, MERGE_EVENTS, events=[content_id("event", "none")] * 51)["errors"][0]
    assert error["extensions"]["code"] == "LIMIT"


def test_what_is_not_there_cannot_be_merged(keyed_api):
    store(keyed_api, FIRST, SECOND)
    error = ask(keyed_api, MERGE_EVENTS, events=[events(keyed_api)[0]["id"], content_id("event", "none")])["errors"][0]
    assert error["extensions"]["code"] in ("NOT_FOUND", "BAD_QUERY")
