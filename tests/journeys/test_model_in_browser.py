"""What a language model said is marked on the page in a real browser, and one switch hides it everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="the journeys in a browser need Playwright")
from playwright.sync_api import Browser, expect

from benchmarks.servers import running_server
from dateline.store import open_database
from dateline.store.writing.writer import write_article
from tests.journeys.browsing import Visitor, needs_chromium, new_visitor, total, visit
from tests.store.world import MODEL, story

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def visitor(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """Someone at a server with an event of the rules, one with a place by a model, and one that only a model tells."""
    url = f"sqlite:///{Path(tmp_path_factory.mktemp('told')) / 'dateline.db'}"
    database = open_database(url, create=True)
    for number in (0, 2, 5):
        with database.writing() as connection:
            write_article(connection, story(number))
    database.close()
    with (
        running_server(url) as server,
        new_visitor(browser, server.base, viewport={"width": 1360, "height": 860}) as one,
    ):
        yield one


def test_what_a_model_said_is_marked_and_hidden_on_every_page(visitor: Visitor) -> None:
    page = visit(visitor, "/")
    switch = page.locator(".model-switch")
    assert total(page) == 3
    expect(switch).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".card .stamp.by-model")).to_have_count(1)
    placed = page.locator(".card", has_text="on day 2,")
    expect(placed.locator(".dateline .by-model")).to_be_visible()
    expect(placed.locator(".dateline b")).to_have_count(1)

    switch.click()
    expect(page.locator(".card")).to_have_count(2)
    assert total(page) == 2
    expect(page.locator(".by-model")).to_have_count(0)
    expect(placed.locator(".dateline b")).to_have_count(0)
    expect(page.locator(".cluster")).to_have_count(1)
    assert ": 1 event" in (page.locator(".cluster").get_attribute("aria-label") or "")

    placed.locator("h2 a").click()
    expect(page.locator(".event-page")).to_contain_text("Not known")
    expect(page.locator(".event-page")).not_to_contain_text(MODEL)
    page.reload()
    expect(page.locator(".event-page")).to_contain_text("Not known")

    page.locator(".model-switch").click()
    expect(page.locator(".event-page")).to_contain_text(f"the rules and the model {MODEL}")
    expect(page.locator(".event-page .facts .by-model")).to_have_count(1)
