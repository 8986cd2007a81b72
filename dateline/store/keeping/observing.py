"""Telling others how long statements take, without their knowing the engine."""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import event

from dateline.store.keeping.database import Database, Listener


def observe_statements(database: Database, *listeners: Listener) -> None:
    """Tells the listeners of each statement from now on, in the thread that executed it."""

    def start(connection: Any, _cursor: Any, _statement: str, _values: Any, _context: Any, _many: bool) -> None:
        connection.info["started"] = time.perf_counter()

    def end(connection: Any, _cursor: Any, statement: str, _values: Any, _context: Any, _many: bool) -> None:
        seconds = time.perf_counter() - connection.info["started"]
        for listener in listeners:
            listener(statement, seconds)

    database.listeners += listeners
    event.listen(database.engine, "before_cursor_execute", start)
    event.listen(database.engine, "after_cursor_execute", end)
