"""What answers hold: the nouns as JSON objects.

Plain fields, with names and descriptions, are those of the GraphQL types; a `Shape` says which linked objects come
with them.  So a field added to a GraphQL type appears here and in OpenAPI by itself.
"""

from __future__ import annotations

import typing
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum, auto
from functools import cache
from typing import Any

from strawberry.types.private import is_private
from strawberry.utils.str_converters import to_camel_case

from api.graphql.actors import Actor, Office
from api.graphql.articles import Article
from api.graphql.events import Event
from api.graphql.evidence import Evidence, Resolution
from api.graphql.locations import Location
from api.graphql.quotes import Quote
from api.graphql.reports import Participant, Report, Victims
from api.graphql.scalars import show_date, show_instant
from api.graphql.statistics import EventBucket, EventKey
from dateline.store.reading.pages import DEFAULT_SIZE

Json = dict[str, Any]


class Form(Enum):
    """How many objects a link leads to."""

    ONE = auto()
    OPTIONAL = auto()
    MANY = auto()


@dataclass(frozen=True, slots=True)
class PlainField:
    """A value of a noun itself: its attribute, its name in JSON, its description and its Python type."""

    attribute: str
    name: str
    description: str
    hint: Any


@dataclass(frozen=True, slots=True)
class Link:
    """What comes with a noun: objects of one of `shapes`, or values of the Python type `hint`."""

    name: str
    shapes: tuple[Shape, ...] = ()
    form: Form = Form.ONE
    description: str = ""
    """Where it is empty, that of the GraphQL field of the same name."""
    hint: Any = str


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of object in answers."""

    name: str
    kind: type
    """The GraphQL type that it is taken from."""
    links: tuple[Link, ...] = ()


RESOLUTION = Shape(
    "Resolution",
    Resolution,
    (Link("locationId", form=Form.OPTIONAL, description="The place; null where nobody knows which one is meant."),),
)
EVIDENCE = Shape(
    "Evidence",
    Evidence,
    (
        Link("articleId", description="The article that has these words."),
        Link("resolution", (RESOLUTION,), Form.OPTIONAL),
    ),
)
ACTOR_SUMMARY = Shape("ActorSummary", Actor)
ARTICLE_SUMMARY = Shape("ArticleSummary", Article)
LOCATION_SUMMARY = Shape("LocationSummary", Location)
OFFICE = Shape("Office", Office, (Link("of", (ACTOR_SUMMARY,), Form.OPTIONAL), Link("evidence", (EVIDENCE,))))
PARTICIPANT = Shape(
    "Participant", Participant, (Link("actor", (ACTOR_SUMMARY,), Form.OPTIONAL), Link("evidence", (EVIDENCE,)))
)
VICTIMS = Shape("Victims", Victims, (Link("evidence", (EVIDENCE,)),))
REPORT_EVIDENCE = {f"{value}Evidence": f"{value}_evidence_id" for value in ("when", "location", "killed", "injured")}
"""Links to the words that a report's values were taken from, and their columns."""
REPORT = Shape(
    "Report",
    Report,
    (
        Link("article", (ARTICLE_SUMMARY,)),
        Link("evidence", (EVIDENCE,)),
        *(Link(name, (EVIDENCE,), Form.OPTIONAL) for name in REPORT_EVIDENCE),
        Link("saidBy", (ACTOR_SUMMARY,), Form.OPTIONAL),
    ),
)
EVENT = Shape(
    "Event",
    Event,
    (
        Link("location", (LOCATION_SUMMARY,), Form.OPTIONAL),
        Link("evidence", (EVIDENCE,), description="The clause or sentence that tells it best, of all its reports."),
        Link("participants", (PARTICIPANT,), Form.MANY),
        Link("victims", (VICTIMS,), Form.MANY),
        Link("reportCount", description="How many articles tell of it.", hint=int),
        Link(
            "reports",
            (REPORT,),
            Form.MANY,
            f"The articles' tellings of it, the newest first, {DEFAULT_SIZE} at most; reportCount says how many more.",
        ),
    ),
)
ACTOR = Shape("Actor", Actor, (Link("aliases", form=Form.MANY), Link("offices", (OFFICE,), Form.MANY)))
LOCATION = Shape("Location", Location, (Link("parent", (LOCATION_SUMMARY,), Form.OPTIONAL),))
QUOTE = Shape(
    "Quote",
    Quote,
    (
        Link("speaker", (ACTOR_SUMMARY,), Form.OPTIONAL),
        Link("article", (ARTICLE_SUMMARY,)),
        Link("evidence", (EVIDENCE,), Form.MANY),
    ),
)
ARTICLE = Shape("Article", Article, (Link("dateline", (LOCATION_SUMMARY,), Form.OPTIONAL),))
ARTICLE_TEXT = Shape("ArticleWithText", Article, (*ARTICLE.links, Link("text", form=Form.OPTIONAL)))
BUCKET_KEY = Shape("EventKey", EventKey, (Link("node", (ACTOR_SUMMARY, LOCATION_SUMMARY), Form.OPTIONAL),))
BUCKET = Shape("EventBucket", EventBucket)

SHAPES = (
    EVENT,
    ACTOR,
    LOCATION,
    QUOTE,
    ARTICLE,
    ARTICLE_TEXT,
    BUCKET,
    BUCKET_KEY,
    PARTICIPANT,
    VICTIMS,
    REPORT,
    OFFICE,
    EVIDENCE,
    RESOLUTION,
    ACTOR_SUMMARY,
    ARTICLE_SUMMARY,
    LOCATION_SUMMARY,
)


@cache
def plain_fields(kind: type) -> tuple[PlainField, ...]:
    """The fields of a GraphQL type that need nothing else to be read."""
    hints = typing.get_type_hints(kind, include_extras=True)
    return tuple(
        PlainField(field.python_name, json_name(field), field.description or "", hints[field.python_name])
        for field in kind.__strawberry_definition__.fields  # type: ignore[attr-defined]
        if field.base_resolver is None and not is_private(hints[field.python_name])
    )


def json_name(field: Any) -> str:
    """A field's name in GraphQL, and so in JSON."""
    return str(field.graphql_name or to_camel_case(field.python_name))


@cache
def linked_description(kind: type, name: str) -> str:
    """What GraphQL says of a field that leads on."""
    fields = kind.__strawberry_definition__.fields  # type: ignore[attr-defined]
    return next(str(field.description) for field in fields if json_name(field) == name)


def plain(value: Any) -> Any:
    """A value of a GraphQL object as JSON has it; an object becomes its plain fields."""
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return show_instant(value) if isinstance(value, datetime) else show_date(value)
    if isinstance(value, list):
        return [plain(one) for one in value]
    kind: type = type(value)
    return {field.name: plain(getattr(value, field.attribute)) for field in plain_fields(kind)}


def show(value: Any, **links: Any) -> Json:
    """An object's plain fields, and what is linked to it by name."""
    shown: Json = plain(value)
    return shown | links
