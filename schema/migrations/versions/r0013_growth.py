"""Every filter by equality in every order of events by one index, so that a page costs the same however many there are.

Links of actors to events get copies of what events are ordered by; the writer keeps them from now on.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

KEYS = {
    "latest": "coalesce(date_earliest, '-infinity')",
    "earliest": "coalesce(date_earliest, 'infinity')",
    "most_killed": "coalesce(killed_best, -1)",
    "least_killed": "coalesce(killed_best, 2147483647)",
    "confidence": "confidence",
}
FILTERS = {"type": "type", "mode": "mode", "status": "status", "country": "country_code", "location": "location_id"}
COPIES: dict[str, sa.types.TypeEngine[Any]] = {
    "date_earliest": sa.Date(),
    "killed_best": sa.Integer(),
    "confidence": sa.Float(),
}


def upgrade() -> None:
    for name, kind in COPIES.items():
        op.add_column("event_actor", sa.Column(name, kind, nullable=True))
    own = "FROM event WHERE event.id = event_actor.event_id"
    copied = ", ".join(f"{name} = (SELECT {name} {own})" for name in COPIES)
    op.execute(f"UPDATE event_actor SET {copied}")  # noqa: S608
    for order, key in KEYS.items():
        op.execute(f"CREATE INDEX ix_event_actor_{order} ON event_actor (actor_id, {key}, event_id)")
        for name, column in FILTERS.items():
            if order != "latest":
                op.execute(f"CREATE INDEX ix_event_{name}_{order} ON event ({column}, {key}, id)")
    op.execute("DROP INDEX ix_event_actor_actor")
    op.execute("CREATE INDEX ix_actor_kind_name ON actor (kind, name_key, id)")
    op.execute("CREATE INDEX ix_actor_kind_quotes ON actor (kind, quote_count, id)")
    op.execute("CREATE INDEX ix_actor_country_name ON actor (country_code, name_key, id)")
    op.execute("CREATE INDEX ix_actor_country_quotes ON actor (country_code, quote_count, id)")
    op.execute("CREATE INDEX ix_location_kind_name ON location (kind, name_key, id)")
    op.execute("CREATE INDEX ix_location_country_name ON location (country_code, name_key, id)")
    op.execute("CREATE INDEX ix_quote_kind_oldest ON quote (kind, coalesce(published_at, 'infinity'), id)")
    op.execute("CREATE INDEX ix_quote_speaker_oldest ON quote (speaker_id, coalesce(published_at, 'infinity'), id)")
    op.execute(
        "CREATE INDEX ix_article_publisher_oldest ON article (publisher, coalesce(published_at, 'infinity'), id)"
    )
