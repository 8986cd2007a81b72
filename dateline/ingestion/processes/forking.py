"""How reading processes are started: forked from a process that has loaded what they have in common."""

from __future__ import annotations

import multiprocessing
import os
from typing import Any

PRELOADED = "dateline.ingestion.processes.preloaded"
"""The module that the server process loads, and all readers share."""


def reading_context() -> Any:
    """What starts reading processes, on this system.

    Forking a process that has threads is unsafe; a fresh server process, which has the language model, forks them
    instead.
    """
    context: Any = multiprocessing.get_context("spawn" if os.name == "nt" else "forkserver")
    context.set_forkserver_preload(["__main__", PRELOADED])
    return context
