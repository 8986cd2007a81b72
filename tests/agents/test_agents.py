"""The Model Context Protocol by the SDK's own client, over both of its transports."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Any

import httpx2
import orjson
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client

from api.agents.tools import TOOLS
from benchmarks.servers import Served, running_server
from dateline.store import open_database
from schema.errors import DatelineError

ROOT = Path(__file__).parents[2]
SECRET = "0123456789abcdef0123"
NAMES = {"allowed_hosts": "news.example", "cors_origins": "https://desk.example"}
HOSTILE: list[tuple[str, dict[str, Any], str]] = [
    ("search_events", {"kiled": 3}, "search_events has no argument 'kiled'"),
    ("search_events", {"limit": 5000}, "limit: 5000 cannot be used. Use 1 to 25."),
    ("search_events", {"killed_gte": "many"}, "killed.gte: 'many' cannot be used."),
    ("search_events", {"type": {"a": 1}}, "cannot be used"),
    ("search_events", {"after": "'; DROP TABLE event"}, "cursor"),
    ("get", {"id": "../../etc/passwd"}, "is no id"),
    ("get", {"id": "evt_aaaaaaaaaaaaaaaaaaaaaaaaaa"}, "There is no event"),
    ("get", {}, "id is missing"),
    ("count_events", {"by": ["SHOE"]}, "cannot be used"),
    ("read_article", {"id": "art_none", "start": -1}, "start: -1 cannot be used"),
    ("suggest_names", {"text": "x" * 200}, "the limit is 100"),
    ("drop_tables", {}, "There is no tool 'drop_tables'"),
]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample articles."""
    url = f"sqlite:///{tmp_path_factory.mktemp('agents') / 'dateline.db'}"
    command = [sys.executable, "-m", "scripts.seed", "samples", "--database", url, "--workers", "1"]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    return url


@pytest.fixture(scope="module")
def served(database: str) -> Iterator[Served]:
    with running_server(database, mcp=True, open_scopes="none", api_keys=f"desk:{SECRET}", **NAMES) as server:
        yield server


@pytest.fixture
def scribe(database: str) -> str:
    """A key that may correct and nothing else."""
    made = [sys.executable, "-m", "scripts.keys", "make", "scribe", "--scope", "correct", "--database", database]
    return subprocess.run(made, check=True, cwd=ROOT, capture_output=True, text=True).stdout.split()[-1]


@asynccontextmanager
async def connected(transport: str, database: str, served: Served) -> AsyncIterator[Client]:
    """The SDK's client, over standard input and output or over HTTP."""
    if transport == "stdio":
        arguments = ["-m", "scripts.mcp", "--database", database]
        async with Client(stdio_client(StdioServerParameters(command=sys.executable, args=arguments, cwd=ROOT))) as one:
            yield one
        return
    async with (
        httpx2.AsyncClient(headers={"Authorization": f"Bearer {SECRET}"}) as own,
        Client(streamable_http_client(f"{served.base}/mcp", http_client=own)) as one,
    ):
        yield one


async def ask(client: Client, tool: str, **arguments: Any) -> Any:
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content  # type: ignore[union-attr]
    return result.structured_content


@pytest.mark.parametrize("transport", ["stdio", "http"])
async def test_a_program_lists_searches_pages_counts_and_reads(database, served, transport):
    async with connected(transport, database, served) as client:
        tools = (await client.list_tools()).tools
        assert {"search_events", "who_said_what", "count_events", "read_article"} <= {tool.name for tool in tools}
        assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)
        assert all(tool.input_schema["additionalProperties"] is False for tool in tools)

        found, after = [], None
        while True:
            page = await ask(client, "search_events", limit=20, totalCount=True, **({"after": after} if after else {}))
            found += page["events"]
            after = page["next"]
            if after is None:
                break
        assert len({event["id"] for event in found}) == page["totalCount"] > 60
        counted = await ask(client, "count_events", by=["STATUS"])
        assert sum(bucket["events"] for bucket in counted["buckets"]) == page["totalCount"]

        event = (await ask(client, "get", id=found[0]["id"]))["event"]
        assert event == found[0]
        assert event["link"] == f"/event/{event['id']}"
        article = await ask(client, "read_article", id=event["evidence"]["articleId"])
        span = event["evidence"]["span"]
        assert article["text"][span["start"] : span["end"]] == event["evidence"]["text"]
        assert event["id"] in {one["id"] for one in article["events"]}

        (name, *_) = (await ask(client, "suggest_names", text="guatem", kind=["ACTOR"]))["suggestions"]
        assert name["name"] == "Guatemala"
        told = (await ask(client, "search_quotes", search="water"))["quotes"]
        assert (await ask(client, "who_said_what", about="water"))["quotes"] == told != []
        assert all(quote["link"].startswith("/article/") and quote["evidence"] for quote in told)
        (speaker, *_) = [quote["speaker"]["name"] for quote in told if quote["speaker"]]
        of_one = (await ask(client, "who_said_what", about="water", speaker=speaker.lower()))["quotes"]
        assert {quote["speaker"]["name"] for quote in of_one} == {speaker}
        book = await client.read_resource("dateline://codebook")
        assert "- `ASSAULT`: " in book.contents[0].text  # type: ignore[union-attr]


