"""Reading on a Ray cluster of two nodes, as far as it differs from the pool of this machine; readers need no model."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

if "DATELINE_TEST_RAY" not in os.environ:
    pytest.skip("starting clusters takes a minute: set DATELINE_TEST_RAY=1 to do it", allow_module_level=True)
pytest.importorskip("ray", reason="Ray is an extra: pip install 'dateline[ray]'")

from dateline.ingestion.processes import ray_pool
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import AHEAD, BATCH, Result
from dateline.ingestion.processes.ray_pool import RayPool
from dateline.ingestion.seeding.ledger import Ledger
from dateline.ingestion.seeding.seeding import Failure, SeedingCounts, take_in_all
from dateline.store.bookkeeping.readings import count_set_aside
from dateline.store.integrity import check_invariants
from schema.errors import PoisonError, SettingError, UnavailableError
from schema.mentions import Analysis, RawArticle
from tests.ingestion.orders import obey

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::FutureWarning")
OPTIONS = ReadingOptions()


class Light:
    """A reader without a model: the content of an article may order something else."""

    def __init__(self, options: ReadingOptions) -> None:
        """Nothing to load."""

    def ready(self) -> bool:
        """At once."""
        return True

    def read(self, raws: Sequence[RawArticle]) -> list[Result]:
        """An analysis that names its process in `version`."""
        return [obey(raw) for raw in raws]


NODE: dict[str, Any] = {"num_cpus": 1, "include_dashboard": False, "object_store_memory": 100_000_000}


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A cluster of two nodes with one processor each."""
    from ray.cluster_utils import Cluster

    with pytest.MonkeyPatch.context() as patch:
        root = str(Path(__file__).parents[2])
        patch.setenv("PYTHONPATH", os.pathsep.join([root, *sys.path]))
        patch.setenv("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
        started = Cluster()
        for _ in range(2):
            started.add_node(**NODE)
        yield started
        started.shutdown()


@pytest.fixture(scope="module")
def pool(cluster) -> Iterator[RayPool]:
    """Two readers, one on each node."""
    with RayPool(cluster.address, 2, OPTIONS, Light) as opened:
        _wait_for_both(opened)
        yield opened


def _wait_for_both(pool):
    end = time.monotonic() + 300
    while not all(pool._is_ready(reader) for reader in range(2)):
        assert time.monotonic() < end
        time.sleep(0.1)


def _raws(contents):
    return [RawArticle("x", content) for content in contents]


def _texts(results):
    return [result.source.text if isinstance(result, Analysis) else f"error: {result}" for result in results]


def test_results_come_in_order_from_both_nodes(pool):
    contents = ["wait 0.5", *(f"article {number}" for number in range(10 * BATCH)), "fail no text"]
    results = list(pool.read(_raws(contents)))
    assert _texts(results) == [*contents[:-1], "error: no text"]
    assert len({result.version for result in results if isinstance(result, Analysis)}) == 2


def test_articles_are_taken_only_a_few_batches_ahead(pool):
    taken = 0

    def raws():
        nonlocal taken
        for number in range(40 * BATCH):
            taken += 1
            yield RawArticle("x", f"article {number}")

    results = pool.read(raws())
    next(results)
    assert taken <= (AHEAD * 2 + 1) * BATCH
    list(results)


def test_a_killed_reader_starts_again_and_nothing_is_lost_or_read_twice(pool, tmp_path):
    contents = [f"article {number}" for number in range(8 * BATCH)]
    contents[2 * BATCH + 3] = f"die-once {tmp_path / 'mark'}"
    assert _texts(pool.read(_raws(contents))) == contents
    assert (tmp_path / "mark").exists()


def test_an_article_that_ends_its_reader_is_set_aside_with_its_reason_and_not_tried_again(pool, database):
    contents = [f"Police arrested {number} people in Lima." for number in range(3 * BATCH)]
    contents[4] = "die of this article"
    for found_before in (False, True):
        failures: list[Failure] = []

        def note(_: object, failure: Failure | None, failures: list[Failure] = failures) -> None:
            failures.extend([failure] if failure else [])

        counts = take_in_all(database, _raws(contents), pool, note, Ledger(OPTIONS))
        assert (counts.read, counts.failed) == (3 * BATCH - 1, 1)
        assert (counts.new, counts.unchanged) == ((0, counts.read) if found_before else (counts.read, 0))
        (failure,) = failures
        assert isinstance(failure.error, PoisonError)
        assert ("earlier run" in str(failure.error)) is found_before
    assert database.run(count_set_aside) == 1
    assert database.run(check_invariants) == []


def test_a_node_that_dies_costs_nothing_and_another_takes_its_place(pool, cluster, database):
    contents = [f"Police arrested {number} people in Lima." for number in range(30 * BATCH)]
    (dying,) = cluster.worker_nodes
    done: list[int] = []

    def note(counts: SeedingCounts, failure: Failure | None) -> None:
        assert failure is None
        done.append(counts.read)
        if counts.read == 2 * BATCH:
            cluster.remove_node(dying, allow_graceful=False)

    counts = take_in_all(database, _raws(contents), pool, note, Ledger(OPTIONS))
    assert done == list(range(1, len(contents) + 1))
    assert (counts.new, counts.failed) == (len(contents), 0)
    assert database.run(check_invariants) == []
    cluster.add_node(**NODE)
    _wait_for_both(pool)
    again = [*(f"article {number}" for number in range(10 * BATCH)), "wait 0.1"] * 3
    results = list(pool.read(_raws(again)))
    assert _texts(results) == again
    assert len({result.version for result in results if isinstance(result, Analysis)}) == 2


def test_no_cluster_is_one_clear_line(monkeypatch):
    with pytest.raises(UnavailableError, match=r"No Ray cluster answers at 127\.0\.0\.1:1"):
        RayPool("127.0.0.1:1", 1, OPTIONS, Light)


def test_ray_that_is_not_installed_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(SettingError, match="not installed"):
        ray_pool.import_ray()
