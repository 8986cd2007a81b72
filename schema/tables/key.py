"""API keys: who may do what.  The secret itself is never kept, only its digest."""

from datetime import datetime

from sqlmodel import Field

from schema.tables.columns import Code, Instant, Row, table_of


class ApiKey(Row, table=True):
    """One key.  It is good until it is revoked, and stays to tell who held it."""

    __tablename__ = "api_key"

    id: str = Field(sa_type=Code, primary_key=True)
    """The part of the key that is no secret."""
    name: str = Field(sa_type=Code)
    """Whose it is; changes are kept under it."""
    scopes: str = Field(sa_type=Code)
    """`schema.scopes.Scope` values, a space between."""
    digest: str = Field(sa_type=Code)
    """SHA-256 of the whole key, in hexadecimal."""
    made_at: datetime = Field(sa_type=Instant)
    revoked_at: datetime | None = Field(default=None, sa_type=Instant)


API_KEY = table_of(ApiKey)
