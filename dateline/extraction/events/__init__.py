"""Events: what happened, with type, mode, status, date, place, participants, numbers and source."""

from dateline.extraction.events.arguments import read_arguments
from dateline.extraction.events.finishing import finish
from dateline.extraction.events.joining import join
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers import find_triggers
from dateline.extraction.notes import Notes, Stage


def run(notes: Notes) -> None:
    """Fills `notes.events`, in the order in which the text first tells them."""
    setting = Setting(notes)
    tellings = [read_arguments(setting, trigger) for trigger in find_triggers(setting)]
    notes.events = tuple(finish(setting, happening) for happening in join(setting, tellings))


STAGE = Stage("events", frozenset({"places", "actors", "quotes"}), frozenset({"events"}), run)

__all__ = ["STAGE"]
