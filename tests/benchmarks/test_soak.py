"""The soak: everything at once against a real server, for seconds here; and what it calls growth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.servers import running_server
from benchmarks.soak import PARTS, Part, Waits, judge, soak, summary
from benchmarks.visitors import KEY, YARDSTICK
from dateline.store.integrity import check_invariants
from dateline.store.writing.writer import write_article
from tests.store.stories import bombing

KINDS = {"REST", "compiled", "ordinary", "sending", "watching", "export", YARDSTICK}
STILL = [Part(400.0, 70, {"compiled": Waits(100, 5.0, 9.0, 20.0)}) for _ in range(PARTS)]


def test_everything_at_once_goes_well(database, database_url):
    with database.writing() as connection:
        write_article(connection, bombing())
    with running_server(database_url, api_keys=KEY) as served:
        parts, errors = soak(served, 12, 3, report=False)
    assert errors == []
    assert {kind for part in parts for kind in part.waits} == KINDS
    assert all(part.megabytes > 50 and part.files > 10 for part in parts)
    assert database.run(check_invariants) == []


def test_what_stays_the_same_is_no_growth():
    assert judge(STILL) == []
    assert list(summary(STILL, 0, []))[-1] == "Nothing grew, nothing failed."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"megabytes": 450.0}, "memory grew from 400 MB at half time to 450 MB"),
        ({"files": 90}, "open files grew from 70 at half time to 90"),
        ({"waits": {"compiled": Waits(100, 15.0, 30.0, 40.0)}}, "compiled took 5.0 ms in the first half and 15.0"),
    ],
)
def test_what_grows_in_the_second_half_is_told(change, words):
    parts = STILL[: PARTS // 2] + [replace(part, **change) for part in STILL[PARTS // 2 :]]
    (told,) = judge(parts)
    assert words in told
    assert list(summary(parts, 0, [told]))[-1] == "FAILED"


def test_waits_on_a_machine_that_became_slower_are_no_growth():
    slow = {"compiled": Waits(100, 15.0, 30.0, 40.0), YARDSTICK: Waits(100, 12.0, 15.0, 20.0)}
    fast = {**STILL[0].waits, YARDSTICK: Waits(100, 4.0, 5.0, 9.0)}
    half = PARTS // 2
    assert judge([replace(STILL[0], waits=fast)] * half + [replace(STILL[0], waits=slow)] * half) == []


def test_memory_that_fills_caches_in_the_first_half_is_no_growth():
    assert judge([replace(part, megabytes=200.0) for part in STILL[:4]] + STILL[4:]) == []
