"""A chronicle of very many happenings: each mention is compared with a bounded number."""

from types import SimpleNamespace

import pytest

from dateline.extraction.events.happenings.nearby import BESIDE, FIRST, MOST_COMPARED, Nearby


def told(at: int):
    return SimpleNamespace(trigger=SimpleNamespace(token=SimpleNamespace(i=at)))


def fill(number: int) -> Nearby:
    found = Nearby()
    for at in range(number):
        found.add(told(10 * at), None)
    return found


def test_in_an_article_all_are_compared():
    found = fill(MOST_COMPARED)
    assert found.near(0) == found.all


@pytest.mark.parametrize("at", [0, 2_501, 99_999])
def test_in_a_chronicle_the_first_and_the_near_are_compared_in_their_order(at):
    found = fill(500)
    near = found.near(at)
    starts = [happening.parts[0].trigger.token.i for happening in near]
    assert starts == sorted(starts)
    assert starts[:FIRST] == [10 * number for number in range(FIRST)]
    assert len(near) <= FIRST + 2 * BESIDE
    assert min(abs(start - min(at, 4_990)) for start in starts) < 10


def test_what_is_told_again_far_below_is_near_there():
    found = fill(500)
    again = found.all[200]
    found.add(told(4_995), again)
    assert any(one is again for one in found.near(5_000))
    assert not any(one is again for one in found.near(3_500))
