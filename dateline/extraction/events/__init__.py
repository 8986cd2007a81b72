"""Events: what happened, with type, mode, status, date, place, participants, numbers and source."""

from dateline.extraction.events.arguments import Arguments
from dateline.extraction.events.joining import finish, join
from dateline.extraction.events.triggers import find_triggers
from dateline.extraction.notes import Notes, Stage


def run(notes: Notes) -> None:
    """Fills `notes.events`, in the order in which the text first tells them."""
    arguments = Arguments(notes)
    tellings = [arguments.read(trigger) for trigger in find_triggers(notes)]
    notes.events = tuple(finish(notes, happening) for happening in join(notes, tellings))


STAGE = Stage("events", frozenset({"places", "actors", "quotes"}), frozenset({"events"}), run)

__all__ = ["STAGE"]
