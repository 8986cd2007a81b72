"""The notebook of one article: what the stages of extraction hand to each other.

A stage reads the fields it requires and fills the one it provides; `pipeline.py` checks the order once.
Nothing here outlives the article.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.extraction.peoples import Peoples
from schema.mentions import EventMention, PlaceMention, QuoteMention, SourceText, StageFault
from schema.spans import Excerpt, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.extraction.actors.index import ActorIndex
    from dateline.extraction.actors.own import OwnActors
    from dateline.extraction.gazetteer import Gazetteer
    from dateline.extraction.quotes.marks import MarkedPassage

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Notes:
    """What is known so far about one article."""

    source: SourceText
    doc: Doc
    """The parse of all of `source.text`: `token.idx` counts in it.  Lemmas and coarse tags are set; line breaks end
    sentences."""
    gazetteer: Gazetteer
    paragraphs: tuple[Span, ...]
    """Maximal runs without a line break, blank ends left out, in order."""
    marks: tuple[MarkedPassage, ...] = ()
    """Passages inside quotation marks, by `quotes.marks`."""
    countries: frozenset[str] = frozenset()
    """Codes of the countries that the text names, their people and things included."""
    places: tuple[PlaceMention, ...] = ()
    """In the order of the text; no two overlap."""
    own_actors: OwnActors | None = None
    """One's own list of actors."""
    actor_index: ActorIndex | None = None
    """Which actor a token means, pronouns and roles included; later stages may add actors to it."""
    quotes: tuple[QuoteMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    faults: list[StageFault] = field(default_factory=list)
    """What failed, each stage and kind of error once."""
    _peoples: Peoples | None = field(default=None, repr=False)

    @property
    def actors_known(self) -> ActorIndex:
        """The actor index, once the actors stage has run."""
        assert self.actor_index is not None, "the actors stage has not run"
        return self.actor_index

    @property
    def peoples(self) -> Peoples:
        """The words that name a people."""
        if self._peoples is None:
            self._peoples = Peoples(self.doc, self.gazetteer)
        return self._peoples

    def cut(self, start: int, end: int) -> Excerpt:
        """The excerpt `source.text[start:end]`."""
        return Excerpt.cut(self.source.text, start, end)

    @contextmanager
    def guard(self, stage: str) -> Iterator[None]:
        """A fault inside costs what was to be read inside, and nothing else of the article; it is noted and logged."""
        try:
            yield
        except Exception as error:
            fault = StageFault(stage, type(error).__name__)
            if fault in self.faults:
                return
            self.faults.append(fault)
            origin = self.source.origin
            told = {"stage": stage, "article": origin, "sha256": self.source.sha256}
            # Reading processes have no settings of logs: the words alone must tell.
            log.warning("%s failed on %s; the rest of it is read", stage, origin, exc_info=error, extra=told)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of extraction: the fields of `Notes` it needs, those it fills, and the function that does it."""

    name: str
    requires: frozenset[str]
    provides: frozenset[str]
    run: Callable[[Notes], None]
