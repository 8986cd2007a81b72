"""Python's gql against a running server, over HTTP and over a WebSocket."""

import asyncio

import pytest
from gql import Client, GraphQLRequest, gql
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.exceptions import TransportQueryError
from gql.transport.websockets import WebsocketsTransport

from tests.clients.conftest import KEY

COUNT = GraphQLRequest(
    "query Count($n: Int!) { actors(first: $n) { totalCount nodes { id name } } }", variable_values={"n": 2}
)
INGEST = """mutation Ingest($article: ArticleInput!) {
  articleIngest(article: $article, reason: "A test of clients.") { outcome article { id } }
}"""
WATCH = gql("subscription { articleAdded { id title } }")
LONG = 60
"""Seconds for an answer; the first article that is sent waits for the model, and gql gives up after ten."""


def client(transport, **options):
    return Client(transport=transport, execute_timeout=LONG, **options)


def transports(served):
    return AIOHTTPTransport(served.graphql, ssl=False), WebsocketsTransport(served.socket)


@pytest.mark.parametrize("kind", [0, 1], ids=["HTTP", "WebSocket"])
async def test_gql_gets_answers_and_errors_and_knows_the_schema(client_server, kind):
    async with client(transports(client_server)[kind], fetch_schema_from_transport=True) as session:
        data = await session.execute(COUNT)
        assert len(data["actors"]["nodes"]) == 2
        with pytest.raises(TransportQueryError) as caught:
            await session.execute(gql('{ event(id: "nonsense") { id } }'))
        assert [error["extensions"]["code"] for error in caught.value.errors or []] == ["BAD_QUERY"]


async def test_gql_sends_an_article_and_hears_of_it_over_a_websocket(client_server):
    key = {"Authorization": f"Bearer {KEY}"}
    heard = asyncio.Event()

    async def send():
        async with client(AIOHTTPTransport(client_server.graphql, headers=key, ssl=False)) as session:
            for number in range(60):
                article = {"text": f"Police arrested {number + 2} people in Lima.", "title": f"Python {number}"}
                answer = await session.execute(GraphQLRequest(INGEST, variable_values={"article": article}))
                assert answer["articleIngest"]["outcome"] == "NEW"
                if heard.is_set():
                    return

    sending = asyncio.ensure_future(send())
    async with client(WebsocketsTransport(client_server.socket)) as session, asyncio.timeout(LONG):
        async for told in session.subscribe(WATCH):
            assert told["articleAdded"]["title"].startswith("Python ")
            heard.set()
            break
    await sending
