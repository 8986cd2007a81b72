"""HTTP around an answer: media types, strong ETags, and pages' links."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import orjson
from starlette.requests import Request
from starlette.responses import Response

from api.compression import coding_of
from api.graphql.negotiation import parse_accept, quality_of
from api.rest.problems import MEDIA_TYPE, problem

NDJSON = "application/x-ndjson"
SUFFIX = ".ndjson"


def wanted_type(request: Request, offered: Sequence[str]) -> str | None:
    """The media type that the client wants most of those offered, the first where it does not care; None for none.

    A path that ends in `.ndjson` wants that, whatever the headers say.
    """
    if request.scope["path"].endswith(SUFFIX):
        return NDJSON
    header = request.headers.get("accept", "")
    if not header.strip():
        return offered[0]
    ranges = parse_accept(header)
    best = max(offered, key=lambda one: quality_of(one, ranges))
    return best if quality_of(best, ranges) > 0 else None


def refuse_type(request: Request, offered: Sequence[str]) -> Response:
    """To a client that accepts nothing that there is."""
    detail = f"This answers {' or '.join(offered)}, and errors {MEDIA_TYPE}."
    return problem(request, 406, "BAD_REQUEST", detail, f"Send Accept: {offered[0]}.")


def respond(request: Request, body: bytes, media_type: str, headers: Mapping[str, str] | None = None) -> Response:
    """The body with its strong ETag; 304 without it where the client has it already."""
    tag = _etag(request, body)
    own = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept", **(headers or {})}
    if _has_it(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=own)
    return Response(body, headers=own, media_type=media_type)


def as_json(value: Any) -> bytes:
    """One JSON document."""
    return orjson.dumps(value)


def as_lines(values: Iterable[Any]) -> bytes:
    """One JSON document a line."""
    return b"".join(orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE) for value in values)


def links(request: Request, cursors: Mapping[str, tuple[str, str | None]]) -> dict[str, str]:
    """The `Link` header of a page: for each relation the parameter that leads there, and its cursor."""
    query = [(key, value) for key, value in request.query_params.multi_items() if key not in ("after", "before")]
    found = [
        f'<{request.scope["path"]}?{urlencode([*query, (parameter, cursor)])}>; rel="{relation}"'
        for relation, (parameter, cursor) in cursors.items()
        if cursor is not None
    ]
    return {"Link": ", ".join(found)} if found else {}


def _etag(request: Request, body: bytes) -> str:
    # What is compressed is another representation, and a strong tag must tell them apart (RFC 9110, section 8.8.3).
    coding = coding_of(request.headers.get("accept-encoding", ""))
    ending = f"-{coding}" if coding else ""
    return f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}{ending}"'


def _has_it(header: str, tag: str) -> bool:
    tags = {one.strip().removeprefix("W/") for one in header.split(",")}
    return "*" in tags or tag in tags
