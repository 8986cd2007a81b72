"""Articles say what their publishers allow."""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("article", sa.Column("licence", Code(), nullable=True))
