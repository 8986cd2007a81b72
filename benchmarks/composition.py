"""A made-up article while it is written: each fact's words are put into its text, and rows refer to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Table

from benchmarks.happenings import Happening, World, instant, made_id
from dateline.store.keeping.folding import fold
from schema.tables import (
    ACTOR_MENTION,
    DATELINE,
    EVIDENCE,
    LOCATION_MENTION,
    OFFICE,
    PARTICIPANT,
    QUOTE,
    QUOTE_PART,
    REPORT,
    TOLL,
    VICTIMS,
)
from schema.vocabulary import Basis, MentionForm, VictimKind

Row = dict[str, Any]
KINDS = [kind.value for kind in VictimKind]
ROLES = ("ACTOR", "RECIPIENT")


class Composition:
    """One article's text, and the rows of what it tells."""

    def __init__(self, identifier: str, published: datetime, world: World, rows: Callable[[Table], list[Row]]) -> None:
        self.id = identifier
        self.published = instant(published)
        self._world = world
        self._rows = rows
        self._parts: list[str] = []
        self._length = 0
        self.first: dict[int, int] = {}
        """Where each actor is named first, by its number."""
        self.places: set[int] = set()
        """Numbers of the places that it names."""

    @property
    def text(self) -> str:
        """What is written so far."""
        return "".join(self._parts)

    def say(self, words: str) -> int:
        """Puts words at the end; returns where they start."""
        start = self._length
        self._parts.append(words)
        self._length += len(words)
        return start

    def head(self, place: int) -> None:
        """Begins with a dateline."""
        identifier, name = self._world.places[place]
        evidence = self._locate(place, name.upper())
        self._rows(DATELINE).append({"article_id": self.id, "location_id": identifier, "evidence_id": evidence})
        self.say(" — ")

    def tell(self, happening: Happening, confidence: float) -> str:
        """Tells a happening: a report with all that belongs to it.  Returns the id of its evidence."""
        start, words = self._length, happening.words
        first = self._name(happening.actors[0])
        self.say(words[0])
        second = self._name(happening.actors[1])
        self.say(words[1])
        self._locate(happening.place)
        self.say(words[2])
        evidence = self._evidence(start, happening.summary)
        self.say(". ")
        report = made_id("report", self.id + happening.id)
        dated = {"when_text": happening.when_text, "when_evidence_id": evidence if happening.when_text else None}
        self._rows(REPORT).append(
            {
                "id": report,
                "event_id": happening.id,
                "article_id": self.id,
                "evidence_id": evidence,
                "trigger_id": evidence,
                "start": start,
                "published_at": self.published,
                **happening.told,
                **dated,
                **self._source(happening),
                "confidence": confidence,
            }
        )
        for position, (actor, named) in enumerate(zip(happening.actors, (first, second), strict=True)):
            row = self._participant(report, happening, position, actor, named)
            # Who tells it again is less sure.
            row["shown_as"] = position if confidence == happening.confidence else None
            self._rows(PARTICIPANT).append(row)
        place = 0
        for kind, number in happening.tolls.items():
            numbers = {"text": f"{number} people", "low": number, "best": number, "high": number}
            told = {**numbers, "basis": happening.basis}
            self._rows(TOLL).append({"report_id": report, "kind": kind, **told, "evidence_id": evidence})
            if number % 3:  # of the others nobody says what they were
                row = {
                    "id": made_id("victims", f"{report} {kind}"),
                    "report_id": report,
                    "event_id": happening.id,
                    "harm": kind,
                    "kind": KINDS[number % len(KINDS)],
                    **told,
                    "evidence_id": evidence,
                    "shown_as": place if confidence == happening.confidence else None,
                }
                self._rows(VICTIMS).append(row)
                place += 1
        return evidence

    def quote(self, identifier: str, kind: str, words: str, speaker: int) -> None:
        """Lets somebody say something."""
        self.say("“")
        start = self.say(words)
        evidence = self._evidence(start, words)
        self.say("” ")
        named = self._name(speaker)
        self.say(" said. ")
        own, name = self._world.people[speaker]
        self._rows(QUOTE).append(
            {
                "id": identifier,
                "article_id": self.id,
                "evidence_id": evidence,
                "start": start,
                "text": words,
                "kind": kind,
                "speaker_id": own,
                "own_speaker_id": own,
                "speaker_as_written": name,
                "speaker_name": name,
                "speaker_key": fold(name),
                "cue": "said",
                "medium": None,
                "confidence": 0.9,
                "published_at": self.published,
                "search_text": f"{words} {name}",
            }
        )
        for part, told in (("WORDS", evidence), ("SPEAKER", named)):
            self._rows(QUOTE_PART).append({"quote_id": identifier, "part": part, "position": 0, "evidence_id": told})

    def give_office(self, actor: int, title: str) -> None:
        """Says that an actor it names has an office; the words are the name's."""
        own, name = self._world.people[actor]
        self._rows(OFFICE).append(
            {
                "id": made_id("office", own + self.id),
                "actor_id": own,
                "own_id": own,
                "article_id": self.id,
                "title": title,
                "title_key": fold(title),
                "as_of": self.published[:10],
                "newest": True,
                "evidence_id": self._evidence_id(self.first[actor], len(name)),
            }
        )

    def _name(self, actor: int) -> str:
        own, name = self._world.people[actor]
        start = self.say(name)
        self.first.setdefault(actor, start)
        evidence = self._evidence(start, name)
        self._rows(ACTOR_MENTION).append(
            {
                "own_id": own,
                "evidence_id": evidence,
                "actor_id": own,
                "article_id": self.id,
                "form": MentionForm.NAME.value,
                "start": start,
                "published_at": self.published,
            }
        )
        return evidence

    def _locate(self, place: int, written: str | None = None) -> str:
        identifier, name = self._world.places[place]
        start = self.say(written or name)
        self.places.add(place)
        evidence = self._evidence(start, written or name)
        self._rows(LOCATION_MENTION).append(
            {
                "evidence_id": evidence,
                "article_id": self.id,
                "location_id": identifier,
                "start": start,
                "published_at": self.published,
                "score": 0.9,
                "reason": "made up",
                "metonym": False,
            }
        )
        return evidence

    def _evidence(self, start: int, words: str) -> str:
        identifier = self._evidence_id(start, len(words))
        end = start + len(words)
        span = {"start": start, "end": end, "start_utf16": start, "end_utf16": end}
        self._rows(EVIDENCE).append({"id": identifier, "article_id": self.id, **span, "text": words})
        return identifier

    def _evidence_id(self, start: int, length: int) -> str:
        return made_id("evidence", f"{self.id}{start},{length}")

    def _source(self, happening: Happening) -> Row:
        """Of a third of them, the second of those with a part."""
        number = happening.actors[1]
        source = None if number % 3 else self._world.people[number][0]
        basis = None if source is None else happening.basis
        return {"said_by_id": source, "own_said_by_id": source, "said_by_basis": basis}

    def _participant(self, report: str, happening: Happening, position: int, actor: int, evidence: str) -> Row:
        own, name = self._world.people[actor]
        return {
            "id": made_id("participant", f"{report}{position}"),
            "report_id": report,
            "event_id": happening.id,
            "position": position,
            "role": ROLES[position],
            "actor_id": own,
            "own_actor_id": own,
            "name_as_written": name,
            "name_key": fold(name),
            "evidence_id": evidence,
            "basis": happening.basis,
            "inferred": happening.basis != Basis.STATED.value,
        }
