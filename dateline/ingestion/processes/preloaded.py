"""What reading processes have in common, loaded by the process that they are forked from; importing this loads it.

The tables of the language model are then in memory once, however many processes read.
"""

from __future__ import annotations

import gc
import os
from contextlib import suppress
from typing import cast, get_args

from dateline.extraction.parsing import load_model
from dateline.settings import Kernel
from schema.errors import ModelError


def load() -> None:
    """Loads the model that the environment names; one that does not load is the readers' to tell."""
    kernel = os.environ.get("DATELINE_KERNEL", "auto")
    with suppress(ModelError):
        load_model(os.environ.get("DATELINE_MODEL", ""), cast(Kernel, kernel if kernel in get_args(Kernel) else "auto"))
    gc.collect()
    # Whoever looks for garbage among these objects would write into their pages, and so copy them.
    gc.freeze()


load()
