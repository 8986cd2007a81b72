"""GraphQL over HTTP: Strawberry's view with proper media types, strict bodies and orjson.

Answers `application/graphql-response+json` where the client wants it (then a request that could not run gets status 400
and no `data`), else `application/json`.  Malformed bodies get 400 with an error in GraphQL's shape, never a trace.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import NoneType
from typing import Any

import orjson
from cross_web import AsyncHTTPRequestAdapter, HTTPException, StarletteRequestAdapter
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry import UNSET
from strawberry.asgi import GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types.graphql import OperationType

from api.access import caller_of
from api.graphql.context import Context
from api.graphql.documents import CheckedDocuments
from api.graphql.fast.answering import Answer, FastPath
from api.graphql.live import Live
from api.graphql.negotiation import (
    EVENT_STREAM,
    GRAPHQL_RESPONSE,
    JSON,
    choose_response_type,
    is_json,
    wants_page,
    wants_stream,
)
from api.graphql.persisted import PersistedDocuments
from api.graphql.schema import DatelineSchema
from api.graphql.sockets import SocketHandler, error_body
from api.graphql.streams import stream_response
from api.keys import NO_KEYS, Keys, UnknownKeyError
from api.pages import explorer_page
from api.rates import FREE_BYTES, WRONG_KEY_PRICE, client_of, tab_of
from api.requests import Way, note_operation, note_refusal, request_id_of
from api.turns import Turns
from dateline.ingestion.processes.reading_room import RETRY_SECONDS, ReadingRoom
from dateline.store import Database
from dateline.store.keeping.deadline import Deadline, current_deadline, within
from schema.errors import DatabaseError, DatelineError

ACCEPTED = f"{GRAPHQL_RESPONSE}, {JSON} and {EVENT_STREAM}"
SHAPE = "The explorer at /graphql sends requests of the right shape."
LATER = "Try again later, or share one connection among your subscriptions."
WAY = "X-Dateline-Way"
"""Says which way an answer came; `ordinary` in a request asks for that one."""
TRIED = "dateline.tried"
"""In a request's scope, whether it is known that its operation is not compiled."""
YOUNG = 1
"""The generation of Python's objects that were made lately."""
REST_OF_LONG_BODIES = 40.0
"""How many times as long as one holds everybody up none is read: who asks for something short waits seldom for one."""
OPERATION = "dateline.operation"
"""Where a request's scope keeps its operation once it is read."""


async def _require_reader(context: Context) -> None:
    """AccessError where whoever opened a WebSocket may not read, RateError where too many keys were tried."""
    try:
        await context.require_reader()
    except UnknownKeyError:
        if context.tab is not None and context.authorization:
            await context.tab.charge(WRONG_KEY_PRICE)
        raise


class PendingResponse(Response):
    """What Strawberry fills while a request runs; remembers the media type that was agreed on."""

    response_type: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Terms:
    """What one client may take."""

    seconds: float = 10.0
    """For one operation, and for each result of a subscription."""
    connection_operations: int = 20
    sockets: int = 1_000
    """Open at once, in this process."""
    init_seconds: float = 5.0
    """From the opening of a WebSocket to its `connection_init`."""
    origins: tuple[str, ...] = ()
    """Whose pages may open WebSockets, beside this server's own."""


