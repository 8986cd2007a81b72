"""The door: what each address needs, and who may pass.

Every request and WebSocket goes through it before anything is routed, so that an address that is added is closed until
it is opened here.  What a mutation needs beyond that, it asks of `Context.holder`.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from api.graphql.negotiation import wants_page
from api.keys import Caller, Keys
from api.pages import VIEWS
from dateline.exporting import FORMATS
from dateline.settings import Settings
from schema.errors import DatelineError, SettingError
from schema.scopes import OPENABLE
from schema.scopes import Scope as Need

GRAPHQL = "/graphql"
PUBLIC = frozenset(
    {"/", "/health", "/ready", "/v1", "/v1/openapi.json", "/graphql/schema.graphql", "/graphql/examples.json"}
)
"""Nothing of these comes from an article."""
PAGE = tuple(view.partition("{")[0] for view in VIEWS if view != "/")
"""Starts of the addresses of the page: one file for all, and what it asks comes through here again."""
STATIC = "/static/"
REST = "/v1/"
FILES = tuple(chosen.suffix for chosen in FORMATS if chosen.suffix != ".json")
"""Ends of the addresses that give whole lists; where the header Accept asks for one, `send_list` looks."""
COUNTED = f"{REST}stats"
"""Numbers, whatever their form."""

Refuse = Callable[[Request, DatelineError], Response]


def need_of(path: str, method: str = "GET", accept: str | None = None) -> Need | None:
    """What an address needs; None where everybody may have it."""
    if path in PUBLIC or path.startswith((STATIC, *PAGE)):
        return None
    if path == GRAPHQL and method == "GET" and wants_page(accept):
        return None  # the explorer: what it asks comes through here again
    if path.endswith(FILES) and not path.startswith(COUNTED):
        return Need.EXPORT
    return Need.READ


def caller_of(connection: HTTPConnection) -> Caller:
    """Who sent the request under way."""
    caller: Caller = connection.scope["state"]["caller"]
    return caller


class TwoKeysError(DatelineError):
    """A request that names two callers: whoever looks at one of them only would be wrong about the other."""

    code = "BAD_REQUEST"


class AccessMiddleware:
    """Refuses with 401 what needs a key, and with 403 what needs another one."""

    def __init__(self, app: ASGIApp, keys: Keys, refuse: Refuse) -> None:
        self._app = app
        self._keys = keys
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on with its caller in `scope["state"]`, or refuses it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            if len(headers.getlist("authorization")) > 1:
                raise TwoKeysError("The request has several headers Authorization.", hint="Send one of them.")
            caller = await self._keys.caller(headers.get("authorization"))
            need = need_of(scope["path"], scope.get("method", ""), headers.get("accept"))
            # A browser cannot send headers with a WebSocket: its first message may have the key.
            if need is not None and scope["type"] == "http":
                caller.require(need)
        except DatelineError as error:
            await self._send_refusal(error, scope, receive, send)
            return
        scope.setdefault("state", {})["caller"] = caller
        await self._app(scope, receive, send)

    async def _send_refusal(self, error: DatelineError, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            socket = WebSocket(scope, receive, send)
            await socket.send_denial_response(self._refuse(Request({**scope, "type": "http"}), error))
            return
        await self._refuse(Request(scope), error)(scope, receive, send)


def open_scopes(settings: Settings) -> frozenset[Need]:
    """What is allowed without a key.

    On this machine's own address that is to read and to export.  SettingError where the server listens elsewhere and
    nobody has decided.
    """
    if settings.open_scopes is None:
        if not is_own(settings.host):
            raise SettingError(
                f"On {settings.host} others can reach this server, and nobody has decided what they may read.",
                hint="Set DATELINE_OPEN_SCOPES to none (every reader needs a key: dateline keys make), to "
                "read, or to read,export.",
            )
        return OPENABLE
    return frozenset(settings.open_scopes)


def is_own(host: str) -> bool:
    """Whether an address can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
