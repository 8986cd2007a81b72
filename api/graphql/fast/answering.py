"""Answers of compiled queries: the way from a request's text and variables to the bytes that are sent.

Short reads of SQLite run where they are asked for; what takes longer than `PATIENCE` is begun again in a thread, and
asked there at once from then on.  Reads of PostgreSQL are waited for by the event loop.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson
from graphql import GraphQLError, GraphQLSchema, parse

from api.graphql.documents import CheckedDocuments
from api.graphql.fast.arguments import Inputs
from api.graphql.fast.compiler import Plan
from api.graphql.fast.fallback import Fallback, PinnedLiteral
from api.graphql.fast.literals import Skeleton, lift_literals
from api.graphql.fast.operations import Operation, chosen_operation
from api.graphql.fast.recent import Recent
from api.graphql.fast.steps import Run
from api.graphql.fast.values import STORED, TOLD
from api.graphql.lengths import find_length_excess
from api.graphql.limits import Limits, Measure, is_within, measure_document
from api.turns import THREADS, Turns
from dateline.store import Database
from dateline.store.keeping.deadline import Deadline
from dateline.store.reading.plans.asking import Asking, Fetch
from dateline.store.reading.plans.lanes import Lanes
from schema.errors import DatelineError

log = logging.getLogger("dateline.graphql.fast")

MOST_OPERATIONS = 500
PATIENCE = 0.01
"""Seconds that a read may keep everybody else waiting."""
SHORT_TEXT = 2_000
"""Characters; the literals of so many are lifted in 20 microseconds."""

Refused = str
"""Why an operation is not compiled."""


class Answer(NamedTuple):
    """A whole answer."""

    body: bytes
    price: int


class Asked(NamedTuple):
    """A request that is understood."""

    operation: Operation
    plan: Plan
    inputs: Inputs
    measure: Measure
    price: int


class FastPath:
    """Answers queries over one schema and one database."""

    def __init__(
        self, schema: GraphQLSchema, database: Database, limits: Limits, documents: CheckedDocuments, turns: Turns
    ) -> None:
        self._schema, self._limits, self._documents, self._turns = schema, limits, documents, turns
        self._form = STORED if database.dialect == "sqlite" else TOLD
        self._lanes = Lanes(database)
        self._operations: Recent[tuple[str, str | None], Operation | Refused] = Recent(MOST_OPERATIONS)
        self._skeletons: Recent[str, Skeleton] = Recent(MOST_OPERATIONS)
        self._is_inline = database.dialect == "sqlite"
        self._threads = asyncio.Semaphore(THREADS)

    async def answer(
        self, text: str, name: str | None, variables: Mapping[str, Any] | None, deadline: Deadline
    ) -> Answer | None:
        """The answer; None where ordinary execution must give it."""
        try:
            if self._known(text, name) is None:
                await self._turns.wait()
            asked = self.prepare(text, name, variables or {})
            return Answer(await self._read(asked, deadline), asked.price)
        except Exception as error:
            _leave(error)
        return None

    def answer_now(self, text: str, name: str | None, variables: Mapping[str, Any] | None) -> Answer | None:
        """The answer where nothing has to be waited for: a known query that SQLite is quick with; None elsewhere."""
        if not self._is_inline or not isinstance(self._known(text, name), Operation):
            return None
        try:
            asked = self.prepare(text, name, variables or {})
            body = self._read_now(asked, PATIENCE)
        except Exception as error:
            _leave(error)
            return None
        return None if body is None else Answer(body, asked.price)

    def prepare(self, text: str, name: str | None, variables: Mapping[str, Any]) -> Asked:
        """What is made of a request before anything is read; Fallback or GraphQLError where it is not compiled."""
        if len(text) > self._limits.characters:
            raise Fallback("its text is too long")
        skeleton = self._skeleton(text)
        operation = self._operation(skeleton.text, text, skeleton.literals, name, variables)
        inputs = operation.inputs(variables, skeleton.literals)
        try:
            plan = operation.plan(inputs)
        except PinnedLiteral:
            operation = self._operation(text, text, skeleton.literals, name, variables)
            inputs = operation.inputs(variables, skeleton.literals)
            plan = operation.plan(inputs)
        priced = operation.priced(variables, skeleton.literals)
        if not priced.is_within:
            raise Fallback("it costs too much")
        return Asked(operation, plan, inputs, priced.measure, priced.price)

    def _known(self, text: str, name: str | None) -> Operation | Refused | None:
        """What became of an operation like this before."""
        if len(text) > SHORT_TEXT and self._skeletons.get(text) is None:
            return None
        return self._operations.get((self._skeleton(text).text, name))

    def _skeleton(self, text: str) -> Skeleton:
        return self._skeletons.get(text) or self._skeletons.keep(text, lift_literals(text))

    def read(self, asked: Asked, deadline: Deadline) -> bytes:
        """The body of the answer, out of the database; waits for it where it is called."""
        return self._lanes.read(lambda fetch: self._body(asked, fetch), deadline)

    def _body(self, asked: Asked, fetch: Fetch | None = None) -> Asking[bytes]:
        most = self._limits.cost
        data = yield from asked.plan.run(Run(self._lanes.dialect, asked.inputs, asked.measure, most, fetch))
        return orjson.dumps({"data": data, "extensions": {"cost": {"price": asked.price, "limit": most}}})

    def _read_now(self, asked: Asked, seconds: float) -> bytes | None:
        """The body of a quick answer of SQLite; None where it takes longer than `PATIENCE`, or did so the last time."""
        if asked.operation.is_slow:
            return None
        patience = Deadline(min(PATIENCE, seconds))
        try:
            return self.read(asked, patience)
        except Exception:
            if not patience.is_over:
                raise
            # At once: those who ask the same at this moment need not find out too.
            asked.operation.is_slow = True
        return None

    async def _read(self, asked: Asked, deadline: Deadline) -> bytes:
        if not self._is_inline:
            return await self._lanes.wait(self._body(asked), deadline)
        body = self._read_now(asked, deadline.seconds)
        if body is not None:
            return body
        async with self._threads:
            started = time.monotonic()
            body = await asyncio.to_thread(self.read, asked, deadline)
        asked.operation.is_slow = time.monotonic() - started > PATIENCE / 4
        return body

    def _operation(
        self, key: str, text: str, literals: tuple[str, ...], name: str | None, variables: Mapping[str, Any]
    ) -> Operation:
        known = self._operations.get((key, name))
        if known is None:
            known = self._operations.keep((key, name), self._load(text, literals, name, variables))
        if isinstance(known, str):
            raise Fallback(known)
        return known

    def _load(
        self, text: str, literals: tuple[str, ...], name: str | None, variables: Mapping[str, Any]
    ) -> Operation | Refused:
        if find_length_excess(text, self._limits) is not None:
            raise Fallback("it is too long to be parsed")
        document = parse(text, max_tokens=self._limits.tokens)
        if not is_within(measure_document(document, variables), self._limits):
            raise Fallback("it costs too much")
        if self._documents.check(self._schema, text, document).faults:
            raise Fallback("it is not valid")
        try:
            chosen_operation(document, name)
            operation = Operation(self._schema, self._form, document, name, text, literals, self._limits)
        except Fallback as error:
            return str(error)
        return operation

    def close(self) -> None:
        """Closes the connections that wait."""
        self._lanes.close()


def _leave(error: Exception) -> None:
    """Tells the log why ordinary execution answers."""
    if isinstance(error, Fallback | DatelineError | GraphQLError):
        log.debug("left to ordinary execution: %s", error)
    else:
        log.warning("a compiled query failed; ordinary execution answers", exc_info=error)
