"""Articles that are sent: read, stored, told, kept as a judgement; the same twice changes nothing."""

import pytest

from api.graphql.intake import LONGEST_DETAIL
from dateline.ingestion.processes.options import LONGEST_TEXT
from dateline.ingestion.processes.reading_queue import QueueError, Reading
from dateline.store.bookkeeping.changes import read_additions
from dateline.store.integrity import check_invariants
from schema.errors import DatelineError
from schema.mentions import Analysis, SourceText
from tests.api.conftest import serve
from tests.api.test_corrections import ANA, KEYS, WITHDRAW, ask

INGEST = """mutation Ingest($article: ArticleInput!, $reason: String = "Our own story.") {
  articleIngest(article: $article, reason: $reason) {
    outcome
    article { id title url publisher publishedAt text events { nodes { type killed { best } location { name } } } }
    judgement { id kind madeBy reason article { id } reports { id } part { id } }
  }
}"""
TEXT = "LIMA, Peru — A bomb killed six people in Lima on Tuesday, police said."
STORY = {"text": TEXT, "url": "https://tide.example/lima", "title": "Lima", "publishedAt": "2024-11-06"}


@pytest.fixture
def keyed_api(database_url):
    yield from serve(database_url, api_keys=KEYS)


@pytest.fixture
def unread(served, monkeypatch):
    """An application whose reading process must not be asked."""
    api = served(api_keys=KEYS)

    async def fail(raw, _client):
        raise AssertionError(raw)

    monkeypatch.setattr(api.client.app.state.reading_room, "analyze", fail)
    return api


def ingest(api, **own):
    answer = ask(api, INGEST, article={**STORY, **own})
    assert "errors" not in answer, answer["errors"]
    return answer["data"]["articleIngest"]


def additions(api):
    with api.database.reading() as connection:
        assert check_invariants(connection) == []
        return [addition.noun for addition in read_additions(connection, 0, 100).lines]


def test_an_article_that_is_sent_is_read_stored_and_told(keyed_api):
    first = ingest(keyed_api)
    assert first["outcome"] == "NEW"
    assert first["article"]["text"] == TEXT
    assert first["article"]["publishedAt"] == "2024-11-06T00:00:00Z"
    (event,) = first["article"]["events"]["nodes"]
    assert event == {"type": "ASSAULT", "killed": {"best": 6}, "location": {"name": "Lima"}}
    judgement = first["judgement"]
    assert (judgement["kind"], judgement["madeBy"], judgement["reason"]) == ("ARTICLE", "ana", "Our own story.")
    assert (judgement["article"], judgement["reports"], judgement["part"]) == ({"id": first["article"]["id"]}, [], None)
    assert additions(keyed_api) == ["article", "event"]

    assert ingest(keyed_api) == {**first, "outcome": "UNCHANGED"}
    assert additions(keyed_api) == ["article", "event"]

    page = f"<!doctype html><html><body><article><p>{TEXT.replace('six', 'seven')}</p></article></body></html>"
    changed = ingest(keyed_api, text=page, format="HTML")
    assert (changed["outcome"], changed["article"]["id"]) == ("CHANGED", first["article"]["id"])
    assert changed["article"]["events"]["nodes"][0]["killed"] == {"best": 7}

    answer = ask(keyed_api, WITHDRAW, judgement=changed["judgement"]["id"])
    assert answer["data"]["judgementWithdraw"]["judgement"]["withdrawn"]["by"] == "ana"
    left = keyed_api.ask("{ articles { totalCount } events { totalCount } actors { totalCount } }")
    assert left == {name: {"totalCount": 0} for name in ("articles", "events", "actors")}
    assert ingest(keyed_api)["outcome"] == "NEW"


def test_an_article_is_sent_with_a_key_only_and_read_only_then(unread):
    for authorization in ("", "Bearer nonsense"):
        error = ask(unread, INGEST, authorization, article=STORY)["errors"][0]
        assert error["extensions"]["code"] == "FORBIDDEN"


@pytest.mark.parametrize(
    ("own", "reason", "code", "words"),
    [
        ({"text": "x" * (LONGEST_TEXT + 1)}, "Why.", "LIMIT", "has 100,001 characters; the limit is 100,000"),
        ({"title": "x" * (LONGEST_DETAIL + 1)}, "Why.", "LIMIT", "title has 1,001 characters"),
        ({"byline": "By\u0000Ana"}, "Why.", "BAD_QUERY", "byline has control characters"),
        ({"publishedAt": "2024\n"}, "Why.", "BAD_QUERY", "publishedAt has control characters"),
        ({"url": "javascript:alert(1)"}, "Why.", "BAD_QUERY", "no address of the web"),
        ({}, " ", "BAD_QUERY", "needs a reason"),
        ({}, "x" * 2_001, "BAD_QUERY", "reason is too long"),
    ],
)
def test_what_cannot_be_stored_is_refused_before_it_is_read(unread, own, reason, code, words):
    error = ask(unread, INGEST, ANA, article={**STORY, **own}, reason=reason)["errors"][0]
    assert words in error["message"]
    assert (error["extensions"]["code"], bool(error["extensions"]["hint"])) == (code, True)


@pytest.mark.parametrize(
    ("failure", "code", "words"),
    [
        (QueueError("Too many texts wait to be read.", hint="Later."), "LIMIT", "Too many texts"),
        (DatelineError("KeyError: secret detail"), "INTERNAL", "Something went wrong here."),
    ],
)
def test_a_reading_that_fails_is_told_without_its_inside(served, monkeypatch, failure, code, words):
    api = served(api_keys=KEYS)

    async def fail(_raw, _client):
        raise failure

    monkeypatch.setattr(api.client.app.state.reading_room, "analyze", fail)
    error = ask(api, INGEST, article=STORY)["errors"][0]
    assert words in error["message"]
    assert "secret" not in str(error)
    assert error["extensions"]["code"] == code


def test_a_page_without_an_article_is_refused(served, monkeypatch):
    api = served(api_keys=KEYS)

    async def read_nothing(_raw, _client):
        return Reading(Analysis(SourceText(" ", "0" * 64), (), (), (), (), "model", "1"), 0.1)

    monkeypatch.setattr(api.client.app.state.reading_room, "analyze", read_nothing)
    error = ask(api, INGEST, article=STORY)["errors"][0]
    assert (error["message"], error["extensions"]["code"]) == ("There is no article text in it.", "BAD_SOURCE")
