"""Visitors with browser profiles of their own who can reach no other host."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright", reason="the journeys in a browser need Playwright")
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, expect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


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


def visit(visitor: Visitor, path: str) -> Page:
    """The page at `path`, once nothing more is on its way."""
    page = visitor.context.new_page()
    page.goto(visitor.server + path, wait_until="networkidle")
    return page


def ask(visitor: Visitor, query: str, **variables: Any) -> Any:
    """The data of a query, asked without errors."""
    answer = visitor.context.request.post(
        f"{visitor.server}/graphql", data={"query": query, "variables": variables}
    ).json()
    assert "errors" not in answer, answer
    return answer["data"]


def first_id(visitor: Visitor, noun: str, search: str) -> str:
    """The id of what a search finds first."""
    found = ask(visitor, f"query($s: String) {{ {noun}(search: $s, first: 1) {{ nodes {{ id }} }} }}", s=search)
    identifier: str = found[noun]["nodes"][0]["id"]
    return identifier


def total(page: Page) -> int:
    """What the heading of the list counts, once nothing newer is on its way."""
    expect(page.locator(".stories")).to_have_attribute("aria-busy", "false")
    return int(re.sub(r"\D", "", page.locator(".stories-head h1").inner_text().split("event")[0]))
