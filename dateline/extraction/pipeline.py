"""The one module that knows the order of extraction: a cleaned text in, everything read out of it back.

No database, no network.  An `Extractor` holds the language model and the gazetteer; make one for each process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.extraction import actors, events, places, quotes
from dateline.extraction.actors.own import read_own_actors
from dateline.extraction.casing import restore_case
from dateline.extraction.gazetteer import Gazetteer
from dateline.extraction.notes import Notes, Stage
from dateline.extraction.parsing import LONGEST_TEXT, find_paragraphs, load_model, model_name, parse
from dateline.extraction.version import VERSION
from schema.errors import AnswerError, LimitError
from schema.mentions import ActorEntity, Analysis, SourceText

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.extraction.model.reader import SecondReader
    from dateline.settings import Kernel

BATCH = 16
BATCH_LENGTH = 40_000
"""Articles, and code points, parsed at once: more gains no speed and costs memory."""

STAGES: tuple[Stage, ...] = (quotes.MARKS_STAGE, places.STAGE, actors.STAGE, quotes.STAGE, events.STAGE)


def check_order(stages: Sequence[Stage]) -> None:
    """Raises ValueError where a stage requires what no earlier one provides."""
    known = {"parse"}
    for stage in stages:
        missing = stage.requires - known
        if missing:
            raise ValueError(f"stage {stage.name!r} runs before {', '.join(sorted(missing))} is known")
        known |= stage.provides


def run_stages(notes: Notes, stages: Sequence[Stage]) -> None:
    """Each stage in turn.  One that fails costs what it provides; without actors none runs that needs them."""
    for stage in stages:
        if "actors" in stage.requires and notes.actor_index is None:
            continue
        with notes.guard(stage.name):
            stage.run(notes)


def analysis_of(notes: Notes, model: str, version: str) -> Analysis:
    """What the stages have found; where the actors cannot be told, what points to them is left out."""
    entities: tuple[ActorEntity, ...] | None = None
    with notes.guard("actors"):
        entities = notes.actor_index.entities() if notes.actor_index is not None else None
    if entities is None:
        return Analysis(notes.source, notes.places, (), (), (), model, version, tuple(notes.faults))
    faults = tuple(notes.faults)
    return Analysis(notes.source, notes.places, entities, notes.quotes, notes.events, model, version, faults)


class Extractor:
    """Reads cleaned articles.

    `model` names a spaCy pipeline (empty: the best installed), `cache` the folder of the gazetteer (None: the user's
    cache folder), `own` a CSV file of places of one's own, `own_actors` one of actors, `kernel` what does the model's
    arithmetic; `second` asks another model about what the rules have read.  Raises ModelError where the model does not
    load, SettingError where such a file cannot be used.
    """

    def __init__(
        self,
        *,
        model: str = "",
        cache: Path | None = None,
        own: Path | None = None,
        own_actors: Path | None = None,
        kernel: Kernel = "auto",
        second: SecondReader | None = None,
    ) -> None:
        check_order(STAGES)
        self._nlp, self._new_words = load_model(model, kernel)
        self._gazetteer = Gazetteer.open(cache, own=own)
        self._actors = read_own_actors(own_actors) if own_actors is not None else None
        # Other places and actors may be read out of the same text.
        places = self._gazetteer.own.stem if self._gazetteer.own else ""
        listed = f"actors-{self._actors.made_of}" if self._actors is not None else ""
        self._second = second
        self.version = ", ".join(filter(None, (VERSION, places, listed, second.version if second else "")))
        self.model = model_name(self._nlp)

    def read(self, source: SourceText) -> Analysis:
        """All that one article says.  LimitError where the text is longer than LONGEST_TEXT code points."""
        for result in self.read_each([source]):
            if isinstance(result, AnswerError):
                raise result
            return result
        raise AssertionError("one article has one result")

    def read_all(self, sources: Iterable[SourceText]) -> Iterator[Analysis]:
        """One analysis for each article, in order; lazily, a few articles ahead.  For readers of rules alone."""
        for result in self.read_each(sources):
            if isinstance(result, AnswerError):
                raise result
            yield result

    def read_each(self, sources: Iterable[SourceText]) -> Iterator[Analysis | AnswerError]:
        """The same, with an error in the place of an article on which the second reader gives no answer."""
        for batch in split_by_length(sources):
            yield from self._read_batch(batch)

    def _read_batch(self, batch: Sequence[SourceText]) -> Iterator[Analysis | AnswerError]:
        for source in batch:
            _check_length(source)
        with self._new_words.reading():
            if self._second is None:
                yield from self._read_together(batch)
            else:
                yield from self._read_twice(batch, self._second)

    def _read_together(self, batch: Sequence[SourceText]) -> Iterator[Analysis]:
        for source, notes in self._noted(batch):
            yield self._nothing(source) if notes is None else analysis_of(notes, self.model, self.version)

    def _read_twice(self, batch: Sequence[SourceText], second: SecondReader) -> Iterator[Analysis | AnswerError]:
        read = list(self._noted(batch))
        results = iter(second.read([notes for _, notes in read if notes is not None]))
        for source, notes in read:
            result = next(results) if notes is not None else None
            if notes is None or result is None:
                yield self._nothing(source)
            elif isinstance(result, AnswerError):
                yield result
            else:
                yield replace(analysis_of(notes, self.model, self.version), second=result)

    def _noted(self, batch: Sequence[SourceText]) -> Iterator[tuple[SourceText, Notes | None]]:
        """What the rules have noted on each article; None where it is not read."""
        readable = [source for source in batch if _is_readable(source)]
        texts = [restore_case(source.text, self._nlp, self._gazetteer) for source in readable]
        parsed = parse(self._nlp, texts, [source.dateline.end if source.dateline else 0 for source in readable])
        for source in batch:
            yield source, self._interpret(source, next(parsed)) if _is_readable(source) else None

    def _interpret(self, source: SourceText, doc: Doc) -> Notes:
        notes = Notes(source, doc, self._gazetteer, find_paragraphs(source.text), own_actors=self._actors)
        run_stages(notes, STAGES)
        return notes

    def _nothing(self, source: SourceText) -> Analysis:
        return Analysis(source, (), (), (), (), self.model, self.version)


def split_by_length(sources: Iterable[SourceText]) -> Iterator[list[SourceText]]:
    """Lists of up to BATCH articles with up to BATCH_LENGTH code points together; a longer article is alone."""
    batch: list[SourceText] = []
    for source in sources:
        full = len(batch) == BATCH or sum(len(other.text) for other in batch) + len(source.text) > BATCH_LENGTH
        if batch and full:
            yield batch
            batch = []
        batch.append(source)
    if batch:
        yield batch


def _is_readable(source: SourceText) -> bool:
    return source.language == "en" and not source.text.isspace() and source.text != ""


def _check_length(source: SourceText) -> None:
    if len(source.text) > LONGEST_TEXT:
        raise LimitError(
            f"The text has {len(source.text):,} characters; one article may have {LONGEST_TEXT:,}.",
            hint="Split it into articles, or give each as a line of a JSON Lines file.",
        )
