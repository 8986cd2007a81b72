"""Changes: what was added lately, in order, so that other processes can tell their subscribers."""

from datetime import datetime

from sqlmodel import Field

from schema.tables.columns import Code, Instant, Number, Row, table_of


class Change(Row, table=True):
    """An article or event that was added.  Numbers become visible in their order; only the newest rows are kept."""

    __tablename__ = "change"

    number: int | None = Field(default=None, primary_key=True, sa_type=Number)
    noun: str = Field(sa_type=Code)
    item_id: str = Field(sa_type=Code, index=True)
    added_at: datetime = Field(sa_type=Instant)


CHANGE = table_of(Change)
