"""What a model told is marked as such; what is stored was read by the rules, so it counts as stated."""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("event", "report"):
        op.add_column(table, sa.Column("basis", Code(), nullable=False, server_default="STATED"))
    op.add_column("quote", sa.Column("speaker_basis", Code(), nullable=True))
    for table in ("event", "report", "quote"):
        op.add_column(table, sa.Column("model", Code(), nullable=True))
    op.add_column("report", sa.Column("other", sa.JSON(none_as_null=True), nullable=True))
    op.execute("UPDATE quote SET speaker_basis = 'STATED' WHERE speaker_name IS NOT NULL")
    for table, column in (("event", "basis"), ("event", "model"), ("quote", "speaker_basis")):
        op.create_index(f"ix_{table}_{column}", table, [column])
