"""The finished mention of a happening: the best that any of its words tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.extraction.events.arguments.reading import Told
from dateline.extraction.events.arguments.victims import most_of_each
from dateline.extraction.events.arguments.when import UNKNOWN_WHEN, is_since
from dateline.extraction.events.happenings.happening import Happening
from dateline.extraction.events.happenings.mention import is_update
from dateline.extraction.events.happenings.subtypes import sub_event
from dateline.extraction.events.setting import Setting
from dateline.extraction.events.traits import traits
from dateline.extraction.events.triggers.rules import Rule
from dateline.extraction.notes import Notes
from schema.mentions import CountMention, EventMention, ParticipantMention, VictimsMention, WhenMention
from schema.spans import Excerpt
from schema.vocabulary import Basis, EventStatus, EventType, Harm, ParticipantRole

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_PARTICIPANTS = 12
UNKNOWN_WIDTH = 100_000
LONG_DAYS = 27
"""Of a month and more, which no happening of one day takes."""
CORRECTING = frozenset({"revise", "lower", "correct", "downgrade", "reduce"})


def finish(setting: Setting, happening: Happening) -> EventMention:
    """One event of the article."""
    notes = setting.notes
    rich = _by_wealth([told for told in happening.parts if not told.trigger.echo])
    best = rich[0]
    location = _best_place(setting, happening, rich)
    rule = _rule(happening, rich)
    participants = tuple(_participants(happening))
    killed, injured = _toll((told, told.killed) for told in rich), _toll((told, told.injured) for told in rich)
    return EventMention(
        trigger=_cut(notes, best),
        triggers=tuple(sorted({_cut(notes, told) for told in happening.parts})),
        type=happening.type,
        mode=rule.mode if rule is not None else None,
        status=_status(rich),
        when=_best_when(setting, happening.parts, best),
        location=location,
        location_basis=_basis_of_place(rich, location),
        participants=participants,
        killed=killed,
        injured=injured,
        said_by=_source(setting, rich, participants),
        evidence=evidence_of(notes, best.trigger.token),
        confidence=round(_confidence(rich, location), 2),
        acled=sub_event(setting, happening, rich, participants),
        victims=tuple(_victims(happening.parts, {Harm.KILLED: killed, Harm.INJURED: injured})),
    )


def _source(setting: Setting, rich: list[Told], participants: tuple[ParticipantMention, ...]) -> int | None:
    """Who says what the best telling tells, a headline left out; nobody says it of his own deed."""
    best = next((told for told in rich if told.trigger.token.idx >= setting.title_end), rich[0])
    doers = {part.actor for part in participants if part.role is ParticipantRole.ACTOR}
    return best.said_by if best.said_by not in doers else None


def _by_wealth(parts: list[Told]) -> list[Told]:
    return sorted(parts, key=lambda told: (-_wealth(told), told.trigger.token.i))


def _wealth(told: Told) -> float:
    """How much one word tells of the happening."""
    score = 2.0 * (told.killed is not None) + 1.5 * (told.injured is not None) + 1.0 * told.is_placed
    score += 0.5 * told.attached_place + 1.0 * told.is_dated + 0.3 * len(told.participants)
    return score + (0.0 if told.is_harm else 0.5)


def _rule(happening: Happening, rich: list[Told]) -> Rule | None:
    """The rule with a mode among those that tell the type of the happening."""
    tellings = (*rich, *(told for told in happening.parts if told.trigger.echo))
    rules = [told.trigger.rule for told in tellings if told.trigger.rule.type is happening.type and not told.is_harm]
    return next((rule for rule in rules if rule.mode), None)


def _cut(notes: Notes, told: Told) -> Excerpt:
    token = told.trigger.token
    return notes.cut(token.idx, token.idx + len(token))


def evidence_of(notes: Notes, token: Token) -> Excerpt:
    """The sentence of a word, without dateline and blank ends."""
    sentence = token.sent
    start, end = sentence.start_char, sentence.end_char
    text, dateline = notes.source.text, notes.source.dateline
    if dateline is not None and dateline.start <= start < dateline.end < end:
        start = dateline.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return notes.cut(start, end)


def _status(parts: list[Told]) -> EventStatus:
    """The most certain reading of the words that carry the happening."""
    found = {told.trigger.status for told in parts}
    for status in (EventStatus.REPORTED, EventStatus.CLAIMED, EventStatus.DENIED, EventStatus.PLANNED):
        if status in found:
            return status
    return EventStatus.HYPOTHETICAL


def _best_when(setting: Setting, parts: list[Told], best: Told) -> WhenMention:
    """The date in the sentence that stands for the happening, else the one that most words agree on.

    Of as many the narrowest, of those the one told first; words that name the happening come before those of what came
    of it, echoes last.
    """
    if best.is_dated and not best.is_aftermath and not is_since(setting, best.when):
        return best.when
    dated = sorted((told for told in parts if told.when.excerpt is not None), key=lambda told: told.trigger.token.i)
    dated = [told for told in dated if told.is_dated] or dated
    strong = [told for told in dated if not told.trigger.echo]
    tiers = ([told for told in strong if not told.is_aftermath and not is_since(setting, told.when)], strong, dated)
    whens = next(([told.when for told in tier] for tier in tiers if tier), [])
    chosen = min(whens, key=lambda when: (-_supporters(when, whens), _width(when)), default=UNKNOWN_WHEN)
    return _within(
        chosen, [told.when for told in parts if told.when.basis is not Basis.CARRIED and told.when.excerpt is not None]
    )


def _within(long: WhenMention, others: list[WhenMention]) -> WhenMention:
    """The narrowest date within a long time: `two killed yesterday.  It was the first attack this year`."""
    if long.earliest is None or long.latest is None or _width(long) < LONG_DAYS:
        return long
    inside = [
        when
        for when in others
        if when.earliest and when.latest and long.earliest <= when.earliest and when.latest <= long.latest
    ]
    return min(inside, key=_width, default=long)


def _supporters(when: WhenMention, others: list[WhenMention]) -> int:
    """How many dates may be the same, where one knows which days they mean, else how many are written alike."""
    if when.earliest is None or when.latest is None:
        return sum(_written(other) == _written(when) for other in others)
    return sum(
        other.earliest is not None
        and other.latest is not None
        and other.earliest <= when.latest
        and when.earliest <= other.latest
        for other in others
    )


def _written(when: WhenMention) -> str:
    return " ".join(when.excerpt.text.lower().split()) if when.excerpt is not None else ""


def _width(when: WhenMention) -> int:
    """Days from the first to the last that it may be; many where nobody knows."""
    return (when.latest - when.earliest).days if when.latest and when.earliest else UNKNOWN_WIDTH


def _best_place(setting: Setting, happening: Happening, rich: list[Told]) -> int | None:
    best = rich[0]
    if best.location is not None and best.attached_place:
        kind = traits(happening.type)
        return _finest_in(setting, rich, best.location) if kind.harmful or kind.judicial else best.location
    attached = [told.location for told in rich if told.attached_place and told.location is not None]
    placed = [told for told in rich if told.is_placed] or rich
    candidates = attached or [told.location for told in placed if told.location is not None]
    return max(candidates, key=lambda index: (setting.fineness(index), -index)) if candidates else None


def _finest_in(setting: Setting, rich: list[Told], location: int) -> int:
    """The finest place that any mention tells within another: `in France`, `at the Lyon district court`."""
    stated = (told for told in rich if told.is_placed or told.location_basis is Basis.DATELINE)
    own = [told.location for told in stated if told.location is not None]
    inside = [index for index in own if setting.lies_in(index, location)]
    return max(inside, key=lambda index: (setting.fineness(index), -index), default=location)


def _basis_of_place(rich: list[Told], location: int | None) -> Basis:
    """The best of those who tell the place: what one of them states is stated."""
    found = {told.location_basis for told in rich if told.location == location}
    return next((basis for basis in Basis if basis in found), Basis.STATED)


def _participants(happening: Happening) -> Iterator[ParticipantMention]:
    parts = happening.parts
    seen: set[tuple[ParticipantRole, int | str]] = set()
    harmed = {_key(p) for told in parts for p in told.participants if p.role is ParticipantRole.VICTIM}
    for told in parts:
        for participant in told.participants:
            if (
                participant.role is ParticipantRole.ACTOR
                and participant.actor is not None
                and participant.actor in harmed
            ):
                continue  # who suffers it in one sentence does not do it in another
            if happening.type is EventType.DISASTER and participant.role is ParticipantRole.ACTOR:
                continue  # `Cyclone Ditwah killed 153 people`: nobody does it
            if participant.role is ParticipantRole.RECIPIENT and _key(participant) in harmed:
                continue  # `was run over and killed`: one man
            key = (participant.role, _key(participant))
            if key in seen or len(seen) >= MOST_PARTICIPANTS or _is_told(participant, seen):
                continue
            seen.add(key)
            yield participant


def _key(participant: ParticipantMention) -> int | str:
    """Who takes part: an actor by number, a nameless one by its words."""
    return participant.actor if participant.actor is not None else _plain(participant.name)


def _plain(name: str) -> str:
    """A nameless participant without its article: `the rustlers`, `rustlers`."""
    first, _, rest = name.lower().partition(" ")
    return rest if rest and first in ("a", "an", "the", "these", "those") else name.lower()


def _is_told(participant: ParticipantMention, seen: set[tuple[ParticipantRole, int | str]]) -> bool:
    """Whether a nameless one was told with more words before: `the rustlers` after `cattle rustlers`."""
    if participant.actor is not None:
        return False
    plain = _plain(participant.name)
    return any(
        role is participant.role and isinstance(name, str) and name.endswith(f" {plain}") and not name[0].isdigit()
        for role, name in seen
    )


def _toll(counted: Iterable[tuple[Told, CountMention | None]]) -> CountMention | None:
    """The newest number: of an update, else the highest that the narrator or the first source gives.

    Tolls rise: of several numbers of one source the highest is the last, the others are parts of it; a correction wins.
    Another source's number stays its report's.
    """
    known = [(told, count) for told, count in counted if count is not None]
    corrected = [count for told, count in known if _corrects(told)]
    if corrected:
        return corrected[-1]
    in_order = sorted(known, key=lambda one: one[0].trigger.token.i)
    sources = [told.said_by for told, _ in in_order if told.trigger.status is not EventStatus.CLAIMED]
    first = next((source for source in sources if source is not None), None)
    own = [count for told, count in in_order if told.said_by in (None, first) or is_update(told.trigger.token)]
    return max(own or [count for _, count in known], key=lambda count: count.best, default=None)


def _victims(parts: list[Told], tolls: dict[Harm, CountMention | None]) -> Iterator[VictimsMention]:
    """Each kind once; more of a kind than there are of all is a misreading."""
    for victims in most_of_each(one for told in parts for one in told.victims):
        toll = tolls[victims.harm]
        if toll is None or toll.high is None or victims.count is None or victims.count.low <= toll.high:
            yield victims


def _corrects(told: Told) -> bool:
    """`the toll was revised down to 32`."""
    token = told.trigger.token
    return bool({token.head.lemma_.lower(), token.lemma_.lower()} & CORRECTING)


def _confidence(parts: list[Told], location: int | None) -> float:
    certain = max(told.trigger.certain for told in parts)
    certain -= 0.0 if location is not None else 0.1
    certain -= 0.0 if any(told.participants for told in parts) else 0.1
    return max(0.1, min(0.99, certain + 0.03 * (len(parts) - 1)))
