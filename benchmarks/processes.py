"""What a process and all below it use, as the kernel tells it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


def family(root: int | None = None) -> Iterator[Path]:
    """The folders in /proc of a process (this one unless told) and all below it."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").iterdir():
        if path.name.isdecimal():
            try:
                parents.setdefault(_stat(path)[1], []).append(int(path.name))
            except OSError:
                continue
    waiting = [os.getpid() if root is None else root]
    while waiting:
        process = waiting.pop()
        yield Path("/proc") / str(process)
        waiting += parents.get(process, [])


def cpu_seconds(root: int | None = None) -> float:
    """Their processor time, those that have ended included."""
    return sum(sum(_stat(path)[11:15]) for path in family(root)) / TICKS


def megabytes(root: int | None = None) -> float:
    """Their memory that nobody else shares, nearly: resident, shared pages left out."""
    total = 0
    for path in family(root):
        resident, shared = map(int, (path / "statm").read_text().split()[1:3])
        total += resident - shared
    return total * PAGE / 1e6


def open_files(root: int | None = None) -> int:
    """Their open files, sockets and pipes."""
    return sum(len(list((path / "fd").iterdir())) for path in family(root))


def _stat(path: Path) -> list[int]:
    """The numbers after the name: state left out, parent second."""
    fields = (path / "stat").read_text().rpartition(")")[2].split()
    return [0, *map(int, fields[1:15])]
