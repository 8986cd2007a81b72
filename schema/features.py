"""Whether two things are one, by a table: features, each with a weight and a sentence, whose sum decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Compared = TypeVar("Compared")


@dataclass(frozen=True, slots=True)
class Feature(Generic[Compared]):
    """What speaks for two things being one, or with a weight below zero against it."""

    weight: float
    sentence: str
    """Said where it holds; `{amount}` stands for what is measured: `{amount:.0%} of the words are the same`."""
    measure: Callable[[Compared], float]
    """How much of it there is, 0 where it does not hold; one that holds or does not gives a bool."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Compared]):
    """What makes it certain that two things are two, whatever speaks for one."""

    sentence: str
    holds: Callable[[Compared], bool]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for two things being one, and what."""

    score: float
    """The sum of weights times amounts, to two decimals."""
    reason: str
    """The sentences of the features that hold, in the order of the table."""

    def plus(self, other: Likeness) -> Likeness:
        """Both together, as if of one table."""
        return Likeness(round(self.score + other.score, 2), ", ".join(filter(None, (self.reason, other.reason))))


def weigh(features: Iterable[Feature[Compared]], pair: Compared) -> Likeness:
    """What the features of a table say of a pair."""
    amounts = [(feature, feature.measure(pair)) for feature in features]
    held = [(feature, amount) for feature, amount in amounts if amount]
    score = sum(feature.weight * amount for feature, amount in held)
    return Likeness(round(score, 2), ", ".join(feature.sentence.format(amount=amount) for feature, amount in held))


def ruled_out(rules: Iterable[Rule[Compared]], pair: Compared) -> str | None:
    """The sentence of the first rule that holds, None where nothing rules out that they are one."""
    return next((rule.sentence for rule in rules if rule.holds(pair)), None)
