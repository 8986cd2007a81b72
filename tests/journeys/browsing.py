"""A server started as a user starts it, and visitors with browser profiles of their own who can reach no other host."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

pytest.importorskip("playwright", reason="the journeys in a browser need Playwright")
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Route

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
START_SECONDS = 60
"""A cold start reads the gazetteer and the language model."""

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


@contextmanager
def running_server(database: str, log: Path) -> Iterator[str]:
    """The address of a server on a database; what it prints goes to the log."""
    port = free_port()
    command = [sys.executable, "-m", "scripts.serve", "--database", database, "--port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_healthy(address, process, log)
        yield address
    finally:
        process.terminate()
        process.wait(30)


def free_port() -> int:
    """One that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Returns once the server answers; fails with what it printed where it does not."""
    for _ in range(START_SECONDS * 10):
        assert process.poll() is None, log.read_text()
        try:
            with urlopen(f"{address}/health", timeout=5) as response:
                assert response.status == 200
                return
        except URLError:
            Event().wait(0.1)
    pytest.fail(f"The server did not start in {START_SECONDS} seconds:\n{log.read_text()}")


@dataclass
class Visitor:
    """A browser profile of its own, and what went wrong in it."""

    context: BrowserContext
    server: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@contextmanager
def new_visitor(browser: Browser, server: str, **profile: Any) -> Iterator[Visitor]:
    """Someone who was never here; ends with the proof that no other host was asked and nothing failed."""
    visiting = Visitor(browser.new_context(permissions=["clipboard-read", "clipboard-write"], **profile), server)

    def refuse_other_hosts(route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(server).netloc:
            route.continue_()
            return
        visiting.foreign.append(route.request.url)
        route.abort()

    visiting.context.route("**/*", refuse_other_hosts)
    visiting.context.on("console", lambda message: note_error(visiting, message))
    visiting.context.on("weberror", lambda error: visiting.errors.append(str(error.error)))
    yield visiting
    visiting.context.close()
    assert visiting.foreign == []
    assert visiting.errors == []


def note_error(visitor: Visitor, message: ConsoleMessage) -> None:
    """Keeps what the console calls an error."""
    if message.type == "error":
        visitor.errors.append(message.text)
