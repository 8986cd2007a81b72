"""The scalars that GraphQL does not bring: calendar dates and instants, both in ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def parse_date(value: Any) -> date:
    """A calendar date; GraphQLError for anything but `2024-11-05`."""
    try:
        # `fromisoformat` takes week dates and dates without dashes too.
        if isinstance(value, str) and _DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise _refusal(value, "a date", "Write year, month and day like 2024-11-05.")


def parse_instant(value: Any) -> datetime:
    """A moment with a time zone; GraphQLError for anything else."""
    try:
        found = datetime.fromisoformat(value)
        if found.tzinfo is not None:
            return found.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        pass
    raise _refusal(value, "an instant", "Write it with its zone, like 2024-11-05T00:00:00Z.")


def show_date(value: date) -> str:
    """`2024-11-05`"""
    return value.isoformat()


def show_instant(value: datetime) -> str:
    """`2024-11-05T00:00:00Z`"""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _refusal(value: Any, wanted: str, hint: str) -> GraphQLError:
    shown = repr(value)
    shown = shown if len(shown) <= 40 else shown[:40] + " …"
    return GraphQLError(f"{shown} is not {wanted}.", extensions={"code": "BAD_QUERY", "hint": hint})


SCALARS: dict[object, ScalarDefinition] = {
    date: strawberry.scalar(
        name="Date",
        description="A calendar date in ISO 8601, without a time: 2024-11-05.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
        serialize=show_date,
        parse_value=parse_date,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment in ISO 8601, always in UTC: 2024-11-05T00:00:00Z.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
        serialize=show_instant,
        parse_value=parse_instant,
    ),
}
