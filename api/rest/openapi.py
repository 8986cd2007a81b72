"""The OpenAPI 3.1 document, made from the tables that answer requests: resources, parameters, shapes, problems."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import Any

import orjson

from api.graphql.negotiation import JSON
from api.rest.analysis import PLAIN, READER
from api.rest.analysis_schemas import SCHEMAS as ANALYSIS
from api.rest.answers import NDJSON
from api.rest.counting import CSV, CSV_PATH
from api.rest.counting import CSV_PARAMETERS as COUNTING_PARAMETERS
from api.rest.counting import PATH as COUNTING_PATH
from api.rest.downloads import download_parameters, downloads, formats_of
from api.rest.everything import PARAMETERS as SEARCH_PARAMETERS
from api.rest.everything import PATH as SEARCH_PATH
from api.rest.examples import TEXT, described
from api.rest.exports import CHOOSING
from api.rest.exports import NAMES as VIEW_NAMES
from api.rest.exports import PARAMETERS as EXPORT_PARAMETERS
from api.rest.exports import PATH as EXPORT_PATH
from api.rest.feeds import ATOM, JSON_FEED, SUFFIXES
from api.rest.feeds import PARAMETERS as FEED_PARAMETERS
from api.rest.parameters import STATS_PARAMETERS, Parameter, Style, list_parameters
from api.rest.problems import MEDIA_TYPE
from api.rest.resources import PREFIX, RESOURCES, Resource
from api.rest.schemas import (
    Json,
    buckets_schema,
    component_schemas,
    enum_schema,
    feed_schemas,
    list_schema,
    map_schemas,
    reference,
    schema_of,
    search_schema,
    suggestions_schema,
)
from api.rest.suggestions import PARAMETERS as SUGGESTION_PARAMETERS
from api.rest.suggestions import PATH as SUGGESTIONS_PATH
from api.rest.values import Value
from dateline.exporting.formats.geojson import GeoJsonWriter
from dateline.exporting.formats.ndjson import NdjsonWriter
from dateline.exporting.formats.writer import Writer
from dateline.ingestion.processes.options import LONGEST_TEXT
from dateline.store.reading.statistics import MOST_DIMENSIONS, Dimension
from schema.numbers import LARGEST_INT

VERSION = "1.0.0"
"""Of the contract, not of the program: what a client relies on changes with the first number only."""
DESCRIPTION = (
    "Events, actors, locations and quotes read from news articles, each with the exact words it was read from. "
    "The same data, filters and orders as the GraphQL API at /graphql.\n\n"
    "A list comes as a page of JSON. With another media type in Accept, or a suffix at its path, it comes whole, as a "
    "streamed file, or as a feed of what was added last.\n\n"
    "Every answer but those files has a strong ETag: send it back as If-None-Match, and what has not changed is "
    "answered with 304."
)


@cache
def openapi() -> Json:
    """The whole document; not to be changed."""
    paths: Json = {}
    for resource in RESOURCES:
        paths[resource.path] = {"get": _list(resource)}
        paths[f"{resource.path}/{{id}}"] = {"get": _single(resource)}
    paths[SEARCH_PATH] = {"get": _search()}
    paths[SUGGESTIONS_PATH] = {"get": _suggestions()}
    paths[COUNTING_PATH] = {"get": _stats()}
    paths[CSV_PATH] = {"get": _stats_table()}
    paths |= {f"{PREFIX}/events{suffix}": {"get": _feed(media_type)} for media_type, suffix in SUFFIXES.items()}
    for path, resource, chosen in downloads():
        paths[path] = {"get": _download(resource, chosen)}
    paths[f"{EXPORT_PATH}.ndjson"] = {"get": _export_rows()}
    paths[EXPORT_PATH] = {"get": _export_description()}
    paths[f"{PREFIX}/analyze"] = {"post": _analyze()}
    for path, operation in ((path, operation) for path, item in paths.items() for operation in item.values()):
        operation["description"] = described(path, operation["description"])
    parameters = _share_parameters(paths)
    found = search_schema({resource.noun: resource.shape for resource in RESOURCES})
    own = {**ANALYSIS, **feed_schemas(), **map_schemas(), "SearchResult": found}
    schemas = {**component_schemas(), **_parameter_enums(), **own}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dateline",
            "version": VERSION,
            "summary": "From news articles to an event API.",
            "description": DESCRIPTION,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "security": [],
        "servers": [{"url": "/", "description": "The server that answers this document."}],
        "tags": [{"name": resource.noun, "description": resource.description} for resource in RESOURCES]
        + [
            {"name": "search", "description": "All nouns at once."},
            {"name": "export", "description": "What the exporting script writes, for it to read from a server."},
            {"name": "statistics", "description": "Numbers over events."},
            {"name": "analysis", "description": "Texts read without storing anything."},
        ],
        "paths": paths,
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "parameters": parameters,
            "responses": _problems(),
            "headers": _HEADERS,
        },
    }


def openapi_text() -> str:
    """The document as it is stored: indented, keys in their order, with a newline at the end."""
    return orjson.dumps(openapi(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _list(resource: Resource) -> Json:
    content = {JSON: {"schema": list_schema(resource.shape)}}
    content |= {chosen.media_type: _file(chosen) for chosen in formats_of(resource)}
    if resource.noun == "event":
        content |= _FEEDS
    headers = ("ETag", "Link", "X-Request-ID")
    return _operation(
        f"list{resource.noun.capitalize()}s",
        resource.noun,
        resource.description,
        list_parameters(resource.collection),
        _answer(f"A page of {resource.noun}s.", content, headers),
        ("400", "406", "503"),
    )


def _single(resource: Resource) -> Json:
    also = " Also by an id that has since been merged." if resource.noun in ("event", "actor") else ""
    operation = _operation(
        f"get{resource.noun.capitalize()}",
        resource.noun,
        f"One {resource.noun} by its id.{also}",
        (),
        _answer(
            f"The {resource.noun}.",
            {JSON: {"schema": reference(resource.single_shape.name)}},
            ("ETag", "Content-Location", "X-Request-ID"),
        ),
        ("400", "404", *(["410"] if resource.noun == "article" else []), "406", "503"),
    )
    operation["parameters"] = [
        {
            "name": "id",
            "in": "path",
            "required": True,
            "description": "As a list gave it.",
            "schema": {"type": "string"},
        }
    ]
    return operation


def _stats_table() -> Json:
    return _operation(
        "countEventsAsCsv",
        "statistics",
        "The same as CSV: a column for each dimension, with the names of actors and locations beside their ids.",
        COUNTING_PARAMETERS,
        _answer("The table.", {CSV: {"schema": {"type": "string"}}}, ("Content-Disposition", "ETag", "X-Request-ID")),
        ("400", "503"),
    )


def _stats() -> Json:
    content = {JSON: {"schema": buckets_schema()}, NDJSON: {"schema": reference("EventBucket")}}
    content[CSV] = {"schema": {"type": "string"}}
    return _operation(
        "countEvents",
        "statistics",
        "How many events, killed and hurt, by what they have in common; the largest first.",
        STATS_PARAMETERS,
        _answer("The buckets.", content, ("ETag", "X-Request-ID")),
        ("400", "406", "503"),
    )


def _search() -> Json:
    return _operation(
        "searchEverything",
        "search",
        "The best events, actors, locations, quotes and articles for some words.",
        SEARCH_PARAMETERS,
        _answer("The best of each noun.", {JSON: {"schema": reference("SearchResult")}}, ("ETag", "X-Request-ID")),
        ("400", "406", "503"),
    )


def _suggestions() -> Json:
    return _operation(
        "suggestNames",
        "search",
        "What somebody who types a part of a name may mean: actors, locations, publishers, types of event.",
        SUGGESTION_PARAMETERS,
        _answer("The best first.", {JSON: {"schema": suggestions_schema()}}, ("ETag", "X-Request-ID")),
        ("400", "406", "503"),
    )


def _feed(media_type: str) -> Json:
    name = {ATOM: "Atom", JSON_FEED: "JsonFeed"}[media_type]
    return _operation(
        f"feedEventsAs{name}",
        "event",
        "The events that were added last, as a feed to subscribe to.",
        FEED_PARAMETERS,
        _answer("The feed.", {media_type: _FEEDS[media_type]}, ("ETag", "X-Request-ID")),
        ("400", "503"),
    )


def _file(chosen: type[Writer]) -> Json:
    if chosen is GeoJsonWriter:
        return {"schema": reference("FeatureCollection")}
    return {"schema": {"type": "string"} if chosen.is_text else {}}


def _download(resource: Resource, chosen: type[Writer]) -> Json:
    name = "".join(part.capitalize() for part in chosen.name.split("-"))
    operation = _operation(
        f"download{resource.noun.capitalize()}sAs{name}",
        resource.noun,
        f"All {resource.noun}s that the filters find, as {chosen.name}, in the order of their ids.",
        download_parameters(resource, chosen),
        _answer("The file, streamed.", {chosen.media_type: _file(chosen)}, ("Content-Disposition", "X-Request-ID")),
        ("400", "503"),
    )
    del operation["responses"]["304"]
    return operation


def _export_rows() -> Json:
    operation = _operation(
        "exportRows",
        "export",
        "All rows of what the exporting script writes, an object a line, in the order of ids.",
        EXPORT_PARAMETERS,
        _answer("The rows, streamed.", {NDJSON: _file(NdjsonWriter)}, ("Content-Disposition", "X-Request-ID")),
        ("400", "404", "503"),
    )
    del operation["responses"]["304"]
    return _of_view(operation)


def _export_description() -> Json:
    months: Json = {"type": "array", "items": {"type": "string"}}
    known: Json = {
        "type": "object",
        "description": "What is known of rows before they are read.",
        "properties": {
            "rows": {"type": "integer", "description": "How many there are."},
            "months": {**months, "description": "The months that rows can have; none for what has no date."},
        },
        "required": ["rows", "months"],
    }
    operation = _operation(
        "describeExport",
        "export",
        "How many rows there are, and of which months.",
        CHOOSING,
        _answer("What is known.", {JSON: {"schema": known}}, ("ETag", "X-Request-ID")),
        ("400", "404", "503"),
    )
    return _of_view(operation)


def _of_view(operation: Json) -> Json:
    view: Json = {"type": "string", "enum": list(VIEW_NAMES)}
    told = "What rows are: a noun, or an event in the columns of ACLED, a flat quote, a web annotation."
    own: Json = {"name": "view", "in": "path", "required": True, "description": told, "schema": view}
    return operation | {"parameters": [own, *operation["parameters"]]}


def _analyze() -> Json:
    operation = _operation(
        "analyzeText",
        "analysis",
        f"What a text of up to {LONGEST_TEXT:,} characters says. Nothing is stored.",
        (READER,),
        _answer("The mentions.", {JSON: {"schema": reference("Analysis")}}, ("X-Request-ID",)),
        ("400", "406", "413", "415", "429", "503"),
    )
    del operation["responses"]["304"]
    content: Json = {JSON: {"schema": reference("Text"), "example": TEXT}, PLAIN: {"schema": {"type": "string"}}}
    return operation | {"requestBody": {"required": True, "description": "The text.", "content": content}}


def _operation(
    name: str, tag: str, description: str, parameters: Sequence[Parameter], answer: Json, problems: Sequence[str]
) -> Json:
    refused = {status: {"$ref": f"#/components/responses/{_PROBLEMS[status][0]}"} for status in problems}
    return {
        "operationId": name,
        "tags": [tag],
        "summary": re.sub("(?=[A-Z])", " ", name).capitalize(),
        "description": description,
        "parameters": [_parameter(parameter) for parameter in parameters],
        "responses": {"200": answer, "304": _UNCHANGED, **refused, "default": {"$ref": _ANYTHING_ELSE}},
    }


def _share_parameters(paths: Json) -> Json:
    """Makes components of all parameters, each once, and has the operations refer to them."""
    names: dict[bytes, str] = {}
    shared: Json = {}
    for operation in (operation for item in paths.values() for operation in item.values()):
        for number, parameter in enumerate(operation["parameters"]):
            own = f"{operation['tags'][0]}.{parameter['name']}"
            free = own if own not in shared else f"{operation['operationId']}.{parameter['name']}"
            name = names.setdefault(orjson.dumps(parameter), free)
            shared[name] = parameter
            operation["parameters"][number] = {"$ref": f"{_PARAMETERS}{name}"}
    return shared


def parameter_at(document: Json, parameter: Json) -> Json:
    """The parameter that an operation refers to."""
    found: Json = document["components"]["parameters"][parameter["$ref"].removeprefix(_PARAMETERS)]
    return found


_PARAMETERS = "#/components/parameters/"


def parameter_schema(parameter: Parameter) -> Json:
    """What a parameter takes, described, without reference to anything else."""
    found = _parameter(parameter)
    own = dict(found["schema"])
    if parameter.style is not Style.ONE:
        own["items"] = _inline(own["items"], parameter.value)
    else:
        own = _inline(own, parameter.value)
    return {**own, "description": parameter.description}


def _inline(schema: Json, value: Value) -> Json:
    if "$ref" not in schema:
        return dict(schema)
    return {"type": "string", "enum": [member.value for member in value.type]}


def _parameter(parameter: Parameter) -> Json:
    found: Json = {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": parameter.description,
        "schema": _schema(parameter.value),
    }
    if parameter.style is Style.ONE:
        return found
    several: Json = {"type": "array", "items": found["schema"], "minItems": 1}
    if parameter.style is Style.TUPLE:
        several |= {"minItems": len(parameter.parts), "maxItems": len(parameter.parts)}
    if parameter.value.type is Dimension:
        several["maxItems"] = MOST_DIMENSIONS
    return found | {"schema": several, "style": "form", "explode": False}


def _schema(value: Value) -> Json:
    if value.choices:
        return {"type": "string", "enum": list(value.choices)}
    found = schema_of(value.type)
    if value.type is int and value.least > -LARGEST_INT:
        found |= {"minimum": value.least, "maximum": value.most}
    return found


def _parameter_enums() -> Json:
    """Closed sets that only parameters name, beside those of answers."""
    kinds: set[Any] = {
        parameter.value.type
        for parameters in (
            STATS_PARAMETERS,
            SUGGESTION_PARAMETERS,
            *(list_parameters(one.collection) for one in RESOURCES),
        )
        for parameter in parameters
    }
    enums = (kind for kind in kinds if isinstance(kind, type) and issubclass(kind, StrEnum))
    return {kind.__name__: enum_schema(kind) for kind in enums}


def _answer(description: str, content: Json, headers: Sequence[str]) -> Json:
    return {
        "description": description,
        "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in headers},
        "content": content,
    }


_FEEDS: Json = {ATOM: {"schema": {"type": "string"}}, JSON_FEED: {"schema": reference("Feed")}}
_UNCHANGED: Json = {
    "description": "Nothing has changed since the ETag that was sent.",
    "headers": {"ETag": {"$ref": "#/components/headers/ETag"}},
}
_ANYTHING_ELSE = "#/components/responses/Problem"
_PROBLEMS = {
    "400": ("Refused", "The request makes no sense: BAD_QUERY, or LIMIT where too much was asked for."),
    "404": ("NotFound", "Nothing has this id: NOT_FOUND."),
    "410": ("Removed", "The article was taken out for good: REMOVED."),
    "406": ("NotAcceptable", "The client accepts nothing that there is: BAD_REQUEST."),
    "413": ("TooLarge", "The text is too long: LIMIT."),
    "415": ("WrongType", "The body is neither JSON nor plain text: BAD_REQUEST."),
    "429": ("Waiting", "The client has to wait, as long as Retry-After says: LIMIT."),
    "503": ("Unavailable", "What this needs is not there now: DATABASE, MODEL or UNAVAILABLE."),
    "default": ("Problem", "Anything else that goes wrong: BAD_REQUEST, LIMIT or INTERNAL."),
}


def _problems() -> Json:
    return {
        name: {"description": description, "content": {MEDIA_TYPE: {"schema": reference("Problem")}}}
        for name, description in _PROBLEMS.values()
    }


def _header(description: str) -> Json:
    return {"description": description, "schema": {"type": "string"}}


_HEADERS = {
    "ETag": _header("The version of this answer, to send back as If-None-Match."),
    "Link": _header("The addresses of the next page and of the one before (RFC 8288), rel next and prev."),
    "Content-Disposition": _header("The file's name."),
    "Content-Location": _header("The address under the id that it has now, which differs after a merge."),
    "X-Request-ID": _header("The id of this request, in the server's log too; the client's own where it sent one."),
}
