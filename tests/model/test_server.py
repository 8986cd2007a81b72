"""A server answers well, badly, slowly, in parts, or not at all: an answer or a reason comes in a bounded time."""

import logging
import pickle
import time
from dataclasses import replace

import pytest

from dateline.extraction.model.prompting import Question
from dateline.ingestion.asking.asker import Asker
from dateline.ingestion.asking.kept import NAME, KeptAnswers
from dateline.ingestion.asking.options import ModelOptions, is_local
from dateline.ingestion.asking.server import ModelServer
from schema.errors import AnswerError
from schema.readers import ReaderKind
from schema.spans import Span
from tests.model.scripted import Reply

KEY = "sk-secret-0123456789abcdef"
QUESTION = Question("Rules.", "<article>Rebels shelled Kanda.</article>", Span(0, 21))
EVENTS = '{"events": []}'


@pytest.fixture
def options(server, tmp_path):
    return ModelOptions(ReaderKind.MODEL, server.url, "small", tmp_path, key=KEY, timeout=30.0)


def test_a_schema_is_asked_for_and_the_key_is_sent(server, options):
    answer = ModelServer(options).ask(QUESTION)
    (asked,) = server.requests
    assert (answer.content, asked["model"], asked["temperature"]) == (EVENTS, "small", 0)
    assert asked["response_format"]["json_schema"]["schema"]["required"] == ["events", "speakers"]
    assert [message["role"] for message in asked["messages"]] == ["system", "user"]
    assert server.keys == [f"Bearer {KEY}"]
    assert "tools" not in asked


def test_a_server_that_knows_no_schema_is_asked_without_one(server, options):
    server.replies = [Reply(status=400), Reply(status=400), Reply()]
    asking = ModelServer(options)
    asking.ask(QUESTION)
    asking.ask(QUESTION)
    assert [asked.get("response_format", {}).get("type") for asked in server.requests] == [
        "json_schema",
        "json_object",
        None,
        None,
    ]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_asked_again_when_it_says(server, options, status):
    server.replies = [Reply(status=status, headers={"Retry-After": "1"}), Reply()]
    waits: list[float] = []
    assert ModelServer(options, sleep=waits.append).ask(QUESTION).content == EVENTS
    assert 1.0 <= waits[0] <= 1.25


def test_who_asks_for_a_long_wait_is_not_asked_again(server, options):
    server.replies = [Reply(status=429, headers={"Retry-After": "3600"})]
    with pytest.raises(AnswerError, match="answers 429"):
        ModelServer(options, sleep=lambda _: pytest.fail("waits")).ask(QUESTION)


def test_a_server_that_stays_broken_is_left_alone(server, options):
    server.replies = [Reply(status=500)]
    waits: list[float] = []
    with pytest.raises(AnswerError, match="answers 500"):
        ModelServer(replace(options, timeout=60.0), sleep=waits.append).ask(QUESTION)
    assert waits == sorted(waits)
    assert len(server.requests) == 5


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=401, body=f"Incorrect API key provided: {KEY}".encode()),
        Reply(status=302, headers={"Location": "http://192.0.2.1/"}),
        Reply(body=b"<html>"),
        Reply(body=b'{"choices": []}'),
        Reply(body=b"[" * 100_000),
        Reply(content=""),
        Reply(body=b"x" * 5_000_000),
    ],
    ids=["refused", "redirect", "html", "no choice", "nested", "empty", "huge"],
)
def test_what_is_no_answer_is_an_error_that_holds_nothing_of_it(server, options, reply, caplog):
    server.replies = [reply]
    caplog.set_level(logging.DEBUG)
    with pytest.raises(AnswerError) as caught:
        ModelServer(options).ask(QUESTION)
    assert KEY not in f"{caught.value}{caught.value.__cause__}{caplog.text}{options!r}"


@pytest.mark.parametrize("reply", [Reply(seconds=60.0), Reply(drip=0.5)], ids=["silent", "dripping"])
def test_a_server_that_hangs_is_left_in_time(server, options, reply):
    server.replies = [reply]
    started = time.monotonic()
    with pytest.raises(AnswerError):
        ModelServer(replace(options, timeout=1.0)).ask(QUESTION)
    assert time.monotonic() - started < 20.0


def test_where_nobody_listens_that_is_told(options):
    with pytest.raises(AnswerError, match="cannot be reached"):
        ModelServer(replace(options, url="http://127.0.0.1:9/v1"), sleep=lambda _: None).ask(QUESTION)


def test_a_key_in_an_answer_goes_no_further(server, options):
    server.replies = [Reply(content=f'{{"events": [{{"words": "{KEY}"}}]}}')]
    assert KEY not in Asker(options).ask(QUESTION).content
    assert KEY.encode() not in (options.folder / NAME).read_bytes()


# ---------------------------------------------------------------- what is kept, and what may be spent


def test_the_same_question_is_paid_once(server, options):
    first, again = Asker(options).ask(QUESTION), Asker(options).ask(QUESTION)
    assert (first.cached, again.cached, again.content) == (False, True, first.content)
    Asker(replace(options, name="large")).ask(QUESTION)
    assert len(server.requests) == 2
    assert (options.folder / NAME).stat().st_mode & 0o077 == 0


def test_a_budget_ends_a_run_before_it_is_passed(server, options):
    asker = Asker(replace(options, budget=2_600, context=4_096))
    asker.ask(QUESTION)
    for number in range(3):
        asker.ask(replace(QUESTION, user=f"{QUESTION.user} {number} {'words ' * 200}"))
    with pytest.raises(AnswerError, match="budget of 2,600 tokens") as caught:
        asker.ask(replace(QUESTION, user=f"{QUESTION.user} {'words ' * 500}"))
    assert caught.value.code == "BUDGET"
    assert asker.ask(QUESTION).cached


def test_processes_of_one_run_share_its_budget(tmp_path):
    KeptAnswers(tmp_path).spend("run", 600, 1000)
    with pytest.raises(AnswerError):
        KeptAnswers(tmp_path).spend("run", 600, 1000)
    KeptAnswers(tmp_path).spend("another", 600, 1000)


def test_a_broken_file_of_answers_is_named(tmp_path):
    (tmp_path / NAME).write_bytes(b"no database" * 1000)
    with pytest.raises(AnswerError, match=NAME):
        KeptAnswers(tmp_path)


def test_an_estimate_sends_nothing(server, options):
    answer = Asker(replace(options, estimate=True)).ask(QUESTION)
    assert server.requests == []
    assert answer.input_tokens == QUESTION.tokens


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:8080/v1", True),
        ("http://localhost/v1", True),
        ("http://[::1]:80/v1", True),
        ("http://127.9.9.9/v1", True),
        ("https://api.example/v1", False),
        ("http://192.168.0.4/v1", False),
        ("http://localhost.example/v1", False),
        ("http://127.0.0.1.example/v1", False),
    ],
)
def test_this_machine_is_known_by_its_address(url, local):
    assert is_local(url) is local


def test_options_travel_to_other_processes(options):
    assert pickle.loads(pickle.dumps(options)) == options
