"""Headers, media types, and errors in their one shape."""

import gzip

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from api.app import create_app
from dateline.settings import Settings

PLAIN = {"Accept-Encoding": "identity"}


def test_what_has_not_changed_is_answered_with_304(rest):
    first = rest.client.get("/v1/events?limit=1")
    tag = first.headers["etag"]
    assert tag.startswith('"')
    assert first.headers["cache-control"] == "no-cache"
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = rest.client.get("/v1/events?limit=1", headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert rest.client.get("/v1/events?limit=1", headers={"If-None-Match": '"other"'}).status_code == 200
    assert rest.client.get("/v1/events?limit=2", headers={"If-None-Match": tag}).status_code == 200


def test_a_change_gives_another_tag(fresh_rest):
    from dateline.store.writing.writer import write_article
    from tests.store.stories import bombing

    before = fresh_rest.client.get("/v1/events").headers["etag"]
    with fresh_rest.database.writing() as connection:
        write_article(connection, bombing())
    assert fresh_rest.client.get("/v1/events", headers={"If-None-Match": before}).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("br;q=0.1, gzip", "br"),
        ("*", "zstd"),
        ("zstd;q=0, *;q=0.5", "br"),
        ("gzip;q=none", None),
        ("identity", None),
    ],
)
def test_a_compressed_answer_has_a_tag_of_its_own(rest, accepted, coding):
    with rest.client.stream("GET", "/v1/events", headers={"Accept-Encoding": accepted}) as answer:
        raw = b"".join(answer.iter_raw())
    plain = rest.client.get("/v1/events", headers=PLAIN)
    assert answer.headers.get("content-encoding") == coding
    assert answer.headers["etag"] == (f'{plain.headers["etag"][:-1]}-{coding}"' if coding else plain.headers["etag"])
    assert (raw == plain.content) == (coding is None)
    assert coding != "gzip" or gzip.decompress(raw) == plain.content
    assert (answer.headers["vary"], plain.headers["vary"]) == ("Accept, Accept-Encoding",) * 2


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
        ("application/x-ndjson", "application/x-ndjson"),
        ("application/x-ndjson;q=0.5, application/json", "application/json"),
        ("application/x-ndjson, application/json;q=0.5", "application/x-ndjson"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/geo+json, text/*;q=0.1", "application/geo+json"),
        ("application/vnd.apache.parquet", "application/vnd.apache.parquet"),
        ("application/vnd.apache.arrow.stream", "application/vnd.apache.arrow.stream"),
        ("application/atom+xml", "application/atom+xml"),
        ("application/feed+json", "application/feed+json"),
        ("image/png", "application/problem+json"),
    ],
)
def test_a_list_comes_in_the_media_type_that_is_wanted(sqlite_rest, accept, media_type):
    response = sqlite_rest.client.get("/v1/events", headers={"Accept": accept})
    assert response.headers["content-type"] == media_type
    assert response.status_code == (406 if "problem" in media_type else 200)


def test_one_alone_comes_as_json_only(sqlite_rest):
    response = sqlite_rest.client.get("/v1/events/x", headers={"Accept": "application/x-ndjson"})
    assert (response.status_code, response.json()["hint"]) == (406, "Send Accept: application/json.")


def test_head_has_the_headers_of_get(rest):
    head, get = (rest.client.request(method, "/v1/events?limit=1", headers=PLAIN) for method in ("HEAD", "GET"))
    assert (head.status_code, head.headers["etag"]) == (200, get.headers["etag"])


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused_as_problems(sqlite_rest, method):
    response = sqlite_rest.client.request(method, "/v1/events")
    assert (response.status_code, set(response.headers["allow"].split(", "))) == (405, {"GET", "HEAD"})
    assert response.json()["code"] == "BAD_REQUEST"


def test_a_problem_has_all_its_members_and_the_id_of_the_request(sqlite_rest):
    response = sqlite_rest.client.get("/v1/nothing", headers={"X-Request-ID": "trace-1"})
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    assert response.json() == {
        "type": "/v1#not_found",
        "title": "There is nothing here.",
        "status": 404,
        "detail": "There is nothing at this address.",
        "code": "NOT_FOUND",
        "hint": "See /v1 for what is here.",
        "instance": "trace-1",
    }


def test_answers_carry_security_headers(sqlite_rest):
    for path in ("/v1/events", "/v1/nothing", "/v1"):
        headers = sqlite_rest.client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]


def test_bodies_that_are_too_large_are_refused_in_the_shape_of_the_api_that_they_were_sent_to(sqlite_rest):
    large = b"x" * 1_000_001

    def chunks():
        yield large

    for content in (large, chunks()):
        answer = sqlite_rest.client.post("/graphql", content=content, headers={"Content-Type": "application/json"})
        assert answer.status_code == 413
        assert answer.json()["errors"][0]["extensions"] == {"code": "LIMIT", "hint": "Send less at once."}
        assert answer.headers["x-request-id"]
    problem = sqlite_rest.client.post("/v1/events", content=large)
    assert (problem.status_code, problem.json()["code"]) == (413, "LIMIT")
    assert problem.headers["content-type"] == "application/problem+json"
    assert sqlite_rest.client.post("/v1/events", content=large[:-1]).status_code == 405


@pytest.mark.damages
def test_a_database_that_fails_is_a_problem_of_its_own(fresh_rest):
    with fresh_rest.database.writing() as connection:
        connection.execute(text("ALTER TABLE quote RENAME TO hidden"))
    problem = fresh_rest.refuse("quotes", 503)
    assert problem["code"] == "DATABASE"
    assert "SELECT" not in problem["detail"]


def test_what_nobody_expected_is_masked(sqlite_rest, monkeypatch):
    def fail(*_):
        raise RuntimeError("secret")

    monkeypatch.setattr("api.rest.endpoints.read_page", fail)
    problem = sqlite_rest.refuse("events", 500)
    assert problem["code"] == "INTERNAL"
    assert problem["instance"] in problem["hint"]
    assert "secret" not in str(problem)


def test_the_limit_of_bodies_is_a_setting(tmp_path):
    url = f"sqlite:///{tmp_path}/dateline.db"
    with TestClient(create_app(Settings(database_url=url, max_body_bytes=10))) as client:
        assert client.post("/graphql", content=b"x" * 11).status_code == 413
        assert client.post("/graphql", content=b"x" * 10).status_code == 415
