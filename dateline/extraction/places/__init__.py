"""Toponyms: which words name places, and which places they mean."""

from dateline.extraction.notes import Notes, Stage
from dateline.extraction.places.recognition import find_toponyms
from dateline.extraction.places.resolution import resolve_toponyms
from schema.mentions import PlaceMention


def run(notes: Notes) -> None:
    """Fills `notes.places`."""
    notes.places = resolve_toponyms(notes, find_toponyms(notes))


def place_at(places: tuple[PlaceMention, ...], start: int, end: int) -> int | None:
    """Index of the first place mention that overlaps the code points `start` to `end`."""
    for index, mention in enumerate(places):
        if mention.excerpt.start < end and start < mention.excerpt.end:
            return index
    return None


STAGE = Stage("places", frozenset({"parse"}), frozenset({"places"}), run)

__all__ = ["STAGE", "place_at"]
