"""The actors of one article while they are being found: drafts, and which token names which.

A draft's index never changes, so that later stages can keep it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.extraction.actors.words import fold
from dateline.extraction.notes import Notes
from schema.mentions import ActorEntity, ActorMention, OfficeMention
from schema.spans import Excerpt
from schema.vocabulary import ActorKind, ActorSector, Basis, MentionForm

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.extraction.actors.own import OwnActor


@dataclass(slots=True)
class Named:
    """One mention of a draft, by tokens."""

    start: int
    end: int
    form: MentionForm


@dataclass(slots=True)
class Draft:
    """An actor on its way."""

    name: str
    kind: ActorKind
    sector: ActorSector = ActorSector.UNKNOWN
    country_code: str | None = None
    mentions: list[Named] = field(default_factory=list)
    offices: list[OfficeMention] = field(default_factory=list)
    aliases: Counter[str] = field(default_factory=Counter)
    gender: str | None = None
    plural: bool = False
    resolved: bool = True
    country_basis: Basis | None = None
    """Where `country_code` was taken from; None where it is told by the actor's own words."""
    own: OwnActor | None = None
    """The line of one's own list."""


class Register:
    """All drafts of an article."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.doc: Doc = notes.doc
        self.drafts: list[Draft] = []
        self.by_token: dict[int, int] = {}
        self.named_at: dict[int, Named] = {}
        """By token the mention that it is part of."""
        self.sentence_of = sentence_numbers(notes.doc)
        self.by_sentence: dict[int, list[tuple[int, Named]]] = {}
        """By the number of a sentence its mentions, each with the index of its draft."""
        self.by_key: dict[str, int] = {}
        self.surnames: dict[str, list[int]] = {}
        """Persons named in full, by surname."""
        self.bodies_of_offices: dict[Excerpt, tuple[int, int] | str] = {}
        """By the words of an office, the tokens of the body that it belongs to, or the key of its country."""
        self.place_by_token = _place_tokens(notes)

    def add(self, draft: Draft, key: str) -> int:
        """Takes a new draft under a key; the index of the one that is there already under it, else its own."""
        if key in self.by_key:
            return self.by_key[key]
        self.drafts.append(draft)
        self.by_key[key] = len(self.drafts) - 1
        return len(self.drafts) - 1

    def mention(self, index: int, start: int, end: int, form: MentionForm) -> None:
        """Records that tokens `start` to `end` name a draft; tokens that name another already stay with that one.

        Of a description (`the Met spokesman`) the words after those are left, of a name nothing.
        """
        taken = [token for token in range(start, end) if token in self.by_token]
        if taken and (form is not MentionForm.NOMINAL or taken[-1] == end - 1):
            return
        start = taken[-1] + 1 if taken else start
        draft = self.drafts[index]
        named = Named(start, end, form)
        draft.mentions.append(named)
        self.by_sentence.setdefault(self.sentence_of[start], []).append((index, named))
        for token in range(start, end):
            self.by_token[token], self.named_at[token] = index, named
        if form is MentionForm.NAME:
            draft.aliases[self.doc[start:end].text] += 1

    @cached_property
    def told_names(self) -> Counter[str]:
        """How often the model takes words for a name, by their folded form."""
        return Counter(fold(entity.text.removesuffix("'s")) for entity in self.doc.ents)

    def named_near(self, token: int, sentences: int) -> dict[int, list[Named]]:
        """The mentions of each draft before a token, in its sentence and some before that."""
        here, found = self.sentence_of[token], dict[int, list[Named]]()
        for number in range(max(0, here - sentences), here + 1):
            for index, named in self.by_sentence.get(number, ()):
                if named.start < token:
                    found.setdefault(index, []).append(named)
        return found

    def excerpt(self, start: int, end: int) -> Excerpt:
        """The words of tokens `start` to `end`."""
        span = self.doc[start:end]
        return self.notes.cut(span.start_char, span.end_char)

    def name_of(self, index: int) -> str:
        """Of several full names of a person the most frequent, then the longest: the parse may add words to one."""
        draft = self.drafts[index]
        if draft.kind is not ActorKind.PERSON or draft.own is not None:
            return draft.name
        full = {" ".join(alias.split()): count for alias, count in draft.aliases.items() if " " in alias.strip()}
        clean = {alias: count for alias, count in full.items() if _is_clean(alias)}
        return max(clean, key=lambda alias: (clean[alias], len(alias), alias), default=draft.name)

    def entity(self, index: int) -> ActorEntity:
        """A draft as it stands now."""
        draft = self.drafts[index]
        name = self.name_of(index)
        mentions = sorted(draft.mentions, key=lambda named: named.start)
        return ActorEntity(
            name=name,
            kind=draft.kind,
            sector=draft.sector,
            country_code=draft.country_code,
            mentions=tuple(ActorMention(self.excerpt(m.start, m.end), m.form) for m in mentions),
            offices=tuple(draft.offices),
            aliases=tuple(sorted(alias for alias in draft.aliases if alias != name)),
            resolved=draft.resolved,
            country_basis=(draft.country_basis or Basis.STATED) if draft.country_code else None,
            external_ids=draft.own.external_ids if draft.own is not None else (),
            own_id=draft.own.id if draft.own is not None else None,
        )


def _is_clean(name: str) -> bool:
    return all(character.isalnum() or character in " .'’-&" for character in name) and not name.isupper()


def _place_tokens(notes: Notes) -> dict[int, int]:
    """From tokens to indexes of the place mentions that they are part of."""
    starts = {token.idx: token.i for token in notes.doc}
    found: dict[int, int] = {}
    for index, place in enumerate(notes.places):
        token = starts.get(place.excerpt.start)
        while token is not None and token < len(notes.doc) and notes.doc[token].idx < place.excerpt.end:
            found[token] = index
            token += 1
    return found


def sentence_numbers(doc: Doc) -> list[int]:
    """For each token the number of its sentence, from 0."""
    numbers, number = [], -1
    for token in doc:
        number += bool(token.is_sent_start)
        numbers.append(max(number, 0))
    return numbers


def quoted_tokens(register: Register) -> list[bool]:
    """For each token whether it stands inside quotation marks."""
    quoted = [False] * len(register.doc)
    marks = iter(register.notes.marks)
    passage = next(marks, None)
    for token in register.doc:
        while passage is not None and token.idx >= passage.end:
            passage = next(marks, None)
        quoted[token.i] = passage is not None and passage.start <= token.idx
    return quoted
