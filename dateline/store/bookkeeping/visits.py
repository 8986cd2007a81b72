"""What is watched, as it was the last time: so that nothing is asked for again that has not changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, exists, select

from dateline.store.keeping.folding import storable
from dateline.store.keeping.insertion import upsert_rows
from schema.tables import VISIT


@dataclass(frozen=True, slots=True)
class Visit:
    """The last visit of a feed, sitemap, page or file."""

    url: str
    kind: str
    """FEED, SITEMAP, PAGE or FILE."""
    next_at: datetime
    """When it is due again."""
    etag: str | None = None
    last_modified: str | None = None
    mark: str | None = None
    """Another one means that it changed."""
    article_id: str | None = None
    failures: int = 0
    """In a row."""
    error: str | None = None


def find_visits(connection: Connection, urls: Collection[str]) -> dict[str, Visit]:
    """The last visits of those that were ever visited."""
    columns = [column for column in VISIT.c if column.name != "added_at"]
    wanted = sorted(storable(url) for url in set(urls))
    found: dict[str, Visit] = {}
    for start in range(0, len(wanted), 500):
        rows = connection.execute(select(*columns).where(VISIT.c.url.in_(wanted[start : start + 500])))
        found |= {row["url"]: Visit(**row) for row in rows.mappings()}
    return found


def write_visits(connection: Connection, visits: Collection[Visit]) -> None:
    """Notes visits that were made just now."""
    now = datetime.now(UTC)
    rows = [asdict(visit) | {"url": storable(visit.url), "added_at": now} for visit in visits]
    upsert_rows(connection, VISIT, rows, key=["url"], keep=())


def is_held(connection: Connection, article_id: str, but_for: str) -> bool:
    """Whether something else than one URL holds an article."""
    held = exists().where(VISIT.c.article_id == article_id, VISIT.c.url != but_for)
    return bool(connection.execute(select(held)).scalar_one())
