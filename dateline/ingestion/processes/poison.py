"""Errors that nobody foresaw, told as the fate of the one article that they struck."""

from __future__ import annotations

import logging

from schema.errors import PoisonError

log = logging.getLogger(__name__)


def as_poison(error: BaseException) -> PoisonError:
    """What an article is set aside for; the error itself is logged."""
    log.error("reading an article failed", exc_info=error)
    return PoisonError(
        f"Dateline failed on this article: {type(error).__name__}: {error}", hint="This is a bug; please report it."
    )
