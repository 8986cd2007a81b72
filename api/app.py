"""The application: routes, and what surrounds every request."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access import AccessMiddleware, TwoKeysError, is_own, open_scopes
from api.bodies import BodyLimitMiddleware
from api.compression import compression
from api.direct import DirectAnswers
from api.express import Answering, ExpressMiddleware, Layers
from api.graphql.limits import Limits
from api.graphql.live import Live
from api.graphql.persisted import PersistedDocuments, read_trusted
from api.graphql.schema import DatelineSchema, build_schema, schema_text
from api.graphql.view import GraphQLView, Terms
from api.health import health, ready
from api.hosts import HostError, HostMiddleware, allowed_hosts
from api.keys import Keys, UnknownKeyError, parse_keys
from api.masking import masked
from api.metrics import Metrics, metrics_page
from api.observing import ObservingMiddleware
from api.origins import cross_origin
from api.pages import ARTICLE, STATIC, VIEWS, article_page, examples, front_page, schema_file
from api.rates import RateError, RateMiddleware, WrongKeyMiddleware, parse_rates
from api.requests import RequestIdMiddleware, request_id_of
from api.rest.downloads import DownloadRoom
from api.rest.endpoints import rest_routes
from api.rest.problems import is_rest, problem, problem_of, retry_header
from api.spare_memory import SpareMemory
from api.tokens import parse_tokens
from api.tracing import open_tracer
from dateline.ingestion.processes.model_rooms import ModelRooms
from dateline.ingestion.processes.options import reading_options
from dateline.ingestion.processes.reading_room import ReadingRoom
from dateline.logs import bound
from dateline.settings import Settings
from dateline.store import Database, open_database
from dateline.store.keeping.observing import observe_statements
from dateline.store.keeping.replica import ReplicatedDatabase, open_replica
from schema.errors import AccessError, DatelineError, SettingError

if TYPE_CHECKING:
    from api.agents.http import AgentEndpoint

log = logging.getLogger("dateline.api")

SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
"""For answers that bring none of their own, as pages do."""
BODY_HINTS = {
    408: "Send it again, in one piece.",
    413: "Send less at once.",
    415: "Leave out the header Content-Encoding.",
}


def create_app(settings: Settings, database: Database | None = None, own: Database | None = None) -> Starlette:
    """The application over a database, which is opened (and brought up to date) where none is given.

    Where the database holds samples only, `own` is the user's: keys are looked up there, and no articles are taken in.

    Raises DatabaseError where it cannot be opened, SettingError for a setting that makes no sense.  The database is
    closed with the application.
    """
    granted, hosts = open_scopes(settings), allowed_hosts(settings)
    opened = (database or open_database(settings.database_url, create=True)).restricted(settings.rights)
    replica = open_replica(opened, settings.database_replica_url, settings.replica_lag_seconds)
    reads = ReplicatedDatabase(opened, replica) if replica else opened
    schema = build_schema(
        Limits(
            characters=settings.max_query_characters,
            tokens=settings.max_query_tokens,
            depth=settings.max_query_depth,
            cost=settings.max_query_cost,
        )
    )
    spare_memory = SpareMemory()
    live = Live(opened, settings.max_subscriptions, settings.max_subscription_backlog)
    room, model_rooms = ReadingRoom(reading_options(settings, empty_is_error=False)), ModelRooms(settings)
    tokens = parse_tokens(settings.jwt_issuer, settings.jwt_audience, settings.jwt_keys)
    keys = Keys(parse_keys(settings.api_keys.get_secret_value()), own or opened, tokens, granted)
    takes_in = None if own else room
    view = GraphQLView(
        schema, opened, live, trusted_documents(schema, settings), _terms(settings), keys, takes_in, reads
    )
    rates = parse_rates(settings.rate, settings.rate_storage, is_own=is_own(settings.host))
    metrics = Metrics(opened, live, room, replica)
    tracer = open_tracer(settings.otlp_endpoint)
    for observed in (opened, *([replica.database] if replica else [])):
        observe_statements(observed, metrics.count_statement, *([tracer.statement] if tracer else []))

    agents = _agents(settings, reads, schema_text(schema)) if settings.mcp else None

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        spare_memory.start()
        async with agents.run() if agents else contextlib.nullcontext():
            yield
        spare_memory.stop()
        await live.stop()
        await asyncio.to_thread(room.close)
        await asyncio.to_thread(model_rooms.close)
        view.fast.close()
        reads.close()
        if tracer is not None:
            await asyncio.to_thread(tracer.close)

    layers = Layers(
        view,
        keys,
        rates,
        metrics,
        settings.log_requests,
        hosts,
        settings.max_body_bytes,
        settings.max_request_seconds,
        SECURITY_HEADERS,
        checks_origins=bool(settings.cors_origins),
    )
    answering = Answering(layers)
    app = Starlette(
        routes=_routes(view, agents, metrics=settings.metrics),
        middleware=[
            # A traced request passes all layers, so that its spans tell of each.
            *([] if tracer else [Middleware(ExpressMiddleware, answering=answering)]),
            Middleware(RequestIdMiddleware),
            Middleware(ObservingMiddleware, metrics=metrics, logged=settings.log_requests, tracer=tracer),
            Middleware(SecurityHeadersMiddleware),
            # Outside of what refuses, so that pages of named origins can read why.
            *cross_origin(settings.cors_origins),
            *([Middleware(HostMiddleware, hosts=hosts, refuse=_closed)] if hosts else []),
            compression(),
            *([Middleware(WrongKeyMiddleware, rates=rates, refuse=_closed)] if rates else []),
            Middleware(AccessMiddleware, keys=keys, refuse=_closed),
            *([Middleware(RateMiddleware, rates=rates, refuse=_closed)] if rates else []),
            Middleware(
                BodyLimitMiddleware,
                most=settings.max_body_bytes,
                seconds=settings.max_request_seconds,
                refuse=_refused,
            ),
        ],
        exception_handlers={HTTPException: _refused, DatelineError: _refused_by_dateline, Exception: _failed},
        lifespan=lifespan,
    )
    app.state.site = settings.site
    app.state.database = reads
    app.state.primary = opened
    app.state.replica = replica
    app.state.metrics = metrics
    app.state.direct = None if tracer else DirectAnswers(answering)
    app.state.stopping = False
    app.state.live = live
    app.state.reading_room = room
    app.state.model_rooms = model_rooms
    app.state.download_room = DownloadRoom(settings.max_downloads, _share_of_downloads(settings))
    app.state.schema_text = schema_text(schema)
    return app


def trusted_documents(schema: DatelineSchema, settings: Settings) -> PersistedDocuments:
    """The documents of the operator's folder; SettingError where one cannot be run, or where nothing could be."""
    trusted = read_trusted(settings.documents_dir)
    for name, text in trusted.items():
        if errors := schema.find_errors(text):
            hint = "Compare it with schema/schema.graphql."
            raise SettingError(f"The trusted document {name!r} cannot be run: {errors[0]}", hint=hint)
    if settings.trusted_documents_only and not trusted:
        raise SettingError(
            "Only trusted documents are allowed, but there are none.",
            hint="Set DATELINE_DOCUMENTS_DIR to their folder.",
        )
    return PersistedDocuments(trusted, trusted_only=settings.trusted_documents_only)


