"""What must hold in every store, checked against all of its rows; for tests and for `dateline doctor`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, case, exists, func, select

from dateline.store.keeping.folding import spelling_key
from dateline.store.reading.sums import SumChanges, counted_anew
from dateline.store.writing.actors import Tally, actor_columns
from dateline.store.writing.corrections import event_columns, find_corrections
from dateline.store.writing.events import load_tellings
from dateline.store.writing.leads import NAMING, find_leads
from dateline.store.writing.partaking import misplaced
from dateline.store.writing.telling import actors_of
from schema.ids import text_hash
from schema.tables import (
    ACTOR,
    ACTOR_REDIRECT,
    ACTOR_TALLY,
    APPEARANCE,
    ARTICLE,
    EVENT,
    EVENT_ACTOR,
    EVENT_SUM,
    EVIDENCE,
    JUDGEMENT,
    LOCATION,
    METADATA,
    OFFICE,
    QUOTE,
)
from schema.tables.event import COPIED
from schema.vocabulary import ActorKind, JudgementKind

BATCH = 500


def check_invariants(connection: Connection) -> list[str]:
    """One sentence for everything that is wrong; empty where the store is whole."""
    checks = (
        _wrong_texts,
        _orphans,
        _wrong_events,
        _wrong_actors,
        _wrong_leads,
        _wrong_counts,
        _wrong_sums,
        _wrong_offices,
    )
    return [sentence for check in checks for sentence in check(connection)]


def _wrong_texts(connection: Connection) -> Iterator[str]:
    for (article_id,) in connection.execute(select(ARTICLE.c.id).order_by(ARTICLE.c.id)).all():
        text, sha256 = connection.execute(
            select(ARTICLE.c.text, ARTICLE.c.sha256).where(ARTICLE.c.id == article_id)
        ).one()
        if text_hash(text) != sha256:
            yield f"article {article_id}: the text has another SHA-256"
        for row in connection.execute(select(EVIDENCE).where(EVIDENCE.c.article_id == article_id)):
            wide = (row.start_utf16, row.end_utf16)
            if text[row.start : row.end] != row.text or not row.text:
                yield f"evidence {row.id}: the article has other words there"
            elif wide != tuple(len(text[:offset].encode("utf-16-le")) // 2 for offset in (row.start, row.end)):
                yield f"evidence {row.id}: wrong UTF-16 offsets"


def _orphans(connection: Connection) -> Iterator[str]:
    """Rows that refer to nothing, and rows of evidence, actors, events and locations that nothing refers to."""
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys:
            other = key.column.table.alias()
            missing = ~exists().where(other.c[key.column.name] == key.parent)
            count = connection.execute(select(func.count()).select_from(table).where(key.parent.is_not(None), missing))
            if found := count.scalar_one():
                yield f"{found} rows of {table.name} have a {key.parent.name} that is not there"
    lonely = ((EVIDENCE, ()), (ACTOR, (ACTOR_TALLY,)), (EVENT, (EVENT_ACTOR,)), (LOCATION, ()))
    for table, own_parts in lonely:
        used = [~exists().where(column == table.c.id) for column in _references(table, own_parts)]
        for (identifier,) in connection.execute(select(table.c.id).where(*used)):
            yield f"{table.name} {identifier}: nothing refers to it"


def _references(table: Table, own_parts: tuple[Table, ...]) -> Iterator[ColumnElement[Any]]:
    for other in METADATA.sorted_tables:
        if other in own_parts or other.name.endswith("_redirect"):
            continue
        alias = other.alias()
        for key in other.foreign_keys:
            if key.column.table is table:
                yield alias.c[key.parent.name]


def _wrong_events(connection: Connection) -> Iterator[str]:
    ids = list(connection.execute(select(EVENT.c.id).order_by(EVENT.c.id)).scalars())
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        tellings = load_tellings(connection, batch)
        corrections = find_corrections(
            connection, [telling.report["id"] for told in tellings.values() for telling in told]
        )
        links: dict[str, set[str]] = defaultdict(set)
        copies: dict[str, set[tuple[Any, ...]]] = defaultdict(set)
        for link in connection.execute(select(EVENT_ACTOR).where(EVENT_ACTOR.c.event_id.in_(batch))):
            links[link.event_id].add(link.actor_id)
            copies[link.event_id].add(tuple(getattr(link, name) for name in COPIED))
        for row in connection.execute(select(EVENT).where(EVENT.c.id.in_(batch)).order_by(EVENT.c.id)).mappings():
            told = event_columns(tellings[row["id"]], corrections) if row["id"] in tellings else {}
            wrong = sorted(name for name, value in told.items() if row[name] != value)
            if wrong or not told:
                yield f"event {row['id']}: its reports tell otherwise: {', '.join(wrong) or 'it has none'}"
            for one in misplaced(tellings.get(row["id"], ())):
                yield f"event {row['id']}: {one.table.name} {one.id} is shown as {one.shown} and not as {one.place}"
            if links[row["id"]] != actors_of(tellings.get(row["id"], ())):
                yield f"event {row['id']}: wrong actors"
            if not copies[row["id"]] <= {tuple(row[name] for name in COPIED)}:
                yield f"event {row['id']}: its actors' links have other dates, numbers or confidence"


def _wrong_actors(connection: Connection) -> Iterator[str]:
    stored: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for row in connection.execute(select(ACTOR_TALLY)):
        stored[row.actor_id][row.aspect, row.value] = row.articles
    told: dict[str, dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    articles: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(select(APPEARANCE)):
        name = "NAME" if row.own_id == row.actor_id else "ALIAS"
        said = [(name, row.name), ("KIND", row.kind), ("SECTOR", row.sector), ("COUNTRY", row.country_code or "")]
        said += [("ALIAS", alias) for alias in row.aliases]
        said += [("EXTERNAL", identifier) for identifier in row.external_ids.split()]
        said += [("BASIS", f"{row.country_code} {row.country_basis}")] if row.country_code else []
        if row.kind == ActorKind.PERSON.value:
            said.append(("SPELLING", spelling_key(row.name) or ""))
        for aspect, value in said:
            if value:
                told[row.actor_id][aspect, value] += 1
        articles[row.actor_id].add(row.article_id)
    for actor in connection.execute(select(ACTOR).order_by(ACTOR.c.id)).mappings():
        key = actor["id"]
        tallies: list[Tally] = [(aspect, value, articles) for (aspect, value), articles in told[key].items()]
        if stored[key] != told[key]:
            yield f"actor {key}: its articles are counted wrongly"
        elif not tallies or any(actor[name] != value for name, value in _voted(tallies, articles[key]).items()):
            yield f"actor {key}: its articles tell otherwise"


def _voted(tallies: list[Tally], articles: set[str]) -> dict[str, Any]:
    return {**actor_columns(tallies), "article_count": len(articles)}


def _wrong_leads(connection: Connection) -> Iterator[str]:
    """Rows that count for another actor than standing judgements say."""
    merged = select(JUDGEMENT.c.subject_id).where(JUDGEMENT.c.kind == JudgementKind.SAME_ACTOR.value)
    leads = find_leads(connection, connection.execute(merged).scalars())
    for table, own, led in NAMING:
        for own_id, led_id in connection.execute(select(table.c[own], table.c[led]).distinct()):
            if led_id != leads.get(own_id, own_id):
                yield f"{table.name}: rows of {own_id} count for {led_id}"
    redirects = select(ACTOR_REDIRECT.c.old_id, ACTOR_REDIRECT.c.actor_id)
    for old_id, actor_id in connection.execute(redirects):
        if leads.get(old_id) != actor_id:
            yield f"actor {old_id} leads to {actor_id}, which no judgement says"


def _wrong_counts(connection: Connection) -> Iterator[str]:
    for table, column, counted in (
        (ACTOR, ACTOR.c.event_count, EVENT_ACTOR.c.actor_id),
        (ACTOR, ACTOR.c.quote_count, QUOTE.c.speaker_id),
        (LOCATION, LOCATION.c.event_count, EVENT.c.location_id),
    ):
        right = select(func.count()).where(counted == table.c.id).scalar_subquery()
        for (identifier,) in connection.execute(select(table.c.id).where(column != right)):
            yield f"{table.name} {identifier}: wrong {column.name}"


def _wrong_sums(connection: Connection) -> Iterator[str]:
    right, names = SumChanges(), [column.name for column in EVENT_SUM.c]
    for row in connection.execute(counted_anew()).mappings():
        right.add(dict(row))
    stored = {tuple(row[:4]): tuple(row[4:]) for row in connection.execute(select(*(EVENT_SUM.c[n] for n in names)))}
    for key in sorted({*stored, *right.rows}):
        if stored.get(key) != tuple(right.rows.get(key, ())):
            yield f"sums of {' / '.join(key)}: wrong numbers"


def _wrong_offices(connection: Connection) -> Iterator[str]:
    keys = (OFFICE.c.actor_id, OFFICE.c.title_key)
    marked = func.sum(case((OFFICE.c.newest, 1), else_=0))
    for actor_id, title in connection.execute(select(*keys).group_by(*keys).having(marked != 1)):
        yield f"actor {actor_id}: not one newest office of {title!r}"
