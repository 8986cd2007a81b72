"""Corrections by mutations: who may make them, what they change, and that they outlive a new reading."""

from dataclasses import replace

import pytest

from dateline.ingestion.intake.storing import store_article
from dateline.store.integrity import check_invariants
from schema.errors import RemovedError
from schema.ids import content_id
from tests.api.conftest import serve
from tests.ingestion.test_storing import FIRST, OTHER, SECOND
from tests.store.stories import PORTO, RUNIA
from tests.store.world import VELD, story

KEYS = "ana:0123456789abcdef,bo:fedcba9876543210"
ANA = "Bearer 0123456789abcdef"
CORRECT = """mutation Correct($event: ID!, $change: EventChange!) {
  eventCorrect(event: $event, change: $change, reason: "I was there.") {
    event {
      id type status location { id } when { earliest latest precision } killed { low best high } injured { best }
      locationBasis whenBasis: when { basis } killedBasis: killed { basis }
      corrections { field value told }
    }
    judgements { id kind madeBy reason withdrawn { by } }
  }
}"""
WITHDRAW = """mutation Withdraw($judgement: ID!) {
  judgementWithdraw(judgement: $judgement, reason: "I was wrong.") { judgement { withdrawn { by reason } } }
}"""
MERGE_EVENTS = """mutation Merge($events: [ID!]!) {
  eventsMerge(events: $events, reason: "The same raid.") { event { id reports { nodes { id } } } judgements { id } }
}"""
MERGE_ACTORS = """mutation Merge($into: ID!, $actors: [ID!]!) {
  actorsMerge(into: $into, actors: $actors, reason: "She leads them.") { actor { id aliases } judgements { id } }
}"""
SEE = (
    "query See($id: ID!) { event(id: $id) "
    + CORRECT[CORRECT.index("{\n      id type") : CORRECT.index("    judgements")]
    + "}"
)
BASES = ("locationBasis", "whenBasis", "killedBasis")
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
    error = ask(fresh_api, WITHDRAW, "", judgement=content_id("judgement", "none"))["errors"][0]
    assert error["extensions"]["code"] == "FORBIDDEN"
    assert "scope correct" in error["message"]


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


WRONG = {
    "type": "ACCIDENT",
    "status": "CLAIMED",
    "location": RUNIA.id,
    "when": {"earliest": "2024-11-03", "latest": "2024-11-04"},
    "killed": {"best": 99, "low": 90},
    "injured": {"best": None},
}
"""What is otherwise than FIRST tells: every field that can be corrected."""


def test_a_correction_shows_both_values_outlives_reseeding_and_can_be_withdrawn(keyed_api):
    store(keyed_api, FIRST)
    (before,) = events(keyed_api)
    answer = ask(keyed_api, CORRECT, event=before["id"], change=WRONG)
    assert "errors" not in answer, answer["errors"]
    corrected = answer["data"]["eventCorrect"]
    event = corrected["event"]
    assert (event["type"], event["status"], event["location"]) == ("ACCIDENT", "CLAIMED", {"id": RUNIA.id})
    assert event["when"] == {"earliest": "2024-11-03", "latest": "2024-11-04", "precision": "APPROXIMATE"}
    assert (event["killed"], event["injured"]) == ({"low": 90, "best": 99, "high": 99}, None)
    assert [event[name] for name in BASES] == ["STATED", {"basis": "STATED"}, {"basis": "STATED"}]
    told = {one["field"]: (one["value"], one["told"]) for one in event["corrections"]}
    assert told == {
        "type": ("ACCIDENT", "ASSAULT"),
        "status": ("CLAIMED", "REPORTED"),
        "location": (RUNIA.id, PORTO.id),
        "when.earliest": ("2024-11-03", "2024-11-05"),
        "when.latest": ("2024-11-04", "2024-11-05"),
        "killed.low": ("90", "6"),
        "killed.best": ("99", "6"),
        "killed.high": ("99", "6"),
        "injured.low": (None, "16"),
        "injured.best": (None, "16"),
        "injured.high": (None, "16"),
    }
    (judgement,) = corrected["judgements"]
    assert (judgement["madeBy"], judgement["reason"], judgement["withdrawn"]) == ("ana", "I was there.", None)

    store(keyed_api, replace(FIRST, extractor="2"))
    assert ask(keyed_api, SEE, id=before["id"])["data"]["event"] == event

    answer = ask(keyed_api, WITHDRAW, judgement=judgement["id"])
    assert answer["data"]["judgementWithdraw"]["judgement"]["withdrawn"] == {"by": "ana", "reason": "I was wrong."}
    assert events(keyed_api) == [before]


