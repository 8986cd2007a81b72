"""What a reading process does: raw articles in, analyses or errors out, in order.

One `Extractor` a process, made by `start`.  No database here: results travel back to the process that writes.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing import connection
from typing import TYPE_CHECKING

from dateline.extraction.cleaning import clean, with_dateline
from dateline.extraction.pipeline import Extractor
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.poison import as_poison
from dateline.ingestion.processes.watchdog import OverdueError, limited
from schema.errors import DatelineError, PoisonError
from schema.mentions import Analysis, RawArticle, SourceText

if TYPE_CHECKING:
    from dateline.extraction.model.reader import SecondReader
    from dateline.ingestion.asking.options import ModelOptions

SET_ASIDE = "It was set aside; the rest went on."

_extractor: Extractor | None = None
_second: ModelOptions | None = None
"""How the extractor asks a model."""
_is_replaceable = False
"""Whether this process does nothing else, and another one takes its place where it ends."""


def start(options: ReadingOptions) -> None:
    """Loads model and gazetteer of this process."""
    global _extractor, _second
    _second = options.second
    _extractor = Extractor(
        model=options.model,
        cache=options.cache,
        own=options.gazetteer,
        own_actors=options.actors,
        kernel=options.kernel,
        second=_reader_of(options.second) if options.second is not None else None,
    )


def _reader_of(options: ModelOptions) -> SecondReader:
    from dateline.ingestion.asking.asker import second_reader  # the rules alone must not load it

    return second_reader(options)


def begin(options: ReadingOptions) -> None:
    """The same for a process of a pool, which may be ended."""
    global _is_replaceable
    _is_replaceable = True
    start(options)
    end_with_parent()


def end_with_parent() -> None:
    """Ends this process when the one that started it is gone, however that ended; whatever waits for it waits for ever.

    Where another program started it (a cluster's) nothing is done.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for, args=(parent.sentinel,), name="parent", daemon=True).start()


def _wait_for(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def identity(options: ReadingOptions) -> tuple[str, str]:
    """Which model and which version of the extractor read in this process."""
    extractor = _extractor_of(options)
    return extractor.model, extractor.version


def _extractor_of(options: ReadingOptions) -> Extractor:
    """That of this process; made anew where another reader is wanted."""
    if _extractor is None or _second != options.second:
        start(options)
    assert _extractor is not None
    return _extractor


def read_batch(raws: Sequence[RawArticle | SourceText], options: ReadingOptions) -> list[Analysis | DatelineError]:
    """One result for each article, in order.  What fails, fails alone."""
    cleaned = [_clean(raw, options) for raw in raws]
    sources = [source for source in cleaned if isinstance(source, SourceText)]
    analyses = iter(_read(sources, options))
    return [source if isinstance(source, DatelineError) else next(analyses) for source in cleaned]


def _read(sources: Sequence[SourceText], options: ReadingOptions) -> list[Analysis | DatelineError]:
    extractor = _extractor_of(options)
    try:
        with limited(options.seconds, ends_process=_is_replaceable):
            return list(extractor.read_each(sources))
    except (Exception, OverdueError) as error:
        if len(sources) == 1:
            return [_as_error(error, options)]
        return [_read([source], options)[0] for source in sources]


def _clean(raw: RawArticle | SourceText, options: ReadingOptions) -> SourceText | DatelineError:
    try:
        if isinstance(raw, SourceText):
            return with_dateline(raw)
        with limited(options.seconds, ends_process=_is_replaceable):
            source = clean(raw, empty_is_error=options.empty_is_error)
        return source if source.licence else replace(source, licence=options.licence)
    except (Exception, OverdueError) as error:
        return _as_error(error, options)


def _as_error(error: BaseException, options: ReadingOptions) -> DatelineError:
    if isinstance(error, DatelineError):
        return error
    if isinstance(error, OverdueError):
        return PoisonError(f"Reading this article took longer than {options.seconds:g} seconds.", hint=SET_ASIDE)
    return as_poison(error)
