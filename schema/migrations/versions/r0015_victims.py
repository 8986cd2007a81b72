"""Of what kinds the killed and the injured were; stores fill it as articles are read again."""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "victims",
        sa.Column("id", Code(), nullable=False),
        sa.Column("report_id", Code(), nullable=False),
        sa.Column("event_id", Code(), nullable=False),
        sa.Column("harm", Code(), nullable=False),
        sa.Column("kind", Code(), nullable=False),
        sa.Column("text", Code(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("best", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("evidence_id", Code(), nullable=False),
        sa.Column("shown_as", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_victims")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_victims_report_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_victims_event_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_victims_evidence_id")),
    )
    for name, columns in (
        ("ix_victims_report_id", ["report_id"]),
        ("ix_victims_evidence_id", ["evidence_id"]),
        ("ix_victims_event_shown", ["event_id", "shown_as"]),
        ("ix_victims_kind", ["harm", "kind", "event_id"]),
    ):
        op.create_index(name, "victims", columns)
