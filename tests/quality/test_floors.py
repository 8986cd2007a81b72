"""Quality on annotated articles does not fall below what is pinned.

The annotated articles belong to their publishers and are no part of this project: the tests read them from the folder
`shared` beside the checkout, and are skipped where that is not there.  Floors are those of the medium model.
"""

from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.quality import TASKS, load_scorer, measure, read_floors
from dateline.extraction.parsing import MEDIUM_PACKAGE
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool, default_workers

DATA = Path(__file__).parents[2].parent / "shared" / "eval" / "data"

pytestmark = [
    pytest.mark.skipif(not DATA.exists(), reason="the annotated articles are not here"),
    pytest.mark.skipif(find_spec(MEDIUM_PACKAGE) is None, reason="the medium model is not installed"),
]


@pytest.fixture(scope="module")
def pool():
    with ReadingPool(default_workers(), ReadingOptions(empty_is_error=False)) as opened:
        yield opened


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.set)
def test_no_figure_is_below_its_floor(task, pool):
    figures = measure(task, DATA, load_scorer(DATA.parent / "score.py"), pool)
    floors = read_floors()[task.set]
    below = {figure: (value, floors[figure]) for figure, value in figures.items() if value < floors[figure]}
    assert not below
