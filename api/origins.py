"""Which pages of other origins may use the API from a browser (CORS); none unless the operator names them."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

EXPOSED = (
    "X-Request-ID",
    "ETag",
    "Link",
    "Location",
    "Retry-After",
    "Content-Disposition",
    "Allow",
    "RateLimit",
    "RateLimit-Policy",
)
"""Headers of answers that scripts may read."""
PREFLIGHT_SECONDS = 86_400


def cross_origin(origins: Sequence[str]) -> list[Middleware]:
    """The middleware, where there are origins.

    Cookies are never allowed with it, so any header may come: the API knows nobody by what a browser sends on its own.
    """
    if not origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=origins,
            allow_methods=("GET", "HEAD", "POST"),
            allow_headers=("*",),
            expose_headers=EXPOSED,
            max_age=PREFLIGHT_SECONDS,
        )
    ]
