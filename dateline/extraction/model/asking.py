"""What extraction needs of a model: a name, a size, and an answer to a question.  Whoever asks it knows HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dateline.extraction.model.prompting import Question


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    content: str
    input_tokens: int = 0
    output_tokens: int = 0
    cached: bool = False


class Model(Protocol):
    """A model that can be asked from several threads at once."""

    @property
    def name(self) -> str:
        """As its server calls it."""

    @property
    def context(self) -> int:
        """Tokens of question and answer together."""

    @property
    def concurrency(self) -> int:
        """Questions at once."""

    @property
    def remote(self) -> bool:
        """Whether what is asked leaves this machine."""

    def ask(self, question: Question) -> Answer:
        """The answer; AnswerError where there is none that can be used."""
