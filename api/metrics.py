"""What Prometheus is told: requests, prices, who answered operations, statements, what waits, what was added, memory.

Each application has a registry of its own.  Handlers do not know it: they note in the request's scope what an operation
cost and which way it went, and the middleware counts it when the answer is out.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Scope

from api.graphql.live import Live
from api.requests import Way, operation_of
from api.tallies import Histogram, Tally
from dateline.ingestion.processes.reading_room import ReadingRoom
from dateline.store import Database
from dateline.store.bookkeeping.changes import newest_number
from dateline.store.keeping.replica import Replica, State
from schema.errors import DatelineError

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
PRICES = (1, 10, 50, 100, 500, 1_000, 5_000, 10_000, 20_000)


class Metrics:
    """The counters of one application."""

    def __init__(self, database: Database, live: Live, room: ReadingRoom, replica: Replica | None = None) -> None:
        self.registry = CollectorRegistry()
        self.requests = Tally()
        self.operations = Tally()
        self.seconds: defaultdict[str, Histogram] = defaultdict(lambda: Histogram(SECONDS))
        """By route."""
        self.prices = Histogram(PRICES)
        self.statements = Histogram(SECONDS)
        self.registry.register(_Counts(self))
        ProcessCollector(registry=self.registry)
        self.registry.register(_Gauges(database, live, room))
        if replica is not None:
            self.registry.register(_ReplicaGauges(replica))

    def count(self, scope: Scope, status: int, seconds: float) -> None:
        """Counts one answered request."""
        self.count_request(scope["method"], route_of(scope), status, seconds, operation_of(scope))

    def count_request(
        self, method: str, route: str, status: int, seconds: float, operation: tuple[Way, int] | None
    ) -> None:
        """The same, told part by part."""
        self.requests.add(method, route, str(status))
        self.seconds[route].observe(seconds)
        if operation is not None:
            way, price = operation
            self.operations.add(way.value)
            self.prices.observe(price)

    def count_statement(self, _statement: str, seconds: float) -> None:
        """Counts one statement of the database."""
        self.statements.observe(seconds)

    def page(self) -> bytes:
        """All of it in Prometheus's text format; asks the database."""
        return generate_latest(self.registry)


class _Counts(Collector):
    """What was counted."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def describe(self) -> Iterator[Any]:
        """Nothing before it is asked for."""
        return iter(())

    def collect(self) -> Iterator[Any]:
        """Requests, operations, prices and statements."""
        own = self._metrics
        requests = CounterMetricFamily("dateline_requests", "Answered requests.", labels=("method", "route", "status"))
        for labels, number in own.requests.read():
            requests.add_metric(labels, number)
        yield requests
        seconds = HistogramMetricFamily("dateline_request_seconds", "How long answers took.", labels=("route",))
        for route, histogram in sorted({**own.seconds}.items()):
            seconds.add_metric((route,), *histogram.read())
        yield seconds
        operations = CounterMetricFamily(
            "dateline_operations", "GraphQL operations, by the way they were answered.", labels=("way",)
        )
        known = dict(own.operations.read())
        for way in Way:
            operations.add_metric((way.value,), known.get((way.value,), 0))
        yield operations
        yield _histogram("dateline_operation_price", "Prices of GraphQL operations.", own.prices)
        yield _histogram("dateline_statement_seconds", "How long statements took in the database.", own.statements)


def _histogram(name: str, told: str, values: Histogram) -> HistogramMetricFamily:
    family = HistogramMetricFamily(name, told, labels=())
    family.add_metric((), *values.read())
    return family


class _Gauges(Collector):
    """What is looked up when somebody asks."""

    def __init__(self, database: Database, live: Live, room: ReadingRoom) -> None:
        self._database = database
        self._live = live
        self._room = room

    def describe(self) -> Iterator[Any]:
        """Nothing before it is asked for: the registry would ask the database."""
        return iter(())

    def collect(self) -> Iterator[Any]:
        """Subscriptions, texts that wait to be read, connections in use, what was ever added, whether it answers."""
        yield GaugeMetricFamily("dateline_subscriptions", "Live subscriptions.", self._live.count)
        blocks = sys.getallocatedblocks()
        yield GaugeMetricFamily("dateline_allocated_blocks", "Blocks of memory that Python's objects hold.", blocks)
        yield GaugeMetricFamily("dateline_reading_queue", "Texts that are read or wait to be.", self._room.taken)
        yield CounterMetricFamily(
            "dateline_partial_readings", "Texts of which a stage of extraction failed.", self._room.partial
        )
        in_use = self._database.connections_in_use()
        yield GaugeMetricFamily("dateline_connections_in_use", "Database connections in use.", in_use)
        try:
            number = self._database.run(newest_number)
        except DatelineError:
            yield GaugeMetricFamily("dateline_database_up", "Whether the database answers.", 0)
            return
        yield GaugeMetricFamily("dateline_database_up", "Whether the database answers.", 1)
        yield CounterMetricFamily("dateline_added", "Articles and events that were ever added, by anybody.", number)


class _ReplicaGauges(Collector):
    """Of a copy of the database, by a look at it."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica

    def describe(self) -> Iterator[Any]:
        """Nothing before it is asked for: the registry would ask the database."""
        return iter(())

    def collect(self) -> Iterator[Any]:
        """Whether it is asked, how far it is behind, how often the primary had to answer for it."""
        found = self._replica.look()
        is_up = found.state is State.OK
        yield GaugeMetricFamily("dateline_replica_up", "Whether the replica answers, and is not too late.", is_up)
        for unit, lag in (("bytes", found.lag_bytes), ("seconds", found.lag_seconds)):
            if lag is not None:
                yield GaugeMetricFamily(f"dateline_replica_lag_{unit}", f"How many {unit} it is behind.", lag)
        fallbacks = self._replica.fallbacks
        yield CounterMetricFamily(
            "dateline_replica_fallbacks", "Reads that failed on it; the primary answered.", fallbacks
        )


def route_of(scope: Scope) -> str:
    """The pattern that a request's path matched: paths themselves would be endless labels."""
    route: BaseRoute | None = scope.get("route")
    if isinstance(route, Route):
        return route.path
    return str(getattr(route, "path", "none")) if route is not None else "none"


def metrics_page(request: Request) -> Response:
    """`GET /metrics`"""
    metrics: Metrics = request.app.state.metrics
    return Response(metrics.page(), media_type=MEDIA_TYPE)
