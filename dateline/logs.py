"""Structured logs: one line an event on standard error, for people on a terminal, as JSON elsewhere.

Everything that is logged while a request is answered carries its id, also from threads that work for it.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Mapping
from contextvars import ContextVar, Token
from typing import Any

import orjson
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from dateline.settings import LogFormat, LogLevel

_HANDLER = "dateline"
_BOUND: ContextVar[Mapping[str, Any]] = ContextVar("bound", default={})  # noqa: B039 - never changed


def _add_bound(_logger: WrappedLogger, _method: str, values: EventDict) -> EventDict:
    return {**_BOUND.get(), **values}


_SHARED: tuple[Processor, ...] = (
    _add_bound,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.PositionalArgumentsFormatter(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.stdlib.ExtraAdder(),
)


def set_up_logs(level: LogLevel, style: LogFormat = "auto") -> None:
    """Sends what all libraries and Dateline log from `level` on to standard error; calling it again replaces that.

    `auto` is `text` on a terminal and `json` elsewhere.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.set_name(_HANDLER)
    handler.setFormatter(make_formatter(style if style != "auto" else "text" if sys.stderr.isatty() else "json"))
    root = logging.getLogger()
    for other in [other for other in root.handlers if other.get_name() == _HANDLER]:
        root.removeHandler(other)
    root.addHandler(handler)
    logging.getLogger("dateline").setLevel(level.upper())
    # Libraries tell of each connection and each job at `info`; what they do is ours to tell.
    root.setLevel("DEBUG" if level == "debug" else "ERROR" if level == "error" else "WARNING")


def make_formatter(style: LogFormat) -> logging.Formatter:
    """What makes a line of a record."""
    rendering: Iterable[Processor]
    if style == "text":
        rendering = (structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event_to=0),)
    else:
        rendering = (
            structlog.processors.format_exc_info,
            structlog.processors.EventRenamer("message"),
            structlog.processors.JSONRenderer(serializer=_to_json),
        )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_SHARED,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *rendering],
    )


class bound:  # noqa: N801 - used like a function
    """Every line that is logged inside `with bound(request_id=...):` carries these values."""

    __slots__ = ("_token", "_values")

    def __init__(self, **values: Any) -> None:
        self._values = values
        self._token: Token[Mapping[str, Any]] | None = None

    def __enter__(self) -> None:
        """From here on."""
        self._token = _BOUND.set({**_BOUND.get(), **self._values})

    def __exit__(self, *_: object) -> None:
        """As it was before."""
        assert self._token is not None
        _BOUND.reset(self._token)


def _to_json(values: Any, **_: Any) -> str:
    return orjson.dumps(values, default=str, option=orjson.OPT_NON_STR_KEYS).decode()
