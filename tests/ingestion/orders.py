"""A reader without a model: the content of an article orders what happens to the process that reads it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from dateline.extraction.cleaning import clean_text
from schema.errors import DatelineError, SourceError
from schema.mentions import Analysis, RawArticle


def obey(raw: RawArticle) -> Analysis | DatelineError:
    """`die`, `die-once FILE`, `fail WHY`, `wait SECONDS`, else an analysis that names its process in `version`."""
    order, _, argument = raw.content.partition(" ")
    if order == "die" or (order == "die-once" and _is_first(Path(argument))):
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "fail":
        return SourceError(argument)
    if order == "wait":
        time.sleep(float(argument))
    return Analysis(clean_text(raw.content), (), (), (), (), "none", str(os.getpid()))


def _is_first(mark: Path) -> bool:
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
