"""The reading of this tree beside that of other commits: `python -m benchmarks.extraction --against COMMIT`.

Each commit is checked out in a git worktree of its own, and each tree reads in a process of its own, with the packages
that are installed here.  They read the same texts one after the other, in turns, so that a slow moment of the machine
meets all; what counts is the processor time of each process.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from dateline.settings import PROJECT

READER = """
import sys, time
from dateline.extraction.cleaning import clean
from dateline.extraction.pipeline import Extractor
from dateline.extraction.reading import Source, find_sources, read_articles
from schema.mentions import RawArticle
raws = [raw for found in find_sources(sys.argv[1:]) if isinstance(found, Source) for raw in read_articles(found)]
sources = [clean(raw) for raw in raws if isinstance(raw, RawArticle)]
extractor = Extractor()
for line in sys.stdin:
    started = time.process_time()
    number = sum(1 for _ in extractor.read_all(sources))
    print(number, time.process_time() - started, flush=True)
"""
"""A program that reads all articles once for each line it is given, and tells how many they were and its seconds."""


@contextmanager
def worktree(commit: str) -> Iterator[Path]:
    """The project as it was at a commit, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        path = Path(folder) / "tree"
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(path), commit], check=True, cwd=PROJECT)
        try:
            yield path
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(path)], check=True, cwd=PROJECT)


@contextmanager
def reader(tree: Path, paths: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    """A process that reads as the tree does."""
    command = [sys.executable, "-c", READER, *paths]
    with subprocess.Popen(command, cwd=tree, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def read_once(process: subprocess.Popen[str]) -> tuple[int, float]:
    """How many articles it read, and in how many seconds of its processor time."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    number, taken = process.stdout.readline().split()
    return int(number), float(taken)


def compare(commits: Sequence[str], paths: Sequence[str], rounds: int) -> dict[str, float]:
    """Articles a second of each tree, and how many times as fast as each commit this one is; one round warms up."""
    paths = [str(Path(path).resolve()) for path in paths]
    with ExitStack() as stack:
        trees = {"here": PROJECT} | {commit: stack.enter_context(worktree(commit)) for commit in commits}
        readers = {name: stack.enter_context(reader(tree, paths)) for name, tree in trees.items()}
        told = [{name: read_once(process) for name, process in readers.items()} for _ in range(rounds + 1)][1:]
    figures = {
        f"articles_per_second {name}": round(median(one[name][0] / one[name][1] for one in told), 2) for name in trees
    }
    for commit in commits:
        ratio = median(one[commit][1] / one["here"][1] for one in told)
        figures[f"times as fast as {commit}"] = round(ratio, 3)
    return figures
