"""The pool of reading processes: order, what fails alone, processes that die."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline.ingestion.processes import pool, worker
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import BATCH, ReadingPool, split_batches
from schema.errors import DatelineError, PoisonError, SourceError
from schema.mentions import Analysis, RawArticle
from tests.ingestion.orders import obey

OPTIONS = ReadingOptions()

# ---------------------------------------------------------------- a worker that needs no model


def start(options: ReadingOptions) -> None:
    """Nothing to load."""


def read_batch(raws: Sequence[RawArticle], options: ReadingOptions) -> list[Analysis | DatelineError]:
    """An analysis that names its process in `version`; the content may order something else."""
    return [obey(raw) for raw in raws]


class Obedient:
    """An extractor that does what a text orders."""

    def read_each(self, sources):
        return [obey(RawArticle("x", source.text)) for source in sources]


def begin(options: ReadingOptions) -> None:
    """The real worker with that extractor."""
    worker._extractor = Obedient()  # type: ignore[assignment]
    worker._is_replaceable = True


@pytest.fixture(scope="module")
def light_pool() -> Iterator[ReadingPool]:
    """A pool of two processes, each of which reads with the functions above."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parents[2]))  # the processes import this module
        patch.setattr(pool, "worker", SimpleNamespace(begin=start, read_batch=read_batch))
        with ReadingPool(2, OPTIONS) as opened:
            yield opened


def _raws(*contents: str) -> list[RawArticle]:
    return [RawArticle("x", content) for content in contents]


def _texts(results: list[Analysis | DatelineError]) -> list[str]:
    return [result.source.text if isinstance(result, Analysis) else f"error: {result}" for result in results]


def test_batches_are_cut_lazily():
    endless = iter(int, 1)
    assert next(split_batches(endless, 3)) == [0, 0, 0]
    assert list(split_batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(split_batches([], 2)) == []


def test_results_come_in_the_order_of_the_articles_though_the_first_takes_longest(light_pool):
    contents = ["wait 0.4", *(f"article {number}" for number in range(6 * BATCH))]
    results = list(light_pool.read(_raws(*contents)))
    assert _texts(results) == contents
    pids = {result.version for result in results if isinstance(result, Analysis)}
    assert len(pids) == 2
    assert str(os.getpid()) not in pids


def test_articles_are_taken_only_a_few_batches_ahead(light_pool):
    taken = 0

    def raws() -> Iterator[RawArticle]:
        nonlocal taken
        for number in range(40 * BATCH):
            taken += 1
            yield RawArticle("x", f"article {number}")

    results = light_pool.read(raws())
    next(results)
    assert taken <= (pool.AHEAD * 2 + 1) * BATCH


def test_error_in_one_article_does_not_stop_others(light_pool):
    contents = ["article 1", "fail no text", "article 2", *["article 3"] * BATCH, "fail again", "article 4"]
    expected = [content.replace("fail", "error:") for content in contents]
    assert _texts(list(light_pool.read(_raws(*contents)))) == expected


def test_killed_process_is_replaced_and_its_articles_are_read_again(light_pool, tmp_path):
    contents = [f"article {number}" for number in range(5 * BATCH)]
    contents[BATCH + 3] = f"die-once {tmp_path / 'mark'}"
    assert _texts(list(light_pool.read(_raws(*contents)))) == contents


def test_process_killed_from_outside_while_it_reads(light_pool):
    contents = ["wait 0.3", *(f"article {number}" for number in range(12 * BATCH))]
    results = light_pool.read(_raws(*contents))
    first = next(results)
    assert isinstance(first, Analysis)
    os.kill(int(first.version), signal.SIGKILL)
    assert _texts([first, *results]) == contents


def test_article_that_kills_its_process_twice_is_set_aside_alone(light_pool):
    contents = [f"article {number}" for number in range(3 * BATCH)]
    contents[4] = "die"
    texts = _texts(list(light_pool.read(_raws(*contents))))
    assert texts.pop(4).startswith("error: The process that read this article died twice, or hung.")
    assert texts == contents[:4] + contents[5:]


def test_pool_reads_again_after_a_run(light_pool):
    assert _texts(list(light_pool.read(_raws("a b")))) == ["a b"]
    assert _texts(list(light_pool.read(_raws("c d")))) == ["c d"]
    assert list(light_pool.read([])) == []


@pytest.mark.parametrize("order", ["hang", "hang deaf"])
def test_an_article_that_hangs_is_set_aside_and_the_rest_is_read(light_pool, monkeypatch, order):
    stubs = SimpleNamespace(begin=begin, read_batch=worker.read_batch)
    monkeypatch.setattr(pool, "worker", stubs)
    contents = [f"article {number}" for number in range(2 * BATCH)]
    contents[4] = order
    with ReadingPool(2, ReadingOptions(seconds=2)) as opened:
        results = list(opened.read(_raws(*contents)))
    late = results.pop(4)
    assert isinstance(late, PoisonError)
    told = "Reading this article took longer than 2 seconds." if order == "hang" else "died twice, or hung."
    assert told in late.message
    assert _texts(results) == contents[:4] + contents[5:]


def test_in_one_process_an_article_that_hangs_is_set_aside_too(light_pool, monkeypatch):
    monkeypatch.setattr(worker, "_extractor", Obedient())
    monkeypatch.setattr(pool, "worker", worker)
    with ReadingPool(1, ReadingOptions(seconds=0.3)) as opened:
        first, late, last = opened.read(_raws("Six died.", "hang", "Two fled."))
    assert isinstance(late, PoisonError)
    assert _texts([first, last]) == ["Six died.", "Two fled."]


# ---------------------------------------------------------------- the real worker


@pytest.fixture
def real_worker(light_pool: ReadingPool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Undoes what `light_pool` changed."""
    monkeypatch.setattr(pool, "worker", worker)


def test_one_worker_is_this_process_and_bugs_spoil_one_article_only(real_worker, monkeypatch, caplog):
    class Fragile:
        def read_each(self, sources):
            for source in sources:
                if "bug" in source.text:
                    raise KeyError("bug")
                yield Analysis(source, (), (), (), (), "none", "1")

    monkeypatch.setattr(worker, "_extractor", Fragile())
    with ReadingPool(1, OPTIONS) as opened:
        good, bug, empty, last = opened.read(_raws("Six were hurt.", "a bug is here", " ", "Two died."))
    assert isinstance(good, Analysis)
    assert isinstance(last, Analysis)
    assert isinstance(bug, DatelineError)
    assert (bug.code, "KeyError" in bug.message) == ("INTERNAL", True)
    assert isinstance(empty, SourceError)
    assert "reading an article failed" in caplog.text


def test_empty_text_has_nothing_to_tell_where_that_is_no_error(monkeypatch):
    class Silent:
        def read_each(self, sources):
            return iter([Analysis(source, (), (), (), (), "none", "1") for source in sources])

    monkeypatch.setattr(worker, "_extractor", Silent())
    (result,) = worker.read_batch(_raws(""), ReadingOptions(empty_is_error=False))
    assert isinstance(result, Analysis)
    assert result.source.text == ""