class GraphQLView(GraphQL[Context, None]):
    """The `/graphql` endpoint."""

    graphql_transport_ws_handler_class = SocketHandler

    def __init__(
        self,
        schema: DatelineSchema,
        database: Database,
        live: Live | None = None,
        documents: PersistedDocuments | None = None,
        terms: Terms | None = None,
        keys: Keys = NO_KEYS,
        room: ReadingRoom | None = None,
        reads: Database | None = None,
    ) -> None:
        self.terms = terms or Terms()
        # An empty collection is no missing one: it may allow nothing else.
        self.documents = PersistedDocuments() if documents is None else documents
        super().__init__(
            schema,
            graphql_ide="graphiql",
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=timedelta(seconds=self.terms.init_seconds),
            max_subscriptions_per_connection=None,  # `SocketHandler` counts, and says what to do.
            allowed_origins=self.terms.origins,
        )
        self._database = database
        self._live = live
        self._keys = keys
        self._room = room
        self._reads = reads or database
        self._sockets = 0
        self._turns, self._long_bodies = Turns(), Turns(REST_OF_LONG_BODIES)
        self.fast = FastPath(schema._schema, self._reads, schema.limits, schema.documents, self._turns)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request; what Strawberry refuses before execution becomes an error in GraphQL's shape."""
        if scope["type"] == "websocket":
            await self._serve_socket(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except HTTPException as error:
            response = refuse(error.status_code, error.reason, request.headers.get("accept"))
        await response(scope, receive, send)

    async def _serve_socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._sockets >= self.terms.sockets:
            refusal = refuse(503, f"This server has {self._sockets:,} open WebSockets already.", None, "LIMIT", LATER)
            await WebSocket(scope, receive, send).send_denial_response(refusal)
            return
        self._sockets += 1
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._sockets -= 1

    async def _answer(self, request: Request) -> Response:
        accept = request.headers.get("accept")
        if request.method == "GET" and wants_page(accept):
            return explorer_page()
        streaming = wants_stream(accept)
        if choose_response_type(accept) is None and not streaming:
            raise HTTPException(406, f"This endpoint answers {ACCEPTED}.")
        if request.method not in ("GET", "POST"):
            raise HTTPException(405, "GraphQL only supports GET and POST requests.")
        try:
            operation = await self._read_operation(StarletteRequestAdapter(request))
        except DatelineError as error:
            return _refuse_document(error, accept)
        request.scope[OPERATION] = operation
        if streaming:
            return await self._stream(request, operation)
        deadline = Deadline(self.terms.seconds)
        # Compiled statements read past what holds the publishers' words back.
        compiled = self._database.rights.are_full and not request.scope.get(TRIED)
        if compiled and request.headers.get(WAY) != Way.ORDINARY:
            found = await self.fast.answer(
                operation.query or "", operation.operation_name, operation.variables, deadline
            )
            if found is not None:
                note_operation(request.scope, Way.FAST, found.price)
                return Response(found.body, 200, {WAY: Way.FAST}, media_type=choose_response_type(accept) or JSON)
        await self.wait_for_turn(operation.query)
        with within(deadline):
            response = await self.run(request)
        response.headers[WAY] = Way.ORDINARY
        return response

    async def wait_for_turn(self, text: str | None) -> None:
        """Returns when a document may be parsed and checked: at once where that was done before."""
        documents: CheckedDocuments = self.schema.documents  # type: ignore[attr-defined]
        if documents.get(text) is None:
            await self._turns.wait()

    async def answer_at_once(self, scope: Scope, body: bytes) -> Answer | None:
        """The answer to a request's body whose head has nothing special; None where the whole view must give it."""
        asked = self._plain(body)
        if asked is None:
            return None
        found = await self.fast.answer(*asked, Deadline(self.terms.seconds))
        scope[TRIED] = found is None
        return found

    def answer_now(self, body: bytes) -> Answer | None:
        """The same where nothing has to be waited for."""
        asked = self._plain(body)
        return None if asked is None else self.fast.answer_now(*asked)

    def _plain(self, body: bytes) -> tuple[str, str | None, Mapping[str, Any] | None] | None:
        """Text, operation's name and variables of a body that has nothing else; None where compiling is no matter."""
        if not self._database.rights.are_full:
            return None
        try:
            asked = orjson.loads(body)
            if not _is_plain(asked):
                return None
            text = self.documents.find(asked["query"], None, None)
        except (ValueError, DatelineError):
            return None
        return text or "", asked.get("operationName"), asked.get("variables")

    async def _read_operation(self, request: StarletteRequestAdapter) -> GraphQLRequestData:
        """The operation, with the text of its document; HTTPException 400 where the body is none of the right shape."""
        if request.method == "POST":
            content = await request.get_body()
            if len(content) > FREE_BYTES:
                await self._long_bodies.wait()
                # An operation leaves a circle that holds its text, and Python looks for circles after so many objects,
                # however long they are.
                gc.collect(YOUNG)
            body = self._check_body(request, content)
            if _is_plain(body) and "multipart" not in request.headers.get("accept", ""):
                text = self.documents.find(body["query"], None, None)
                return GraphQLRequestData(text, body.get("variables"), body.get("operationName"), None)
        operation = await super().parse_http_body(request)
        assert isinstance(operation, GraphQLRequestData)  # batches are refused
        if operation.operation_name is not None and not isinstance(operation.operation_name, str):
            raise HTTPException(400, "operationName must be a string or null.")
        named = await self._document_id(request)
        operation.query = self.documents.find(operation.query, named, operation.extensions)
        if operation.query is None:
            raise HTTPException(400, 'The request has no "query".')
        return operation

    async def _document_id(self, request: StarletteRequestAdapter) -> object:
        if request.method == "GET":
            return request.query_params.get("documentId")
        body = self.parse_json(await request.get_body())
        return body.get("documentId") if isinstance(body, dict) else None

    async def _stream(self, request: Request, operation: GraphQLRequestData) -> Response:
        allowed = {OperationType.QUERY, OperationType.SUBSCRIPTION}
        if request.method == "POST":
            allowed.add(OperationType.MUTATION)
        results = await self.schema.stream(
            operation.query,
            operation.variables,
            await self.get_context(request, Response()),
            operation_name=operation.operation_name,
            allowed_operation_types=allowed,
        )
        return stream_response(results, self.encode_json, Deadline(self.terms.seconds))

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
        """The operation that `_answer` has read already."""
        assert isinstance(request, StarletteRequestAdapter)
        operation: GraphQLRequestData = request._request.scope[OPERATION]
        return operation

    def _check_body(self, request: AsyncHTTPRequestAdapter, body: str | bytes) -> Any:
        if not is_json(request.content_type):
            raise HTTPException(415, "Send the query as JSON, with the header Content-Type: application/json.")
        found = self.parse_json(body)
        if not isinstance(found, dict | list):
            raise HTTPException(400, 'The body must be a JSON object like {"query": "..."}.')
        return found

    async def get_context(
        self,
        request: Request | WebSocket,
        response: Response | WebSocket,  # noqa: ARG002
    ) -> Context:
        """A fresh context, with loaders of its own, for each request."""
        return Context(
            self._database,
            request_id_of(request),
            self._live,
            caller=caller_of(request),
            keys=self._keys,
            client=client_of(request.scope, caller_of(request)),
            tab=tab_of(request),
            authorization=request.headers.get("authorization"),
            room=self._room,
            reads=self._reads,
        )

    async def on_ws_connect(self, context: Context) -> Any:
        """Whose WebSocket it is: a page's script can send a key only in the first message, as `authorization`."""
        given = next(
            (value for name, value in context.connection_params.items() if name.lower() == "authorization"), ""
        )
        try:
            if isinstance(given, str) and given:
                context.authorization = given
            await _require_reader(context)
        except DatelineError as error:
            raise ConnectionRejectionError(error_body(error)) from error
        return UNSET

    async def get_sub_response(self, request: Request | WebSocket) -> Response:
        """The response to fill, which knows the agreed media type."""
        pending = PendingResponse()
        pending.status_code = None  # type: ignore[assignment]
        del pending.headers["content-length"]
        pending.response_type = choose_response_type(request.headers.get("accept")) or JSON
        pending.scope = request.scope
        return pending

    def create_response(
        self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: Response
    ) -> Response:
        """The finished answer, with the status that its media type asks for."""
        assert isinstance(sub_response, PendingResponse)
        media_type = sub_response.response_type
        body: Any = response_data
        if isinstance(body, dict) and (cost := body.get("extensions", {}).get("cost")):
            note_operation(sub_response.scope, Way.ORDINARY, cost["price"])
        deadline = current_deadline()
        if deadline is not None and deadline.was_missed:
            late = {"errors": [error_body(deadline.error())], "extensions": body.get("extensions", {})}
            return Response(orjson.dumps(late), 503 if media_type == GRAPHQL_RESPONSE else 200, media_type=media_type)
        if media_type == GRAPHQL_RESPONSE and _found_no_database(body):
            return Response(orjson.dumps(body), 503, {"Retry-After": str(RETRY_SECONDS)}, media_type=media_type)
        failed = isinstance(body, dict) and _failed_before_execution(body)
        if failed:
            note_refusal(sub_response.scope)
            body = {key: value for key, value in body.items() if key != "data"}
        status = 400 if failed and media_type == GRAPHQL_RESPONSE else 200
        return Response(orjson.dumps(body), status, media_type=media_type)


def _found_no_database(body: Mapping[str, Any]) -> bool:
    """Whether there is nothing in an answer, because the database did not give anything."""
    codes = {error["extensions"]["code"] for error in body.get("errors", ())}
    return body.get("data") is None and codes == {DatabaseError.code}


def _is_plain(body: Any) -> bool:
    """Whether a body is what nearly all clients send: a query, perhaps with variables and a name, and nothing else."""
    if not isinstance(body, dict) or "query" not in body:
        return False
    return all(isinstance(value, _PLAIN.get(name, ())) for name, value in body.items())


_PLAIN: Mapping[str, tuple[type, ...]] = {
    "query": (str,),
    "variables": (dict, NoneType),
    "operationName": (str, NoneType),
}


def _failed_before_execution(body: Mapping[str, Any]) -> bool:
    return (
        body.get("data") is None and all(not error.get("path") for error in body.get("errors", ())) and "errors" in body
    )


def _refuse_document(error: DatelineError, accept: str | None) -> Response:
    """A request whose document is not known or not allowed."""
    media_type = choose_response_type(accept) or JSON
    status = 400 if media_type == GRAPHQL_RESPONSE or error.code == "BAD_REQUEST" else 200
    return Response(orjson.dumps({"errors": [error_body(error)]}), status, media_type=media_type)


def refuse(status: int, reason: str, accept: str | None, code: str = "BAD_REQUEST", hint: str = SHAPE) -> Response:
    """A request that is no GraphQL request, answered in GraphQL's shape."""
    body = {"errors": [{"message": reason, "extensions": {"code": code, "hint": hint}}]}
    headers = {"Allow": "GET, POST"} if status == 405 else None
    return Response(orjson.dumps(body), status, headers, media_type=choose_response_type(accept) or JSON)
