"""A server of this machine with pages that can change, and a watcher of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from dateline.extraction.cleaning import clean
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.seeding.ledger import Ledger
from dateline.ingestion.watching.fetching import Fetcher
from dateline.ingestion.watching.watcher import Watched, Watcher
from schema.errors import SourceError
from schema.mentions import Analysis

OPTIONS = ReadingOptions()


class Site:
    """Pages by path: body, or status, or headers with a body; and the requests that came."""

    def __init__(self) -> None:
        self.pages: dict[str, Any] = {}
        self.asked: list[tuple[str, int]] = []
        self.agents: set[str] = set()
        self.together = self.most_together = 0
        self.base = ""

    def paths(self) -> list[str]:
        """What was asked for since the last call."""
        asked, self.asked = [path for path, _ in self.asked], []
        return asked

    def article(self, path: str, words: str) -> None:
        """A page with an article."""
        story = f"<p>{words}</p><p>The people of the town had waited for it for many years, the paper wrote.</p>" * 2
        self.pages[path] = f"<html><head><title>News</title></head><body><article>{story}</article></body></html>"

    def feed(self, path: str, *entries: tuple[str, str]) -> None:
        """An RSS feed of pages and what it says of each."""
        items = "".join(
            f"<item><title>{title}</title><link>{self.base}{link}</link>"
            "<pubDate>Tue, 05 Nov 2024 10:00:00 GMT</pubDate></item>"
            for link, title in entries
        )
        self.pages[path] = f'<rss version="2.0"><channel><title>The Tide</title>{items}</channel></rss>'


def make_handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            site.together += 1
            site.most_together = max(site.most_together, site.together)
            # Who asks two things at once is seen; who has an answer may ask the next thing before its sender is done.
            time.sleep(0.01)
            site.together -= 1
            self.answer()

        def answer(self):
            site.agents.add(self.headers["User-Agent"])
            page = site.pages.get(self.path, 404)
            headers: dict[str, str] = {}
            if isinstance(page, tuple):
                page, headers = page
            status, body = (page, b"") if isinstance(page, int) else (200, page)
            body = body.encode() if isinstance(body, str) else body
            tag = f'"{hash(body)}"'
            if status == 200 and self.headers.get("If-None-Match") == tag:
                status, body = 304, b""
            site.asked.append((self.path, status))
            self.send_response(status)
            for name, value in {"ETag": tag, "Date": formatdate(usegmt=True), **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Says nothing."""

    return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on a free port of this machine."""
    made = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), make_handler(made))
    made.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


class PlainReader:
    """Reads nothing out of articles but their text."""

    def read(self, raws):
        for raw in raws:
            try:
                yield Analysis(clean(raw), (), (), (), (), "none", "1")
            except SourceError as error:
                yield error


@pytest.fixture
def watch(database):
    """`await watch(feeds=[...])`: one round of a new watcher."""

    async def run(every=timedelta(0), **watched):
        async with Fetcher(["127.0.0.1"], pause=0.0) as fetcher:
            watcher = Watcher(
                database, Watched(every=every, settle=0.0, **watched), fetcher, PlainReader(), Ledger(OPTIONS)
            )
            return await watcher.run_round(lambda *_: None)

    return run
