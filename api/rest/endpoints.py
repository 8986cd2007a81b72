"""The endpoints: lists, one by id, statistics; and the routes that lead to them.

A list answers as a page of JSON, as a file of everything, or as a feed, whichever the client accepts; each of these has
an address of its own too, with a suffix.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.graphql.negotiation import JSON
from api.rest.analysis import analyze
from api.rest.answers import as_json, links, refuse_type, respond, wanted_type
from api.rest.counting import counting_routes
from api.rest.downloads import download_routes, formats_of, send_list
from api.rest.everything import PATH as SEARCH_PATH
from api.rest.everything import search
from api.rest.exports import export_routes
from api.rest.feeds import SUFFIXES, send_feed
from api.rest.page import documentation, openapi_file
from api.rest.parameters import Given, list_parameters, read_parameters, where_of
from api.rest.resources import PREFIX, RESOURCES, Resource
from api.rest.shapes import Json
from api.rest.suggestions import PATH as SUGGESTIONS_PATH
from api.rest.suggestions import suggestions
from dateline.store import Database
from dateline.store.judging.removed import is_removed
from dateline.store.reading.pages import DEFAULT_SIZE, PageRequest, Selection, count_rows, read_page
from dateline.store.reading.reads import find_rows
from schema.errors import NotFoundError, QueryError, RemovedError
from schema.ids import noun_of

Endpoint = Callable[[Request], Awaitable[Response]]


def rest_routes() -> list[BaseRoute]:
    """All routes of this API; the database is the application's."""
    found: list[BaseRoute] = [
        Route(PREFIX, documentation),
        Route(f"{PREFIX}/openapi.json", openapi_file),
        Route(f"{PREFIX}/analyze", analyze, methods=["POST"]),
    ]
    found += counting_routes()
    found += [Route(SEARCH_PATH, search), Route(SUGGESTIONS_PATH, suggestions), *export_routes()]
    found += [Route(one.path, _list_of(one)) for one in RESOURCES]
    found += [Route(EVENTS_PATH + suffix, _feed_as(kind)) for kind, suffix in SUFFIXES.items()]
    found += download_routes()
    return found + [Route(f"{one.path}/{{id}}", _single_of(one)) for one in RESOURCES]


EVENTS_PATH = f"{PREFIX}/events"


def list_types(resource: Resource) -> tuple[str, ...]:
    """The media types that a list comes in; the first where a client does not care."""
    feeds = tuple(SUFFIXES) if resource.path == EVENTS_PATH else ()
    # What has the type of another one comes by its own address only.
    return tuple(dict.fromkeys((JSON, *(chosen.media_type for chosen in formats_of(resource)), *feeds)))


@dataclass(frozen=True, slots=True)
class Question:
    """What a list is asked for."""

    selection: Selection
    page: PageRequest
    counted: bool


def read_question(resource: Resource, given: Given) -> Question:
    """From a query string; QueryError or LimitError where it makes no sense."""
    values = read_parameters(list_parameters(resource.collection), given)
    own = {parameter.name: value for parameter, value in values.items() if not parameter.filter}
    field, _, end = own.get("order", "").partition(".")
    selection = Selection(where_of(values), own.get("search"), field or None, end != "ASC")
    after, before = own.get("after"), own.get("before")
    if after and before:
        raise QueryError("after and before exclude each other.", hint="Give one of them.")
    page = PageRequest(own.get("limit", DEFAULT_SIZE), before is not None, after, before)
    return Question(selection, page, own.get("totalCount", False))


def read_answer(connection: Connection, resource: Resource, question: Question) -> Json:
    """A page as it is answered."""
    page = read_page(connection, resource.collection, question.page, question.selection)
    ends = (page.cursor(page.rows[-1]), page.cursor(page.rows[0])) if page.rows else (None, None)
    answer: Json = {
        "data": resource.read(connection, page.rows),
        "page": {
            "next": ends[0] if page.has_next else None,
            "previous": ends[1] if page.has_previous else None,
            "hasNext": page.has_next,
            "hasPrevious": page.has_previous,
        },
    }
    if question.counted:
        answer["totalCount"] = count_rows(connection, resource.collection, question.selection)
    return answer


def _list_of(resource: Resource) -> Endpoint:
    offered, files = list_types(resource), {one.media_type: one for one in reversed(formats_of(resource))}

    async def answer(request: Request) -> Response:
        media_type = wanted_type(request, offered)
        if media_type is None:
            return refuse_type(request, offered)
        if media_type in files:
            return await send_list(request, resource, files[media_type])
        if media_type in SUFFIXES:
            return await send_feed(request, media_type)
        return await _page(request, resource)

    return answer


async def _page(request: Request, resource: Resource) -> Response:
    question = read_question(resource, request.query_params.multi_items())
    found = await _database(request).read(lambda connection: read_answer(connection, resource, question))
    page = found["page"]
    cursors = {"next": ("after", page["next"]), "prev": ("before", page["previous"])}
    return respond(request, as_json(found), JSON, links(request, cursors))


def _feed_as(media_type: str) -> Endpoint:
    async def answer(request: Request) -> Response:
        return await send_feed(request, media_type)

    return answer


def _single_of(resource: Resource) -> Endpoint:
    async def answer(request: Request) -> Response:
        if wanted_type(request, (JSON,)) is None:
            return refuse_type(request, (JSON,))
        read_parameters((), request.query_params.multi_items())
        identifier = request.path_params["id"]
        shown = await _database(request).read(lambda connection: _find(connection, resource, identifier))
        # An id that has since been merged answers with what it was merged into.
        return respond(request, as_json(shown), JSON, {"Content-Location": f"{resource.path}/{shown['id']}"})

    return answer


def _find(connection: Connection, resource: Resource, identifier: str) -> Json:
    rows = find_rows(connection, resource.noun, [identifier]) if noun_of(identifier) == resource.noun else {}
    shown = resource.read_single(connection, list(rows.values()))
    if not shown:
        if noun_of(identifier) == resource.noun == "article" and is_removed(connection, identifier):
            raise RemovedError
        short = identifier if len(identifier) <= 40 else identifier[:40] + " …"
        raise NotFoundError(f"There is no {resource.noun} {short!r}.", hint=f"Use an id as {resource.path} gave it.")
    return shown[0]


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database
