"""The second reader: asks a model about articles that the rules have read, and keeps what the articles themselves say.

Alone (`model`) it tells the events; beside the rules (`both`) it is asked for what they leave open, and marked `MODEL`.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from dateline.extraction.events.setting import Setting
from dateline.extraction.model.answers import Said, decode, read_said, read_speakers
from dateline.extraction.model.asking import Answer, Model
from dateline.extraction.model.merging import merged
from dateline.extraction.model.permission import reserves_rights
from dateline.extraction.model.prompting import Question, parts_of, prompts_version, question_of
from dateline.extraction.model.telling import Teller
from dateline.extraction.notes import Notes
from schema.errors import AnswerError
from schema.mentions import EventMention, ModelReading, PlaceMention, QuoteMention
from schema.readers import ReaderKind, Shown, reader_version
from schema.spans import Span
from schema.vocabulary import ParticipantRole


@dataclass(slots=True)
class Asked:
    """One article with what is to be asked about it."""

    notes: Notes
    questions: list[Question]
    answers: list[Answer] = field(default_factory=list)
    refusal: AnswerError | None = None
    """Why nothing is asked about it."""


class SecondReader:
    """Asks one model about many articles."""

    def __init__(self, kind: ReaderKind, model: Model, shown: Shown = Shown.RULES) -> None:
        self._kind = kind
        self._model = model
        self._shown = shown
        self.version = reader_version(kind, model.name, prompts_version(), shown)

    def read(self, articles: Sequence[Notes]) -> list[ModelReading | AnswerError]:
        """Changes the events of articles that the rules have read; for each how, or why there is no answer."""
        asked = [Asked(notes, self._questions(notes), refusal=self._refusal(notes)) for notes in articles]
        with ThreadPoolExecutor(self._model.concurrency, thread_name_prefix="asking") as threads:
            futures = [[threads.submit(self._model.ask, question) for question in one.questions] for one in asked]
            results: list[ModelReading | AnswerError] = []
            for one, waiting in zip(asked, futures, strict=True):
                if one.refusal is not None:
                    results.append(one.refusal)
                    continue
                try:
                    one.answers = [future.result() for future in waiting]
                    results.append(self._conclude(one))
                except AnswerError as error:
                    results.append(error)
        return results

    def _refusal(self, notes: Notes) -> AnswerError | None:
        """Whether an article must not leave this machine."""
        licence = notes.source.licence
        if not self._model.remote or licence is None or not reserves_rights(licence):
            return None
        return AnswerError(
            f"The article is not sent to another machine: its licence says {licence[:80]!r}.",
            hint="Read it with the rules, or with a model on this machine.",
        )

    def _questions(self, notes: Notes) -> list[Question]:
        if notes.actor_index is None or self._refusal(notes) is not None:
            return []
        facts = list(enumerate(notes.events, 1)) if self._kind is ReaderKind.BOTH else []
        quotes = [(number, quote) for number, quote in enumerate(notes.quotes, 1) if quote.speaker is None]
        quotes = quotes if self._kind is ReaderKind.BOTH else []
        questions = []
        for part in parts_of(notes.source.text, self._model.context):
            here = [(number, _line(notes, event)) for number, event in facts if part.contains(event.trigger.span)]
            said = [(number, _words(quote)) for number, quote in quotes if part.contains(quote.excerpts[0].span)]
            questions.append(question_of(notes.source, part, here, said))
        return questions

    def _conclude(self, asked: Asked) -> ModelReading:
        """Reads the answers into the notes."""
        decoded = [(question.part, decode(answer.content)) for question, answer in _pairs(asked)]
        said = [(one, part) for part, answer in decoded for one in _events_of(answer)]
        teller = Teller(Setting(asked.notes))
        rules = list(asked.notes.events)
        events = rules if self._kind is ReaderKind.BOTH else []
        for one, part in said:
            self._take(events, teller, one, part)
        if self._kind is ReaderKind.BOTH:
            asked.notes.quotes = _spoken(teller, asked.notes.quotes, decoded)
        asked.notes.events, asked.notes.places = _in_order(events, teller.places)
        answers = asked.answers
        return ModelReading(
            self._kind.value,
            self._model.name,
            prompts_version(),
            len(answers),
            sum(answer.cached for answer in answers),
            sum(answer.input_tokens for answer in answers),
            sum(answer.output_tokens for answer in answers),
            teller.tally.kept,
            teller.tally.dropped,
        )

    def _take(self, events: list[EventMention], teller: Teller, said: Said, part: Span) -> None:
        """One event that the model tells: of a known one what it leaves open, else a new one."""
        known = said.fact - 1 if said.fact is not None and self._kind is ReaderKind.BOTH else None
        fact = events[known] if known is not None and 0 <= known < len(events) else None
        told = teller.tell(said, part, fact)
        if told is None:
            return
        # What it says of a fact may be told again in words of another one.
        same = (at for at, event in enumerate(events) if (event is fact if fact is not None else _is_same(event, told)))
        at = next(same, None)
        if at is None:
            events.append(told)
        else:
            events[at] = merged(events[at], told, self._shown if self._kind is ReaderKind.BOTH else Shown.RULES)


def _pairs(asked: Asked) -> zip[tuple[Question, Answer]]:
    return zip(asked.questions, asked.answers, strict=True)


def _spoken(
    teller: Teller, quotes: Sequence[QuoteMention], answers: Sequence[tuple[Span, object]]
) -> tuple[QuoteMention, ...]:
    """The quotes, those of nobody with the speakers that the model names."""
    found = list(quotes)
    for part, answer in answers:
        for number, words in read_speakers(answer).items():
            if 1 <= number <= len(found) and found[number - 1].speaker is None:
                found[number - 1] = teller.speak(found[number - 1], words, part)
    return tuple(found)


def _words(quote: QuoteMention) -> str:
    """Its first words, by which a model finds it."""
    return f'"{" ".join(quote.text.split()[:12])}"'


def _events_of(answer: object) -> list[Said]:
    said = read_said(answer)
    if said is None:
        raise AnswerError("The model's answer is no list of events.", hint="Another model may do better.")
    return said


def _is_same(event: EventMention, told: EventMention) -> bool:
    """Whether both are told by one word."""
    return bool(set(event.triggers) & set(told.triggers)) and (event.type is told.type or event.trigger == told.trigger)


def _line(notes: Notes, event: EventMention) -> str:
    """A known fact, and what of it is open."""
    roles = {participant.role for participant in event.participants}
    open_values = {
        "date": event.when.earliest is None,
        "place": event.location is None,
        "doers": ParticipantRole.ACTOR not in roles,
        "receivers": not roles - {ParticipantRole.ACTOR},
        "source": event.said_by is None,
    }
    wanted = ", ".join(name for name, is_open in open_values.items() if is_open) or "nothing"
    words = " ".join(notes.source.text[event.trigger.start : event.evidence.end].split()[:6])
    return f'{event.type.value} "{words}"; open: {wanted}'


def _in_order(
    events: list[EventMention], places: list[PlaceMention]
) -> tuple[tuple[EventMention, ...], tuple[PlaceMention, ...]]:
    """Both in the order of the text, the events pointing at the places where these are then."""
    order = sorted(range(len(places)), key=lambda at: places[at].excerpt.start)
    now = {before: after for after, before in enumerate(order)}

    def moved(event: EventMention) -> EventMention:
        location = now[event.location] if event.location is not None else None
        return replace(event, location=location, other=moved(event.other) if event.other is not None else None)

    in_order = sorted(map(moved, events), key=lambda event: event.triggers[0])
    return tuple(in_order), tuple(places[at] for at in order)
