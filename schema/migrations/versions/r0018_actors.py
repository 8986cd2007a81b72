"""Where actors' countries were taken from, and actors' ids elsewhere: what is stored counts as stated, without ids."""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TALLIES = """
INSERT INTO actor_tally (actor_id, aspect, value, "key", articles)
SELECT actor_id, 'BASIS', country_code || ' STATED', NULL, count(*) FROM appearance
WHERE country_code IS NOT NULL AND country_code <> '' GROUP BY actor_id, country_code
"""


def upgrade() -> None:
    for table in ("actor", "appearance"):
        op.add_column(table, sa.Column("country_basis", Code(), nullable=True))
        op.add_column(table, sa.Column("external_ids", Code(), nullable=False, server_default=""))
        op.execute(f"UPDATE {table} SET country_basis = 'STATED' WHERE country_code IS NOT NULL")  # noqa: S608
    op.execute(TALLIES)
