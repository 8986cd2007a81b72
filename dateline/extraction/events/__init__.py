"""Events: what happened, with type, mode, status, date, place, participants, numbers and source."""

from dateline.extraction.events.arguments.reading import read_arguments
from dateline.extraction.events.arguments.unharmed import note_unharmed
from dateline.extraction.events.happenings.basis import with_bases
from dateline.extraction.events.happenings.cast import give_doers
from dateline.extraction.events.happenings.filling import finish
from dateline.extraction.events.happenings.joining import join
from dateline.extraction.events.happenings.story import carry
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.triggers.finding import find_triggers
from dateline.extraction.notes import Notes, Stage


def run(notes: Notes) -> None:
    """Fills `notes.events`, in the order in which the text first tells them; a fault costs what it is in."""
    setting = Setting(notes)
    tellings = []
    for trigger in find_triggers(setting):
        with notes.guard("events: a mention"):
            tellings.append(read_arguments(setting, trigger))
    note_unharmed(setting, tellings)
    for told in tellings:
        if told.trigger.rule.acled is not None and not told.trigger.echo:
            setting.told_by_sentence.setdefault(told.sentence, set()).add(told.trigger.rule.acled)
    with notes.guard("events: the story"):
        carry(setting, tellings)
    happenings = join(setting, tellings)
    with notes.guard("events: the cast"):
        give_doers(setting, happenings)
    events = []
    for happening in happenings:
        with notes.guard("events: a happening"):
            events.append(with_bases(setting, happening, finish(setting, happening)))
    notes.events = tuple(events)


STAGE = Stage("events", frozenset({"places", "actors", "quotes"}), frozenset({"events"}), run)

__all__ = ["STAGE"]
