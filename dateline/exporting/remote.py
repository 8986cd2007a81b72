"""Rows of a running server, over HTTP: what `streaming` reads from a database, from `/v1/exports` instead.

Each view shows one state of the server's database; two views may show two.
"""

from __future__ import annotations

import dataclasses
import http.client
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

import orjson

from dateline.exporting.fields import Field, Kind, Record
from dateline.exporting.streaming import CHUNK, Month
from dateline.exporting.views.view import View
from schema.errors import AccessError, InputError, QueryError, UnavailableError

SECONDS = 120.0
"""How long the server may say nothing."""
BLOCK = 65_536
"""Bytes read at once."""
_BACK: dict[Kind, Callable[[str], Any]] = {Kind.DAY: date.fromisoformat, Kind.INSTANT: datetime.fromisoformat}


@dataclass(frozen=True, slots=True)
class RemoteStore:
    """A server, and which rows are asked of it."""

    url: str
    """`http://127.0.0.1:8000`"""
    query: Mapping[str, str]
    """`where` as JSON, `search`, `since`: those that are given."""
    key: str | None = dataclasses.field(default=None, repr=False)
    """Of the API, where the server asks for one."""

    def count(self, view: View) -> int:
        """How many rows are chosen."""
        return int(self._describe(view)["rows"])

    def months(self, view: View) -> list[Month]:
        """The months that rows can have, undated last."""
        return [Month.parse(name) for name in self._describe(view)["months"]]

    def stream(self, view: View, month: Month | None = None) -> Iterator[list[Record]]:
        """The chosen rows, at most CHUNK at once.

        Raises QueryError for what the server refuses, UnavailableError where it does not answer or breaks off.
        """
        own = {} if month is None else {"month": month.name}
        with self._asked(f"{view.name}.ndjson", own) as answer:
            lines = _lines(answer)
            while chunk := [orjson.loads(line) for line in itertools.islice(lines, CHUNK)]:
                yield [_record(view.fields, row) for row in chunk]

    def _describe(self, view: View) -> Any:
        with self._asked(view.name, {}) as answer:
            return orjson.loads(answer.read())

    @contextmanager
    def _asked(self, name: str, own: Mapping[str, str]) -> Iterator[http.client.HTTPResponse]:
        parts = urlsplit(self.url)
        kinds = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
        try:
            connection = kinds[parts.scheme](parts.hostname or "", parts.port, timeout=SECONDS)
        except (KeyError, ValueError) as error:
            raise InputError(f"{self.url!r} is no address of a server.", hint="Like http://127.0.0.1:8000.") from error
        headers = {} if self.key is None else {"Authorization": f"Bearer {self.key}"}
        path = f"{parts.path.rstrip('/')}/v1/exports/{name}?{urlencode({**self.query, **own})}"
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            if answer.status != 200:
                raise self._refusal(answer)
            yield answer
        except (OSError, http.client.HTTPException, orjson.JSONDecodeError) as error:
            if isinstance(error, BrokenPipeError):
                raise
            hint = "Check that the server runs, and start again."
            said = f"The server at {self.url} did not answer to the end: {_reason(error)}."
            raise UnavailableError(said, hint=hint) from error
        finally:
            connection.close()

    def _refusal(self, answer: http.client.HTTPResponse) -> Exception:
        try:
            told = orjson.loads(answer.read())
            detail, hint = str(told["detail"]), told["hint"]
        except (ValueError, KeyError, TypeError):
            detail, hint = f"The server at {self.url} answers {answer.status}.", "Is it a server of Dateline?"
        if answer.status in (401, 403):
            return AccessError(detail, hint="Give a key that may export, by --key or DATELINE_KEY.")
        return UnavailableError(detail, hint=hint) if answer.status >= 500 else QueryError(detail, hint=hint)


def _reason(error: Exception) -> str:
    """In a few words."""
    if isinstance(error, http.client.IncompleteRead | http.client.RemoteDisconnected):
        return "it broke off"
    if isinstance(error, OSError):
        return error.strerror or str(error) or type(error).__name__
    return "it is no server of Dateline"


def _lines(answer: http.client.HTTPResponse) -> Iterator[bytes]:
    """The lines of an answer; IncompleteRead where it breaks off, over which `readline` says nothing."""
    rest = b""
    while block := answer.read(BLOCK):
        *whole, rest = (rest + block).split(b"\n")
        yield from whole
    if rest:
        yield rest


def _record(fields: Sequence[Field], row: Record) -> Record:
    """A row as the store has it: days and instants are no texts any more."""
    for field in fields:
        value = row[field.name]
        if value is None:
            continue
        if field.kind in _BACK:
            row[field.name] = _BACK[field.kind](value)
        elif field.kind is Kind.RECORD:
            _record(field.fields, value)
        elif field.kind is Kind.RECORDS:
            for one in value:
                _record(field.fields, one)
    return row
