"""What a crowd leaves in Python's memory is ended or moved together."""

from __future__ import annotations

import asyncio

import pytest

from api.spare_memory import SPARE_ITERATORS, give_back_memory


@pytest.fixture
def loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def spares(loop):
    """Where the iterators are that Python has ready; they are spare again afterwards."""
    future = loop.create_future()
    return {id(iterator) for iterator in [future.__await__() for _ in range(SPARE_ITERATORS)]}


def test_spare_iterators_of_a_crowd_are_replaced(loop):
    of_crowd = spares(loop)
    assert spares(loop) == of_crowd
    give_back_memory(loop)
    assert not spares(loop) & of_crowd
