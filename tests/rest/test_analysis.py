"""A text that is sent is read by a process of its own, and nothing is stored."""

import asyncio
import os
import signal
import threading
import time
from typing import Any

import pytest

from api.rates import READING_PRICE, TEXT_PRICE, RateError, Tab, parse_rates, price_of_reading, price_of_text
from api.rest.openapi import openapi
from api.texts import read_for
from dateline.ingestion.processes import reading_process
from dateline.ingestion.processes.options import LONGEST_TEXT, ReadingOptions
from dateline.ingestion.processes.reading_queue import SHORT, QueueError, Reading
from dateline.ingestion.processes.reading_room import ReadingRoom
from schema.errors import LimitError, PoisonError, UnavailableError
from schema.mentions import Analysis, RawArticle, SourceText

TEXT = "🙂 Police arrested 40 people in Lima on Tuesday, Maria Lopez said."
PAGE = f"<html><body><article><p>{TEXT}</p></article></body></html>"


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
    os.kill(room.readers[0].pid, signal.SIGKILL)
    assert send(sqlite_rest.client, TEXT.encode()).json() == plain.json()


@pytest.mark.parametrize(
    ("body", "media_type", "status", "detail"),
    [
        (b"\xff", "text/plain", 400, "The text is no UTF-8: byte 0."),
        (b"{", "application/json", 400, "The body is no JSON: "),
        (b"[]", "application/json", 400, "The body is no JSON object."),
        (b"{}", "application/json", 400, '"text" is missing, or is not a string.'),
        (b'{"text": "x", "url": 5}', "application/json", 400, '"url" is not a string.'),
        (b"x", "text/html", 415, "A text comes as application/json or text/plain."),
        (b"x" * (LONGEST_TEXT + 1), "text/plain", 413, "The text has 100,001 characters; the limit is 100,000."),
    ],
)
def test_what_is_no_text_is_refused_before_anything_is_read(sqlite_rest, body, media_type, status, detail):
    problem = send(sqlite_rest.client, body, media_type)
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.status_code == status
    assert problem.json()["detail"].startswith(detail)
    assert sqlite_rest.client.app.state.reading_room.readers[0].pid is None


@pytest.mark.parametrize("key", ["date", "published_at", "publishedAt", "datePublished"])
def test_the_keys_are_those_of_seeding(sqlite_rest, key):
    answer = sqlite_rest.client.post("/v1/analyze", json={"html": PAGE, key: "2024-11-06"}).json()
    (event,) = answer["events"]
    assert event["when"]["earliest"] == "2024-11-05"
    assert PAGE[slice(*event["trigger"])] == "arrested"


def test_a_full_room_says_when_to_come_back(sqlite_rest, monkeypatch):
    async def turn_away(_raw, _client):
        raise QueueError("Too many texts wait to be read.", hint="Send it again in a few seconds.")

    monkeypatch.setattr(sqlite_rest.client.app.state.reading_room, "analyze", turn_away)
    answer = send(sqlite_rest.client, b"x")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "5")
    assert answer.json()["code"] == "LIMIT"


def test_what_breaks_the_reading_is_told_to_the_log_only(sqlite_rest, monkeypatch, caplog):
    async def break_down(_raw, _client):
        raise PoisonError("Dateline failed on this article: KeyError: 'secret'", hint="This is a bug.")

    monkeypatch.setattr(sqlite_rest.client.app.state.reading_room, "analyze", break_down)
    answer = send(sqlite_rest.client, b"x")
    told = answer.json()
    assert (answer.status_code, told["code"], told["detail"]) == (500, "INTERNAL", "Something went wrong here.")
    assert told["hint"].endswith(f"Report the request id {answer.headers['x-request-id']}.")
    assert "secret" not in answer.text
    assert f"request {answer.headers['x-request-id']} failed: Dateline failed on this article: KeyError" in caplog.text


@pytest.fixture
def held_room(monkeypatch):
    """A room whose readers wait until they are told, and what they were given in order."""
    room = ReadingRoom(ReadingOptions(), seats=6, share=3)
    begun: list[tuple[int, str]] = []
    released = [threading.Semaphore(0), threading.Semaphore(0)]

    def hold(number):
        def read(raw):
            begun.append((number, raw.content[:20]))
            assert released[number].acquire(timeout=60)
            return NOTHING

        return read

    monkeypatch.setattr(room.readers[1], "prepare", lambda: None)
    for number, reader in enumerate(room.readers):
        monkeypatch.setattr(reader, "read", hold(number))
    yield room, begun, released
    for semaphore in released:
        semaphore.release(100)
    room.close()


NOTHING = Analysis(SourceText("", ""), (), (), (), (), "model", "1")
LONG = "long " * SHORT


def wait_until(condition):
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.001)


