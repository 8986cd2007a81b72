"""What ingestion finds candidates by; what stored reports say of actors and places is taken over here.

Rare words and places nearby are noted when an article is read again.  Names are looked up by the way of being named.
"""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KINDS = (
    "CASE WHEN report.type IN ('ASSAULT', 'CRIME', 'ACCIDENT', 'DISASTER') THEN 'ACCIDENT' "
    "WHEN report.type IN ('PROTEST', 'COERCE') THEN 'COERCE' "
    "WHEN report.type IN ('CONSULT', 'AGREE', 'SUPPORT', 'COOPERATE') THEN 'AGREE' "
    "WHEN report.type IN ('LEGAL', 'SANCTION') THEN 'LEGAL' ELSE report.type END"
)


def upgrade() -> None:
    op.create_table(
        "clue",
        sa.Column("key", Code(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("subject_id", Code(), nullable=False),
        sa.Column("article_id", Code(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_clue_article_id")),
        sa.PrimaryKeyConstraint("key", "day", "subject_id", name=op.f("pk_clue")),
        sqlite_with_rowid=False,
    )
    op.execute("CREATE INDEX ix_clue_article_id ON clue (article_id)")
    op.execute("DROP INDEX ix_actor_tally_key")
    op.execute('CREATE INDEX ix_actor_tally_key ON actor_tally ("key", aspect, actor_id)')
    _take_over("report.location_id", "report")
    _take_over("participant.own_actor_id", "report JOIN participant ON participant.report_id = report.id")


def _take_over(column: str, source: str) -> None:
    op.execute(
        f"INSERT INTO clue (key, day, subject_id, article_id) "  # noqa: S608 - no input
        f"SELECT DISTINCT {KINDS} || ' ' || {column}, coalesce({_day('report.date_earliest')}, "
        f"{_day('report.published_at')}, 0), report.id, report.article_id FROM {source} "
        f"WHERE {column} IS NOT NULL AND report.status NOT IN ('PLANNED', 'HYPOTHETICAL')"
    )


def _day(column: str) -> str:
    if op.get_bind().dialect.name == "sqlite":
        return f"CAST(julianday(substr({column}, 1, 10)) - 1721424.5 AS INTEGER)"
    return f"CAST({column} AS DATE) - DATE '0001-01-01' + 1"
