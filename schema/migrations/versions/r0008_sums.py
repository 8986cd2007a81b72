"""Sums over events by month or year, type and country, counted once here and kept by the writer from now on."""

import sqlalchemy as sa
from alembic import op

from schema.tables.columns import Code, Number

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

LENGTHS = {"MONTH": 7, "YEAR": 4}
OTHERS = {"TYPE": "type", "COUNTRY": "coalesce(country_code, '')"}


def upgrade() -> None:
    op.create_table(
        "event_sum",
        *(sa.Column(name, Code(), nullable=False) for name in ("grain", "period", "type", "country_code")),
        *(sa.Column(name, Number(), nullable=False) for name in ("events", "killed", "injured")),
        sa.PrimaryKeyConstraint("grain", "period", "type", "country_code", name="pk_event_sum"),
    )
    op.execute("CREATE INDEX ix_event_sum_most ON event_sum (grain, events)")
    for period in (None, "MONTH", "YEAR"):
        for others in ((), ("TYPE",), ("COUNTRY",), ("TYPE", "COUNTRY")):
            if period or others:
                op.execute(_counted(period, others))


def _counted(period: str | None, others: tuple[str, ...]) -> str:
    grain = " ".join(filter(None, (period, *others)))
    when = "''"
    if period:
        ends = (f"substr(CAST({name} AS TEXT), 1, {LENGTHS[period]})" for name in ("date_earliest", "date_latest"))
        first, last = ends
        when = f"coalesce(CASE WHEN {first} = {last} THEN {first} END, '')"
    kind, country = (OTHERS[name] if name in others else "''" for name in ("TYPE", "COUNTRY"))
    return (
        "INSERT INTO event_sum (grain, period, type, country_code, events, killed, injured) "  # noqa: S608 - no input
        f"SELECT '{grain}', {when}, {kind}, {country}, count(*), "
        "coalesce(sum(killed_best), 0), coalesce(sum(injured_best), 0) FROM event GROUP BY 1, 2, 3, 4"
    )
