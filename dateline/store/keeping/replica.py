"""Reading from a copy of the database that PostgreSQL keeps by itself; where the copy cannot answer, the primary does.

Nothing waits to learn how the copy is: a thread looks every few seconds while somebody reads, and a read that fails on
the copy is done again on the primary.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import psycopg
from sqlalchemy import Connection, text

from dateline.store.keeping.database import Database, connect_database
from dateline.store.keeping.migration import require_current
from schema.errors import DatabaseAwayError, DatabaseError, SettingError

log = logging.getLogger(__name__)

T = TypeVar("T")

LOOK_SECONDS = 5.0
"""Between two looks at the copy."""
CONNECT_SECONDS = 3
LAG_SECONDS = 30.0
"""How far behind a copy may be by default."""
_PRIMARY_POSITION = text("SELECT (pg_current_wal_lsn() - '0/0')::bigint")
_REPLICA_POSITION = text(
    "SELECT (pg_last_wal_replay_lsn() - '0/0')::bigint,"
    " extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float"
)


class State(StrEnum):
    """How a copy is."""

    OK = "ok"
    LATE = "late"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a look at the copy found."""

    state: State
    reason: str = ""
    lag_bytes: int | None = None
    """Of the primary's log that the copy has not yet; None where one of them does not tell."""
    lag_seconds: float | None = None
    """Since the last change that the copy has, 0 where it has all."""


class Replica:
    """A copy, and what is known of it; thread-safe."""

    def __init__(self, primary: Database, database: Database, lag_seconds: float = LAG_SECONDS) -> None:
        self.database = database
        self.fallbacks = 0
        """Reads that failed on the copy and were done by the primary."""
        self._primary = primary
        self._lag_seconds = lag_seconds
        self._standing = Standing(State.AWAY, "nobody has looked yet")
        self._awaited = 0
        """Where the primary was at the last look: a copy that has not come so far meanwhile is late."""
        self._due = 0.0
        self._turn = threading.Lock()

    def is_usable(self) -> bool:
        """Whether it is to be asked, by the last look; a new one is begun where that is old."""
        now = time.monotonic()
        is_known = now < self._due + LOOK_SECONDS
        if now >= self._due and self._turn.acquire(blocking=False):
            threading.Thread(target=self._take_turn, name="dateline-replica", daemon=True).start()
        return is_known and self._standing.state is State.OK

    def look(self) -> Standing:
        """How it is now; takes up to CONNECT_SECONDS where its machine does not answer."""
        found = self._find()
        if found.state is not self._standing.state:
            level = logging.INFO if found.state is State.OK else logging.WARNING
            log.log(level, "the replica is %s", found.state.value, extra={"reason": found.reason})
        self._standing = found
        self._due = time.monotonic() + LOOK_SECONDS
        return found

    def note_failure(self, error: DatabaseError) -> None:
        """Counts a read that the copy failed; one that is away is left alone until the next look."""
        self.fallbacks += 1
        log.warning("a read failed on the replica, the primary answers", extra={"reason": error.message})
        if not _is_conflict(error):
            self._standing = Standing(State.AWAY, error.message)
            self._due = time.monotonic() + LOOK_SECONDS

    def _take_turn(self) -> None:
        try:
            self.look()
        finally:
            self._turn.release()

    def _find(self) -> Standing:
        try:
            position = self._primary.run(lambda one: one.execute(_PRIMARY_POSITION).scalar_one())
        except DatabaseError:
            position = None  # Only it would know how far the copy is behind; the copy can answer all the same.
        try:
            replayed, age = self.database.run(_read_position)
        except DatabaseError as error:
            return Standing(State.AWAY, error.message)
        if position is None or replayed is None:
            return Standing(State.OK)
        behind = max(0, position - replayed)
        seconds = age if behind else 0.0
        # The last change can be old because nothing was written for long, until the very moment of this look.
        is_late = replayed < self._awaited and seconds is not None and seconds > self._lag_seconds
        self._awaited = position
        reason = f"it is {seconds:.0f} seconds behind" if is_late else ""
        return Standing(State.LATE if is_late else State.OK, reason, behind, seconds)


class ReplicatedDatabase(Database):
    """A database whose reads go to a copy; what writes, or must see what was just written, takes `primary`."""

    def __init__(self, primary: Database, replica: Replica) -> None:
        super().__init__(primary.engine, primary.rights)
        self.primary = primary
        self.replica = replica

    def source(self) -> Database:
        """The one of the two that answers now."""
        return self.replica.database if self.replica.is_usable() else self.primary

    def connections_in_use(self) -> int:
        """Of both."""
        return self.primary.connections_in_use() + self.replica.database.connections_in_use()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to the copy, or to the primary where there is none to be had."""
        with ExitStack() as stack:
            yield self._connect(stack)

    def _connect(self, stack: ExitStack) -> Connection:
        if (source := self.source()) is not self.primary:
            try:
                return stack.enter_context(source.reading())
            except DatabaseAwayError as error:
                self.replica.note_failure(error)
        return stack.enter_context(self.primary.reading())

    def run(self, function: Callable[[Connection], T]) -> T:
        """The function's result; where the copy fails in the midst, the function is called again with the primary."""
        if (source := self.source()) is not self.primary:
            try:
                return source.run(function)
            except DatabaseAwayError as error:
                self.replica.note_failure(error)
        return self.primary.run(function)

    def close(self) -> None:
        """Closes the connections to both."""
        self.replica.database.close()
        self.primary.close()


def open_replica(primary: Database, url: str, lag_seconds: float = LAG_SECONDS) -> Replica | None:
    """The copy of a database at a URL, which need not answer yet; None without a URL.

    SettingError for a URL that is none of PostgreSQL's, or where the primary is not one.
    """
    if not url:
        return None
    if primary.dialect != "postgresql" or not url.startswith("postgres"):
        raise SettingError(
            "Only PostgreSQL has replicas.", hint="Leave DATABASE_REPLICA_URL out, or give both databases' URLs."
        )
    database = connect_database(url, connect_seconds=CONNECT_SECONDS).restricted(primary.rights)
    return Replica(primary, database, lag_seconds)


def _read_position(connection: Connection) -> tuple[int | None, float | None]:
    # Right after an update the copy has the older tables for a moment.
    require_current(connection)
    replayed, age = connection.execute(_REPLICA_POSITION).one()
    return replayed, age


def _is_conflict(error: DatabaseError) -> bool:
    """Whether the copy only took back what a read still needed, to go on copying."""
    cause = getattr(error.__cause__, "orig", None)
    return isinstance(cause, psycopg.errors.SerializationFailure)
