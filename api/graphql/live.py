"""What is added while somebody watches: one thread a process reads the log of additions and hands rows to subscribers.

Whichever process adds something, all of them read it in the same order.  Each filter is one statement for all who ask
the same.  What a subscriber has not taken yet waits in a queue of its own; when that is full, it loses its place.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row

from dateline.store import Database
from dateline.store.bookkeeping.changes import Addition, newest_number, read_additions
from dateline.store.bookkeeping.watching import watching
from dateline.store.reading.additions import Interest, find_added
from schema.errors import DatabaseError, DatelineError, LimitError, UnavailableError

log = logging.getLogger("dateline.live")

MOST_WAITING = 2_000
"""Rows in one subscriber's queue; all queues share the rows themselves."""
BATCH = 200
"""Additions that are read at once."""
SAFETY_SECONDS = 5.0
"""After so long the log is read although nobody said that there is something."""
RETRY_SECONDS = 1.0
MISSED_HINT = "Ask for what you have missed by a query, the newest first, then subscribe again."

Item = Row[Any] | DatelineError | None
"""A row; why the subscription ends; None for its end without an error."""


@dataclass(slots=True, eq=False)
class _Subscriber:
    """What one subscription has not taken yet; an `asyncio.Queue` would bring four containers of half a kilobyte."""

    most: int
    waiting: list[Item] = field(default_factory=list)
    news: asyncio.Future[None] | None = None
    """What it waits for, where nothing is left."""

    async def take(self) -> Item:
        """The next one, as soon as there is one."""
        while not self.waiting:
            self.news = asyncio.get_running_loop().create_future()
            await self.news
        return self.waiting.pop(0)

    def put(self, items: Sequence[Item]) -> None:
        """Adds to what waits; where there is no room, only the reason is left."""
        if len(self.waiting) + len(items) > self.most:
            self.end(_too_slow())
            return
        self.waiting.extend(items)
        self._tell()

    def end(self, reason: DatelineError | None) -> None:
        """Replaces what waits by the end."""
        self.waiting = [reason]
        self._tell()

    def _tell(self) -> None:
        if self.waiting and self.news is not None and not self.news.done():
            self.news.set_result(None)


@dataclass(slots=True, eq=False)
class _Group:
    """All who ask for the same."""

    interest: Interest
    statement: Any
    members: set[_Subscriber] = field(default_factory=set)


Found = list[tuple[_Group, Sequence[Item]]]


class Live:
    """The subscriptions of one process."""

    def __init__(self, database: Database, most: int, most_waiting: int = MOST_WAITING) -> None:
        self._database = database
        self._most = most
        self._most_waiting = most_waiting
        self._groups: dict[str, _Group] = {}
        self._thread: _Follower | None = None
        self._closed = False

    @property
    def count(self) -> int:
        """How many subscriptions there are."""
        return sum(len(group.members) for group in self._groups.values())

    async def rows(self, interest: Interest) -> AsyncGenerator[Row[Any], None]:
        """The rows that are added from now on.

        Raises QueryError or LimitError for a filter that makes no sense, LimitError where there are too many
        subscriptions or this one is too slow, UnavailableError where the server stops or the database fails.
        """
        group, subscriber = self._enter(interest)
        try:
            await self._follower().ready()
            while (item := await subscriber.take()) is not None:
                if isinstance(item, DatelineError):
                    raise item
                yield item
        finally:
            self._leave(group, subscriber)

    def _enter(self, interest: Interest) -> tuple[_Group, _Subscriber]:
        if self._closed:
            raise UnavailableError("This server is stopping.", hint="Subscribe again in a moment.")
        if self.count >= self._most:
            message = f"This server has {self.count:,} live subscriptions already."
            raise LimitError(message, hint="Try again later, or end some of yours.")
        group = self._groups.get(interest.key) or _Group(interest, interest.prepare())
        subscriber = _Subscriber(self._most_waiting)
        group.members.add(subscriber)
        self._groups[interest.key] = group
        return group, subscriber

    def _leave(self, group: _Group, subscriber: _Subscriber) -> None:
        group.members.discard(subscriber)
        if not group.members:
            self._groups.pop(group.interest.key, None)
        if not self._groups and self._thread is not None:
            self._thread.stopped.set()

    def _follower(self) -> _Follower:
        if self._thread is None or self._thread.stopped.is_set() or not self._thread.is_alive():
            self._thread = _Follower(self._database, self._groups, asyncio.get_running_loop())
            self._thread.start()
        return self._thread

    async def stop(self) -> None:
        """Ends all subscriptions; new ones are refused."""
        self._closed = True
        for group in self._groups.values():
            for subscriber in group.members:
                subscriber.end(None)
        if self._thread is not None:
            self._thread.stopped.set()
            await asyncio.to_thread(self._thread.join)


