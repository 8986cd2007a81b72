"""Who speaks: from the token at a cue to the words that name the speaker and the actor they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extraction.notes import Notes
from schema.mentions import SpeakerMention
from schema.vocabulary import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Token

NOBODY = frozenset({"i", "we", "you", "me", "us", "there", "this", "these", "those", "what", "nobody", "none"})


def speaker_at(notes: Notes, token: Token) -> SpeakerMention | None:
    """The speaker that a token names; None for words that name nobody."""
    if token.lower_ in NOBODY or token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT"):
        return None
    index = notes.actors_known
    actor = index.obtain(token)
    start, end = index.phrase(token)
    doc = notes.doc
    excerpt = notes.cut(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
    if actor is not None:
        return SpeakerMention((excerpt,), index.name_of(actor), actor)
    return SpeakerMention((excerpt,), " ".join(excerpt.text.split()), None)


def is_person(notes: Notes, token: Token) -> bool:
    """Whether a token means a person that the article names."""
    actor = notes.actors_known.find(token)
    return actor is not None and notes.actors_known.kind_of(actor) is ActorKind.PERSON
