"""What Prometheus is told of ingestion, from a port of its own: articles by outcome, failures, requests, what waits."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, start_http_server

from dateline.ingestion.seeding.seeding import SeedingCounts

OUTCOMES = ("new", "changed", "unchanged", "failed", "foreign")


class IngestionMetrics:
    """The counters of one watching or seeding process."""

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        self.registry = registry or CollectorRegistry()
        self._articles = Counter("dateline_articles", "Articles, by outcome.", ("outcome",), registry=self.registry)
        for outcome in OUTCOMES:
            self._articles.labels(outcome)
        self._faults = Counter(
            "dateline_stage_faults",
            "Articles of which a stage of extraction failed, by stage.",
            ("stage",),
            registry=self.registry,
        )
        self._visits = Counter("dateline_visits", "Answered visits of feeds and pages.", registry=self.registry)
        self._last = Gauge("dateline_last_round_timestamp_seconds", "End of the last round.", registry=self.registry)
        self._aside = Gauge("dateline_set_aside", "Articles that are set aside.", registry=self.registry)

    def count(self, counts: SeedingCounts, visited: int = 0) -> None:
        """Adds what a round did."""
        for outcome in OUTCOMES:
            self._articles.labels(outcome).inc(getattr(counts, outcome))
        for stage, number in counts.faults.items():
            self._faults.labels(stage).inc(number)
        self._visits.inc(visited)
        self._last.set_to_current_time()

    def set_aside(self, number: int) -> None:
        """How many articles wait for somebody to look at them."""
        self._aside.set(number)

    def serve(self, port: int) -> int:
        """Answers on this machine from now on, in a thread; the port."""
        server, _ = start_http_server(port, "127.0.0.1", self.registry)
        return int(server.server_port)
