"""Work that holds up the event loop, and what goes on between its turns."""

from __future__ import annotations

import asyncio
import time

from api.turns import Turns


def hold_up(seconds: float) -> None:
    """Work that does not wait for anything."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def dear_work(turns, done):
    """`dear(number)`: waits for its turn, notes it, and holds everybody up."""

    async def dear(number):
        await turns.wait()
        done.append(number)
        hold_up(0.01)

    return dear


async def test_others_are_served_between_two_turns():
    seen: list[int | str] = []
    dear = dear_work(Turns(), seen)

    async def quick():
        while len(seen) < 5 or seen[-1] == "quick":
            await asyncio.sleep(0)
            if seen and seen[-1] != "quick":
                seen.append("quick")
            if seen.count("quick") == 5:
                return

    await asyncio.gather(*(dear(number) for number in range(5)), quick())
    assert seen == [0, "quick", 1, "quick", 2, "quick", 3, "quick", 4, "quick"]


async def test_who_gives_up_waiting_leaves_the_turn_to_the_next():
    done: list[int] = []
    dear = dear_work(Turns(), done)
    tasks = [asyncio.ensure_future(dear(number)) for number in range(3)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.wait(tasks)
    assert done == [0, 2]


async def test_a_turn_that_failed_ends_as_well():
    turns = Turns()

    async def failing():
        await turns.wait()
        raise ZeroDivisionError

    await asyncio.gather(failing(), failing(), return_exceptions=True)
    async with asyncio.timeout(60):
        await turns.wait()


async def test_the_rest_after_a_turn_is_as_many_times_as_long_as_is_asked_for():
    turns = Turns(10)
    started: list[float] = []

    async def dear():
        await turns.wait()
        started.append(time.perf_counter())
        hold_up(0.02)

    await asyncio.gather(dear(), dear())
    assert started[1] - started[0] > 0.15
