"""Texts that wait to be read: each client has its share of the seats, and clients take turns.

Not thread-safe: `reading_room` holds its lock meanwhile.
"""

from __future__ import annotations

from collections import Counter, deque
from concurrent.futures import Future
from dataclasses import dataclass, field

from schema.errors import LimitError
from schema.mentions import Analysis, RawArticle

SHORT = 4_000
"""Characters of a text that need not wait behind longer ones: nearly all articles, and read in half a second."""


class QueueError(LimitError):
    """No seat is free, or none of the client's share."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says, and how long the reading took in seconds, without the waiting."""

    analysis: Analysis
    seconds: float


@dataclass(slots=True)
class Waiting:
    """A text that waits, and who waits for it."""

    raw: RawArticle
    client: str
    future: Future[Reading] = field(default_factory=Future)

    @property
    def is_short(self) -> bool:
        """Whether it may be read beside a longer one."""
        return len(self.raw.content) <= SHORT


class ReadingQueue:
    """So many seats for what is read or waits: a client has `share` of them, and long texts have half.

    So short texts find a seat whoever sends long ones, from however many addresses.
    """

    def __init__(self, seats: int, share: int) -> None:
        self._seats = seats
        self._share = share
        self._seated: Counter[str] = Counter()
        self._long = 0
        self._turns: dict[str, deque[Waiting]] = {}
        """Those that wait by client, whose turn is next first."""

    @property
    def taken(self) -> int:
        """How many seats are taken."""
        return self._seated.total()

    def enter(self, waiting: Waiting) -> None:
        """Takes a seat; QueueError where there is none for this client."""
        if self._seated[waiting.client] >= self._share:
            message = f"{self._share} texts of yours are being read right now or wait to be, and that is the most."
            raise QueueError(message, hint="Send the next one when one of them is answered.")
        if self.taken >= self._seats:
            raise QueueError("Too many texts wait to be read.", hint="Send it again in a few seconds.")
        if not waiting.is_short and self._long >= self._seats // 2:
            hint = f"Send it again in a few seconds, or in pieces of up to {SHORT:,} characters."
            raise QueueError("Too many long texts wait to be read.", hint=hint)
        self._seated[waiting.client] += 1
        self._long += not waiting.is_short
        self._turns.setdefault(waiting.client, deque()).append(waiting)

    def next(self, *, only_short: bool) -> Waiting | None:
        """The one whose turn it is; its client comes last from now on."""
        for client, own in self._turns.items():
            found = next((waiting for waiting in own if waiting.is_short or not only_short), None)
            if found is not None:
                own.remove(found)
                del self._turns[client]
                if own:
                    self._turns[client] = own
                return found
        return None

    def leave(self, waiting: Waiting) -> None:
        """Gives a seat back."""
        self._seated[waiting.client] -= 1
        self._seated += Counter()
        self._long -= not waiting.is_short

    def empty(self) -> list[Waiting]:
        """All that wait, which wait no longer."""
        left = [waiting for own in self._turns.values() for waiting in own]
        self._turns.clear()
        return left
