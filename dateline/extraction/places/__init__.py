"""Toponyms: which words name places, and which places they mean."""

from dateline.extraction.notes import Notes, Stage
from dateline.extraction.places.recognition import find_toponyms
from dateline.extraction.places.resolution import resolve_toponyms


def run(notes: Notes) -> None:
    """Fills `notes.places`."""
    notes.places = resolve_toponyms(notes, find_toponyms(notes))


STAGE = Stage("places", frozenset({"parse"}), frozenset({"places"}), run)

__all__ = ["STAGE"]
