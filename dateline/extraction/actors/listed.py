"""Actors of one's own list, found before all others by any of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction.actors.persons import note_names
from dateline.extraction.actors.register import Draft, Register
from dateline.extraction.actors.words import actor_words, fold
from schema.vocabulary import ActorKind, ActorSector, Basis, MentionForm

if TYPE_CHECKING:
    from dateline.extraction.actors.own import OwnActor

SHORT = 4
"""Letters: shorter names are found only as they are written in the list."""
MARKS = 8
"""Characters that a name may have in an article and not when folded: dots, hyphens, spaces."""


def find_listed(register: Register) -> None:
    """Registers the actors of one's own list, the longest name where several begin at a word."""
    own, end = register.notes.own_actors, 0
    if own is None:
        return
    for token in register.doc:
        longest = own.beginnings.get(fold(token.text)[:2]) if token.i >= end and token.text[0].isalnum() else None
        if longest is None:
            continue
        found = _longest_from(register, token.i, longest + MARKS)
        if found is not None:
            actor, end = found
            _register(register, actor, token.i, end)


def _longest_from(register: Register, start: int, characters: int) -> tuple[OwnActor, int] | None:
    doc, own = register.doc, register.notes.own_actors
    assert own is not None
    found = None
    for end in range(start + 1, len(doc) + 1):
        if doc[end - 1].idx + len(doc[end - 1]) - doc[start].idx > characters:
            break
        actor = own.by_name.get(fold(doc[start:end].text))
        if actor is not None and _is_written(register, actor, start, end):
            found = actor, end
    return found


def _is_written(register: Register, actor: OwnActor, start: int, end: int) -> bool:
    """Whether words are a name, with its capital, and no part of a longer one."""
    doc = register.doc
    text = " ".join(doc[start:end].text.split())
    if doc[start].is_punct or doc[end - 1].text in ("'s", "’s") or (end < len(doc) and _joins(register, end)):
        return False
    if text in actor.names:
        return True
    return text[0].isupper() and len(fold(text)) > SHORT


def _joins(register: Register, at: int) -> bool:
    return register.doc[at].text in ("-", "–") and not register.doc[at - 1].whitespace_


def _register(register: Register, actor: OwnActor, start: int, end: int) -> None:
    sector = actor.sector or actor_words().sector_of_name(actor.name)
    draft = Draft(actor.name, actor.kind, sector, actor.country_code, own=actor)
    if actor.sector is None and actor.kind is ActorKind.PERSON:
        draft.sector = ActorSector.UNKNOWN
    draft.country_basis = Basis.INFERRED if actor.country_code else None
    index = register.add(draft, f"own:{actor.id}")
    if actor.kind is ActorKind.PERSON and end - start > 1:
        note_names(register, index, start, end)
    elif actor.kind is ActorKind.ORGANIZATION:
        for name in actor.names:
            register.by_key.setdefault(f"body:{actor_words().without_endings(fold(name))}", index)
    register.mention(index, start, end, MentionForm.NAME)
