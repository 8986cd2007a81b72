"""A server that is sent many long texts by one client reads another's short one all the same."""

from __future__ import annotations

import asyncio

import httpx

from tests.scripts.test_serve import server

SHORT = "Police arrested 40 people in Lima."
LONG = "The governor of Kaduna said on Tuesday that the army had sent troops to the town of Zaria. " * 250
PATIENCE = 240
MANY = 7


async def test_a_short_text_is_answered_before_those_of_a_client_who_sends_many_long_ones(tmp_path):
    with server("--database", f"sqlite:///{tmp_path / 'a.db'}") as (_, base, _):
        address = f"{base}/v1/analyze"
        async with _client("127.0.0.2") as greedy, _client("127.0.0.3") as honest:
            assert (await _send(honest, address, SHORT)).status_code == 200
            long = [asyncio.ensure_future(_send(greedy, address, LONG)) for _ in range(MANY)]
            await asyncio.sleep(0.5)
            answer = await _send(honest, address, SHORT)
            assert sum(one.done() and one.result().status_code == 200 for one in long) < 3
            assert [event["type"] for event in answer.json()["events"]] == ["COERCE"]
            refused, *others = [answer for answer in await asyncio.gather(*long) if answer.status_code == 429]
            assert len(others) == MANY - 3 - 1
            assert refused.headers["retry-after"] == "5"
            assert refused.json()["detail"].startswith("3 texts of yours")


def _client(address: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.AsyncHTTPTransport(local_address=address), timeout=PATIENCE)


async def _send(client: httpx.AsyncClient, address: str, text: str) -> httpx.Response:
    return await client.post(address, content=text, headers={"Content-Type": "text/plain"})
