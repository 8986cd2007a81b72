"""What a model took that read annotated articles, and how much of what it said their words bear out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class ReaderCosts:
    """Sums over articles."""

    articles: int = 0
    unanswered: int = 0
    """Articles on which there was no answer that could be used; they count as read with nothing in them."""
    kept: int = 0
    dropped: int = 0
    """Quotations that are not in the article, or do not say what they are given for."""
    cached: int = 0
    """Questions that were answered before: neither tokens nor seconds."""
    input_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0
    """By the clock, rules and model together."""

    def add(self, read: Iterable[Mapping[str, Any]], seconds: float) -> None:
        """Analyses of one set, as `scripts.analyze` prints them."""
        self.seconds += seconds
        for one in read:
            self.articles += 1
            self.unanswered += "error" in one
            reader = one.get("reader") or {}
            for name in ("kept", "dropped", "cached", "input_tokens", "output_tokens"):
                setattr(self, name, getattr(self, name) + int(reader.get(name, 0)))

    @property
    def figures(self) -> dict[str, float]:
        """For a table."""
        articles, said = max(self.articles, 1), max(self.kept + self.dropped, 1)
        return {
            "articles": self.articles,
            "of them without an answer": self.unanswered,
            "quotations of the model": self.kept + self.dropped,
            "of them dropped, in %": round(100 * self.dropped / said, 1),
            "questions answered before": self.cached,
            "tokens of questions an article": round(self.input_tokens / articles, 1),
            "tokens of answers an article": round(self.output_tokens / articles, 1),
            "seconds an article": round(self.seconds / articles, 2),
        }
