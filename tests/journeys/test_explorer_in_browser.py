"""The page at `/graphql` in a real browser: what a reporter sees on the first visit, with no other host to be had."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pytest

from benchmarks.servers import running_server
from dateline.store.keeping.database import open_database

pytest.importorskip("playwright", reason="the journeys in a browser need Playwright")
from playwright.sync_api import Browser, Page, expect

from tests.journeys import browsing

NAMED = "query Named($detailed: Boolean!) {\n  __typename\n  kind: __typename @include(if: $detailed)\n}"
NAMED_VARIABLES = '{"detailed":true}'

pytestmark = browsing.needs_chromium


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server, started as a user starts it, on a database without articles."""
    folder = tmp_path_factory.mktemp("explorer")
    database = f"sqlite:///{folder / 'dateline.db'}"
    open_database(database, create=True).close()
    with running_server(database) as served:
        yield served.base


@dataclass(frozen=True)
class Visitor:
    """Someone who writes queries."""

    visiting: browsing.Visitor

    def open(self, path: str) -> Page:
        """The page at `path`, once the editor has its text and the schema has arrived."""
        page = self.visiting.context.new_page()
        with page.expect_response(lambda answer: "IntrospectionQuery" in (answer.request.post_data or "")):
            page.goto(self.visiting.server + path)
        expect(page.locator(".graphiql-query-editor .view-line").first).to_be_visible()
        return page

    def examples(self) -> list[dict[str, Any]]:
        """The saved queries as the server hands them out."""
        request = self.visiting.context.request
        examples: list[dict[str, Any]] = request.get(f"{self.visiting.server}/graphql/examples.json").json()
        return examples


@pytest.fixture
def visitor(browser: Browser, server: str) -> Iterator[Visitor]:
    with browsing.new_visitor(browser, server) as visiting:
        yield Visitor(visiting)


def run(page: Page) -> dict[str, Any]:
    """The answer to the query in the open tab, run with the keyboard."""
    page.locator(".graphiql-query-editor .monaco-editor").first.click()
    # GraphiQL reads the operation's name a tenth of a second after its text has changed, and shows nowhere that it has:
    # until then it asks for the operation of the tab before.
    page.wait_for_timeout(500)
    with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        page.keyboard.press("Control+Enter")
    answer: dict[str, Any] = answered.value.json()
    return answer


def expect_open(page: Page, query: str, variables: str | None = None) -> None:
    """The active tab shows the query's first line and, where given, a part of its variables."""
    expect(page.locator(".graphiql-query-editor .view-lines").first).to_contain_text(query.splitlines()[0])
    if variables is not None:
        expect(page.locator(".graphiql-editor-tool .view-lines").first).to_contain_text(variables)


def test_the_page_says_whose_it_is(visitor: Visitor) -> None:
    page = visitor.open("/graphql")
    expect(page).to_have_title("Dateline · GraphQL explorer")
    expect(page.get_by_role("heading", name="Dateline", exact=True)).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_first_visit_opens_the_first_example_beside_the_list_of_all(visitor: Visitor) -> None:
    page = visitor.open("/graphql")
    examples = visitor.examples()
    expect_open(page, examples[0]["query"])
    panel = page.get_by_role("region", name="Examples")
    expect(panel.get_by_role("button")).to_have_text([example["title"] for example in examples])


def test_an_example_opens_in_a_new_tab_and_answers(visitor: Visitor) -> None:
    page = visitor.open("/graphql")
    example = visitor.examples()[1]
    page.get_by_role("button", name=example["title"], exact=True).click()
    expect(page.locator(".graphiql-tab")).to_have_count(2)
    expect_open(page, example["query"])
    answer = run(page)
    assert "errors" not in answer
    assert answer["data"]
    expect(page.locator(".result-window")).to_contain_text('"data"')


def test_an_example_can_be_picked_with_the_keyboard(visitor: Visitor) -> None:
    page = visitor.open("/graphql")
    example = visitor.examples()[-1]
    page.get_by_role("button", name=example["title"], exact=True).focus()
    page.keyboard.press("Enter")
    expect_open(page, example["query"])
    expect(page.locator(".graphiql-query-editor .monaco-editor.focused")).to_have_count(1)


def test_the_variables_of_an_example_come_with_it(visitor: Visitor) -> None:
    page = visitor.open("/graphql")
    example = next(example for example in visitor.examples() if example["variables"])
    page.get_by_role("button", name=example["title"], exact=True).click()
    expect_open(page, example["query"], f'"{next(iter(example["variables"]))}":')


def test_a_shared_link_opens_the_query_for_someone_else(browser: Browser, server: str, visitor: Visitor) -> None:
    page = visitor.open(f"/graphql#query={quote(NAMED)}&variables={quote(NAMED_VARIABLES)}")
    page.get_by_role("button", name=re.compile("^Share")).click()
    expect(page.get_by_role("status")).to_have_text("Link copied")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url
    with browsing.new_visitor(browser, server) as other:
        expect_open(Visitor(other).open(link.removeprefix(server)), NAMED, '"detailed": true')


def test_a_query_in_the_address_opens_and_runs(visitor: Visitor) -> None:
    page = visitor.open(f"/graphql?query={quote(NAMED)}&variables={quote(NAMED_VARIABLES)}")
    expect_open(page, NAMED, '"detailed": true')
    assert run(page)["data"] == {"__typename": "Query", "kind": "Query"}


def test_who_comes_back_finds_the_tabs_of_last_time(visitor: Visitor) -> None:
    tab = dict.fromkeys(("variables", "headers", "operationName", "response")) | {"title": "Named", "query": NAMED}
    elsewhere = visitor.visiting.context.new_page()
    elsewhere.goto(f"{visitor.visiting.server}/graphql/examples.json")
    elsewhere.evaluate(
        "state => localStorage.setItem('graphiql:tabState', JSON.stringify(state))",
        {"activeTabIndex": 0, "tabs": [tab | {"id": "1"}]},
    )
    page = visitor.open("/graphql")
    expect_open(page, NAMED)
    expect(page.locator(".graphiql-tab")).to_have_text(["Named"])


def test_the_editor_lays_out_a_query_in_its_worker(visitor: Visitor) -> None:
    page = visitor.open(f"/graphql#query={quote('query Short{__typename}')}")
    page.locator(".graphiql-query-editor .monaco-editor").first.click()
    page.keyboard.press("Control+Shift+I" if sys.platform == "linux" else "Alt+Shift+F")
    expect(page.locator(".graphiql-query-editor .view-line")).to_contain_text(["query Short {", "__typename", "}"])
