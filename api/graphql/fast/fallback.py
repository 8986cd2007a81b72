"""What says that an operation must be executed in the ordinary way."""

from __future__ import annotations


class Fallback(Exception):  # noqa: N818 - nothing is wrong
    """Ordinary execution must answer; the message says why."""


class PinnedLiteral(Fallback):
    """A literal differs that decides more than a value; the text needs a plan of its own."""
