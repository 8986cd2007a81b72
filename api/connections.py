"""Connections: what may be answered at once is, and nobody may take for ever.

uvicorn waits for a head that comes slowly and for an answer that is not taken as long as the other side likes; each of
them keeps a file open, and memory.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from api.direct import DirectAnswers

HELD_SECONDS = 0.05
"""How long a head waits for its body before it is taken in without."""


class PatientProtocol(HttpToolsProtocol):
    """uvicorn's protocol, for `seconds` at a time.

    So long may a request's head take from its first byte, or a new connection say nothing, and so long may a client
    take next to nothing (48 KiB, what lies between asyncio's two water marks) of an answer that waits for it.  The
    time of bodies is `api.bodies`' affair, which can still answer.

    A request that comes when nothing else is under way is shown to `direct` first, where it comes whole or its body
    follows its head at once.
    """

    def __init__(self, *, seconds: float, direct: DirectAnswers | None = None, **given: Any) -> None:
        super().__init__(**given)
        self._seconds = seconds
        self._direct = direct
        self._is_between = True
        """Whether all bytes of the last request have come, and none of the next."""
        self._held = b""
        """A head that came without its body."""
        self._holding: asyncio.TimerHandle | None = None
        self._answered = 0.0
        """When something was answered directly, by the loop's clock."""
        self._head: asyncio.TimerHandle | None = None
        self._stalled: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begins to wait for a head."""
        super().connection_made(transport)
        self._await_head()

    def data_received(self, data: bytes) -> None:
        """Answers at once, or waits for the rest of the head where it is the start of one."""
        if self._is_between and self._direct is not None:
            if self._held:
                data = self._held + data
                self._stop_holding()
            elif self._direct.awaits_body(data):
                self._held, self._holding = data, self.loop.call_later(HELD_SECONDS, self._let_go)
                return
            if self._answer(self._direct, data):
                return
        self._take_in(data)

    def _take_in(self, data: bytes) -> None:
        # What comes ahead of an answer is left to uvicorn, which waits five seconds for the rest after it.
        if self._head is None and (self.cycle is None or self.cycle.response_complete):
            self._await_head()
        super().data_received(data)

    def _answer(self, direct: DirectAnswers, data: bytes) -> bool:
        is_under_way = self.cycle is not None and not self.cycle.response_complete
        if is_under_way or self.pipeline or self.flow.write_paused or self.transport.is_closing():
            return False
        parts = direct.answer(data, self.client, self.server_state.default_headers)
        if parts is None:
            return False
        self._stop_waiting_for_head()
        self.transport.writelines(parts)
        self.server_state.total_requests += 1
        self._answered = self.loop.time()
        if self.timeout_keep_alive_task is None:
            self._await_next(self.timeout_keep_alive)
        return True

    def _let_go(self) -> None:
        """Takes in what was held, in the usual way."""
        if self._held:
            held = self._held
            self._stop_holding()
            self._take_in(held)

    def _stop_holding(self) -> None:
        self._held = b""
        if self._holding is not None:
            self._holding.cancel()
            self._holding = None

    def eof_received(self) -> None:
        """Nothing more follows."""
        self._let_go()
        super().eof_received()

    def shutdown(self) -> None:
        """Ends when what has begun is answered."""
        self._let_go()
        super().shutdown()

    def on_message_begin(self) -> None:
        """The first byte of a request is there."""
        self._is_between = False
        super().on_message_begin()

    def on_message_complete(self) -> None:
        """The last one is."""
        self._is_between = True
        super().on_message_complete()

    def on_headers_complete(self) -> None:
        """The head is there."""
        self._stop_waiting_for_head()
        super().on_headers_complete()

    def pause_writing(self) -> None:
        """Begins to wait for the client to take what there is."""
        super().pause_writing()
        self._await_client()

    def resume_writing(self) -> None:
        """It has taken enough."""
        self._stop_waiting_for_client()
        super().resume_writing()

    def on_response_complete(self) -> None:
        """A connection that ends with this answer does not wait for ever either."""
        super().on_response_complete()
        if self.transport.is_closing():
            self._end()

    def timeout_keep_alive_handler(self) -> None:
        """Closes a connection on which nothing follows."""
        # What is answered directly leaves the timer as it is, which is cheaper than a new one each time.
        left = self._answered + self.timeout_keep_alive - self.loop.time()
        if left > 0:
            self._await_next(left)
            return
        super().timeout_keep_alive_handler()
        self._end()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._stop_holding()
        self._stop_waiting_for_head()
        self._stop_waiting_for_client()
        super().connection_lost(exc)

    def _await_next(self, seconds: float) -> None:
        self.timeout_keep_alive_task = self.loop.call_later(seconds, self.timeout_keep_alive_handler)

    def _await_head(self) -> None:
        self._head = self.loop.call_later(self._seconds, self.transport.abort)

    def _stop_waiting_for_head(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None

    def _await_client(self) -> None:
        if self._stalled is None:
            self._stalled = self.loop.call_later(self._seconds, self.transport.abort)

    def _stop_waiting_for_client(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None

    def _end(self) -> None:
        """A closed connection is kept until what was written is taken."""
        if self.transport.get_write_buffer_size():
            self._await_client()
