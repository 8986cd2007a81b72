"""`POST /v1/analyze`: a text in, the mentions in it out, as `dateline analyze` prints them.  Nothing is stored."""

from __future__ import annotations

import asyncio
import logging

import orjson
from starlette.requests import Request
from starlette.responses import Response

from api.access import caller_of
from api.graphql.negotiation import JSON
from api.rates import client_of, tab_of
from api.requests import request_id_of
from api.rest.answers import as_json, refuse_type, wanted_type
from api.rest.parameters import Parameter
from api.rest.problems import mishap, problem, problem_of
from api.rest.values import Value
from api.texts import read_for
from dateline.ingestion.processes.given import article_of
from dateline.ingestion.processes.options import LONGEST_TEXT
from dateline.ingestion.processes.reading_room import ReadingRoom
from dateline.ingestion.processes.rendering import AnalysisRenderer
from schema.errors import DatelineError, SourceError
from schema.mentions import RawArticle
from schema.readers import ReaderKind

log = logging.getLogger("dateline.api")

PLAIN = "text/plain"
READER = Parameter(
    "reader",
    "Who reads it: the rules; a model, where the operator has set one; or both. Without it the rules.",
    Value(str, choices=tuple(ReaderKind)),
)


async def analyze(request: Request) -> Response:
    """`POST /v1/analyze`"""
    if wanted_type(request, (JSON,)) is None:
        return refuse_type(request, (JSON,))
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in (JSON, PLAIN):
        detail = f"A text comes as {JSON} or {PLAIN}."
        return problem(request, 415, "BAD_REQUEST", detail, f"Send Content-Type: {JSON}.", {"Accept-Post": _ACCEPTED})
    raw = read_text(await request.body(), media_type)
    if len(raw.content) > LONGEST_TEXT:
        detail = f"The text has {len(raw.content):,} characters; the limit is {LONGEST_TEXT:,}."
        return problem(request, 413, "LIMIT", detail, "Send it in parts.")
    return await _answer(request, raw, room_for(request))


_ACCEPTED = f"{JSON}, {PLAIN}"


def room_for(request: Request) -> ReadingRoom:
    """Where the text is read, by the parameter `reader`; QueryError where that is nobody who reads here."""
    given, state = request.query_params.getlist(READER.name), request.app.state
    kind = ReaderKind(READER.read(given)) if given else ReaderKind.RULES
    room: ReadingRoom = state.reading_room if kind is ReaderKind.RULES else state.model_rooms.room_of(kind)
    return room


async def _answer(request: Request, raw: RawArticle, room: ReadingRoom) -> Response:
    client = client_of(request.scope, caller_of(request))
    try:
        reading = await read_for(room, raw, client, tab_of(request))
    except DatelineError as error:
        return _failed(request, error)
    body = await asyncio.to_thread(lambda: as_json(AnalysisRenderer(reading.analysis, raw.content).render()))
    return Response(body, headers={"Cache-Control": "no-store"}, media_type=JSON)


def _failed(request: Request, error: DatelineError) -> Response:
    if error.code == DatelineError.code:
        # It tells of our own code, and may quote the text: for the log only.
        log.error("request %s failed: %s", request_id_of(request), error.message)
        return mishap(request)
    if isinstance(error, SourceError):
        return problem(request, 400, SourceError.code, error.message, error.hint)
    return problem_of(request, error)


def read_text(body: bytes, media_type: str) -> RawArticle:
    """The article of a request's body; SourceError where it is none."""
    try:
        if media_type == PLAIN:
            return RawArticle("request", body.decode())
        given = orjson.loads(body)
    except UnicodeDecodeError as error:
        raise SourceError(f"The text is no UTF-8: byte {error.start}.", hint="Send it as UTF-8.") from error
    except orjson.JSONDecodeError as error:
        raise SourceError(f"The body is no JSON: {error}.", hint=_HINT) from error
    if not isinstance(given, dict):
        raise SourceError("The body is no JSON object.", hint=_HINT)
    return article_of(given, "request")


_HINT = 'Send an object like {"text": "Police arrested 40 people in Lima."}.'
