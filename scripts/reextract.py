"""Reads stored articles again after an update: `dateline reextract`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from dateline.ingestion.asking.options import ModelOptions
from dateline.ingestion.processes.options import ReadingOptions, reading_options
from dateline.ingestion.processes.pool import ReadingPool, default_workers
from dateline.ingestion.seeding.estimating import estimate_rereading
from dateline.ingestion.seeding.rereading import Difference, Rereading, Wanted, count_wanted, reread
from dateline.logs import set_up_logs
from dateline.settings import Settings, read_settings
from dateline.store import Database, open_database
from schema.errors import DatelineError
from schema.readers import ReaderKind
from scripts.options import AllowRemoteModel, Budget, DatabaseUrl, Estimate, ReaderOption
from scripts.progress import Reporter
from scripts.second import model_settings, second_options

Workers = Annotated[int | None, typer.Option(min=1, help="Processes that read; one for each core by default.")]
Everything = Annotated[bool, typer.Option("--all", help="Also what this very extractor and model have read.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Tell what would change, and change nothing.")]
Report = Annotated[
    Path | None, typer.Option("--report", help="A new file of JSON Lines, one for each article that changed.")
]


def main(
    database: DatabaseUrl = None,
    workers: Workers = None,
    everything: Everything = False,
    dry_run: DryRun = False,
    report: Report = None,
    reader: ReaderOption = ReaderKind.RULES,
    allow_remote_model: AllowRemoteModel = False,
    budget: Budget = None,
    estimate: Estimate = False,
) -> None:
    """Read again, in place, what another version of the extractor, another model or another reader has read.

    Texts stay as they are; merges and corrections by people are kept.  Servers go on answering.  A run that was broken
    off goes on where it stopped when started again.  The exit status is 1 if any article could not be read.

    Examples:

      dateline reextract --dry-run --report changes.jsonl

      dateline reextract --workers 4

      dateline reextract --reader both --estimate
    """
    try:
        asked = model_settings(allow_remote_model=allow_remote_model, budget=budget)
        settings = read_settings(database_url=database, workers=workers, **asked)
        second = second_options(settings, reader, estimate=estimate)
        set_up_logs(settings.log_level, settings.log_format)
        opened = open_database(settings.database_url, create=True)
        try:
            if estimate:
                typer.echo(estimate_run(opened, settings, second, everything=everything))
                return
            done = run(opened, settings, report, second, everything=everything, dry_run=dry_run)
        finally:
            opened.close()
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from None
    except FileExistsError:
        typer.echo(f"error: {report} is there already.  Name another file.", err=True)
        raise typer.Exit(2) from None
    except KeyboardInterrupt:
        typer.echo("Stopped.  What was read again stays; start again to go on.", err=True)
        raise typer.Exit(130) from None
    typer.echo(summary(done, dry_run=dry_run))
    raise typer.Exit(1 if done.failed else 0)


def run(
    database: Database,
    settings: Settings,
    report: Path | None,
    second: ModelOptions | None = None,
    *,
    everything: bool,
    dry_run: bool,
) -> Rereading:
    """Reads again, with progress, and writes the report."""
    options = reading_options(settings, empty_is_error=False, second=second)
    wanted = find_out(options, everything=everything)
    total = count_wanted(database, wanted)
    lines = report.open("x", encoding="utf-8") if report else None
    try:
        workers = settings.workers or (1 if total < 24 else default_workers())
        with ReadingPool(workers, options) as pool, Reporter("Reading again", "articles", total) as reporter:

            def tell(done: Rereading, difference: Difference) -> None:
                if difference.error is not None:
                    reporter.say(f"error: {difference.article_id}: {difference.error}")
                if lines and difference.is_any:
                    lines.write(line_of(difference) + "\n")
                reporter.tell(done.read + done.failed)

            return reread(database, wanted, pool, tell, dry_run=dry_run)
    finally:
        if lines:
            lines.close()


def estimate_run(database: Database, settings: Settings, second: ModelOptions | None, *, everything: bool) -> str:
    """What it would take to ask a model about what would be read again."""
    options = reading_options(settings, empty_is_error=False, second=second)
    wanted = find_out(options, everything=everything)
    with ReadingPool(settings.workers or 1, options) as pool:
        return estimate_rereading(database, wanted, pool).told(settings.model_price)


def find_out(options: ReadingOptions, *, everything: bool) -> Wanted:
    """What these options have not read yet."""
    # Here only: --help needs no language model.
    from dateline.ingestion.processes import worker

    model, version = worker.identity(options)
    return Wanted(version, model, everything)


def line_of(difference: Difference) -> str:
    """One article of the report."""
    return json.dumps({"article": difference.article_id, "gone": difference.gone, "new": difference.new})


def summary(done: Rereading, *, dry_run: bool) -> str:
    """What has changed, or would."""
    head = f"{done.read:,} articles read again, {done.changed:,} {'would change' if dry_run else 'changed'}, "
    nouns = sorted({*done.gone, *done.new})
    lines = [f"  {noun}: {done.gone[noun]:,} gone, {done.new[noun]:,} new" for noun in nouns]
    return "\n".join([head + f"{done.failed:,} failed.", *lines])


if __name__ == "__main__":
    typer.run(main)
