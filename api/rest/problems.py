"""Errors as problem details (RFC 9457), with the codes and hints that GraphQL's errors have."""

from __future__ import annotations

import orjson
from starlette.requests import Request
from starlette.responses import Response

from api.masking import masked
from api.rates import RateError
from api.requests import request_id_of
from api.rest.resources import PREFIX
from dateline.ingestion.processes.reading_queue import QueueError
from dateline.ingestion.processes.reading_room import RETRY_SECONDS, BusyError
from schema.errors import DatabaseAwayError, DatelineError, LimitError, NotFoundError, RemovedError, UnavailableError

MEDIA_TYPE = "application/problem+json"

TITLES = {
    "BAD_REQUEST": "The request cannot be answered as it is.",
    "BAD_QUERY": "A parameter makes no sense.",
    "BAD_SOURCE": "The text cannot be read as an article.",
    "LIMIT": "Too much at once.",
    "NOT_FOUND": "There is nothing here.",
    "REMOVED": "It was taken out for good.",
    "DATABASE": "The database does not answer now.",
    "UNAVAILABLE": "Something is missing that this needs.",
    "NO_ANSWER": "The model that was asked gives no answer that can be used.",
    "BUDGET": "What may be spent on asking a model is spent.",
    "MODEL": "The language model is not installed or does not load.",
    "INTERNAL": "Something went wrong here.",
}
"""Each code, and what it means."""

_STATUSES: tuple[tuple[type[DatelineError], int], ...] = (
    (RemovedError, 410),
    (NotFoundError, 404),
    (RateError, 429),
    (QueueError, 429),
    (LimitError, 400),
    (UnavailableError, 503),
    (DatelineError, 400),
)

_WORDS = (
    ("Not Found", "There is nothing at this address."),
    ("Method Not Allowed", "This address does not answer that method; the header Allow has those that it does."),
    (
        "pageInfo.endCursor, pageInfo.startCursor or an edge's cursor as it came",
        "page.next or page.previous as it came",
    ),
    ("request, published_at", "publishedAt"),
    ("orderBy", "order"),
    ("by: [MONTH]", "by=MONTH"),
    ("Give search:", "Give search="),
    ("Use radiusKm from", "Use a radius from"),
)
"""The store speaks of GraphQL's arguments and Starlette in phrases; what they are called here."""


def is_rest(request: Request) -> bool:
    """Whether a request was sent to this API."""
    path: str = request.scope["path"]
    return path == PREFIX or path.startswith(f"{PREFIX}/")


def problem(
    request: Request, status: int, code: str, detail: str, hint: str | None = None, headers: object = None
) -> Response:
    """An error's answer; `instance` is the request's id."""
    body = {
        "type": f"{PREFIX}#{code.lower()}",
        "title": TITLES.get(code, TITLES["BAD_REQUEST"]),
        "status": status,
        "detail": _translated(detail),
        "code": code,
        "hint": None if hint is None else _translated(hint),
        "instance": request_id_of(request),
    }
    given = headers if isinstance(headers, dict) else {}
    return Response(orjson.dumps(body), status, {"Cache-Control": "no-store", **given}, media_type=MEDIA_TYPE)


def problem_of(request: Request, error: DatelineError) -> Response:
    """The answer to a request that Dateline refuses or cannot meet."""
    status = next(status for kind, status in _STATUSES if isinstance(error, kind))
    told = masked(error)
    return problem(request, status, told.code, told.message, told.hint, retry_header(error))


def retry_header(error: DatelineError) -> dict[str, str]:
    """When to come back, for what passes by itself."""
    passing = isinstance(error, BusyError | DatabaseAwayError | QueueError | RateError)
    return {"Retry-After": str(RETRY_SECONDS)} if passing else {}


def mishap(request: Request) -> Response:
    """The answer where something went wrong that nobody expected: what it was is in the log, under the request's id."""
    identifier = request_id_of(request)
    hint = f"Nothing is wrong with your request. Report the request id {identifier}."
    return problem(request, 500, DatelineError.code, TITLES[DatelineError.code], hint)


def _translated(text: str) -> str:
    for theirs, ours in _WORDS:
        text = text.replace(theirs, ours)
    return text
