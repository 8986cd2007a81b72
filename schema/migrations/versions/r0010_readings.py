"""What ingestion has done already: readings of raw articles, visits of feeds, pages and files."""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code, Instant

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reading",
        sa.Column("id", Code(), nullable=False),
        sa.Column("article_id", Code(), nullable=True),
        sa.Column("origin", Code(), nullable=False),
        sa.Column("reason", Code(), nullable=True),
        sa.Column("added_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_reading_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
    )
    op.execute("CREATE INDEX ix_reading_article_id ON reading (article_id)")
    op.create_table(
        "visit",
        sa.Column("url", Code(), nullable=False),
        sa.Column("kind", Code(), nullable=False),
        sa.Column("etag", Code(), nullable=True),
        sa.Column("last_modified", Code(), nullable=True),
        sa.Column("mark", Code(), nullable=True),
        sa.Column("article_id", Code(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("error", Code(), nullable=True),
        sa.Column("added_at", Instant(), nullable=False),
        sa.Column("next_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_visit_article_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_visit")),
    )
    op.execute("CREATE INDEX ix_visit_article_id ON visit (article_id)")
