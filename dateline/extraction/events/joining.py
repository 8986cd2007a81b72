"""From triggers to happenings: words that tell the same one are joined, within a sentence and over the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments import FINENESS, UNKNOWN_WHEN, Told
from dateline.extraction.notes import Notes
from schema.mentions import CountMention, EventMention, ParticipantMention, Place, WhenMention
from schema.vocabulary import DatePrecision, EventStatus, EventType, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

HARMFUL = frozenset({EventType.ASSAULT, EventType.DISASTER, EventType.ACCIDENT, EventType.CRIME})
"""Happenings that kill and injure."""
REACH = 12
"""Sentences over which words may be joined to a happening told before."""


LIKE_ENOUGH = 0.8


@dataclass(slots=True)
class Happening:
    """What is told in one or several places of the article."""

    parts: list[Told]

    @property
    def type(self) -> EventType:
        """The type that the first word without a mere harm tells."""
        plain = [told for told in self.parts if told.trigger.rule.harm is None]
        return (plain or self.parts)[0].trigger.type

    @property
    def last_sentence(self) -> int:
        """Where it was told last."""
        return max(told.sentence for told in self.parts)

    def harm_only(self) -> bool:
        """Whether nothing but words of harm tell it."""
        return all(told.trigger.rule.harm is not None for told in self.parts)


def join(notes: Notes, tellings: list[Told]) -> list[Happening]:
    """All happenings, in the order in which they are first told."""
    happenings: list[Happening] = []
    for told in tellings:
        target = _same_sentence(happenings, told) or _told_before(notes, happenings, told)
        if target is not None:
            target.parts.append(told)
        else:
            happenings.append(Happening([told]))
    return [happening for happening in happenings if _stands(happening)]


def _stands(happening: Happening) -> bool:
    """`died` alone is no event: people die in their beds."""
    if not happening.harm_only():
        return True
    told = happening.parts[0]
    harm = {part.trigger.rule.harm for part in happening.parts}
    if harm == {"died"}:
        return False
    counted = any(part.killed or part.injured for part in happening.parts)
    doer = any(p.role is ParticipantRole.ACTOR for part in happening.parts for p in part.participants)
    return counted or doer or (told.location is not None and told.trigger.token.pos_ == "VERB")


def _may_join(happening: Happening, told: Told) -> bool:
    """Whether two may be one happening by their types."""
    harm = told.trigger.rule.harm is not None
    kind = told.trigger.type
    if happening.harm_only():
        return harm or kind in HARMFUL
    if harm:
        return happening.type in HARMFUL or (happening.type is EventType.PROTEST)
    return happening.type is kind or (happening.type in HARMFUL and kind in HARMFUL and _one_blast(happening, told))


def _one_blast(happening: Happening, told: Told) -> bool:
    """An explosion may turn out to be an attack, a fire an accident: words of one thing."""
    modes = {part.trigger.rule.mode for part in happening.parts} | {told.trigger.rule.mode}
    return "explosion" in modes or "fire" in modes or "collapse" in modes


def _same_sentence(happenings: list[Happening], told: Told) -> Happening | None:
    for happening in reversed(happenings):
        if not _may_join(happening, told) or _dates_differ(happening, told):
            continue
        here = [part for part in happening.parts if part.sentence == told.sentence]
        if any(_connected(part.trigger.token, told.trigger.token, told) for part in here):
            return happening
    return None


def _connected(first: Token, second: Token, told: Told) -> bool:
    """Whether two words of a sentence hang together: one below the other, or both below one verb."""
    if told.trigger.rule.harm is not None or first.lemma_ == second.lemma_:
        return True
    near = (second, *list(second.ancestors)[:3])
    return first in near or second in (first, *list(first.ancestors)[:3]) or first.head == second.head


def _told_before(notes: Notes, happenings: list[Happening], told: Told) -> Happening | None:
    best: tuple[float, int] | None = None
    for index, happening in enumerate(happenings):
        distance = told.sentence - happening.last_sentence
        if distance > REACH or not _may_join(happening, told):
            continue
        if _dates_differ(happening, told) or _places_differ(notes, happening, told) or _status_differs(happening, told):
            continue
        score = _likeness(notes, happening, told) + 0.4 / (1 + distance)
        if score >= LIKE_ENOUGH and (best is None or score > best[0]):
            best = (score, index)
    return happenings[best[1]] if best is not None else None


def _status_differs(happening: Happening, told: Told) -> bool:
    unreal = {EventStatus.PLANNED, EventStatus.HYPOTHETICAL}
    own = {part.trigger.status in unreal for part in happening.parts}
    return (told.trigger.status in unreal) not in own


def _likeness(notes: Notes, happening: Happening, told: Told) -> float:
    token = told.trigger.token
    score = 0.0
    if any(part.trigger.token.lemma_ == token.lemma_ for part in happening.parts):
        score += 0.4
    if token.pos_ == "NOUN" and _is_definite(token):
        score += 0.6
    if told.location is not None and any(_same_place(notes, part.location, told.location) for part in happening.parts):
        score += 0.6
    dates = {part.when.earliest for part in happening.parts if part.when.precision is DatePrecision.DAY}
    if told.when.precision is DatePrecision.DAY and told.when.earliest in dates:
        score += 0.5
    if _share_actor(happening, told):
        score += 0.6
    if told.trigger.rule.harm is not None:
        score += 0.5
        killed = {part.killed.best for part in happening.parts if part.killed}
        score += 0.5 if told.killed is not None and told.killed.best in killed else 0.0
    return score


def _is_definite(noun: Token) -> bool:
    if noun.tag_ != "NN":
        return False
    return any(
        child.lower_ in ("the", "this", "that") or (child.dep_ == "poss" and child.ent_type_ in ("DATE", "TIME"))
        for child in noun.lefts
    )


def _same_place(notes: Notes, first: int | None, second: int | None) -> bool:
    if first is None or second is None:
        return False
    one, other = notes.places[first].place, notes.places[second].place
    if one is None or other is None:
        return notes.places[first].excerpt.text == notes.places[second].excerpt.text
    return one == other


def _places_differ(notes: Notes, happening: Happening, told: Told) -> bool:
    """Whether both name places, and neither lies in the other."""
    if told.location is None:
        return False
    own = [part.location for part in happening.parts if part.location is not None]
    return bool(own) and not any(_compatible(notes, first, told.location) for first in own)


def _compatible(notes: Notes, first: int, second: int) -> bool:
    if _same_place(notes, first, second):
        return True
    one, other = notes.places[first].place, notes.places[second].place
    return one is not None and other is not None and (_lies_in(one, other) or _lies_in(other, one))


def _lies_in(inner: Place, outer: Place) -> bool:
    at: Place | None = inner
    while at is not None:
        if at == outer:
            return True
        at = at.parent
    return False


def _dates_differ(happening: Happening, told: Told) -> bool:
    if told.when.earliest is None or told.when.latest is None:
        return False
    for part in happening.parts:
        if part.when.earliest is not None and part.when.latest is not None:
            if part.when.latest < told.when.earliest or told.when.latest < part.when.earliest:
                return True
    return False


def _share_actor(happening: Happening, told: Told) -> bool:
    own = {(p.role, p.actor) for part in happening.parts for p in part.participants if p.actor is not None}
    return any((p.role, p.actor) in own for p in told.participants)


# ---------------------------------------------------------------- the finished mention


def finish(notes: Notes, happening: Happening) -> EventMention:
    """The happening with the best that any of its words tells."""
    best = max(happening.parts, key=lambda told: (_wealth(told), -told.sentence))
    location = _best_place(notes, happening.parts, best)
    token = best.trigger.token
    triggers = sorted({_cut(notes, told.trigger.token) for told in happening.parts})
    rule = next(
        (told.trigger.rule for told in _by_wealth(happening.parts) if told.trigger.rule.mode), best.trigger.rule
    )
    plain = next((told.trigger.rule for told in happening.parts if told.trigger.rule.harm is None), best.trigger.rule)
    if rule.type is not plain.type:
        rule = plain
    sentence = token.sent
    start, end = _trim(notes, sentence.start_char, sentence.end_char)
    return EventMention(
        trigger=_cut(notes, token),
        triggers=tuple(triggers),
        type=happening.type,
        mode=rule.mode if rule.type is happening.type else None,
        status=_status(happening.parts),
        when=_best_when(happening.parts),
        location=location,
        participants=tuple(_participants(happening.parts)),
        killed=_highest(told.killed for told in _by_wealth(happening.parts)),
        injured=_highest(told.injured for told in _by_wealth(happening.parts)),
        said_by=next((told.said_by for told in _by_wealth(happening.parts) if told.said_by is not None), None),
        evidence=notes.cut(start, end),
        confidence=round(_confidence(happening, location), 2),
        acled=next((told.trigger.rule.acled for told in happening.parts if told.trigger.rule.acled), None),
    )


def _wealth(told: Told) -> float:
    """How much one word tells of the happening."""
    score = 2.0 * (told.killed is not None) + 1.5 * (told.injured is not None) + 1.0 * (told.location is not None)
    score += 0.5 * told.attached_place + 1.0 * (told.when.earliest is not None) + 0.3 * len(told.participants)
    return score + (0.5 if told.trigger.rule.harm is None else 0.0)


def _by_wealth(parts: list[Told]) -> list[Told]:
    return sorted(parts, key=lambda told: (-_wealth(told), told.trigger.token.i))


def _cut(notes: Notes, token: Token):  # type: ignore[no-untyped-def]
    return notes.cut(token.idx, token.idx + len(token))


def _trim(notes: Notes, start: int, end: int) -> tuple[int, int]:
    text, dateline = notes.source.text, notes.source.dateline
    if dateline is not None and dateline.start <= start < dateline.end < end:
        start = dateline.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _status(parts: list[Told]) -> EventStatus:
    """The most certain reading of the words that carry the happening."""
    found = {told.trigger.status for told in parts}
    for status in (EventStatus.REPORTED, EventStatus.CLAIMED, EventStatus.DENIED, EventStatus.PLANNED):
        if status in found:
            return status
    return EventStatus.HYPOTHETICAL


def _best_when(parts: list[Told]) -> WhenMention:
    dated = [told.when for told in parts if told.when.earliest is not None and told.when.latest is not None]
    if not dated:
        return next((told.when for told in parts if told.when.excerpt is not None), UNKNOWN_WHEN)
    return min(dated, key=lambda when: (when.latest - when.earliest).days if when.latest and when.earliest else 0)


def _best_place(notes: Notes, parts: list[Told], best: Told) -> int | None:
    if best.location is not None and best.attached_place:
        attached = [best.location]
    else:
        attached = [told.location for told in parts if told.attached_place and told.location is not None]
    candidates = attached or [told.location for told in parts if told.location is not None]
    return max(candidates, key=lambda index: _fineness(notes, index)) if candidates else None


def _fineness(notes: Notes, index: int) -> tuple[int, int]:
    place = notes.places[index].place
    return (FINENESS[place.kind] if place is not None else 3, -index)


def _participants(parts: list[Told]) -> Iterator[ParticipantMention]:
    seen: set[tuple[ParticipantRole, int | str]] = set()
    for told in parts:
        for participant in told.participants:
            key = (participant.role, participant.actor if participant.actor is not None else participant.name.lower())
            if key not in seen and len(seen) < 12:
                seen.add(key)
                yield participant


def _highest(counts: Iterator[CountMention | None]) -> CountMention | None:
    """Tolls rise: of several numbers the highest is the last, and the others are parts of it."""
    return max((count for count in counts if count is not None), key=lambda count: count.best, default=None)


def _confidence(happening: Happening, location: int | None) -> float:
    certain = max(told.trigger.certain for told in happening.parts)
    certain -= 0.0 if location is not None else 0.1
    certain -= 0.0 if any(told.participants for told in happening.parts) else 0.1
    return max(0.1, min(0.99, certain + 0.03 * (len(happening.parts) - 1)))