@pytest.mark.parametrize("transport", ["stdio", "http"])
async def test_hostile_arguments_are_refused_in_words(database, served, transport):
    async with connected(transport, database, served) as client:
        for tool, arguments, words in HOSTILE:
            result = await client.call_tool(tool, arguments)
            assert result.is_error, (tool, arguments)
            assert words in result.content[0].text, (tool, arguments, result.content)  # type: ignore[union-attr]
        assert not (await client.call_tool("get", {"id": "evt_none"})).structured_content


ODD: list[Any] = [
    *(
        {},
        [],
        [[]],
        [{}],
        "",
        "\x00",
        "\ud800",
        "a" * 5_000,
        -1,
        10**40,
        1e308,
        True,
        None,
        "' OR 1=1 --",
        "../..",
        "🙂",
    ),
    *(["x"] * 600, "evt_" + "a" * 26, "2024-02-30", "%s{}$1", "NaN,Infinity,0,1", ["a,b", 1, None]),
]


def test_whatever_is_given_to_any_argument_is_answered_or_refused_in_words(database):
    with closing(open_database(database)) as opened, opened.reading() as connection:
        for tool in TOOLS:
            needed = {"by": ["TYPE"], "text": "a", "about": "water", "id": "evt_none"}
            for name in tool.properties:
                for value in ODD:
                    given = {own: needed[own] for own in tool.required} | {name: value}
                    with suppress(DatelineError):
                        orjson.dumps(tool.call(connection, given))


CALL = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
ACCEPT = {"Accept": "application/json, text/event-stream", "Authorization": f"Bearer {SECRET}"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Authorization": ""}, 401),
        ({"Authorization": "Bearer wrong-wrong-wrong-wrong"}, 401),
        ({"Host": "evil.example"}, 421),
        ({"Host": "news.example"}, 200),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "https://desk.example"}, 200),
        ({"Host": "news.example", "Origin": "https://news.example"}, 200),
    ],
)
async def test_keys_hosts_and_origins_are_checked_as_everywhere(served, headers, status):
    async with httpx2.AsyncClient() as client:
        answer = await client.post(f"{served.base}/mcp", json=CALL, headers={**ACCEPT, **headers})
    assert answer.status_code == status, answer.text


async def test_nothing_is_held_open(served):
    async with httpx2.AsyncClient() as client:
        for method in ("GET", "DELETE"):
            answer = await client.request(method, f"{served.base}/mcp", headers=ACCEPT)
            assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


async def test_without_the_setting_nothing_is_there(database):
    with running_server(database) as server:
        async with httpx2.AsyncClient() as client:
            answer = await client.post(f"{server.base}/mcp", json=CALL, headers={"Accept": ACCEPT["Accept"]})
    assert answer.status_code == 404


async def test_a_key_that_may_not_read_is_refused(served, scribe):
    async with httpx2.AsyncClient() as client:
        headers = {**ACCEPT, "Authorization": f"Bearer {scribe}"}
        answer = await client.post(f"{served.base}/mcp", json=CALL, headers=headers)
    assert answer.status_code == 403, answer.text


async def test_how_much_of_a_text_is_shown_is_a_setting_here_too(database):
    with running_server(database, mcp=True, texts="excerpts") as server:
        async with (
            httpx2.AsyncClient() as own,
            Client(streamable_http_client(f"{server.base}/mcp", http_client=own)) as client,
        ):
            (article,) = (await ask(client, "search_articles", limit=1))["articles"]
            read = await ask(client, "read_article", id=article["id"])
    assert read["text"] is None
    assert all(event["evidence"]["text"] for event in read["events"])
