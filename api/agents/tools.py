"""The tools: reading only.  Those that list take the filters of REST's lists, with `_` for the point in a name.

A tool's arguments are read by what reads query strings, so that both know the same names, limits and words for errors.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from api.rest.endpoints import read_answer, read_question
from api.rest.openapi import parameter_schema
from api.rest.parameters import (
    BUCKETS,
    BY,
    SEARCH,
    STATS_PARAMETERS,
    Parameter,
    Style,
    list_parameters,
    read_parameters,
)
from api.rest.parameters import where_of as filters_of
from api.rest.reading import read_buckets
from api.rest.resources import RESOURCES, Resource
from api.rest.shapes import Json
from api.rest.suggestions import PARAMETERS as SUGGESTION_PARAMETERS
from api.rest.suggestions import find_shown
from dateline.store.reading.pages import Selection
from dateline.store.reading.reads import find_rows
from dateline.store.reading.statistics import count_events
from schema.errors import NotFoundError, QueryError
from schema.ids import noun_of

PAGE = 10
"""Rows of a page by default: what a model reads at once."""
MOST = 25
LONGEST_PIECE = 8_000
"""Code points of an article's text in one answer."""

Arguments = Mapping[str, Any]
Read = Callable[[Connection, Arguments], Json]
_RESOURCES = {resource.noun: resource for resource in RESOURCES}
_SCHEMA_OF_ID: Json = {"type": "string", "description": "An id as another answer gave it."}


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool."""

    name: str
    description: str
    properties: Json
    read: Read
    required: tuple[str, ...] = field(default=())

    @property
    def input_schema(self) -> Json:
        """JSON Schema of its arguments; there are no others."""
        return {
            "type": "object",
            "properties": self.properties,
            "required": list(self.required),
            "additionalProperties": False,
        }

    def call(self, connection: Connection, arguments: Arguments) -> Json:
        """The answer; QueryError, LimitError or NotFoundError for arguments that make no sense."""
        for name in arguments:
            if name not in self.properties:
                raise QueryError(
                    f"{self.name} has no argument {_short(name)!r}.", hint=f"Arguments: {', '.join(self.properties)}."
                )
        given = {name: value for name, value in arguments.items() if value is not None}
        for name in self.required:
            if given.get(name, "") == "":
                raise QueryError(f"{name} is missing.", hint=f"{self.name} needs {name}.")
        return self.read(connection, given)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + " …"


def _given(parameters: Sequence[Parameter], arguments: Arguments) -> list[tuple[str, str]]:
    """Arguments as the names and values of a query string."""
    names = {_name(parameter): parameter for parameter in parameters}
    return [(names[name].name, _text(name, names[name], value)) for name, value in arguments.items()]


def _name(parameter: Parameter) -> str:
    return parameter.name.replace(".", "_")


def _text(name: str, parameter: Parameter, value: Any) -> str:
    if isinstance(value, list) and parameter.style is not Style.ONE:
        parts = [_plain(name, part) for part in value]
        escaped = parts if parameter.style is Style.TUPLE else [part.replace(",", "\\,") for part in parts]
        return ",".join(escaped)
    text = _plain(name, value)
    # A text alone is one value, whatever commas it has.
    return text.replace(",", "\\,") if parameter.style is Style.SEVERAL and parameter.value.type is str else text


def _plain(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    raise QueryError(f"{name}: {_short(repr(value))} cannot be used.", hint="Give a text, a number or a list of them.")


def _properties(parameters: Sequence[Parameter]) -> Json:
    shown = {_name(parameter): parameter_schema(parameter) for parameter in parameters}
    if "limit" in shown:
        shown["limit"] = {
            "type": "integer",
            "minimum": 1,
            "maximum": MOST,
            "description": f"Page size: {PAGE} by default, at most {MOST}.",
        }
    return shown


def _listing(resource: Resource) -> Tool:
    parameters = tuple(one for one in list_parameters(resource.collection) if one.name != "before")

    def read(connection: Connection, arguments: Arguments) -> Json:
        limit = arguments.get("limit", PAGE)
        if not isinstance(limit, int) or isinstance(limit, bool) or not 1 <= limit <= MOST:
            raise QueryError(f"limit: {_short(repr(limit))} cannot be used.", hint=f"Use 1 to {MOST}.")
        question = read_question(resource, _given(parameters, {**arguments, "limit": limit}))
        answer = read_answer(connection, resource, question)
        page = answer["page"]
        rows = [_linked(resource.noun, row) for row in answer["data"]]
        found: Json = {f"{resource.noun}s": rows, "next": page["next"] if page["hasNext"] else None}
        return found | ({"totalCount": answer["totalCount"]} if "totalCount" in answer else {})

    noun = resource.noun
    return Tool(
        f"search_{noun}s",
        f"{resource.description} Each comes with its evidence, the exact words it was read from, and a link. `search` "
        f"finds words; other arguments filter. Where `next` is not null there is more: give it as `after`.",
        _properties(parameters),
        read,
    )


def _linked(noun: str, row: Json) -> Json:
    """With the address of the server's page that shows it."""
    return {**row, "link": f"/{noun}/{row['id']}"} if noun != "quote" else {**row, "link": _quote_link(row)}


def _quote_link(row: Json) -> str:
    return f"/article/{row['article']['id']}#{row['id']}"