def test_each_client_has_a_share_of_the_seats_and_gets_them_back(held_room):
    room, begun, released = held_room
    futures = [room.submit(RawArticle("test", f"a{n}"), "a") for n in range(3)]
    with pytest.raises(QueueError, match="3 texts of yours"):
        room.submit(RawArticle("test", "x"), "a")
    futures += [room.submit(RawArticle("test", f"{who}0"), who) for who in "bcd"]
    with pytest.raises(QueueError, match="Too many texts wait"):
        room.submit(RawArticle("test", "x"), "e")
    assert room.taken == 6
    released[0].release(6)
    assert [future.result(60).analysis for future in futures] == [NOTHING] * 6
    # What is begun before the others come depends on the moment; from then on clients take turns.
    order = [text for _, text in begun]
    assert (order[0], order[-1], sorted(order)) == ("a0", "a2", ["a0", "a1", "a2", "b0", "c0", "d0"])
    wait_until(lambda: room.taken == 0)
    released[0].release()
    assert asyncio.run(room.analyze(RawArticle("test", "x"), "a")).seconds >= 0
    room.close()
    with pytest.raises(UnavailableError):
        room.submit(RawArticle("test", "x"))


def test_a_short_text_waits_behind_no_long_one(held_room):
    room, begun, released = held_room
    long = [room.submit(RawArticle("test", LONG), client) for client in ("a", "b")]
    wait_until(lambda: begun)
    short = room.submit(RawArticle("test", "short"), "a")
    released[1].release()
    assert short.result(60).analysis is NOTHING
    assert begun == [(0, LONG[:20]), (1, "short")]
    released[0].release(2)
    assert [future.result(60).analysis for future in long] == [NOTHING] * 2
    # Nothing long is read any more: the second reader is left alone.
    wait_until(lambda: room.taken == 0)
    released[0].release()
    assert room.submit(RawArticle("test", "again"), "a").result(60).analysis is NOTHING
    assert begun[-1] == (0, "again")


def test_long_texts_of_many_clients_leave_seats_to_short_ones(held_room):
    room, _, released = held_room
    long = [room.submit(RawArticle("test", LONG), client) for client in "abc"]
    with pytest.raises(QueueError, match="Too many long texts wait"):
        room.submit(RawArticle("test", LONG), "d")
    short = [room.submit(RawArticle("test", "short"), client) for client in "dea"]
    for semaphore in released:
        semaphore.release(6)
    assert [future.result(60).analysis for future in (*long, *short)] == [NOTHING] * 6
    wait_until(lambda: room.taken == 0)
    released[0].release()
    assert room.submit(RawArticle("test", LONG), "d").result(60).analysis is NOTHING


def test_who_goes_away_is_not_read_and_who_waits_at_the_end_is_told(held_room):
    room, begun, released = held_room
    first, second, third = (room.submit(RawArticle("test", name), name) for name in "abc")
    wait_until(lambda: begun)
    assert second.cancel()
    closing = threading.Thread(target=room.close)
    closing.start()
    with pytest.raises(UnavailableError, match="shutting down"):
        third.result(60)
    released[0].release()
    assert first.result(60).analysis is NOTHING
    closing.join(60)
    assert begun == [(0, "a")]


def test_a_text_that_takes_too_long_is_given_up_with_its_process(monkeypatch):
    monkeypatch.setattr(reading_process, "serve", never_answer)
    room = ReadingRoom(ReadingOptions(), seconds=0.05)
    with pytest.raises(LimitError, match=r"longer than 0\.05 seconds"):
        room.submit(RawArticle("test", "x")).result(60)
    assert room.readers[0].pid is None
    room.close()


def test_a_text_that_kills_its_process_is_tried_twice(monkeypatch):
    monkeypatch.setattr(reading_process, "serve", die)
    room = ReadingRoom(ReadingOptions())
    with pytest.raises(UnavailableError, match="died twice"):
        room.submit(RawArticle("test", "x")).result(60)
    room.close()


def test_a_long_text_costs_what_it_is_long_and_what_it_took():
    assert price_of_text(SHORT) == price_of_reading(SHORT, 0.1) == 0
    assert price_of_text(LONGEST_TEXT) == (LONGEST_TEXT - SHORT) // 2
    assert price_of_reading(10, 3.0) == 3 * READING_PRICE - TEXT_PRICE
    assert price_of_reading(LONGEST_TEXT, 3.0) == 0


async def test_who_has_used_up_the_rate_by_long_texts_is_not_read():
    rates = parse_rates("100000/minute", "memory://", is_own=False)
    assert rates is not None
    room: Any = SlowRoom()
    tab, longest = Tab(rates, "a"), RawArticle("test", "x" * LONGEST_TEXT)
    await read_for(room, RawArticle("test", LONG), "a", tab)
    await read_for(room, longest, "a", tab)
    with pytest.raises(RateError):
        await read_for(room, longest, "a", tab)
    assert room.read == ["a", "a"]


class SlowRoom:
    """Says that each text took four seconds."""

    def __init__(self):
        self.read = []

    async def analyze(self, _raw, client):
        self.read.append(client)
        return Reading(NOTHING, 4.0)


def never_answer(connection, _options):
    connection.send(None)
    connection.recv()
    threading.Event().wait()


def die(connection, _options):
    connection.send(None)
    connection.recv()
    os._exit(1)
