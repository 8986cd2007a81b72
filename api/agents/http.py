"""`/mcp`: the tools over streamable HTTP, each request by itself, answered as JSON.

Keys, rates, sizes and the header `Host` are checked by the layers around every address of this server, so the SDK's own
check of hosts, which knows only this machine's names, is left out.  The header `Origin` is checked here.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractAsyncContextManager
from typing import Any
from urllib.parse import urlsplit

from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPASGIApp, StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from api.access import Refuse, caller_of
from api.agents.server import Context
from schema.errors import AccessError
from schema.scopes import Scope as Need


class AgentEndpoint:
    """An ASGI application; works while `run` does."""

    def __init__(self, server: Server[Any], origins: Collection[str], refuse: Refuse) -> None:
        unchecked = TransportSecuritySettings(enable_dns_rebinding_protection=False)
        self._manager = StreamableHTTPSessionManager(
            app=server, json_response=True, stateless=True, security_settings=unchecked
        )
        self._app = StreamableHTTPASGIApp(self._manager)
        self._origins = origins
        self._refuse = refuse

    def run(self) -> AbstractAsyncContextManager[None]:
        """For as long as the server runs."""
        return self._manager.run()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, unless a page of somebody else's sends it."""
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        if origin is not None and not self._is_allowed(origin, headers.get("host", "")):
            error = AccessError("Pages of this origin may not ask here.", hint="Set DATELINE_CORS_ORIGINS.")
            await self._refuse(Request(scope), error)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _is_allowed(self, origin: str, host: str) -> bool:
        return "*" in self._origins or origin in self._origins or urlsplit(origin).netloc == host


def check_scope(context: Context) -> None:
    """AccessError where the key of the request may not read."""
    assert isinstance(context.request, Request)
    caller_of(context.request).require(Need.READ)
