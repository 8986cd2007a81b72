"""Indexes for what ingestion compares: the articles of an actor, and what is undated by its day of publication."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DROP INDEX ix_appearance_own")
    op.execute("CREATE INDEX ix_appearance_own ON appearance (own_id, article_id)")
    op.execute("CREATE INDEX ix_report_undated ON report (type, published_at) WHERE date_earliest IS NULL")
