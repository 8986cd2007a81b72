"""When something happened and how many people it struck: as written, and as understood."""

from __future__ import annotations

from datetime import date
from typing import Any

import strawberry
from sqlalchemy import Row

import api.graphql.enums  # noqa: F401 - enums must be described before they are used
from api.graphql.describing import output
from schema.numbers import LARGEST_INT
from schema.vocabulary import Basis, DatePrecision


@output
class When:
    """When something happened: as written, and as understood."""

    text: str | None = strawberry.field(description="As written, «on Tuesday»; null where no words tell.")
    earliest: date | None = strawberry.field(description="The first day it can be; null where that is not known.")
    latest: date | None = strawberry.field(description="The last day it can be; null where that is not known.")
    precision: DatePrecision = strawberry.field(description="How exactly it is known.")
    basis: Basis | None = strawberry.field(
        description="Where in the article the date was taken from; null where no day is known."
    )

    @classmethod
    def from_row(cls, row: Row[Any]) -> When:
        """From a row of an event or a report."""
        return cls(
            text=row.when_text,
            earliest=row.date_earliest,
            latest=row.date_latest,
            precision=DatePrecision[row.date_precision],
            basis=basis_of(row.when_basis),
        )


@output
class Count:
    """A number of people: as written, and as understood."""

    text: str = strawberry.field(description="As written: «at least six».")
    low: int = strawberry.field(description="Not fewer than this.")
    best: int = strawberry.field(description="The number to show and to add up.")
    high: int | None = strawberry.field(description="Not more than this; null where the text sets no upper bound.")
    basis: Basis = strawberry.field(description="Where in the article it was taken from.")

    @classmethod
    def from_row(cls, row: Row[Any], prefix: str = "") -> Count | None:
        """From columns of an event, a report or victims; None where there is no number."""
        text, low, best, high, basis = (
            getattr(row, f"{prefix}{part}") for part in ("text", "low", "best", "high", "basis")
        )
        if best is None:
            return None
        low = best if low is None else low
        return cls(
            text=text or str(best),
            low=min(low, LARGEST_INT),
            best=min(best, LARGEST_INT),
            high=None if high is None else min(high, LARGEST_INT),
            basis=Basis[basis],
        )


def basis_of(name: str | None) -> Basis | None:
    """From a column; None where there is no value."""
    return None if name is None else Basis[name]
