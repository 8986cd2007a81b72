"""A text that is sent is read by a process of its own, and nothing is stored."""

import asyncio
import os
import signal
import threading
from typing import Any

import pytest

from api.rest.openapi import openapi
from dateline.ingestion import reading_room
from dateline.ingestion.options import LONGEST_TEXT, ReadingOptions
from dateline.ingestion.reading_room import BusyError, ReadingRoom
from schema.errors import LimitError, PoisonError, UnavailableError
from schema.mentions import RawArticle

TEXT = "🙂 Police arrested 40 people in Lima on Tuesday, Maria Lopez said."


def send(client, content, media_type="text/plain"):
    return client.post("/v1/analyze", content=content, headers={"Content-Type": media_type})


def test_a_text_is_read_in_all_its_forms_and_nothing_is_stored(sqlite_rest):
    jsonschema = pytest.importorskip("jsonschema")
    plain = send(sqlite_rest.client, TEXT.encode())
    assert (plain.status_code, plain.headers["cache-control"]) == (200, "no-store")
    answer = sqlite_rest.client.post("/v1/analyze", json={"text": TEXT, "publishedAt": "2024-11-06"}).json()
    document = openapi()
    schema = {"$ref": "#/components/schemas/Analysis", "components": document["components"]}
    for one in (plain.json(), answer):
        jsonschema.Draft202012Validator(schema).validate(one)
        (event,) = one["events"]
        assert (event["type"], TEXT[slice(*event["trigger"])]) == ("COERCE", "arrested")
        assert [place["geonames_id"] for place in one["locations"]] == [3936456]
    assert plain.json()["events"][0]["when"]["earliest"] is None
    assert answer["events"][0]["when"]["earliest"] == "2024-11-05"
    assert sqlite_rest.get("articles?totalCount=true")["totalCount"] == 0

    wrong = sqlite_rest.client.post("/v1/analyze", json={"text": TEXT, "publishedAt": "soon"})
    assert (wrong.status_code, wrong.json()["code"]) == (400, "BAD_SOURCE")
    assert wrong.json()["detail"] == "publishedAt: 'soon' is no date."

    room = sqlite_rest.client.app.state.reading_room
    os.kill(room._process.pid, signal.SIGKILL)
    assert send(sqlite_rest.client, TEXT.encode()).json() == plain.json()


@pytest.mark.parametrize(
    ("body", "media_type", "status", "detail"),
    [
        (b"\xff", "text/plain", 400, "The text is no UTF-8: byte 0."),
        (b"{", "application/json", 400, "The body is no JSON: "),
        (b"[]", "application/json", 400, "The body is no JSON object."),
        (b"{}", "application/json", 400, "text is missing or no string."),
        (b'{"text": "x", "url": 5}', "application/json", 400, "url is no string."),
        (b"x", "text/html", 415, "A text comes as application/json or text/plain."),
        (b"x" * (LONGEST_TEXT + 1), "text/plain", 413, "The text has 100,001 characters; the limit is 100,000."),
    ],
)
def test_what_is_no_text_is_refused_before_anything_is_read(sqlite_rest, body, media_type, status, detail):
    problem = send(sqlite_rest.client, body, media_type)
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.status_code == status
    assert problem.json()["detail"].startswith(detail)
    assert sqlite_rest.client.app.state.reading_room._process is None


def test_a_full_room_says_when_to_come_back(sqlite_rest, monkeypatch):
    async def turn_away(_):
        raise BusyError("Too many texts wait to be read.", hint="Send it again in 5 seconds.")

    monkeypatch.setattr(sqlite_rest.client.app.state.reading_room, "analyze", turn_away)
    answer = send(sqlite_rest.client, b"x")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.json()["code"] == "UNAVAILABLE"


def test_what_breaks_the_reading_is_told_to_the_log_only(sqlite_rest, monkeypatch, caplog):
    async def break_down(_):
        raise PoisonError("Dateline failed on this article: KeyError: 'secret'", hint="This is a bug.")

    monkeypatch.setattr(sqlite_rest.client.app.state.reading_room, "analyze", break_down)
    answer = send(sqlite_rest.client, b"x")
    told = answer.json()
    assert (answer.status_code, told["code"], told["detail"]) == (500, "INTERNAL", "Something went wrong here.")
    assert told["hint"].endswith(f"Report the request id {answer.headers['x-request-id']}.")
    assert "secret" not in answer.text
    assert f"request {answer.headers['x-request-id']} failed: Dateline failed on this article: KeyError" in caplog.text


def test_seats_are_counted_and_given_back(monkeypatch):
    room: Any = ReadingRoom(ReadingOptions(), seats=2)
    released = threading.Event()
    monkeypatch.setattr(room, "_read", lambda _: released.wait(10))
    raw = RawArticle("test", "x")
    futures = [room.submit(raw), room.submit(raw)]
    with pytest.raises(BusyError):
        room.submit(raw)
    released.set()
    assert [future.result(10) for future in futures] == [True, True]
    assert asyncio.run(room.analyze(raw))
    room.close()
    with pytest.raises(UnavailableError):
        room.submit(raw)


def test_a_text_that_takes_too_long_is_given_up_with_its_process(monkeypatch):
    monkeypatch.setattr(reading_room, "serve", never_answer)
    room = ReadingRoom(ReadingOptions(), seconds=0.05)
    with pytest.raises(LimitError, match=r"longer than 0\.05 seconds"):
        room.submit(RawArticle("test", "x")).result(60)
    assert room._process is None
    room.close()


def test_a_text_that_kills_its_process_is_tried_twice(monkeypatch):
    monkeypatch.setattr(reading_room, "serve", die)
    room = ReadingRoom(ReadingOptions())
    with pytest.raises(UnavailableError, match="died twice"):
        room.submit(RawArticle("test", "x")).result(60)
    room.close()


def never_answer(connection, _options):
    connection.send(None)
    connection.recv()
    threading.Event().wait()


def die(connection, _options):
    connection.send(None)
    connection.recv()
    os._exit(1)
