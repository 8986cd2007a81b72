"""Cursors: a place in an order, as text that clients hand back.

A cursor holds the order's name, the row's value in it and its id.  Every part is checked on the way in, so that a
cursor from elsewhere is refused with a sentence and never reaches the database.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
from datetime import UTC, date, datetime
from typing import Any

import orjson

from dateline.store.filtering.orders import Order
from dateline.store.keeping.folding import is_storable
from schema.errors import QueryError
from schema.ids import noun_of

LONGEST_CURSOR = 4_000
"""Characters; the longest name that one can hold makes a shorter one."""
_STANDARD = bytes.maketrans(b"-_", b"+/")
_LARGEST = 2**31
"""Columns of numbers hold less."""


def encode_cursor(order: Order, value: Any, identifier: str) -> str:
    """The cursor of the row with this value and id."""
    shown = value.isoformat() if isinstance(value, date) else value
    payload = json.dumps([order.name, shown, identifier], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(payload.encode()).rstrip(b"=").decode()


def decode_cursor(order: Order, cursor: str, argument: str) -> tuple[Any, str]:
    """The value and the id in a cursor; QueryError, naming the argument, where it is none of this order."""
    return read_cursor(order, open_cursor(cursor, argument), argument)


def read_cursor(order: Order, opened: list[Any], argument: str) -> tuple[Any, str]:
    """The same of a cursor that was opened."""
    name, value, identifier = opened
    if name != order.name:
        raise QueryError(
            f"The cursor in {argument!r} belongs to another list or order.",
            hint="Keep orderBy the same while paging; start again without a cursor after changing it.",
        )
    if not isinstance(identifier, str) or noun_of(identifier) is None:
        raise _broken(argument)
    return _read_value(order, value, argument), identifier


def open_cursor(cursor: str, argument: str) -> list[Any]:
    """The name, value and id in a cursor, unchecked; QueryError, naming the argument, where it is none."""
    if len(cursor) > LONGEST_CURSOR:
        raise _broken(argument)
    try:
        padded = cursor.encode("ascii").translate(_STANDARD) + b"=" * (-len(cursor) % 4)
        payload = orjson.loads(binascii.a2b_base64(padded, strict_mode=True))
    except ValueError:  # Those of both libraries are such.
        raise _broken(argument) from None
    if not isinstance(payload, list) or len(payload) != 3:
        raise _broken(argument)
    return payload


def _read_value(order: Order, value: Any, argument: str) -> Any:
    if value is None and order.nullable:
        return None
    if order.type in (date, datetime):
        return _read_date(order.type, value, argument)
    if order.type is float and type(value) in (int, float) and math.isfinite(value):
        return float(value)
    if order.type is int and type(value) is int and abs(value) < _LARGEST:
        return value
    if order.type is str and isinstance(value, str) and is_storable(value):
        return value
    raise _broken(argument)


def _read_date(kind: type, value: Any, argument: str) -> date:
    try:
        found: date = kind.fromisoformat(value)  # type: ignore[attr-defined]
        if not isinstance(found, datetime):
            return found
        if found.tzinfo is not None:
            return found.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        pass
    raise _broken(argument)


def _broken(argument: str) -> QueryError:
    return QueryError(
        f"The cursor in {argument!r} is none that this server gave.",
        hint="Pass pageInfo.endCursor, pageInfo.startCursor or an edge's cursor as it came.",
    )
