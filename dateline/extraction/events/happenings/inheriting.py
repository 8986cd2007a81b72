"""What a sentence leaves out because the one before it has told it: the day, and the place.

`Gunmen attacked a bank in Lima on Tuesday. A guard was shot.`  The shot was fired in Lima, and on Tuesday.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.happenings.likeness import HARMFUL, Happening, is_another, is_of_long_time
from dateline.extraction.events.setting import Setting
from schema.vocabulary import DatePrecision, EventStatus, EventType

PLACED = HARMFUL | {EventType.COERCE, EventType.PROTEST}
"""Deeds that are told one after the other as they happened at one place."""
REAL = frozenset({EventStatus.REPORTED, EventStatus.CLAIMED})
BACK = 1
"""Sentences that the story goes back; two where they stand in one paragraph."""


def inherit(setting: Setting, happenings: list[Happening]) -> None:
    """Gives happenings without a day or place those of the deed told right before."""
    told = sorted((part for each in happenings for part in _told(each)), key=lambda part: part.trigger.token.i)
    for happening in happenings:
        own = _told(happening)
        if not own or happening.type not in PLACED or not _goes_on(setting, own[0]):
            continue
        before = list(_before(setting, told, happening, own[0]))
        if all(part.when.excerpt is None for part in own):
            dated = (part for part in before if _is_alike(part, happening) and _is_day(part))
            own[0].when = next((part.when for part in dated), own[0].when)
        if all(part.location is None for part in own):
            own[0].location = next((part.location for part in before if _is_placed(setting, part)), None)


def _told(happening: Happening) -> list[Told]:
    return [part for part in happening.parts if not part.trigger.echo]


def _goes_on(setting: Setting, told: Told) -> bool:
    """Whether a word tells a deed of the story's own time: not one of before, and no sum of many."""
    token = told.trigger.token
    if told.trigger.status not in REAL or is_another(token) or is_of_long_time(setting, told):
        return False
    return not any(child.dep_ == "aux" and child.lower_ == "had" for child in token.lefts)


def _before(setting: Setting, told: list[Told], happening: Happening, first: Told) -> Iterator[Told]:
    """The words of other happenings in the same and the last sentences, the nearest first."""
    own = {id(part) for part in happening.parts}
    for part in reversed(told):
        back = first.sentence - part.sentence
        near = 0 <= back <= BACK or (0 <= back <= BACK + 1 and _share_paragraph(setting, part, first))
        if (
            near
            and id(part) not in own
            and part.trigger.status in REAL
            and part.trigger.token.i < first.trigger.token.i
        ):
            yield part


def _share_paragraph(setting: Setting, one: Told, other: Told) -> bool:
    start, end = one.trigger.token.idx, other.trigger.token.idx
    return not any(start < paragraph.start <= end for paragraph in setting.notes.paragraphs)


def _is_alike(part: Told, happening: Happening) -> bool:
    kinds = {part.trigger.type, happening.type}
    return len(kinds) == 1 or kinds <= HARMFUL


def _is_day(part: Told) -> bool:
    return part.when.excerpt is not None and part.when.precision in (DatePrecision.DAY, DatePrecision.UNKNOWN)


def _is_placed(setting: Setting, part: Told) -> bool:
    return part.location is not None and part.trigger.type in PLACED and setting.fineness(part.location) > 0
