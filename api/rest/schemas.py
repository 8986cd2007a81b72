"""JSON Schemas of what answers hold, made from the shapes and the Python types of their fields."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from api.graphql.describing import doc
from api.graphql.suggestions import Suggestion
from api.rest.problems import TITLES
from api.rest.shapes import BUCKET, BUCKET_KEY, SHAPES, Form, Link, Shape, linked_description, plain_fields

Json = dict[str, Any]

_PLAIN: Mapping[Any, Json] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
}
_SUMMARY = " Without what belongs to it; ask for it by its id."
_DESCRIPTIONS = {"Article": "  Without its text.", "ArticleWithText": "  With its text."}


def reference(name: str) -> Json:
    """To a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def schema_of(hint: Any) -> Json:
    """The schema of a Python type; enums and objects are components of their name."""
    if isinstance(hint, typing.NewType):
        return _PLAIN[hint.__supertype__]
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if typing.get_origin(hint) is list:
        inner = typing.get_args(hint)[0]
        return {"type": "array", "items": reference(BUCKET_KEY.name) if inner is BUCKET_KEY.kind else schema_of(inner)}
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return _optional(schema_of(next(one for one in typing.get_args(hint) if one is not types.NoneType)))
    return reference(hint.__name__)


def _optional(schema: Json) -> Json:
    if "type" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"oneOf": [schema, {"type": "null"}]}


@cache
def component_schemas() -> Json:
    """Every object and enum in answers, by name."""
    found: Json = {shape.name: _shape_schema(shape) for shape in SHAPES}
    for shape in SHAPES:
        for field in plain_fields(shape.kind):
            _collect(field.hint, found)
    return {**dict(sorted(found.items())), "Page": _PAGE, "Problem": _problem_schema()}


def _collect(hint: Any, found: Json) -> None:
    """Adds the schemas of enums and of objects without links."""
    for inner in typing.get_args(hint):
        _collect(inner, found)
    if not isinstance(hint, type) or hint.__name__ in found or hint is BUCKET_KEY.kind:
        return
    if issubclass(hint, StrEnum):
        found[hint.__name__] = enum_schema(hint)
    elif dataclasses.is_dataclass(hint):
        found[hint.__name__] = _object(doc(hint), _own_fields(hint))
        for field in plain_fields(hint):
            _collect(field.hint, found)


def enum_schema(kind: type[StrEnum]) -> Json:
    """A closed set, each value described."""
    told = "\n".join(f"- {member.value}: {member.description}" for member in kind)  # type: ignore[attr-defined]
    return {"type": "string", "enum": [member.value for member in kind], "description": f"{doc(kind)}\n\n{told}"}


def _shape_schema(shape: Shape) -> Json:
    said = _SUMMARY if shape.name.endswith("Summary") else _DESCRIPTIONS.get(shape.name, "")
    linked = {link.name: _link_schema(shape, link) for link in shape.links}
    return _object(doc(shape.kind) + said, _own_fields(shape.kind) | linked)


def _own_fields(kind: type) -> Json:
    return {field.name: {**schema_of(field.hint), "description": field.description} for field in plain_fields(kind)}


def _link_schema(shape: Shape, link: Link) -> Json:
    schemas = [reference(target.name) for target in link.shapes] or [schema_of(link.hint)]
    description = link.description or linked_description(shape.kind, link.name)
    if link.form is Form.MANY:
        return {"type": "array", "items": schemas[0], "description": description}
    if link.form is Form.OPTIONAL:
        one = _optional(schemas[0]) if len(schemas) == 1 else {"oneOf": [*schemas, {"type": "null"}]}
        return {**one, "description": description}
    return {**schemas[0], "description": description}


def _object(description: str, properties: Json) -> Json:
    """An object whose every field is always there."""
    return {"type": "object", "description": description, "properties": properties, "required": list(properties)}


def list_schema(shape: Shape) -> Json:
    """A page of a noun."""
    answer = _object(
        "One page of a list.",
        {
            "data": {"type": "array", "items": reference(shape.name), "description": "What this page holds, in order."},
            "page": {**reference("Page"), "description": "Where it stands in the whole list."},
        },
    )
    answer["properties"]["totalCount"] = {
        "type": "integer",
        "description": "How many there are on all pages together; only where totalCount=true asks for it.",
    }
    return answer


def buckets_schema() -> Json:
    """The answer of statistics."""
    items = {"type": "array", "items": reference(BUCKET.name), "description": "The largest buckets first."}
    return _object("Events counted.", {"data": items})


def suggestions_schema() -> Json:
    """The answer of suggestions."""
    item = _object(doc(Suggestion), _own_fields(Suggestion))
    return _object("Suggestions.", {"data": {"type": "array", "items": item, "description": "The best first."}})


