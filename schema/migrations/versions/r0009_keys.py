"""API keys, by the digests of their secrets."""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code, Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "api_key",
        sa.Column("id", Code(), nullable=False),
        sa.Column("name", Code(), nullable=False),
        sa.Column("scopes", Code(), nullable=False),
        sa.Column("digest", Code(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("revoked_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_key")),
    )
