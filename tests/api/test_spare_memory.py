"""What a crowd leaves in Python's memory is ended or moved together, when there is time for it."""

from __future__ import annotations

import asyncio
import platform
import subprocess
import sys
import weakref

import pytest

from api import spare_memory
from api.spare_memory import SPARE, WORTH, SpareMemory, resident_bytes

START = 100_000_000


class Memory:
    """A size that is told, and falls by so much whenever pages are given back."""

    def __init__(self, *falls):
        self.bytes, self.falls, self.given_back = START, list(falls), 0

    def give_back(self):
        self.given_back += 1
        self.bytes -= self.falls.pop(0) if self.falls else 0


async def until_given_back(memory, times):
    """Returns when that has happened, and nothing more happens soon after."""
    async with asyncio.timeout(30):
        while memory.given_back < times:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.1)
    assert memory.given_back == times


@pytest.fixture
async def watched(monkeypatch):
    """`watched(memory, busy=...)`: that memory is looked after, a hundred times a second."""
    monkeypatch.setattr(spare_memory, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(spare_memory, "SOON", 0.001)
    started = []

    def watch(memory, *, busy):
        monkeypatch.setattr(spare_memory, "BUSY", -1.0 if busy else 1e9)
        started.append(SpareMemory(lambda: memory.bytes, memory.give_back))
        started[0].start()

    yield watch
    for one in started:
        one.stop()


async def test_memory_is_given_back_as_long_as_that_helps(watched):
    memory = Memory(20_000_000, 2_000_000, 1_000)
    watched(memory, busy=False)
    await asyncio.sleep(0.1)
    assert memory.given_back == 0
    memory.bytes = START + 40_000_000
    await until_given_back(memory, 3)
    memory.bytes += WORTH - 1
    await asyncio.sleep(0.1)
    assert memory.given_back == 3
    memory.bytes += 1
    await until_given_back(memory, 4)


async def test_a_busy_server_is_left_alone(watched):
    memory = Memory()
    watched(memory, busy=True)
    memory.bytes = START + 40_000_000
    await asyncio.sleep(0.1)
    assert memory.given_back == 0


async def test_nothing_is_done_once_it_has_stopped(monkeypatch):
    monkeypatch.setattr(spare_memory, "LOOK_SECONDS", 0.01)
    sizes: list[int] = []

    def size():
        sizes.append(START)
        return START

    watching = SpareMemory(size)
    watching.start()
    watching.stop()
    before = len(sizes)
    await asyncio.sleep(0.05)
    assert len(sizes) == before


async def test_circles_are_found():
    class Left(list[object]):
        """Something that can hold itself."""

    watching, left = SpareMemory(), Left()
    watching.start()
    left.append(left)
    seen = weakref.ref(left)
    del left
    watching.begin(asyncio.get_running_loop())
    assert seen() is None
    watching.stop()


def spares(loop):
    """Where the iterators are that Python has ready; they are spare again afterwards."""
    future = loop.create_future()
    return {id(iterator) for iterator in [future.__await__() for _ in range(SPARE - 1)]}


async def test_spare_iterators_of_a_crowd_are_replaced():
    loop = asyncio.get_running_loop()
    watching = SpareMemory()
    watching.start()
    of_crowd = spares(loop)
    assert spares(loop) == of_crowd
    watching.begin(loop)
    await asyncio.sleep(0.1)
    assert len(spares(loop) & of_crowd) < 10
    watching.stop()


def test_the_system_tells_how_much_is_held():
    assert 10_000_000 < resident_bytes() < 100_000_000_000


@pytest.mark.skipif(sys.platform != "linux" or platform.libc_ver()[0] != "glibc", reason="only glibc has arenas")
def test_threads_share_an_arena():
    code = """
import ctypes, threading
from api.spare_memory import spare_arenas
assert spare_arenas()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
barrier, found = threading.Barrier(6), set()
def take():
    barrier.wait()
    found.add(libc.malloc(1000) >> 26)  # An arena lies in 64 megabytes of its own.
    barrier.wait()
threads = [threading.Thread(target=take) for _ in range(6)]
[one.start() for one in threads]
[one.join() for one in threads]
print(len(found))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) <= 2
