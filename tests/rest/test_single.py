"""One by its id."""

import pytest

from api.rest.resources import RESOURCES
from dateline.ingestion.intake.judging import Author
from dateline.ingestion.intake.removing import remove_article
from dateline.store.writing.writer import write_article
from schema.ids import content_id
from schema.tables import ACTOR_REDIRECT, EVENT_REDIRECT
from tests.store.stories import BOMBING, bombing

NOUNS = [resource.noun for resource in RESOURCES]


@pytest.mark.parametrize("noun", NOUNS)
def test_one_by_its_id_is_the_one_of_the_list(rest, noun):
    for listed in rest.get(f"{noun}s?limit=3")["data"]:
        single = rest.get(f"{noun}s/{listed['id']}")
        assert {key: single[key] for key in listed} == listed


def test_an_article_alone_has_its_text(rest):
    (listed,) = rest.get("quotes?speakerName=Ana+Ruiz&limit=1")["data"]
    assert "text" not in listed["article"]
    assert rest.get(f"articles/{listed['article']['id']}")["text"] == BOMBING


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("identifier", ["x", "evt_x", "%00", "%F0%9F%99%82", "a" * 500])
def test_what_is_no_id_is_not_found(rest, noun, identifier):
    problem = rest.refuse(f"{noun}s/{identifier}", 404)
    assert (problem["code"], problem["status"], problem["type"]) == ("NOT_FOUND", 404, "/v1#not_found")
    assert problem["hint"] == f"Use an id as /v1/{noun}s gave it."
    assert len(problem["detail"]) < 100


def test_the_id_of_another_noun_is_not_found(rest):
    event = rest.ids("events?limit=1")[0]
    rest.refuse(f"actors/{event}", 404)
    rest.refuse(f"events/{content_id('event', 'nothing')}", 404)


def test_a_merged_id_answers_with_what_it_was_merged_into(fresh_rest):
    old_actor, old_event = content_id("actor", "old"), content_id("event", "old")
    actor, event = content_id("actor", "Ana Ruiz"), content_id("event", "bombing")
    with fresh_rest.database.writing() as connection:
        write_article(connection, bombing())
        connection.execute(ACTOR_REDIRECT.insert(), [{"old_id": old_actor, "actor_id": actor}])
        connection.execute(EVENT_REDIRECT.insert(), [{"old_id": old_event, "event_id": event}])
    for noun, old, new in (("actor", old_actor, actor), ("event", old_event, event)):
        response = fresh_rest.client.get(f"/v1/{noun}s/{old}")
        assert (response.status_code, response.json()["id"]) == (200, new)
        assert response.headers["content-location"] == f"/v1/{noun}s/{new}"


def test_one_alone_takes_no_parameters(rest):
    event = rest.ids("events?limit=1")[0]
    assert rest.refuse(f"events/{event}?limit=1")["detail"] == "There is no parameter 'limit' here."


def test_an_article_that_was_taken_out_is_gone_everywhere(fresh_rest):
    facts = bombing()
    with fresh_rest.database.writing() as connection:
        write_article(connection, facts)
    client, path = fresh_rest.client, f"articles/{facts.id}"
    tag = client.get(f"/v1/{path}").headers["etag"]
    lists = [f"/v1/{name}" for name in ("articles.ndjson", "events.ndjson", "quotes.ndjson", "actors.ndjson")]
    feeds = ["/v1/events.atom", "/v1/events.feed.json", "/v1/exports/events.ndjson"]
    tags = {one: client.get(one).headers.get("etag") for one in (*lists, *feeds)}
    assert client.get(f"/article/{facts.id}").status_code == 200
    with fresh_rest.database.writing() as connection:
        remove_article(connection, facts.id, Author("desk", "Retracted."))
    problem = fresh_rest.get(path, 410, **{"If-None-Match": tag})
    assert (problem["code"], problem["type"]) == ("REMOVED", "/v1#removed")
    for one in (*lists, *feeds):
        held = client.get(one, headers={"If-None-Match": tags[one] or '"none"'})
        assert held.status_code == 200
        assert facts.source.text[:20] not in held.text
        assert "evt_" not in held.text
    page = client.get(f"/article/{facts.id}")
    assert (page.status_code, page.headers["content-type"]) == (410, "text/html; charset=utf-8")
    assert client.get(f"/article/{content_id('article', 'nothing')}").status_code == 200
    asked = "query($id: ID!) { article(id: $id) { id } node(id: $id) { id } articles { totalCount } }"
    answer = client.post("/graphql", json={"query": asked, "variables": {"id": facts.id}}).json()
    assert answer["data"] == {"article": None, "node": None, "articles": {"totalCount": 0}}
