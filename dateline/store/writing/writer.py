"""Writes articles with all their facts: one transaction each, the same article twice changes nothing.

The rows of events and actors are made again from all that articles say of them, for the touched ones only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from dateline.store.bookkeeping.changes import note_added
from dateline.store.keeping.insertion import insert_rows, upsert_rows
from dateline.store.writing.actors import add_appearances, known_actors, refresh_actors, refresh_offices, remove_actors
from dateline.store.writing.events import (
    CountChanges,
    insert_events,
    known_events,
    refresh_events,
    remove_events,
    tellings_of,
)
from dateline.store.writing.facts import ArticleFacts, check
from dateline.store.writing.leads import find_leads, lead_rows, write_redirects
from dateline.store.writing.partaking import shown_places
from dateline.store.writing.removal import Touched, remove_evidence, remove_facts, remove_lonely_locations
from dateline.store.writing.reporting import ReportRows, report_rows
from dateline.store.writing.rows import (
    EvidenceRows,
    Rows,
    appearance_rows,
    article_row,
    location_rows,
    mention_rows,
    office_rows,
    place_rows,
    quote_rows,
)
from schema.tables import (
    ACTOR_MENTION,
    APPEARANCE,
    ARTICLE,
    DATELINE,
    EVIDENCE,
    LOCATION,
    LOCATION_MENTION,
    OFFICE,
    PARTICIPANT,
    QUOTE,
    QUOTE_PART,
    REPORT,
    REPORT_TRIGGER,
    TOLL,
    VICTIMS,
)
from schema.vocabulary import Described

_OWN_HISTORY = frozenset({"raw_sha256", "raw_offsets", "encoding", "origin"})
"""Columns that tell where this copy was read; another copy of the same article is no new version."""
_STORED = select(ARTICLE).where(ARTICLE.c.id == bindparam("wanted"))


class Outcome(Described):
    """What writing an article did."""

    NEW = "NEW", "It was not there before."
    UNCHANGED = "UNCHANGED", "The same article was there already: nothing was changed."
    CHANGED = "CHANGED", "It replaces an older version, with all that was read from that."


@dataclass(slots=True)
class _ArticleRows:
    """All rows of one article."""

    article: dict[str, Any]
    locations: Rows
    evidence: Rows
    dateline: Rows
    places: Rows
    appearances: Rows
    mentions: Rows
    offices: Rows
    quotes: Rows
    quote_parts: Rows
    reports: ReportRows


def is_stored(connection: Connection, facts: ArticleFacts) -> bool:
    """Whether this very version of the article is stored, by the same model and extractor."""
    stored = connection.execute(_STORED, {"wanted": facts.id}).mappings().one_or_none()
    return stored is not None and _is_same(dict(stored), article_row(facts))


def write_article(connection: Connection, facts: ArticleFacts, *, again: bool = False) -> Outcome:
    """Writes an article inside the connection's transaction.

    The same id with the same text, metadata, model and extractor is UNCHANGED, whatever else `facts` say; otherwise,
    and always with `again`, its facts replace those of the older version.  ValueError where `facts` are not whole.
    """
    check(facts)
    article = article_row(facts)
    stored = connection.execute(_STORED, {"wanted": facts.id}).mappings().one_or_none()
    if stored is not None and not again and _is_same(dict(stored), article):
        return Outcome.UNCHANGED
    leads = find_leads(connection, [actor.id for actor in facts.actors])
    rows = _rows_of(facts, article)
    _lead(rows, leads)
    touched, changes = Touched(), CountChanges()
    if stored is not None:
        remove_facts(connection, facts.id, touched, changes)
    _write_rows(connection, rows, touched, is_new=stored is None)
    events = _write_reports(connection, rows, touched, changes)
    write_redirects(connection, leads)
    _refresh(connection, touched, changes)
    if stored is not None:
        remove_evidence(connection, facts.id, {row["id"] for row in rows.evidence})
        remove_lonely_locations(connection, touched.locations)
    article_added = [("article", facts.id)] if stored is None else []
    note_added(connection, [*article_added, *(("event", event_id) for event_id in events)])
    return Outcome.NEW if stored is None else Outcome.CHANGED


def remove_article(connection: Connection, article_id: str) -> bool:
    """Deletes an article with all that only it said; False where there is none of that id."""
    if connection.execute(select(ARTICLE.c.id).where(ARTICLE.c.id == article_id)).first() is None:
        return False
    touched, changes = Touched(), CountChanges()
    remove_facts(connection, article_id, touched, changes)
    _refresh(connection, touched, changes)
    remove_evidence(connection, article_id, ())
    remove_lonely_locations(connection, touched.locations)
    connection.execute(ARTICLE.delete().where(ARTICLE.c.id == article_id))
    return True


def _is_same(stored: Mapping[str, Any], article: Mapping[str, Any]) -> bool:
    return all(stored[name] == value for name, value in article.items() if name not in _OWN_HISTORY)


def _rows_of(facts: ArticleFacts, article: dict[str, Any]) -> _ArticleRows:
    evidence = EvidenceRows(facts.id, article["text"])
    places = place_rows(facts, evidence)
    quotes, quote_parts = quote_rows(facts, evidence)
    rows = _ArticleRows(
        article=article,
        locations=location_rows(facts.locations),
        evidence=[],
        dateline=_dateline_rows(facts, evidence),
        places=places,
        appearances=appearance_rows(facts),
        mentions=mention_rows(facts, evidence),
        offices=office_rows(facts, evidence),
        quotes=quotes,
        quote_parts=quote_parts,
        reports=report_rows(facts, evidence),
    )
    rows.evidence = evidence.rows
    return rows


def _dateline_rows(facts: ArticleFacts, evidence: EvidenceRows) -> Rows:
    place = facts.source.dateline_place
    if facts.dateline_id is None or place is None:
        return []
    return [{"article_id": facts.id, "location_id": facts.dateline_id, "evidence_id": evidence.add(place)}]


def _lead(rows: _ArticleRows, leads: Mapping[str, str]) -> None:
    """Lets the rows count for the actors that judgements merged theirs into."""
    if not leads:
        return
    for own in (rows.appearances, rows.mentions, rows.offices):
        lead_rows(own, leads)
    lead_rows(rows.offices, leads, "own_organization_id", "organization_id")
    lead_rows(rows.quotes, leads, "own_speaker_id", "speaker_id")
    lead_rows(rows.reports.reports, leads, "own_said_by_id", "said_by_id")
    lead_rows(rows.reports.participants, leads, "own_actor_id", "actor_id")


def _write_rows(connection: Connection, rows: _ArticleRows, touched: Touched, *, is_new: bool) -> None:
    upsert_rows(connection, LOCATION, rows.locations, key=["id"], keep=["event_count"])
    article = {**rows.article, "added_at": datetime.now(UTC)}
    if is_new:
        insert_rows(connection, ARTICLE, [article])
    else:
        connection.execute(update(ARTICLE).where(ARTICLE.c.id == article["id"]).values(article))
    upsert_rows(connection, EVIDENCE, rows.evidence, key=["id"], keep=["article_id"])
    touched.actors |= known_actors(connection, rows.appearances)
    add_appearances(connection, rows.appearances)
    for table, own in (
        (DATELINE, rows.dateline),
        (LOCATION_MENTION, rows.places),
        (APPEARANCE, rows.appearances),
        (ACTOR_MENTION, rows.mentions),
        (OFFICE, rows.offices),
        (QUOTE, rows.quotes),
        (QUOTE_PART, rows.quote_parts),
    ):
        insert_rows(connection, table, own)


def _write_reports(
    connection: Connection, rows: _ArticleRows, touched: Touched, changes: CountChanges
) -> Sequence[str]:
    """Returns the ids of the events that were not there."""
    texts = {row["id"]: row["text"] for row in rows.evidence}
    tellings = tellings_of(rows.reports, texts, {row["id"]: row for row in rows.locations})
    known = known_events(connection, tellings)
    new = {key: told for key, told in tellings.items() if key not in known}
    insert_events(connection, new, changes)
    # Those of events that were there already get their places when the event is made again.
    places = {key: place for told in new.values() for key, place in shown_places(told).items()}
    for table, own in (
        (REPORT, rows.reports.reports),
        (REPORT_TRIGGER, rows.reports.triggers),
        (PARTICIPANT, [{**row, "shown_as": places.get(row["id"])} for row in rows.reports.participants]),
        (TOLL, rows.reports.tolls),
        (VICTIMS, [{**row, "shown_as": places.get(row["id"])} for row in rows.reports.victims]),
    ):
        insert_rows(connection, table, own)
    touched.events |= known
    touched.offices.update((row["actor_id"], row["title_key"]) for row in rows.offices)
    changes.actor_quotes.update(row["speaker_id"] for row in rows.quotes if row["speaker_id"] is not None)
    return list(new)


def _refresh(connection: Connection, touched: Touched, changes: CountChanges) -> None:
    empty = refresh_events(connection, touched.events, changes)
    remove_events(connection, empty, {})
    silent = refresh_actors(connection, touched.actors)
    changes.apply(connection, without=silent)
    refresh_offices(connection, touched.offices)
    remove_actors(connection, silent)
