"""The page by keyboard, for screen readers, on a phone, in the dark, on a bad line, and behind a server that fails."""

from __future__ import annotations

import re
from typing import Any

import pytest

pytest.importorskip("playwright", reason="the journeys in a browser need Playwright")
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browsing import Visitor, first_id, needs_chromium, new_visitor, total, visit

pytestmark = needs_chromium


def expect_accessible(page: Page) -> None:
    page.evaluate(AXE_SCRIPT)
    results = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    found = {one["id"]: [node["html"][:200] for node in one["nodes"]] for one in results["violations"]}
    assert found == {}, page.url


def test_the_keyboard_alone_suffices(visitor: Visitor) -> None:
    page = visit(visitor, "/")
    before = total(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.locator(".map-frame").focus()
    view = page.url
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    expect(page).not_to_have_url(view)
    page.get_by_role("button", name="Only what is in view").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("within="))
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("within="))
    slider = page.get_by_role("slider", name="From")
    slider.focus()
    page.keyboard.press("PageUp")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"when\.gte="))
    assert total(page) < before
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile(r"when\.gte="))
    page.locator(".filter-row").get_by_role("button", name="Status").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("status="))
    page.keyboard.press("Escape")
    expect(page.locator(".filter-row").get_by_role("button", name="Status")).to_be_focused()
    page.locator(".card :is(h2, h3) a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".event-page h1")).to_be_visible()
    page.locator("td .go").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".text p .lit").first).to_be_in_viewport()
    page.locator(".text a[tabindex='0']").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".side-card")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1360)])
def test_no_view_has_a_barrier(browser: Browser, newsroom: str, scheme: str, width: int) -> None:
    with new_visitor(browser, newsroom, color_scheme=scheme, viewport={"width": width, "height": 860}) as visitor:
        event = first_id(visitor, "events", "crowded market Sake")
        article = first_id(visitor, "articles", "death toll market shelling")
        paths = (
            "/?type=ASSAULT,PROTEST",
            f"/event/{event}",
            f"/article/{article}#{event}",
            f"/actor/{first_id(visitor, 'actors', 'Kivu Defense Movement')}",
            f"/location/{first_id(visitor, 'locations', 'Sake')}",
            "/search?q=Sake",
            "/try",
            "/event/evt_nobody",
        )
        for path in paths:
            expect_accessible(visit(visitor, path))


def test_nothing_is_wider_than_a_phone(browser: Browser, newsroom: str) -> None:
    with new_visitor(browser, newsroom, viewport={"width": 360, "height": 740}) as visitor:
        article = first_id(visitor, "articles", "death toll market shelling")
        for path in ("/", f"/article/{article}", "/search?q=Sake", "/try"):
            page = visit(visitor, path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_the_colours_follow_the_system_until_one_chooses(browser: Browser, newsroom: str) -> None:
    with new_visitor(browser, newsroom, color_scheme="dark") as visitor:
        page = visit(visitor, "/try")
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        page.get_by_role("button", name="Use light colours").click()
        expect(page.locator("html")).to_have_attribute("data-theme", "light")
        page.reload()
        expect(page.locator("html")).to_have_attribute("data-theme", "light")


def test_a_server_that_fails_is_told_of_with_a_way_on(visitor: Visitor) -> None:
    page = visitor.context.new_page()
    page.route(
        "**/graphql",
        lambda route: route.fulfill(
            status=200, json={"errors": [{"message": "Too much.", "extensions": {"hint": "Ask for less."}}]}
        ),
    )
    page.goto(f"{visitor.server}/")
    expect(page.locator(".stories").get_by_role("alert")).to_contain_text("Too much. Ask for less.")
    page.unroute("**/graphql")
    page.locator(".stories").get_by_role("button", name="Try again").click()
    expect(page.locator(".card").first).to_be_visible()


FINE = "countries-50m"
"""Borders that are loaded when the map has been drawn with coarser ones, perhaps before anybody looks."""


def test_the_page_is_light_before_the_map_is_shown(visitor: Visitor) -> None:
    page = visitor.context.new_page()
    session = visitor.context.new_cdp_session(page)
    session.send("Network.enable")
    received: dict[str, float] = {}
    session.on(
        "Network.loadingFinished", lambda event: received.update({event["requestId"]: event["encodedDataLength"]})
    )
    later: list[str] = []

    def note(event: Any) -> None:
        if FINE in event["response"]["url"]:
            later.append(event["requestId"])

    session.on("Network.responseReceived", note)
    page.goto(f"{visitor.server}/")
    expect(page.locator(".map-frame")).to_have_attribute("data-drawn", "yes")
    assert 50_000 < sum(length for request, length in received.items() if request not in later) <= 400_000
