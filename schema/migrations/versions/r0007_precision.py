"""Locations say whose point they have: places that no gazetteer has take that of a region."""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

BORROWED = """
UPDATE location SET precision = (SELECT region.kind FROM location AS region WHERE region.id = location.parent_id)
WHERE geonames_id IS NULL AND EXISTS (
    SELECT 1 FROM location AS region WHERE region.id = location.parent_id
    AND region.latitude = location.latitude AND region.longitude = location.longitude
)
"""


def upgrade() -> None:
    op.add_column("location", sa.Column("precision", Code(), nullable=True))
    op.execute(BORROWED)
