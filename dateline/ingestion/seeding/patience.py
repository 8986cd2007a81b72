"""Waiting for a database that is away or busy: a restart of the server must not end a run of hours."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from schema.errors import DatabaseAwayError

log = logging.getLogger(__name__)

T = TypeVar("T")

FIRST_SECONDS = 0.25
LONGEST_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to go on trying, in seconds."""

    seconds: float = 600.0
    sleep: Callable[[float], None] = time.sleep

    def persist(self, action: Callable[[], T]) -> T:
        """The action's result.  It is tried again, less and less often, while the database is away; it must change
        nothing where it fails.  DatabaseAwayError where that takes too long, every other error at once."""
        pause, waited = FIRST_SECONDS, 0.0
        while True:
            try:
                return action()
            except DatabaseAwayError as error:
                if waited >= self.seconds:
                    raise
                log.warning("the database is away, trying again", extra={"seconds": pause, "reason": error.message})
            self.sleep(pause)
            waited += pause
            pause = min(2 * pause, LONGEST_SECONDS)


NO_PATIENCE = Patience(0.0)
