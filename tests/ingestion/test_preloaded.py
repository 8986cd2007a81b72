"""Readers find the model loaded by the process that they are forked from."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROGRAM = """
from dateline.extraction.parsing import _load_once
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import ReadingPool
from schema.mentions import RawArticle

def hits():
    return _load_once.cache_info().hits

if __name__ == "__main__":
    with ReadingPool(2, ReadingOptions()) as pool:
        found = pool._running().submit(hits).result()
        read = list(pool.read(RawArticle(f"a{n}", "Police arrested 40 people in Lima on Monday.") for n in range(40)))
    print(found, sum(len(one.events) for one in read))
"""


@pytest.mark.skipif(os.name == "nt", reason="needs forks")
@pytest.mark.parametrize("model", ["", "no_such_model"])
def test_a_model_is_loaded_once_for_all_readers(tmp_path, model):
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    environment = {**os.environ, "DATELINE_MODEL": model, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, program], env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    found, events = done.stdout.split()
    # One that does not load is told by the readers, which here are asked for another.
    assert found == ("0" if model else "1")
    assert int(events) >= 40