def test_what_a_person_says_counts_as_stated_and_what_nobody_knows_has_no_basis(keyed_api):
    store(keyed_api, story(1))  # all carried, its place inferred
    (told,) = events(keyed_api)
    before = ask(keyed_api, SEE, id=told["id"])["data"]["event"]
    assert [before[name] for name in BASES] == ["INFERRED", {"basis": "CARRIED"}, {"basis": "CARRIED"}]
    answer = ask(keyed_api, CORRECT, event=told["id"], change={"killed": {"best": None}, "location": VELD.id})
    after = answer["data"]["eventCorrect"]["event"]
    assert [after[name] for name in BASES] == ["STATED", {"basis": "CARRIED"}, None]
    with keyed_api.database.writing() as connection:
        assert check_invariants(connection) == []
    ask(keyed_api, WITHDRAW, judgement=answer["data"]["eventCorrect"]["judgements"][0]["id"])
    assert ask(keyed_api, SEE, id=told["id"])["data"]["event"] == before


def test_events_and_actors_that_are_merged_stay_merged_when_read_anew(keyed_api):
    store(keyed_api, FIRST, OTHER)
    old = [event["id"] for event in events(keyed_api)]
    answer = ask(keyed_api, MERGE_EVENTS, events=old)
    merged = answer["data"]["eventsMerge"]["event"]
    assert len(merged["reports"]["nodes"]) == 2
    people = {one["name"]: one["id"] for one in keyed_api.ask("{ actors { nodes { id name } } }")["actors"]["nodes"]}
    answer = ask(keyed_api, MERGE_ACTORS, into=people["Ana Ruiz"], actors=[people["Rebels"]])
    actor = answer["data"]["actorsMerge"]["actor"]
    assert (actor["id"], "Rebels" in actor["aliases"]) == (people["Ana Ruiz"], True)

    store(keyed_api, replace(OTHER, extractor="2"), replace(FIRST, extractor="2"))
    assert [event["id"] for event in events(keyed_api)] == [merged["id"]]
    for identifier in old:
        assert keyed_api.ask("query ($id: ID!) { event(id: $id) { id } }", id=identifier)["event"]["id"] == merged["id"]
    assert keyed_api.ask("query ($id: ID!) { actor(id: $id) { id } }", id=people["Rebels"])["actor"] == {
        "id": people["Ana Ruiz"]
    }


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


STATS = "{ eventStats(by: [MONTH, TYPE, COUNTRY], first: 100) { keys { value } events killed injured } }"
COUNTED = """{ events(first: 100) { nodes {
  type when { earliest latest } location { countryCode } killed { best } injured { best } } } }"""


def statistics(api):
    buckets = api.ask(STATS)["eventStats"]
    return {
        tuple(key["value"] for key in one["keys"]): (one["events"], one["killed"], one["injured"]) for one in buckets
    }


def counted_anew(api):
    found: dict[tuple[str | None, ...], tuple[int, ...]] = {}
    for event in api.ask(COUNTED)["events"]["nodes"]:
        months = {(event["when"][end] or "")[:7] for end in ("earliest", "latest")}
        month = (months.pop() or None) if len(months) == 1 else None
        key = (month, event["type"], (event["location"] or {}).get("countryCode"))
        tolls = [(event[kind] or {"best": 0})["best"] for kind in ("killed", "injured")]
        found[key] = tuple(sum(pair) for pair in zip(found.get(key, (0, 0, 0)), (1, *tolls), strict=True))
    return found


