"""What it would take to ask a model about articles, of a source or of a database: counted, nothing sent or stored."""

from __future__ import annotations

from dataclasses import asdict

from dateline.extraction.reading import Withdrawal
from dateline.ingestion.asking.estimate import Estimated
from dateline.ingestion.processes.pool import Reader
from dateline.ingestion.seeding.ledger import Ledger
from dateline.ingestion.seeding.patience import NO_PATIENCE
from dateline.ingestion.seeding.rereading import Wanted, find_wanted
from dateline.ingestion.seeding.seeding import Listener, Run
from dateline.store import Database
from schema.errors import DatelineError
from schema.mentions import Analysis, RawArticle


class CountingRun(Run):
    """A run that stores nothing, over a reader that only counts."""

    def __init__(self, database: Database, listener: Listener, ledger: Ledger) -> None:
        super().__init__(database, listener, ledger, NO_PATIENCE)
        self.estimated = Estimated()

    def _try_to_store(self, raw: RawArticle, analysis: Analysis) -> None:  # noqa: ARG002
        self.counts.read += 1
        add(self.estimated, analysis)

    def _set_aside(self, raw: RawArticle, error: DatelineError) -> None:
        """Nothing is noted."""

    def _withdraw(self, notice: Withdrawal) -> None:
        """Nothing is taken out."""


def estimate_rereading(database: Database, wanted: Wanted, reader: Reader) -> Estimated:
    """For the stored articles that would be read again."""
    estimated = Estimated()
    for result in reader.read(source for _, source in find_wanted(database, wanted)):
        if isinstance(result, Analysis):
            add(estimated, result)
    return estimated


def add(estimated: Estimated, analysis: Analysis) -> None:
    """Adds one article."""
    estimated.add(asdict(analysis.second) if analysis.second is not None else None)
