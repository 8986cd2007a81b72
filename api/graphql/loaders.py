"""Reading level by level: what all fields of one level ask for is read together, on one short connection.

A level is what resolvers ask for until nothing more can run without an answer.  So the number of statements depends on
the shape of a query alone, never on how many rows there are or on which of two threads was quicker.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, Row

from dateline.store.keeping.database import Database, translated
from dateline.store.reading.collections import Relation
from dateline.store.reading.pages import Page, PageRequest, Selection, count_rows_of_parents, read_pages
from dateline.store.reading.reads import find_contexts, find_rows
from schema.errors import DatabaseAwayError

T = TypeVar("T")

Find = Callable[[Connection, list[str]], Mapping[str, T]]
"""Reads many things by their ids; what is not there is missing."""

LARGEST_BATCH = 5_000
"""Ids in one statement; SQLite takes 32,766 values."""
SETTLING_TURNS = 6
"""Turns of the event loop until a level is whole: answers pass through as many callbacks on their way to resolvers."""


@dataclass(slots=True)
class _Batch:
    """What one function is asked for in one level."""

    find: Find[Any]
    futures: dict[str, asyncio.Future[Any]] = field(default_factory=dict)

    def read(self, connection: Connection) -> Mapping[str, Any]:
        """What it finds, by id."""
        found: dict[str, Any] = {}
        for ids in _chunks(list(self.futures)):
            found.update(self.find(connection, ids))
        return found


class Loaders:
    """The reads of one operation; what one field has read is not read again for another."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[Hashable, dict[str, asyncio.Future[Any]]] = {}
        self._level: dict[Hashable, _Batch] = {}
        self._task: asyncio.Task[None] | None = None

    def load(self, find: Find[T], identifier: str, *, key: Hashable = None) -> asyncio.Future[T | None]:
        """What `find` gives for an id, None where it gives nothing; `key` stands for functions made again each time."""
        own = key or find
        known = self._known.setdefault(own, {})
        future = known.get(identifier)
        if future is None:
            future = known[identifier] = asyncio.get_running_loop().create_future()
            self._level.setdefault(own, _Batch(find)).futures[identifier] = future
            self._start()
        return future

    async def read(self, function: Callable[[Connection], T]) -> T:
        """The function's result, read together with what else the level asks for."""
        found = await self.load(lambda connection, _: {"": (function(connection),)}, "", key=object())
        assert found is not None
        return found[0]

    def row(self, noun: str, identifier: str) -> asyncio.Future[Row[Any] | None]:
        """The row of a noun."""
        return self.load(lambda connection, ids: find_rows(connection, noun, ids), identifier, key=("row", noun))

    def page(
        self, relation: Relation, parent: str, request: PageRequest, selection: Selection
    ) -> asyncio.Future[Page | None]:
        """A page of what belongs to a parent."""
        return self.load(
            lambda connection, parents: read_pages(connection, relation, parents, request, selection),
            parent,
            key=("page", relation.name, request, repr(selection)),
        )

    def count(self, relation: Relation, parent: str, selection: Selection) -> asyncio.Future[int | None]:
        """How many rows belong to a parent."""
        return self.load(
            lambda connection, parents: count_rows_of_parents(connection, relation, parents, selection),
            parent,
            key=("count", relation.name, repr(selection)),
        )

    def context(self, evidence: str, before: int, after: int) -> asyncio.Future[str | None]:
        """The words of an evidence with so many code points on each side."""
        return self.load(
            lambda connection, ids: find_contexts(connection, ids, before, after),
            evidence,
            key=("context", before, after),
        )

    def _start(self) -> None:
        if self._task is None:
            self._task = asyncio.create_task(self._read_levels())

    async def _read_levels(self) -> None:
        try:
            while self._level:
                for _ in range(SETTLING_TURNS):
                    await asyncio.sleep(0)
                batches, self._level = list(self._level.values()), {}
                await self._read_level(batches)
                for _ in range(SETTLING_TURNS):
                    await asyncio.sleep(0)
        finally:
            self._task = None

    async def _read_level(self, batches: list[_Batch]) -> None:
        try:
            outcomes = await self._database.read(lambda connection: _read_all(connection, batches))
        except Exception as error:
            outcomes = [error] * len(batches)
        for batch, outcome in zip(batches, outcomes, strict=True):
            for identifier, future in batch.futures.items():
                _settle(future, outcome, identifier)


def _read_all(connection: Connection, batches: list[_Batch]) -> list[Mapping[str, Any] | Exception]:
    """What each batch finds, or what went wrong with it: one that fails leaves the others."""
    outcomes: list[Mapping[str, Any] | Exception] = []
    for batch in batches:
        try:
            with translated():
                outcomes.append(batch.read(connection))
        except DatabaseAwayError:
            raise  # It is the connection's: all of them can be read from another.
        except Exception as error:
            outcomes.append(error)
    return outcomes


def _settle(future: asyncio.Future[Any], outcome: Mapping[str, Any] | Exception, identifier: str) -> None:
    if future.done():
        return
    if isinstance(outcome, Exception):
        future.set_exception(outcome)
    else:
        future.set_result(outcome.get(identifier))


def _chunks(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), LARGEST_BATCH):
        yield ids[start : start + LARGEST_BATCH]