def test_statistics_are_exact_after_corrections_and_merges_and_when_they_are_withdrawn(keyed_api):
    store(keyed_api, FIRST, SECOND, OTHER)
    before = statistics(keyed_api)
    assert before == counted_anew(keyed_api)
    old = [event["id"] for event in events(keyed_api)]
    merged = ask(keyed_api, MERGE_EVENTS, events=old)["data"]["eventsMerge"]
    assert len(events(keyed_api)) < len(old)
    assert statistics(keyed_api) == counted_anew(keyed_api) != before
    corrected = ask(keyed_api, CORRECT, event=merged["event"]["id"], change=WRONG)["data"]["eventCorrect"]
    assert statistics(keyed_api) == counted_anew(keyed_api)
    assert sum(killed for _, killed, _ in statistics(keyed_api).values()) == 99
    correction = next(one["id"] for one in corrected["judgements"] if one["kind"] == "CORRECTION")
    for judgement in (correction, *(one["id"] for one in merged["judgements"])):
        assert "errors" not in ask(keyed_api, WITHDRAW, judgement=judgement)
        assert statistics(keyed_api) == counted_anew(keyed_api)
        assert keyed_api.database.run(check_invariants) == []
    assert statistics(keyed_api) == before


REMOVE = """mutation Remove($article: ID!, $reason: String!) {
  articleRemove(article: $article, reason: $reason) {
    judgement { id kind madeBy reason articleId article { id } reports { id } part { id } whole { id } }
  }
}"""


def test_an_article_is_taken_out_and_let_in_again(keyed_api):
    store(keyed_api, FIRST, OTHER)
    made = ask(keyed_api, REMOVE, article=FIRST.id, reason="Retracted.")["data"]["articleRemove"]["judgement"]
    identifier = made.pop("id")
    assert made == {
        "kind": "REMOVAL",
        "madeBy": "ana",
        "reason": "Retracted.",
        "articleId": FIRST.id,
        "article": None,
        "reports": [],
        "part": None,
        "whole": None,
    }
    with keyed_api.database.reading() as connection:
        assert check_invariants(connection) == []
    articles = "{ articles { nodes { id } } latestJudgements { kind articleId } }"
    assert keyed_api.ask(articles) == {
        "articles": {"nodes": [{"id": OTHER.id}]},
        "latestJudgements": [{"kind": "REMOVAL", "articleId": FIRST.id}],
    }
    with pytest.raises(RemovedError):
        store(keyed_api, FIRST)
    ask(keyed_api, WITHDRAW, judgement=identifier)
    store(keyed_api, FIRST)
    assert len(keyed_api.ask(articles)["articles"]["nodes"]) == 2


@pytest.mark.parametrize(
    ("article", "reason", "code"),
    [
        (FIRST.id, " ", "BAD_QUERY"),
        (content_id("article", "none"), "Why.", "NOT_FOUND"),
        ("a\x00b", "Why.", "BAD_QUERY"),
    ],
)
def test_what_cannot_be_taken_out_is_refused(keyed_api, article, reason, code):
    store(keyed_api, FIRST)
    (error,) = ask(keyed_api, REMOVE, article=article, reason=reason)["errors"]
    assert error["extensions"]["code"] == code
    assert keyed_api.ask("{ articles { totalCount } }") == {"articles": {"totalCount": 1}}


def test_nobody_takes_out_an_article_without_a_key(keyed_api):
    store(keyed_api, FIRST)
    answer = keyed_api.post(REMOVE, article=FIRST.id, reason="Why.")
    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert keyed_api.ask("{ articles { totalCount } }") == {"articles": {"totalCount": 1}}
