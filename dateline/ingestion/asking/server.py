"""A server that speaks OpenAI's protocol of chat completions: one question, one answer, in a bounded time.

Nothing that the server sends is told in an error: it may hold the key, or words that are not the article's.
"""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx

from dateline.extraction.model.answers import ANSWER_SCHEMA
from dateline.extraction.model.asking import Answer
from dateline.extraction.model.prompting import Question, answer_tokens, estimate_tokens
from dateline.ingestion.asking.options import ModelOptions
from dateline.ingestion.asking.waiting import parse_retry_after
from schema.errors import AnswerError

MOST_BYTES = 4_000_000
"""Of one answer."""
TRIES = 5
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds, where the server does not say how long to wait."""
BUSY = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
BAD_FORMAT = frozenset({400, 404, 415, 422, 501})
FORMATS: tuple[dict[str, Any] | None, ...] = (
    {"type": "json_schema", "json_schema": {"name": "events", "strict": True, "schema": ANSWER_SCHEMA}},
    {"type": "json_object"},
    None,
)
"""What is asked for, the best first; servers refuse what they do not know."""


@dataclass(frozen=True, slots=True)
class _Busy:
    """The server is not ready; `wait` in seconds where it says how long."""

    reason: str
    wait: float | None = None


class ModelServer:
    """Asks one server; thread-safe."""

    def __init__(self, options: ModelOptions, sleep: Callable[[float], None] = time.sleep) -> None:
        self._options = options
        self._sleep = sleep
        self._format = 0
        self._lock = threading.Lock()
        headers = {"Authorization": f"Bearer {options.key}"} if options.key else {}
        # A proxy of the environment would be another machine, and so would a place that a redirect leads to.
        # A connection for each question costs nothing beside the answer, and none stays open in the end.
        self._client = httpx.Client(
            headers=headers,
            timeout=options.timeout,
            follow_redirects=False,
            trust_env=options.is_remote,
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    def ask(self, question: Question) -> Answer:
        """The answer; AnswerError where none comes in time."""
        deadline = time.monotonic() + self._options.timeout
        for tried in range(TRIES):
            found = self._try(question, deadline)
            if isinstance(found, Answer):
                return found
            pause = found.wait if found.wait is not None else min(FIRST_PAUSE * 2**tried, LONGEST_PAUSE)
            pause += random.uniform(0, pause / 4)  # noqa: S311 - so that several do not come back at once
            if tried + 1 == TRIES or time.monotonic() + pause > deadline:
                raise AnswerError(f"The model gives no answer: {found.reason}.", hint="Try again later.")
            self._sleep(pause)
        raise AssertionError("the last try returns or raises")

    def _try(self, question: Question, deadline: float) -> Answer | _Busy:
        """One answer, in the best form that the server knows."""
        while True:
            wanted = self._format
            try:
                status, headers, body = self._send(question, FORMATS[wanted], deadline)
            except httpx.TimeoutException:
                return _Busy("its server does not answer in time")
            except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
                return _Busy(f"its server cannot be reached ({type(error).__name__})")
            if status in BAD_FORMAT and wanted + 1 < len(FORMATS):
                with self._lock:
                    self._format = max(self._format, wanted + 1)
                continue
            if status in BUSY:
                return _Busy(f"its server answers {status}", _wait(headers.get("retry-after", "")))
            if status != 200:
                hint = "Is DATELINE_MODEL_KEY right?" if status in (401, 403) else "Is DATELINE_MODEL_URL right?"
                raise AnswerError(f"The model's server answers {status}.", hint=hint)
            return self._read(question, body)

    def _send(
        self, question: Question, wanted: dict[str, Any] | None, deadline: float
    ) -> tuple[int, httpx.Headers, bytes]:
        options = self._options
        asked: dict[str, Any] = {
            "model": options.name,
            "messages": [
                {"role": "system", "content": question.system},
                {"role": "user", "content": question.user},
            ],
            "temperature": 0,
            "max_tokens": answer_tokens(options.context),
        }
        if wanted is not None:
            asked["response_format"] = wanted
        left = max(0.1, deadline - time.monotonic())
        url = f"{options.url.rstrip('/')}/chat/completions"
        body = bytearray()
        with self._client.stream("POST", url, json=asked, timeout=left) as response:
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > MOST_BYTES:
                    raise AnswerError(f"The model's answer is larger than {MOST_BYTES:,} bytes.")
                if time.monotonic() > deadline:
                    raise AnswerError(f"The model's answer takes longer than {options.timeout:g} seconds.")
        return response.status_code, response.headers, bytes(body)

    def _read(self, question: Question, body: bytes) -> Answer:
        try:
            given = json.loads(body)
            content = given["choices"][0]["message"]["content"]
        except (ValueError, KeyError, IndexError, TypeError, RecursionError):
            raise AnswerError("The model's server sends no answer of its protocol.") from None
        if not isinstance(content, str) or not content.strip():
            raise AnswerError("The model's answer is empty.")
        if self._options.key:
            content = content.replace(self._options.key, "")
        usage = given.get("usage")
        counted = usage if isinstance(usage, dict) else {}
        return Answer(
            content,
            _count(counted.get("prompt_tokens"), question.tokens),
            _count(counted.get("completion_tokens"), estimate_tokens(content)),
        )


def _count(told: object, otherwise: int) -> int:
    return told if isinstance(told, int) and not isinstance(told, bool) and told >= 0 else otherwise


def _wait(told: str) -> float | None:
    """Seconds that `Retry-After` tells."""
    wanted = parse_retry_after(told)
    if isinstance(wanted, datetime):
        return max(0.0, (wanted - datetime.now(UTC)).total_seconds())
    return None if wanted is None else float(wanted)
