"""A model as extraction asks it: from the kept answers, else from the server, within the budget."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dateline.extraction.model.asking import Answer
from dateline.extraction.model.prompting import Question, answer_tokens, estimate_tokens, prompts_version
from dateline.extraction.model.reader import SecondReader
from dateline.ingestion.asking.kept import KeptAnswers
from dateline.ingestion.asking.server import ModelServer
from schema.errors import AnswerError

if TYPE_CHECKING:
    from dateline.ingestion.asking.options import ModelOptions

NOTHING = '{"events": []}'


class Asker:
    """A model behind a server; thread-safe."""

    def __init__(self, options: ModelOptions) -> None:
        self._options = options
        self._kept = KeptAnswers(options.folder)
        self._server = ModelServer(options)
        self.name = options.name
        self.context = options.context
        self.concurrency = options.concurrency
        self.remote = options.is_remote

    def ask(self, question: Question) -> Answer:
        """The answer; AnswerError where none comes in time, or the budget is spent."""
        key = self._key(question)
        known = self._kept.find(key)
        if known is not None:
            return known
        if self._options.estimate:
            return Answer(NOTHING, question.tokens, self._most_for(question))
        return self._pay(question, key)

    def _pay(self, question: Question, key: str) -> Answer:
        options = self._options
        reserved = question.tokens + answer_tokens(options.context)
        self._kept.spend(options.run, reserved, options.budget)
        try:
            answer = self._server.ask(question)
        except AnswerError:
            # What was sent may have been counted all the same.
            self._kept.spend(options.run, question.tokens - reserved, None)
            raise
        self._kept.spend(options.run, answer.input_tokens + answer.output_tokens - reserved, None)
        self._kept.keep(key, answer.content)
        return answer

    def _most_for(self, question: Question) -> int:
        """How long an answer may be: of a page of text hardly longer than the text."""
        return min(answer_tokens(self.context), estimate_tokens(question.user))

    def _key(self, question: Question) -> str:
        asked = (self.name, prompts_version(), str(self.context), question.system, question.user)
        return hashlib.sha256("\0".join(asked).encode("utf-8", "surrogatepass")).hexdigest()


def second_reader(options: ModelOptions) -> SecondReader:
    """The reader that these options want."""
    return SecondReader(options.kind, Asker(options), options.shown)
