"""A model, and a server of models, whose answers a test writes."""

import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from dateline.extraction.model.asking import Answer


@dataclass
class Scripted:
    """A model that gives the same answer to every question, and remembers what it was asked."""

    content: object
    name: str = "scripted"
    context: int = 32_768
    concurrency: int = 2
    remote: bool = False
    asked: list[Any] = field(default_factory=list)

    def ask(self, question):
        self.asked.append(question)
        content = self.content(question) if callable(self.content) else self.content
        return Answer(content if isinstance(content, str) else json.dumps(content), 10, 5)


@dataclass
class Reply:
    """What a server sends."""

    content: str = '{"events": []}'
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    seconds: float = 0.0
    """How long it takes before it begins."""
    drip: float = 0.0
    """Seconds between the bytes."""


class Server:
    """A server of chat completions on a free port; `replies` are sent in turn, the last one again and again."""

    def __init__(self) -> None:
        self.replies: list[Reply] = [Reply()]
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                owner.keys.append(self.headers.get("Authorization"))
                owner.requests.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                reply = owner.replies.pop(0) if len(owner.replies) > 1 else owner.replies[0]
                time.sleep(reply.seconds)
                message = {"choices": [{"message": {"role": "assistant", "content": reply.content}}]}
                body = reply.body if reply.body is not None else json.dumps(message).encode()
                try:
                    self.send_response(reply.status)
                    for name, value in {"Content-Length": str(len(body)), **reply.headers}.items():
                        self.send_header(name, value)
                    self.end_headers()
                    for start in range(0, len(body), 1 if reply.drip else len(body) or 1):
                        self.wfile.write(body[start : start + (1 if reply.drip else len(body))])
                        self.wfile.flush()
                        time.sleep(reply.drip)
                except OSError:
                    return

            def log_message(self, *_given):
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
