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
    """`die`, `die-once FILE`, `hang`, `hang deaf`, `fail WHY`, `wait SECONDS`, else an analysis by this process."""
    order, _, argument = raw.content.partition(" ")
    if order == "die" or (order == "die-once" and _is_first(Path(argument))):
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "hang":
        if argument == "deaf":
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        while True:
            pass
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
