"""Mentions: the words of articles that name actors and places, each stretch of words once."""

from __future__ import annotations

from sqlalchemy import Connection, exists, or_, select

from dateline.exporting.assembly import assembler
from dateline.exporting.fields import Record, flag, instant, integer, real, record, records, text
from dateline.exporting.views import belongings
from dateline.exporting.views.changes import article_added
from dateline.exporting.views.view import Dates, Rows, View
from dateline.store.filtering.filters import Filter, FilterKind, Filters
from dateline.store.filtering.operators import Condition, Operators, any_of, current_ids, days_of, ids
from schema.tables import ACTOR, ACTOR_MENTION, ACTOR_REDIRECT, ARTICLE, EVIDENCE, LOCATION_MENTION

SOURCE = ARTICLE.alias("source")
_ACTOR = current_ids(ACTOR_MENTION.c.actor_id, ACTOR.c.id, ACTOR_REDIRECT)
_LOCATION = ids(LOCATION_MENTION.c.location_id)
_DAY = days_of(ARTICLE.c.published_at)


def of_articles(condition: Condition) -> Condition:
    """Whether the words are of an article for which that holds."""
    return any_of(EVIDENCE.c.article_id, select(ARTICLE.c.id).where(condition))


def _of_actor(operators: Operators) -> Condition:
    return any_of(EVIDENCE.c.id, select(ACTOR_MENTION.c.evidence_id).where(_ACTOR(operators)))


def _of_location(operators: Operators) -> Condition:
    return any_of(EVIDENCE.c.id, select(LOCATION_MENTION.c.evidence_id).where(_LOCATION(operators)))


MENTION_FILTERS: Filters = (
    Filter("article", FilterKind.ID, ids(EVIDENCE.c.article_id), "The article that has the words."),
    Filter("actor", FilterKind.ID, _of_actor, "An actor that they name."),
    Filter("location", FilterKind.ID, _of_location, "A location that they name."),
    Filter(
        "published_at",
        FilterKind.DATE,
        lambda operators: of_articles(_DAY(operators)),
        "The day (UTC) when the article came out.",
    ),
)
DATES = Dates(ARTICLE.c.published_at, of_articles)
NAMES_SOMETHING = or_(
    exists().where(ACTOR_MENTION.c.evidence_id == EVIDENCE.c.id),
    exists().where(LOCATION_MENTION.c.evidence_id == EVIDENCE.c.id),
)

FIELDS = (
    text("id", "The evidence's id."),
    text("text", "The words."),
    text("article_id", "The article that has them.", refers_to="articles"),
    instant("published_at", "When it came out."),
    integer("start", "Where they start in its text, in Unicode code points."),
    integer("end", "Where they end, excluded."),
    integer("start_utf16", "The start in UTF-16 code units, which JavaScript counts."),
    integer("end_utf16", "The end in UTF-16 code units."),
    records(
        "actors",
        "Whom they name.",
        text("id", "The actor's id.", refers_to="actors"),
        text("name", "Its name."),
        text("kind", "What it is."),
        text("form", "How the words name it."),
    ),
    record(
        "location",
        "The place that they name.",
        text("id", "The location's id; nothing where nobody knows which place it is.", refers_to="locations"),
        text("name", "Its name."),
        integer("geonames_id", "Its number at geonames.org."),
        real("score", "How sure that is, from 0 to 1."),
        text("reason", "Why that one."),
        flag("metonym", "Whether the name stands for a government or a team."),
    ),
)


STATEMENT = select(
    *(EVIDENCE.c[name] for name in ("id", "text", "article_id", "start", "end", "start_utf16", "end_utf16")),
    SOURCE.c.published_at,
).join(SOURCE, SOURCE.c.id == EVIDENCE.c.article_id)
_assemble = assembler(FIELDS, STATEMENT, given=["actors", "location"])


def _build(connection: Connection, rows: Rows) -> list[Record]:
    keys = [row.id for row in rows]
    places = {key: own[0] for key, own in belongings.mentioned_places(connection, keys).items()}
    return _assemble(rows, belongings.mentioned_actors(connection, keys), places)


MENTION_VIEW = View(
    name="mentions",
    description="Words of articles that name actors and places.",
    table=EVIDENCE,
    statement=STATEMENT,
    build=_build,
    filters=MENTION_FILTERS,
    changed=article_added(EVIDENCE.c.article_id),
    fields=FIELDS,
    dates=DATES,
    only=NAMES_SOMETHING,
    is_searchable=False,
)
