"""By which names this server is asked: others are refused.

A page of anybody's can have its own name resolved to this machine (DNS rebinding); its scripts could then read here as
this server's own pages do.  Such a request tells that name in its header Host.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Collection

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from api.access import is_own
from dateline.settings import Settings
from schema.errors import DatelineError

OWN = frozenset({"localhost", "127.0.0.1", "::1"})
ANY = "*"
PROBES = frozenset({"/health", "/ready"})
"""Asked by machines under whatever name; they tell nothing."""


class HostError(DatelineError):
    """A request under a name that is not this server's."""

    code = "BAD_REQUEST"


def allowed_hosts(settings: Settings) -> frozenset[str] | None:
    """The names, lower-case; None where all are good.

    On this machine's own addresses nobody else's name can be right.  Elsewhere nothing is known of the names that
    people, proxies and containers use, unless it is set.
    """
    named = frozenset(name.lower() for name in settings.allowed_hosts)
    if ANY in named or (not named and not is_own(settings.host)):
        return None
    return named | OWN | {settings.host.lower()}


def host_of(header: str) -> str:
    """The name in a Host header without its port, as in `allowed_hosts`."""
    name = header.strip().lower()
    if name.startswith("["):
        return name[1:].partition("]")[0]
    return name.partition(":")[0].removesuffix(".")


class HostMiddleware:
    """Refuses requests and WebSockets under other names."""

    def __init__(
        self, app: ASGIApp, hosts: Collection[str], refuse: Callable[[Request, DatelineError], Response]
    ) -> None:
        self._app = app
        self._hosts = hosts
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers 421."""
        if scope["type"] not in ("http", "websocket") or scope["path"] in PROBES:
            await self._app(scope, receive, send)
            return
        name = host_of(Headers(scope=scope).get("host", ""))
        if name in self._hosts or _is_loopback(name):
            await self._app(scope, receive, send)
            return
        hint = "Add it to DATELINE_ALLOWED_HOSTS if it is one of this server's names."
        response = self._refuse(Request({**scope, "type": "http"}), HostError(_message(name), hint=hint))
        if scope["type"] == "websocket":
            await WebSocket(scope, receive, send).send_denial_response(response)
        else:
            await response(scope, receive, send)


def _is_loopback(name: str) -> bool:
    """Whether it is an address of this machine, which is no name and so nobody can have it resolved to."""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _message(name: str) -> str:
    return f"This server is not asked by the name {name[:100]!r}." if name else "The request has no header Host."