class _Follower(threading.Thread):
    """Reads the log while there are subscribers."""

    def __init__(self, database: Database, groups: dict[str, _Group], loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(name="dateline-live", daemon=True)
        self.stopped = threading.Event()
        self._database = database
        self._groups = groups
        self._loop = loop
        self._begun: asyncio.Future[None] = loop.create_future()
        self._position: int | None = None

    async def ready(self) -> None:
        """Returns when the place in the log is known; DatabaseError where the log cannot be read."""
        await asyncio.shield(self._begun)

    def run(self) -> None:
        """Follows until it is stopped; a database that fails after the start is tried again and again."""
        while not self.stopped.is_set():
            try:
                self._follow()
            except DatabaseError as error:
                if self._position is None:
                    self._call(_fail, self._begun, error)
                    return
                log.warning("live updates wait for the database: %s", error)
                self.stopped.wait(RETRY_SECONDS)

    def _follow(self) -> None:
        with watching(self._database) as watch:
            if self._position is None:
                self._position = self._database.run(newest_number)
                self._call(_succeed, self._begun)
            while not self.stopped.is_set():
                while self._advance():
                    pass
                watch.wait(SAFETY_SECONDS, self.stopped)

    def _advance(self) -> bool:
        """Hands out the next lines of the log; whether there may be more."""
        more, found = self._database.run(self._read)
        if found:
            delivered = threading.Event()
            self._call(_deliver, found, delivered)
            # The log can be read again later, the memory of a busy event loop cannot be had back.
            while not delivered.wait(RETRY_SECONDS) and not self.stopped.is_set():
                pass
        return more

    def _read(self, connection: Connection) -> tuple[bool, Found]:
        assert self._position is not None
        groups = list(self._groups.values())
        stretch = read_additions(connection, self._position, BATCH)
        if not stretch.whole:
            self._position = newest_number(connection)
            return False, [(group, [_too_slow()]) for group in groups]
        if not stretch.lines:
            return False, []
        self._position = stretch.lines[-1].number
        found = [(group, _rows_for(connection, group, stretch.lines)) for group in groups]
        return len(stretch.lines) == BATCH, found

    def _call(self, function: Any, *arguments: object) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(function, *arguments)


def _rows_for(connection: Connection, group: _Group, additions: Sequence[Addition]) -> Sequence[Item]:
    noun = group.interest.collection.name
    ids = [addition.id for addition in additions if addition.noun == noun]
    try:
        return find_added(connection, group.statement, ids) if ids else []
    except DatabaseError as error:
        return [error]


def _deliver(found: Found, delivered: threading.Event) -> None:
    for group, items in found:
        for subscriber in list(group.members):
            subscriber.put(items)
    delivered.set()


def _succeed(begun: asyncio.Future[None]) -> None:
    if not begun.done():
        begun.set_result(None)


def _fail(begun: asyncio.Future[None], error: Exception) -> None:
    if not begun.done():
        begun.set_exception(error)


def _too_slow() -> LimitError:
    return LimitError("This subscription was ended: news came faster than it was taken.", hint=MISSED_HINT)
