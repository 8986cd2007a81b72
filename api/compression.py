"""Answers compressed by zstd, br or gzip, whichever of them the client accepts, in this order.

Event streams never are: what waits in a compressor's buffer is late news.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from starlette.middleware import Middleware
from starlette.types import ASGIApp
from starlette_compress import CompressMiddleware, add_compress_type, remove_compress_type

SMALLEST = 1_000
"""Bytes: shorter answers fit into one packet anyway."""
CODINGS = ("zstd", "br", "gzip")
TYPES = (
    "application/feed+json",
    "application/graphql-response+json",
    "application/problem+json",
    "application/x-ndjson",
    "application/vnd.oai.openapi+json",
    "text/csv",
)
"""Those that the library does not know by itself."""


def compression() -> Middleware:
    """The middleware."""
    return Middleware(compressed)


def compressed(app: ASGIApp) -> ASGIApp:
    """An application whose answers are compressed; the library keeps one list of types for the whole process."""
    for media_type in TYPES:
        add_compress_type(media_type)
    remove_compress_type("text/event-stream")
    return CompressMiddleware(app, minimum_size=SMALLEST)


@lru_cache(128)
def coding_of(accept_encoding: str) -> str | None:
    """The coding that an answer to this header is compressed by where it is long enough; None for none."""
    wanted = dict(_qualities(accept_encoding))
    others = wanted.get("*", 0.0)
    return next((coding for coding in CODINGS if wanted.get(coding, others) > 0), None)


def _qualities(header: str) -> Iterator[tuple[str, float]]:
    for element in header.split(","):
        coding, *parameters = (part.strip().lower() for part in element.split(";"))
        quality = next((value for key, _, value in (one.partition("=") for one in parameters) if key == "q"), "1")
        try:
            yield coding, float(quality)
        except ValueError:
            yield coding, 0.0
