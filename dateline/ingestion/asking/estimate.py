"""What asking a model about articles would take, told before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MILLION = 1_000_000
Prices = tuple[float, float] | None
"""Of a million tokens of questions, and of answers."""


@dataclass(slots=True)
class Estimated:
    """Sums over articles."""

    articles: int = 0
    questions: int = 0
    cached: int = 0
    input_tokens: int = 0
    output_tokens: int = 0

    def add(self, reader: Mapping[str, Any] | None) -> None:
        """One article, by what its analysis says of the model; None where it is not asked."""
        if reader is None:
            return
        self.articles += 1
        for name in ("questions", "cached", "input_tokens", "output_tokens"):
            setattr(self, name, getattr(self, name) + int(reader[name]))

    def told(self, prices: Prices) -> str:
        """For people."""
        lines = [
            f"articles   {self.articles:>12,}",
            f"questions  {self.questions:>12,}   of them answered before: {self.cached:,}",
            f"tokens     {self.input_tokens:>12,}   of questions",
            f"           {self.output_tokens:>12,}   of answers, at the most",
        ]
        if prices is None:
            return "\n".join([*lines, "price           unknown   (set DATELINE_MODEL_PRICE, like 0.15/0.60)"])
        price = (self.input_tokens * prices[0] + self.output_tokens * prices[1]) / MILLION
        return "\n".join([*lines, f"price      {price:>12,.4f}   at the most"])