def _count(connection: Connection, arguments: Arguments) -> Json:
    limit = arguments.get("limit", PAGE)
    values = read_parameters(STATS_PARAMETERS, _given(STATS_PARAMETERS, {**arguments, "limit": limit}))
    asked = Selection(filters_of(values), values.get(SEARCH))
    buckets = count_events(connection, asked, values[BY], values[BUCKETS])
    return {"buckets": read_buckets(connection, buckets, values[BY])}


def _get(connection: Connection, arguments: Arguments) -> Json:
    identifier = arguments["id"]
    noun = noun_of(identifier) if isinstance(identifier, str) else None
    if noun not in _RESOURCES:
        raise QueryError(
            f"{_short(repr(identifier))} is no id of an event, actor, location, quote or article.",
            hint="Use an id as a search gave it.",
        )
    resource = _RESOURCES[noun]
    rows = find_rows(connection, noun, [identifier])
    # The text of an article has a tool of its own.
    shown = resource.read(connection, list(rows.values()))
    if not shown:
        raise NotFoundError(f"There is no {noun} {_short(identifier)!r}.", hint=f"Look for it with search_{noun}s.")
    return {noun: _linked(noun, shown[0])}


def _read_article(connection: Connection, arguments: Arguments) -> Json:
    identifier, start = arguments["id"], arguments.get("start", 0)
    if not isinstance(start, int) or isinstance(start, bool) or start < 0:
        raise QueryError(f"start: {_short(repr(start))} cannot be used.", hint="Give a whole number, 0 or more.")
    resource = _RESOURCES["article"]
    rows = find_rows(connection, "article", [identifier]) if _is_article(identifier) else {}
    shown = resource.read_single(connection, list(rows.values()))
    if not shown:
        raise NotFoundError(f"There is no article {_short(str(identifier))!r}.", hint="Look with search_articles.")
    article = dict(shown[0])
    text = article.pop("text")
    piece = None if text is None else text[start : start + LONGEST_PIECE]
    more = text is not None and start + LONGEST_PIECE < len(text)
    facts = {f"{noun}s": _facts(connection, noun, str(article["id"])) for noun in ("event", "quote")}
    return {
        "article": _linked("article", article),
        "text": piece,
        "start": start,
        "nextStart": start + LONGEST_PIECE if more else None,
        **facts,
    }


def _is_article(identifier: Any) -> bool:
    return isinstance(identifier, str) and noun_of(identifier) == "article"


def _facts(connection: Connection, noun: str, article: str) -> list[Json]:
    question = read_question(_RESOURCES[noun], [("article", article), ("limit", str(MOST))])
    return [_linked(noun, row) for row in read_answer(connection, _RESOURCES[noun], question)["data"]]


def _who_said(connection: Connection, arguments: Arguments) -> Json:
    names = {"about": "search", "speaker": "speakerName_contains"}
    return _SEARCH_QUOTES.read(connection, {names.get(name, name): value for name, value in arguments.items()})


def _suggest(connection: Connection, arguments: Arguments) -> Json:
    values = read_parameters(SUGGESTION_PARAMETERS, _given(SUGGESTION_PARAMETERS, arguments))
    return {"suggestions": find_shown(connection, values)}


_SEARCHES = tuple(map(_listing, RESOURCES))
_SEARCH_QUOTES = next(tool for tool in _SEARCHES if tool.name == "search_quotes")

TOOLS: tuple[Tool, ...] = (
    *_SEARCHES,
    Tool(
        "who_said_what",
        "Who said what about something: quotes with their speakers, words, articles and evidence, those that fit best "
        "first.",
        {
            "about": {"type": "string", "description": "Words that the quote or its article has."},
            "speaker": {"type": "string", "description": "A part of the speaker's name."},
            **{name: _SEARCH_QUOTES.properties[name] for name in ("limit", "after")},
        },
        _who_said,
        ("about",),
    ),
    Tool(
        "count_events",
        "How many events there are, and how many people were killed and hurt in them, by what they have in common. "
        "An event counts once for each actor and each publisher, so those buckets must not be added up.",
        _properties(STATS_PARAMETERS),
        _count,
        ("by",),
    ),
    Tool(
        "suggest_names",
        "What a part of a name may mean: ids of actors and locations, names of publishers, types of event. Ask this "
        "first where a filter needs an id.",
        _properties(SUGGESTION_PARAMETERS),
        _suggest,
        ("text",),
    ),
    Tool("get", "One event, actor, location, quote or article by its id.", {"id": _SCHEMA_OF_ID}, _get, ("id",)),
    Tool(
        "read_article",
        f"An article's text, {LONGEST_PIECE:,} characters at once, with the events and quotes read from it; their "
        "evidence counts code points of the whole text.",
        {
            "id": _SCHEMA_OF_ID,
            "start": {"type": "integer", "minimum": 0, "description": "Where to go on: nextStart of an answer."},
        },
        _read_article,
        ("id",),
    ),
)
BY_NAME = {tool.name: tool for tool in TOOLS}


def tool_named(name: str) -> Tool:
    """The tool of a name; QueryError where there is none."""
    if name not in BY_NAME:
        raise QueryError(f"There is no tool {_short(name)!r}.", hint=f"Tools: {', '.join(BY_NAME)}.")
    return BY_NAME[name]
