"""Which stages of extraction failed on an article, and what older readers set aside."""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("article", sa.Column("faults", Code(), nullable=True))
    op.add_column("reading", sa.Column("raw_id", Code(), nullable=True))
    op.create_index("ix_reading_raw_id", "reading", ["raw_id"])
    there = sa.text("faults IS NOT NULL")
    op.create_index("ix_article_faults", "article", ["faults"], sqlite_where=there, postgresql_where=there)
