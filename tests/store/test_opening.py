"""Programs that open one new store at once."""

from benchmarks.opening import open_at_once


def test_four_programs_open_new_stores_at_once_beside_a_busy_one():
    assert open_at_once(rounds=5, programs=4, busy=1) == []
