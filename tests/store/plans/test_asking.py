"""Work that stops for rows: what does not depend on each other is asked together."""

from typing import Any

from dateline.store.reading.plans.asking import at_once, together


def times(number):
    """So many questions, one after the other; the rows of all."""
    found: list[Any] = []
    for turn in range(number):
        (rows,) = yield [(f"{number}.{turn}", ())]
        found += rows
    return found


def drive(work):
    """What is asked at once, each time, and the result; the rows of a question are its name."""
    asked = []
    try:
        questions = next(work)
        while True:
            asked.append([sql for sql, _ in questions])
            questions = work.send([[sql] for sql, _ in questions])
    except StopIteration as done:
        return asked, done.value


def test_each_turn_asks_what_all_need_next():
    asked, found = drive(together([times(2), at_once("known"), times(1), times(3)]))
    assert asked == [["2.0", "1.0", "3.0"], ["2.1", "3.1"], ["3.2"]]
    assert found == [["2.0", "2.1"], "known", ["1.0"], ["3.0", "3.1", "3.2"]]


def test_work_inside_work_is_asked_with_what_is_beside_it():
    asked, found = drive(together([together([times(1), times(2)]), times(2)]))
    assert asked == [["1.0", "2.0", "2.0"], ["2.1", "2.1"]]
    assert found == [[["1.0"], ["2.0", "2.1"]], ["2.0", "2.1"]]


def test_nothing_is_asked_for_what_is_known():
    assert drive(together([])) == ([], [])
    assert drive(together([at_once(1), at_once(2)])) == ([], [1, 2])
    assert drive(at_once(3)) == ([], 3)
