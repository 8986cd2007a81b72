"""From rows to objects with what belongs to them; as many statements for a hundred rows as for one.

An article may be removed between two statements: what has lost its evidence by then is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row

from api.graphql.actors import Actor, Office
from api.graphql.articles import Article
from api.graphql.events import Event
from api.graphql.evidence import Evidence, Resolution
from api.graphql.locations import Location
from api.graphql.quotes import Quote
from api.graphql.reports import Participant, Report, Victims
from api.rest.shapes import REPORT_EVIDENCE, Json, plain, show
from dateline.store.reading.collections import EVENT_REPORTS
from dateline.store.reading.pages import PageRequest, read_pages
from dateline.store.reading.reads import (
    find_aliases,
    find_datelines,
    find_offices,
    find_participants,
    find_quote_words,
    find_resolutions,
    find_rows,
    find_texts,
    find_victims,
)
from dateline.store.reading.statistics import Bucket, Dimension

Rows = Sequence[Row[Any]]
Read = Callable[[Connection, Rows], list[Json]]
Known = dict[str, Json]

_KINDS: dict[str, Any] = {"actor": Actor, "article": Article, "location": Location}
_NODES = {Dimension.ACTOR: "actor", Dimension.LOCATION: "location"}


def summaries(connection: Connection, noun: str, ids: Iterable[str | None]) -> Known:
    """Actors, articles or locations by the ids asked for, without what belongs to them: one statement."""
    rows = find_rows(connection, noun, {one for one in ids if one is not None})
    return {asked: plain(_KINDS[noun].from_row(row)) for asked, row in rows.items()}


def _evidence(connection: Connection, ids: Iterable[str | None]) -> Known:
    return _cited(connection, find_rows(connection, "evidence", {one for one in ids if one is not None}).values())


def _cited(connection: Connection, rows: Iterable[Row[Any]]) -> Known:
    """Evidence by id, with the places that it was taken for."""
    found = {row.id: row for row in rows}
    places = find_resolutions(connection, found)
    return {
        identifier: show(
            Evidence.from_row(row), articleId=row.article_id, resolution=_resolution(places.get(identifier))
        )
        for identifier, row in found.items()
    }


def _resolution(row: Row[Any] | None) -> Json | None:
    return None if row is None else show(Resolution.from_row(row), locationId=row.location_id)


def read_events(connection: Connection, rows: Rows) -> list[Json]:
    """Events with where, who, and the newest reports: eight statements."""
    ids = [row.id for row in rows]
    if not ids:
        return []
    pages = read_pages(connection, EVENT_REPORTS, ids, PageRequest())
    reports = {identifier: page.rows for identifier, page in pages.items()}
    participants, victims = find_participants(connection, ids), find_victims(connection, ids)
    told = [row for own in reports.values() for row in own]
    taking = [row for own in participants.values() for row in own]
    struck = [row for own in victims.values() for row in own]
    own = (getattr(row, column) for row in told for column in REPORT_EVIDENCE.values())
    evidence = _evidence(connection, (*(row.evidence_id for row in (*rows, *told, *taking, *struck)), *own))
    articles = summaries(connection, "article", (row.article_id for row in told))
    actors = summaries(connection, "actor", (*(row.actor_id for row in taking), *(row.said_by_id for row in told)))
    locations = summaries(connection, "location", (row.location_id for row in rows))
    return [
        show(
            Event.from_row(row),
            location=locations.get(row.location_id),
            evidence=evidence[row.evidence_id],
            participants=_participants(participants.get(row.id, ()), actors, evidence),
            victims=_victims(victims.get(row.id, ()), evidence),
            reportCount=row.report_count,
            reports=_reports(reports[row.id], articles, actors, evidence),
        )
        for row in rows
        if row.evidence_id in evidence
    ]


def _participants(rows: Rows, actors: Known, evidence: Known) -> list[Json]:
    return [
        show(Participant.from_row(row), actor=actors.get(row.actor_id), evidence=evidence[row.evidence_id])
        for row in rows
        if row.evidence_id in evidence
    ]


def _victims(rows: Rows, evidence: Known) -> list[Json]:
    return [
        show(Victims.from_row(row), evidence=evidence[row.evidence_id]) for row in rows if row.evidence_id in evidence
    ]


def _reports(rows: Rows, articles: Known, actors: Known, evidence: Known) -> list[Json]:
    return [
        show(
            Report.from_row(row),
            article=articles[row.article_id],
            evidence=evidence[row.evidence_id],
            **{name: evidence.get(getattr(row, column)) for name, column in REPORT_EVIDENCE.items()},
            saidBy=actors.get(row.said_by_id),
        )
        for row in rows
        if row.evidence_id in evidence and row.article_id in articles
    ]


def read_actors(connection: Connection, rows: Rows) -> list[Json]:
    """Actors with their names and offices: five statements."""
    ids = [row.id for row in rows]
    if not ids:
        return []
    aliases, offices = find_aliases(connection, ids), find_offices(connection, ids)
    held = [row for own in offices.values() for row in own]
    evidence = _evidence(connection, (row.evidence_id for row in held))
    bodies = summaries(connection, "actor", (row.organization_id for row in held))
    return [
        show(
            Actor.from_row(row),
            aliases=[name for name in aliases.get(row.id, ()) if name != row.name],
            offices=[
                show(
                    Office.from_row(office),
                    of=bodies.get(office.organization_id),
                    evidence=evidence[office.evidence_id],
                )
                for office in offices.get(row.id, ())
                if office.evidence_id in evidence
            ],
        )
        for row in rows
    ]


def read_locations(connection: Connection, rows: Rows) -> list[Json]:
    """Locations with what they lie in: one statement."""
    parents = summaries(connection, "location", (row.parent_id for row in rows)) if rows else {}
    return [show(Location.from_row(row), parent=parents.get(row.parent_id)) for row in rows]


def read_quotes(connection: Connection, rows: Rows) -> list[Json]:
    """Quotes with who said them, where, and the words: four statements."""
    if not rows:
        return []
    words = find_quote_words(connection, [row.id for row in rows])
    evidence = _cited(connection, (part for own in words.values() for part in own))
    speakers = summaries(connection, "actor", (row.speaker_id for row in rows))
    articles = summaries(connection, "article", (row.article_id for row in rows))
    return [
        show(
            Quote.from_row(row),
            speaker=speakers.get(row.speaker_id),
            article=articles[row.article_id],
            evidence=[evidence[part.id] for part in words.get(row.id, ())],
        )
        for row in rows
        if row.article_id in articles
    ]


def read_articles(connection: Connection, rows: Rows) -> list[Json]:
    """Articles with the places of their datelines: one statement."""
    datelines = find_datelines(connection, [row.id for row in rows]) if rows else {}
    return [show(Article.from_row(row), dateline=_place(datelines.get(row.id))) for row in rows]


def _place(row: Row[Any] | None) -> Json | None:
    return None if row is None else show(Location.from_row(row))


def read_article_texts(connection: Connection, rows: Rows) -> list[Json]:
    """The same with their texts: two statements."""
    texts = find_texts(connection, [row.id for row in rows])
    return [{**shown, "text": texts.get(shown["id"])} for shown in read_articles(connection, rows)]


def read_buckets(connection: Connection, buckets: Sequence[Bucket], by: Sequence[Dimension]) -> list[Json]:
    """Buckets with the actors and locations that they count by: a statement for each of the two."""
    columns = list(zip(*(bucket.values for bucket in buckets), strict=True)) or [()] * len(by)
    nodes = {
        dimension: summaries(connection, _NODES[dimension], column)
        for dimension, column in zip(by, columns, strict=True)
        if dimension in _NODES
    }
    return [
        {
            "keys": [
                {"dimension": dimension.value, "value": value, "node": nodes.get(dimension, {}).get(value or "")}
                for dimension, value in zip(by, bucket.values, strict=True)
            ],
            "events": bucket.events,
            "killed": bucket.killed,
            "injured": bucket.injured,
        }
        for bucket in buckets
    ]
