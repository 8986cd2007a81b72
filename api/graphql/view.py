"""GraphQL over HTTP: Strawberry's view with proper media types, strict bodies and orjson.

Answers `application/graphql-response+json` where the client wants it (then a request that could not run gets status 400
and no `data`), else `application/json`.  Malformed bodies get 400 with an error in GraphQL's shape, never a trace.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from cross_web import AsyncHTTPRequestAdapter, HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.schema import BaseSchema
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL

from api.graphql.context import Context
from api.graphql.negotiation import GRAPHQL_RESPONSE, JSON, choose_response_type, wants_page
from api.pages import explorer_page
from api.requests import request_id_of
from dateline.store import Database

ACCEPTED = f"{GRAPHQL_RESPONSE} and {JSON}"


class PendingResponse(Response):
    """What Strawberry fills while a request runs; remembers the media type that was agreed on."""

    response_type: str


class GraphQLView(GraphQL[Context, None]):
    """The `/graphql` endpoint."""

    def __init__(self, schema: BaseSchema, database: Database) -> None:
        super().__init__(schema, graphql_ide="graphiql", subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,))
        self._database = database

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request; what Strawberry refuses before execution becomes an error in GraphQL's shape."""
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except HTTPException as error:
            response = refuse(error.status_code, error.reason, request.headers.get("accept"))
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        accept = request.headers.get("accept")
        if request.method == "GET" and wants_page(accept):
            return explorer_page()
        if choose_response_type(accept) is None:
            raise HTTPException(406, f"This endpoint answers {ACCEPTED}.")
        return await self.run(request)

    def should_render_graphql_ide(self, request: Any) -> bool:  # noqa: ARG002
        """Never: `_answer` decides, from a parsed Accept header."""
        return False

    def decode_json(self, data: str | bytes) -> object:
        """Strict JSON; orjson refuses invalid UTF-8, lone surrogates, endless nesting and huge integers."""
        return orjson.loads(data)

    def encode_json(self, data: object) -> str:
        """Text, not bytes: bytes would turn WebSocket frames binary."""
        return orjson.dumps(data).decode()

    async def parse_http_body(self, request: AsyncHTTPRequestAdapter) -> GraphQLRequestData | list[GraphQLRequestData]:
        """The operation of a request; HTTPException 400 where the body is no object of the right shape."""
        if request.method == "POST":
            self._check_body(request, await request.get_body())
        parsed = await super().parse_http_body(request)
        if isinstance(parsed, GraphQLRequestData):
            _check_types(parsed)
        return parsed

    def _check_body(self, request: AsyncHTTPRequestAdapter, body: str | bytes) -> None:
        if "application/json" not in (request.content_type or ""):
            raise HTTPException(415, "Send the query as JSON, with the header Content-Type: application/json.")
        if not isinstance(self.parse_json(body), dict | list):
            raise HTTPException(400, 'The body must be a JSON object like {"query": "..."}.')

    async def get_context(
        self,
        request: Request | WebSocket,
        response: Response | WebSocket,  # noqa: ARG002
    ) -> Context:
        """A fresh context, with loaders of its own, for each request."""
        return Context(self._database, request_id_of(request))

    async def get_sub_response(self, request: Request | WebSocket) -> Response:
        """The response to fill, which knows the agreed media type."""
        pending = PendingResponse()
        pending.status_code = None  # type: ignore[assignment]
        del pending.headers["content-length"]
        pending.response_type = choose_response_type(request.headers.get("accept")) or JSON
        return pending

    def create_response(
        self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: Response
    ) -> Response:
        """The finished answer, with the status that its media type asks for."""
        assert isinstance(sub_response, PendingResponse)
        media_type = sub_response.response_type
        body: Any = response_data
        failed = isinstance(body, dict) and _failed_before_execution(body)
        if failed:
            body = {key: value for key, value in body.items() if key != "data"}
        status = 400 if failed and media_type == GRAPHQL_RESPONSE else 200
        return Response(orjson.dumps(body), status, media_type=media_type)


def _check_types(parsed: GraphQLRequestData) -> None:
    if parsed.operation_name is not None and not isinstance(parsed.operation_name, str):
        raise HTTPException(400, "operationName must be a string or null.")
    if parsed.query is None:
        raise HTTPException(400, 'The request has no "query".')


def _failed_before_execution(body: Mapping[str, Any]) -> bool:
    return (
        body.get("data") is None and all(not error.get("path") for error in body.get("errors", ())) and "errors" in body
    )


def refuse(status: int, reason: str, accept: str | None) -> Response:
    """A request that is no GraphQL request, answered in GraphQL's shape."""
    hint = "The explorer at /graphql sends requests of the right shape."
    body = {"errors": [{"message": reason, "extensions": {"code": "BAD_REQUEST", "hint": hint}}]}
    headers = {"Allow": "GET, POST"} if status == 405 else None
    return Response(orjson.dumps(body), status, headers, media_type=choose_response_type(accept) or JSON)
