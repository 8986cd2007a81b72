"""Reads articles as JSON Lines and prints what they say: `dateline analyze < articles.jsonl`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import orjson
import typer

from dateline.ingestion.asking.estimate import Estimated
from dateline.ingestion.asking.options import ModelOptions
from dateline.ingestion.processes.given import article_of
from dateline.ingestion.processes.options import reading_options
from dateline.ingestion.processes.pool import ReadingPool
from dateline.ingestion.processes.rendering import AnalysisRenderer
from dateline.settings import Settings, read_settings
from schema.errors import DatelineError, SourceError
from schema.mentions import RawArticle
from schema.readers import ReaderKind
from scripts.gazetteer import check_actors, prepare_gazetteer
from scripts.options import AllowRemoteModel, Budget, Estimate, OwnActorList, OwnPlaces, ReaderOption
from scripts.second import model_settings, second_options

LONGEST_LINE = 10_000_000
"""Bytes: a hundred times the longest article; a longer line is a mistake, and would be held in memory whole."""

Files = Annotated[
    list[Path] | None, typer.Argument(help="JSON Lines files; standard input where none is given.", show_default=False)
]
Workers = Annotated[int, typer.Option(min=1, help="Processes that read articles.")]


def main(
    files: Files = None,
    workers: Workers = 1,
    gazetteer: OwnPlaces = None,
    actors: OwnActorList = None,
    reader: ReaderOption = ReaderKind.RULES,
    allow_remote_model: AllowRemoteModel = False,
    budget: Budget = None,
    estimate: Estimate = False,
) -> None:
    """Read articles and print the events, actors, locations and quotes in them.

    Each input line is {"id": "a1", "text": "..."}, with "title", "url", "publisher", "byline" and "published_at"
    where known.  Other names of these keys ("date", "publishedAt", "author", ...) and "html" in place of "text" are
    read as `dateline seed` reads them.  Nothing is stored; no network is used unless a model is asked.
    The exit status is 1 if a line could not be read.

    Examples:

      echo '{"id": 1, "text": "Police arrested 40 people in Lima."}' | dateline analyze

      dateline analyze --gazetteer my-places.csv --actors my-actors.csv articles.jsonl

      dateline analyze --reader both --estimate articles.jsonl
    """
    try:
        asked = model_settings(allow_remote_model=allow_remote_model, budget=budget)
        settings = read_settings(gazetteer=gazetteer, actors=actors, **asked)
        failures = run(files or [], workers, settings, second_options(settings, reader, estimate=estimate))
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(1) from None
    raise typer.Exit(1 if failures else 0)


def run(files: list[Path], workers: int, settings: Settings, second: ModelOptions | None = None) -> int:
    """Analyses all lines; how many could not be read."""
    prepare_gazetteer(settings)
    check_actors(settings)
    options = reading_options(settings, empty_is_error=False, second=second)
    failures, estimated = 0, Estimated() if second is not None and second.estimate else None
    with ReadingPool(workers, options) as pool:
        for output in analyze(read_lines(files), pool):
            failures += "error" in output
            if estimated is not None:
                estimated.add(output.get("reader"))
                continue
            sys.stdout.buffer.write(orjson.dumps(output) + b"\n")
            sys.stdout.buffer.flush()
    if estimated is not None:
        typer.echo(estimated.told(settings.model_price))
    return failures


Line = tuple[int, Any, RawArticle | SourceError]
"""Number of the line, the id in it, and the article or what is wrong with it."""


def analyze(lines: Iterator[Line], pool: ReadingPool) -> Iterator[dict[str, Any]]:
    """One output object for each line, in order."""
    waiting: list[Line] = []

    def articles() -> Iterator[RawArticle]:
        for line in lines:
            waiting.append(line)
            if isinstance(line[2], RawArticle):
                yield line[2]

    for result in pool.read(articles()):
        yield from _failed_before(waiting)
        number, identifier, raw = waiting.pop(0)
        assert isinstance(raw, RawArticle)
        if isinstance(result, DatelineError):
            yield _failure(number, identifier, result)
        else:
            yield {"id": identifier, **AnalysisRenderer(result, raw.content).render()}
    yield from _failed_before(waiting)


def _failed_before(waiting: list[Line]) -> Iterator[dict[str, Any]]:
    while waiting and isinstance(waiting[0][2], SourceError):
        number, identifier, error = waiting.pop(0)
        assert isinstance(error, SourceError)
        yield _failure(number, identifier, error)


def _failure(number: int, identifier: Any, error: DatelineError) -> dict[str, Any]:
    return {"id": identifier, "line": number, "error": {"code": error.code, "message": str(error)}}


def read_lines(files: list[Path]) -> Iterator[Line]:
    """The lines of all files (standard input where there are none), numbered from 1 in each; blank ones are skipped."""
    with ExitStack() as stack:
        for stream in [_open(path, stack) for path in files] or [sys.stdin.buffer]:
            for number, line in enumerate(split_lines(stream), 1):
                if not line.isspace():
                    yield (number, *parse_line(line))


def split_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream, each cut after LONGEST_LINE + 1 bytes."""
    while line := stream.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE + 1)


def _open(path: Path, stack: ExitStack) -> BinaryIO:
    try:
        return stack.enter_context(path.open("rb"))
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}.", hint="Name a JSON Lines file.") from None


def parse_line(line: bytes) -> tuple[Any, RawArticle | SourceError]:
    """The id and the article of one line, or what is wrong with it."""
    if len(line) > LONGEST_LINE:
        return None, SourceError(f"the line is longer than {LONGEST_LINE:,} bytes")
    try:
        given = orjson.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        return None, SourceError(f"this is no JSON: {error}")
    if not isinstance(given, dict):
        return None, SourceError('each line must be a JSON object like {"id": "a1", "text": "..."}')
    try:
        return given.get("id"), article_of(given, "input")
    except SourceError as error:
        return given.get("id"), error


if __name__ == "__main__":
    typer.run(main)
