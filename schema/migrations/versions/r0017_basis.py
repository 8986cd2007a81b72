"""Where values were taken from: what is stored counts as stated, participants that were inferred as inferred.

Of participants the surest report that states them tells them; which one that is, is worked out anew.
"""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

EVENT_BASES = {
    "when_basis": "date_earliest",
    "location_basis": "location_id",
    "killed_basis": "killed_best",
    "injured_basis": "injured_best",
}
REPORT_BASES = {"when_basis": "date_earliest", "location_basis": "location_id", "said_by_basis": "said_by_id"}
"""Columns, and those that tell whether there is a value."""
PLACES = """
WITH told AS (
  SELECT participant.id, participant.event_id, participant.position, participant.report_id, report.confidence,
    CASE participant.role WHEN 'ACTOR' THEN 0 WHEN 'RECIPIENT' THEN 1 ELSE 2 END AS role,
    row_number() OVER (
      PARTITION BY participant.event_id, participant.role, coalesce(participant.actor_id, participant.name_key)
      ORDER BY participant.inferred, report.confidence DESC, participant.report_id, participant.position
    ) AS number
  FROM participant JOIN report ON report.id = participant.report_id
), shown AS (
  SELECT id, CASE WHEN number = 1 THEN row_number() OVER (
    PARTITION BY event_id, number ORDER BY role, confidence DESC, position, report_id
  ) - 1 END AS place
  FROM told
)
UPDATE participant SET shown_as = shown.place FROM shown WHERE shown.id = participant.id
  AND coalesce(participant.shown_as, -1) <> coalesce(shown.place, -1)
"""


def upgrade() -> None:
    for table, bases in (("event", EVENT_BASES), ("report", REPORT_BASES)):
        for basis in bases:
            op.add_column(table, sa.Column(basis, Code(), nullable=True))
        known = (f"{basis} = CASE WHEN {value} IS NOT NULL THEN 'STATED' END" for basis, value in bases.items())
        op.execute(f"UPDATE {table} SET {', '.join(known)}")  # noqa: S608
    for table in ("participant", "toll", "victims"):
        op.add_column(table, sa.Column("basis", Code(), nullable=False, server_default="STATED"))
    op.execute("UPDATE participant SET basis = 'INFERRED' WHERE inferred")
    op.execute(PLACES)
    for basis in EVENT_BASES:
        op.create_index(f"ix_event_{basis}", "event", [basis])
    op.create_index("ix_participant_basis", "participant", ["basis", "event_id", "shown_as"])
    op.create_index("ix_report_said_by_basis", "report", ["said_by_basis", "event_id"])