def search_schema(shapes: Mapping[str, Shape]) -> Json:
    """The answer of a search over everything; of the nouns only those that were asked for."""
    some = {
        f"{noun}s": {"type": "array", "items": reference(shape.name), "description": f"The {noun}s that fit best."}
        for noun, shape in shapes.items()
    }
    address = {"type": ["string", "null"], "format": "uri-reference"}
    more = {name: {**address, "description": f"Where the list of {name} goes on; null at its end."} for name in some}
    totals = {name: {"type": "integer", "description": f"How many {name} fit."} for name in some}
    answer = _object(
        "What fits some words best.",
        {
            "data": _object("The best, by noun.", some) | {"required": []},
            "more": _object("Addresses of the further ones, by noun.", more) | {"required": []},
        },
    )
    said = "How many there are; only where totalCount=true asks for it."
    answer["properties"]["totalCount"] = _object(said, totals) | {"required": []}
    return answer


def map_schemas() -> Json:
    """GeoJSON (RFC 7946): a collection and what is in it, by name."""
    feature = _object(
        "A row as GeoJSON (RFC 7946).",
        {
            "type": {"type": "string", "enum": ["Feature"], "description": "What it is."},
            "id": {"type": "string", "description": "The row's id."},
            "geometry": {"type": ["object", "null"], "description": "Its point, longitude first; null without one."},
            "properties": {"type": "object", "description": "Its fields, as the columns of CSV."},
        },
    )
    features: Json = {"type": "array", "items": reference("Feature"), "description": "A feature a row."}
    collection = _object(
        "A GeoJSON document (RFC 7946).",
        {
            "type": {"type": "string", "enum": ["FeatureCollection"], "description": "What it is."},
            "features": features,
        },
    )
    return {"Feature": feature, "FeatureCollection": collection}


def feed_schemas() -> Json:
    """A JSON Feed (jsonfeed.org, version 1.1) and what is in it, by name."""
    text: Json = {"type": "string"}
    item = _object(
        "An event in a feed.",
        {
            "id": {**text, "description": "urn:dateline: and the event's id."},
            "url": {**text, "format": "uri", "description": "Where the event is answered whole."},
            "title": {**text, "description": "What happened, in one line."},
            "summary": {**text, "description": "What is known of it, a few words each."},
            "content_text": {**text, "description": "The words that tell it best."},
            "date_modified": {
                **text,
                "format": "date-time",
                "description": "When the last article that tells of it was added.",
            },
            "tags": {"type": "array", "items": text, "description": "Its type."},
        },
    )
    item["properties"]["date_published"] = {
        **text,
        "format": "date-time",
        "description": "When the first article came out.",
    }
    item["properties"]["external_url"] = {**text, "format": "uri", "description": "An article that tells of it."}
    item["properties"]["_point"] = {
        "type": "object",
        "description": "Where it happened, in degrees.",
        "properties": {
            "latitude": {"type": "number", "description": "North positive."},
            "longitude": {"type": "number", "description": "East positive."},
        },
    }
    author = _object("Who made the feed.", {"name": {**text, "description": "The name."}})
    items: Json = {"type": "array", "items": reference("FeedItem")}
    feed = _object(
        "A JSON Feed (jsonfeed.org, version 1.1).",
        {
            "version": {**text, "description": "The version of JSON Feed."},
            "title": {**text, "description": "The feed's title."},
            "home_page_url": {**text, "format": "uri", "description": "The documentation."},
            "feed_url": {**text, "format": "uri", "description": "This feed."},
            "authors": {"type": "array", "items": author, "description": "Who made it."},
            "items": {**items, "description": "The events, the one that was added last first."},
        },
    )
    return {"Feed": feed, "FeedItem": item}


_PAGE = _object(
    "Where a page stands in its list.",
    {
        "next": {"type": ["string", "null"], "description": "The cursor to page on with after; null on the last page."},
        "previous": {
            "type": ["string", "null"],
            "description": "The cursor to page back with before; null on the first page.",
        },
        "hasNext": {"type": "boolean", "description": "Whether there is more after this page."},
        "hasPrevious": {"type": "boolean", "description": "Whether there is more before this page."},
    },
)


def _problem_schema() -> Json:
    text: Json = {"type": "string"}
    return _object(
        "An error, as problem details (RFC 9457).",
        {
            "type": {**text, "format": "uri-reference", "description": "Where the code is explained."},
            "title": {**text, "description": "What the code means."},
            "status": {"type": "integer", "description": "The status of the answer."},
            "detail": {**text, "description": "What is wrong, in a sentence."},
            "code": {**text, "enum": list(TITLES), "description": "What is wrong, for programs."},
            "hint": {"type": ["string", "null"], "description": "What to do next; null where nothing would help."},
            "instance": {**text, "description": "The id of the request, which the server's log has too."},
        },
    )
