"""What all tables are made of: one metadata, the column types that behave alike on both databases, the order of NULLs.

Text is compared by code point on SQLite and PostgreSQL alike; instants go in and come out in UTC.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Dialect,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    func,
    literal_column,
)
from sqlalchemy.types import TypeEngine
from sqlmodel import Field, SQLModel

from schema.rights import ALL_RIGHTS, Rights
from schema.vocabulary import Basis

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Row(SQLModel):
    """Base of all tables.  Rows are read as plain tuples, never as objects bound to a session."""

    metadata = METADATA


def stated(*, index: bool = False) -> Any:
    """A column of where something was taken from; rows that are older than it count as stated."""
    return Field(sa_type=Code, index=index, sa_column_kwargs={"server_default": Basis.STATED.value})


def table_of(model: type[SQLModel]) -> Table:
    """The table behind a model, for statements."""
    return METADATA.tables[str(model.__tablename__)]


class Code(TypeDecorator[str]):
    """Text that is compared by code point, whatever the locale of the database."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text, on PostgreSQL with the collation that compares bytes."""
        return dialect.type_descriptor(Text(collation="C") if dialect.name == "postgresql" else Text())


class PublishersText(Code):
    """Words of a publisher: how much of them comes out is a matter of the rights that the dialect has been given.

    So whatever statement reads them, and for whatever kind of answer, cannot show more.
    """

    cache_ok = True

    def __init__(self, whole: bool = False, otherwise: str | None = None) -> None:
        super().__init__()
        self.whole = whole
        """Whether it is an article's text and no excerpt of it."""
        self.otherwise = otherwise
        """What stands where nothing is shown."""

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        """None, which costs nothing, where nothing is held back."""
        rights = rights_of_dialect(dialect)
        if rights.are_full:
            return super().result_processor(dialect, coltype)
        show = rights.article if self.whole else rights.excerpt

        def process(value: str | None) -> str | None:
            shown = None if value is None else show(value)
            return self.otherwise if shown is None else shown

        return process


def rights_of(connection: Connection) -> Rights:
    """What this connection shows of the publishers' words."""
    return rights_of_dialect(connection.dialect)


def rights_of_dialect(dialect: Dialect) -> Rights:
    """What statements of this dialect show of them."""
    rights: Rights = getattr(dialect, "rights", ALL_RIGHTS)
    return rights


class Number(TypeDecorator[int]):
    """An integer key that the database counts up; SQLite's search tables refer to rows by it."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """INTEGER on SQLite, where only that one is the row's own number."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, time-zone aware in Python on both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC; ValueError for a moment without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The same moment, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def order_key(column: ColumnElement[Any], descending: bool) -> ColumnElement[Any]:
    """A nullable column with NULL replaced by what comes last in one direction, to order by.

    One index on it serves the order with NULLs last, forwards and backwards, and the start of a page in it; neither
    database uses an index for `a < x OR a IS NULL`.  Columns of numbers hold counts, none below 0.
    """
    return func.coalesce(column, last_value(column, descending))


def last_value(column: ColumnElement[Any], descending: bool) -> ColumnElement[Any]:
    """The literal that stands for NULL in an order: below (descending) or above (ascending) all values."""
    if isinstance(column.type, Date | Instant):
        # As text, which is what SQLite compares, these are below and above every ISO date too.
        return literal_column("'-infinity'" if descending else "'infinity'")
    return literal_column("-1" if descending else "2147483647")
