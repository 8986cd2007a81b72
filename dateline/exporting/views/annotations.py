"""W3C Web Annotations (Recommendation of 2017): the words of articles, and what was read from them.

Offsets count Unicode code points, as the Recommendation asks; each selector pair finds its words in the cleaned text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, case, exists, func, or_, select

from dateline.exporting.fields import Record
from dateline.exporting.views import belongings
from dateline.exporting.views.changes import article_added
from dateline.exporting.views.mentions import DATES, MENTION_FILTERS, NAMES_SOMETHING, SOURCE
from dateline.exporting.views.view import Rows, View
from schema.tables import EVIDENCE, QUOTE_PART, REPORT
from schema.tables.columns import PublishersText

CONTEXT = 32
"""Code points of the text on each side of the words."""
_FIRST = case((EVIDENCE.c.start > CONTEXT, EVIDENCE.c.start - CONTEXT), else_=0)
_TELLS_SOMETHING = or_(
    NAMES_SOMETHING,
    exists().where(QUOTE_PART.c.evidence_id == EVIDENCE.c.id, QUOTE_PART.c.part == "WORDS"),
    exists().where(REPORT.c.evidence_id == EVIDENCE.c.id),
)


def _build(connection: Connection, rows: Rows) -> list[Record]:
    ids = [row.id for row in rows]
    actors = belongings.mentioned_actors(connection, ids)
    places = belongings.mentioned_places(connection, ids)
    quotes = belongings.quotes_at(connection, ids)
    events = belongings.events_at(connection, ids)
    return [
        _annotation(
            row,
            [
                *map(_actor, actors.get(row.id, [])),
                *map(_place, places.get(row.id, [])),
                *map(_quote, quotes.get(row.id, [])),
                *map(_event, events.get(row.id, [])),
            ],
        )
        for row in rows
    ]


def _annotation(row: Row[Any], bodies: list[Record]) -> Record:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _urn(row.id),
        "type": "Annotation",
        "motivation": list(dict.fromkeys(body["purpose"] for body in bodies)),
        "body": bodies,
        "target": {
            "source": row.url or _urn(row.article_id),
            **_origin(row),
            "selector": [
                {"type": "TextPositionSelector", "start": row.start, "end": row.end},
                *_quote_selectors(row),
            ],
        },
    }


def _origin(row: Row[Any]) -> Record:
    """Whose words they are, as far as it is known; the Recommendation takes addresses alone as `rights`."""
    rights = "rights" if (row.licence or "").startswith(("http://", "https://")) else "dc:rights"
    known = {"dc:title": row.title, "dc:publisher": row.publisher, rights: row.licence}
    return {name: value for name, value in known.items() if value}


def _quote_selectors(row: Row[Any]) -> Iterator[Record]:
    """The words and what is around them, where all of it may be shown: a part of them would be found nowhere."""
    before = min(row.start, CONTEXT)
    if row.text is not None and len(row.text) == row.end - row.start:
        yield {
            "type": "TextQuoteSelector",
            "exact": row.text,
            "prefix": row.context[:before],
            "suffix": row.context[before + row.end - row.start :],
        }


def _actor(actor: Record) -> Record:
    return _resource(actor["id"], "identifying", actor["name"])


def _place(place: Record) -> Record:
    if place["id"] is None:
        return {"type": "TextualBody", "purpose": "classifying", "value": "PLACE"}
    body = _resource(place["id"], "identifying", place["name"])
    if place["geonames_id"] is not None:
        body["source"] = f"https://sws.geonames.org/{place['geonames_id']}/"
    return body


def _quote(quote: Record) -> Record:
    return _resource(quote["id"], "describing", f"Said by {quote['speaker_name'] or 'somebody'}")


def _event(event: Record) -> Record:
    return _resource(event["id"], "classifying", f"{event['type']} ({event['status']})")


def _resource(identifier: str, purpose: str, label: str) -> Record:
    return {"type": "SpecificResource", "purpose": purpose, "source": _urn(identifier), "label": label}


def _urn(identifier: str) -> str:
    return f"urn:dateline:{identifier}"


ANNOTATIONS = View(
    name="annotations",
    description="W3C Web Annotations of what articles name, quote and tell.",
    table=EVIDENCE,
    statement=select(
        EVIDENCE.c.id,
        EVIDENCE.c.article_id,
        EVIDENCE.c.start,
        EVIDENCE.c.end,
        EVIDENCE.c.text,
        SOURCE.c.url,
        SOURCE.c.title,
        SOURCE.c.publisher,
        SOURCE.c.licence,
        func.substr(SOURCE.c.text, _FIRST + 1, EVIDENCE.c.end + CONTEXT - _FIRST, type_=PublishersText()).label(
            "context"
        ),
    ).join(SOURCE, SOURCE.c.id == EVIDENCE.c.article_id),
    build=_build,
    filters=MENTION_FILTERS,
    changed=article_added(EVIDENCE.c.article_id),
    dates=DATES,
    only=_TELLS_SOMETHING,
    is_searchable=False,
)
