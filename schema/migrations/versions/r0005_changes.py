"""What was added lately, for those who watch."""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code, Instant, Number

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("number", Number(), nullable=False),
        sa.Column("noun", Code(), nullable=False),
        sa.Column("item_id", Code(), nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_change")),
    )
    op.execute("CREATE INDEX ix_change_item_id ON change (item_id)")
