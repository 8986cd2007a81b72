"""GraphQL over WebSockets (graphql-transport-ws): Strawberry's handler, with Dateline's limits and errors."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from strawberry.http.exceptions import WebSocketDisconnected
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import BaseGraphQLTransportWSHandler, Operation

from api.graphql.context import Context
from api.masking import masked
from api.rates import STREAM_PRICE
from dateline.store.keeping.deadline import Deadline, within
from schema.errors import DatelineError, LimitError

if TYPE_CHECKING:
    from api.graphql.view import GraphQLView

MALFORMED = "Failed to parse message"


class SocketHandler(BaseGraphQLTransportWSHandler[Context, None]):
    """One WebSocket."""

    view: GraphQLView

    async def handle_message(self, message: Any) -> None:
        """Closes the connection where the message is none of the protocol."""
        known: Any = message
        if isinstance(message, dict) and isinstance(message.get("id", ""), str):
            await super().handle_message(known)
        else:
            await self.handle_invalid_message(MALFORMED)

    async def handle_subscribe(self, message: Any) -> None:
        """Starts an operation, or says why not; a document may be named instead of sent."""
        payload = message["payload"]
        if not (isinstance(payload, dict) and _is_operation(payload) and message["id"]):
            await self.handle_invalid_message(MALFORMED)
            return
        try:
            self._check_room()
            await self.context.require_reader()
            if self.context.tab is not None:
                await self.context.tab.charge(STREAM_PRICE)
            query = self.view.documents.find(payload.get("query"), payload.get("documentId"), payload.get("extensions"))
        except DatelineError as error:
            refusal: Any = {"id": message["id"], "type": "error", "payload": [error_body(error)]}
            await self.send_message(refusal)
            return
        if query is None:
            await self.handle_invalid_message(MALFORMED)
            return
        await self.view.wait_for_turn(query)
        complete: Any = {**message, "payload": {**payload, "query": query}}
        await super().handle_subscribe(complete)

    def _check_room(self) -> None:
        most = self.view.terms.connection_operations
        if self.connection_acknowledged and len(self.operations) >= most:
            message = f"This connection has {most} operations under way already."
            raise LimitError(message, hint="End some of them, or open another connection.")

    async def run_operation(self, operation: Operation[Context, None]) -> None:
        """Within the time limit, which starts again for each result of a subscription."""
        with within(Deadline(self.view.terms.seconds)), suppress(WebSocketDisconnected):
            await super().run_operation(operation)

    async def handle_task_exception(self, error: Exception) -> None:
        """Logs what went wrong; that a client has left while it was told something is no fault."""
        if not isinstance(error, WebSocketDisconnected):
            await super().handle_task_exception(error)


def _is_operation(payload: Mapping[str, Any]) -> bool:
    return (
        isinstance(payload.get("query"), str | None)
        and isinstance(payload.get("operationName"), str | None)
        and isinstance(payload.get("variables"), dict | None)
        and isinstance(payload.get("extensions"), dict | None)
    )


def error_body(error: DatelineError) -> dict[str, Any]:
    """An error of Dateline in GraphQL's shape."""
    error = masked(error)
    extensions = {"code": error.code} | ({"hint": error.hint} if error.hint else {})
    return {"message": error.message, "extensions": extensions}