def _share_of_downloads(settings: Settings) -> int:
    """How many files one client may have at once; alone on its machine it leaves nobody without."""
    if settings.max_client_downloads is not None:
        return settings.max_client_downloads
    return settings.max_downloads if is_own(settings.host) else max(1, settings.max_downloads // 2)


def _terms(settings: Settings) -> Terms:
    return Terms(
        seconds=settings.max_query_seconds,
        connection_operations=settings.max_connection_subscriptions,
        sockets=settings.max_subscriptions,
        init_seconds=settings.connection_init_seconds,
        origins=settings.cors_origins,
    )


def _agents(settings: Settings, reads: Database, schema: str) -> AgentEndpoint:
    """Of the Model Context Protocol; its SDK is loaded only where it is wanted."""
    from api.agents.http import AgentEndpoint, check_scope
    from api.agents.server import agent_server

    return AgentEndpoint(agent_server(lambda: reads, schema, check_scope), settings.cors_origins, _closed)


def _routes(view: GraphQLView, agents: AgentEndpoint | None, *, metrics: bool) -> list[BaseRoute]:
    return [
        *([Route("/mcp", agents, methods=["POST"])] if agents else []),
        *(Route(view, article_page if view == ARTICLE else front_page) for view in VIEWS),
        Route("/graphql", view),
        WebSocketRoute("/graphql", view),
        Route("/graphql/examples.json", examples),
        Route("/graphql/schema.graphql", schema_file),
        *rest_routes(),
        Route("/health", health),
        Route("/ready", ready),
        *([Route("/metrics", metrics_page)] if metrics else []),
        Mount("/static", StaticFiles(directory=STATIC, check_dir=False), name="static"),
    ]


class SecurityHeadersMiddleware:
    """Adds `SECURITY_HEADERS` where an answer does not have them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)


async def _refused(request: Request, error: Exception) -> Response:
    """404, 405, 408, 413 and their like, in the shape of the API that was asked."""
    assert isinstance(error, HTTPException)
    code = {404: "NOT_FOUND", 408: "LIMIT", 413: "LIMIT"}.get(error.status_code, "BAD_REQUEST")
    place = "/v1" if is_rest(request) else "/"
    hint = BODY_HINTS.get(error.status_code, f"See {place} for what is here.")
    return _error(request, error.status_code, error.detail, code, hint, error.headers)


def _closed(request: Request, error: DatelineError) -> Response:
    """What the door refuses: 401 with the way to pass where a key is missing or none, 403 where it opens too little."""
    if isinstance(error, HostError | TwoKeysError):
        return _error(request, 421 if isinstance(error, HostError) else 400, error.message, error.code, error.hint)
    if isinstance(error, RateError):
        return _error(request, 429, error.message, error.code, error.hint)
    if not isinstance(error, AccessError):
        told = masked(error)
        return _error(request, 503, told.message, told.code, told.hint, retry_header(error))
    status, headers = (401, {"WWW-Authenticate": "Bearer"}) if isinstance(error, UnknownKeyError) else (403, {})
    return _error(request, status, error.message, error.code, error.hint, {**headers, "Cache-Control": "no-store"})


async def _refused_by_dateline(request: Request, error: Exception) -> Response:
    """What Dateline refuses or cannot do, outside GraphQL, which has its own way."""
    assert isinstance(error, DatelineError)
    return _closed(request, error) if isinstance(error, AccessError) else problem_of(request, error)


async def _failed(request: Request, error: Exception) -> Response:
    """What nobody expected: logged, masked, with the request's id."""
    identifier = request_id_of(request)
    with bound(request_id=identifier):
        log.error("request %s failed", identifier, exc_info=error)
    hint = f"Nothing is wrong with your request. Report the request id {identifier}."
    return _error(request, 500, "Something went wrong here.", "INTERNAL", hint, {"X-Request-ID": identifier})


def _error(
    request: Request, status: int, message: str, code: str, hint: str | None, headers: object = None
) -> Response:
    if is_rest(request):
        return problem(request, status, code, message, hint, headers)
    body = {"errors": [{"message": message, "extensions": {"code": code, "hint": hint}}]}
    return JSONResponse(body, status, headers if isinstance(headers, dict) else None)
