"""Answers compressed by zstd, br or gzip, whichever of them the client accepts, in this order.

Event streams never are: what waits in a compressor's buffer is late news.
"""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette_compress import CompressMiddleware, add_compress_type, remove_compress_type

SMALLEST = 1_000
"""Bytes: shorter answers fit into one packet anyway."""
TYPES = (
    "application/graphql-response+json",
    "application/problem+json",
    "application/x-ndjson",
    "application/vnd.oai.openapi+json",
    "text/csv",
)
"""Those that the library does not know by itself."""


def compression() -> Middleware:
    """The middleware; the library keeps one list of types for the whole process."""
    for media_type in TYPES:
        add_compress_type(media_type)
    remove_compress_type("text/event-stream")
    return Middleware(CompressMiddleware, minimum_size=SMALLEST)
