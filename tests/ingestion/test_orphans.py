"""Reading processes end when the program that started them is gone, however that ended."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
POOL = """
import multiprocessing, os, time
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool
from schema.mentions import RawArticle
with ReadingPool(2, ReadingOptions()) as pool:
    articles = (RawArticle("test", "Police arrested 40 people in Lima.") for _ in range(20))
    for number, result in enumerate(pool.read(articles)):
        if number == 19:
            print(*pool._executor._processes, flush=True)
            time.sleep(600)
"""
ROOM = """
import time
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.reading_room import ReadingRoom
from schema.mentions import RawArticle
room = ReadingRoom(ReadingOptions())
room.submit(RawArticle("test", "Police arrested 40 people in Lima.")).result()
room.submit(RawArticle("test", "The governor of Kaduna said that the army had sent troops to Zaria. " * 1400))
time.sleep(0.5)
print(room.readers[0].pid, flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(os.name == "nt", reason="looks at /proc")
@pytest.mark.parametrize("program", [POOL, ROOM], ids=["waiting in a pool", "reading in a room"])
def test_readers_end_with_whoever_was_killed(program):
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        readers = [int(pid) for pid in process.stdout.readline().split()]
        assert readers
        assert all(map(_lives, readers))
        process.kill()
    end = time.monotonic() + 60
    while any(map(_lives, readers)):
        assert time.monotonic() < end, readers
        time.sleep(0.05)


def _lives(pid: int) -> bool:
    """Whether a process is there and no mere remains of one that nobody has asked about."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
