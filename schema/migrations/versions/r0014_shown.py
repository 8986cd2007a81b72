"""Which participants of an event are shown, and in which order, kept with them; the writer keeps it from now on.

Confidence has three decimals, as the writer gives it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

PLACES = """
WITH told AS (
  SELECT participant.id, participant.event_id, participant.position, participant.report_id, report.confidence,
    CASE participant.role WHEN 'ACTOR' THEN 0 WHEN 'RECIPIENT' THEN 1 ELSE 2 END AS role,
    row_number() OVER (
      PARTITION BY participant.event_id, participant.role, coalesce(participant.actor_id, participant.name_key)
      ORDER BY report.confidence DESC, participant.inferred, participant.report_id, participant.position
    ) AS number
  FROM participant JOIN report ON report.id = participant.report_id
), shown AS (
  SELECT id, row_number() OVER (
    PARTITION BY event_id ORDER BY role, confidence DESC, position, report_id
  ) - 1 AS place
  FROM told WHERE number = 1
)
UPDATE participant SET shown_as = shown.place FROM shown WHERE shown.id = participant.id
"""


def upgrade() -> None:
    op.add_column("participant", sa.Column("shown_as", sa.Integer(), nullable=True))
    for table in ("report", "quote", "event", "event_actor"):
        rounded = "round(CAST(confidence AS numeric), 3)"
        op.execute(f"UPDATE {table} SET confidence = {rounded} WHERE confidence <> {rounded}")  # noqa: S608
    op.execute(PLACES)
    op.drop_index("ix_participant_event_id", "participant")
    op.create_index("ix_participant_event_shown", "participant", ["event_id", "shown_as"])
