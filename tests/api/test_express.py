"""The short way answers as the layers do, header by header."""

from __future__ import annotations

from contextlib import ExitStack

import httpx
import orjson
import pytest
from starlette.testclient import TestClient

import api.express
from api.app import create_app
from dateline.settings import Settings
from tests.api.conftest import counts_in

SMALL = {"query": "{ events(first: 1) { nodes { id } } }"}
LARGE = {
    "query": "query Most($first: Int) { events(first: $first) { nodes { id summary } } }",
    "variables": {"first": 30},
}
OWN = "http://localhost"
KEY = "ana:0123456789abcdef0123"
HEADS = [
    {},
    {"Accept": "application/graphql-response+json"},
    {"Accept": "text/html, */*"},
    {"X-Request-ID": "mine-7"},
    {"X-Request-ID": "not\thing"},
    {"Accept-Encoding": "identity"},
    {"Accept-Encoding": "br"},
    {"Origin": "https://elsewhere.example"},
    {"Authorization": "Bearer 0123456789abcdef0123"},
    {"Content-Type": "application/json; charset=utf-8"},
]


class Both:
    """The same application with the short way and without it."""

    def __init__(self, short: TestClient, long: TestClient) -> None:
        self.short, self.long = short, long
        self.taken = 0

    def post(self, **request):
        """Both answers, and whether the short way was taken."""
        before = self.taken
        short = self.short.post("/graphql", **request)
        taken = self.taken - before
        head = httpx.Headers(request.pop("headers", {})).multi_items()
        if "x-dateline-way" not in dict(head):
            head.append(("X-Dateline-Way", "fast"))  # Any such header makes it pass the layers.
        long = self.long.post("/graphql", headers=head, **request)
        assert self.taken == before + taken
        return short, long, bool(taken)


@pytest.fixture
def both(world_url, monkeypatch):
    """`both(rate="9/hour")`: two such applications with these settings."""
    with ExitStack() as stack:

        def start(**settings):
            clients = [
                stack.enter_context(TestClient(create_app(Settings(database_url=world_url, **settings)), base_url=OWN))
                for _ in "ab"
            ]
            started = Both(*clients)
            send = api.express.ExpressMiddleware._send

            async def counted(*arguments):
                started.taken += 1
                await send(*arguments)

            monkeypatch.setattr(api.express.ExpressMiddleware, "_send", counted)
            return started

        yield start


def seen(response):
    headers = {name: value for name, value in response.headers.items() if name not in ("x-request-id", "ratelimit")}
    return response.status_code, headers, response.json()


@pytest.mark.parametrize("body", [SMALL, LARGE])
@pytest.mark.parametrize("head", HEADS, ids=str)
def test_the_short_way_gives_the_same_answer_and_the_same_headers(both, body, head):
    short, long, taken = both(api_keys=KEY, rate="1000000/minute").post(json=body, headers=head)
    assert taken
    assert seen(short) == seen(long)
    assert len(short.headers["x-request-id"]) in (6, 32)
    if head.get("X-Request-ID") == "mine-7":
        assert short.headers["x-request-id"] == "mine-7"


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 400),
        ({"json": SMALL, "headers": {"Accept": "image/png"}}, 406),
        ({"json": SMALL, "headers": {"Authorization": "Bearer wrong"}}, 401),
        ({"json": {"query": "{ nonsense }"}}, 200),
        ({"json": {"query": "mutation { nonsense }"}}, 200),
        ({"json": {"query": "{ __typename }", "extensions": {}}}, 200),
        ({"json": [SMALL]}, 400),
        ({"content": b"x" * 200_000, "headers": {"Content-Type": "application/json"}}, 413),
        ({"json": SMALL, "headers": {"X-Dateline-Way": "ordinary"}}, 200),
        ({"json": SMALL, "headers": {"Content-Encoding": "gzip"}}, 415),
        ({"json": SMALL, "headers": {"Host": "elsewhere.example"}}, 421),
        ({"json": SMALL, "headers": [("Accept", "application/json"), ("Accept", "text/html")]}, 200),
    ],
)
def test_what_is_out_of_the_ordinary_passes_the_layers(both, request_, status):
    short, long, taken = both(api_keys=KEY, max_body_bytes=100_000).post(**request_)
    assert not taken
    assert short.status_code == long.status_code == status
    assert seen(short) == seen(long)


def test_nobody_without_a_key_passes_where_reading_is_closed(both):
    closed = both(open_scopes=(), api_keys=KEY)
    short, long, taken = closed.post(json=SMALL)
    assert (short.status_code, long.status_code, taken) == (401, 401, False)
    short, _, taken = closed.post(json=SMALL, headers={"Authorization": "Bearer 0123456789abcdef0123"})
    assert (short.status_code, taken) == (200, True)


def test_each_way_charges_the_same_and_refuses_at_the_same_point(both):
    limited = both(rate="100/hour")
    left = []
    for body in (SMALL, SMALL, {"query": "{ nonsense }"}, LARGE, LARGE, LARGE):
        short, long, _ = limited.post(json=body)
        assert short.status_code == long.status_code
        left.append((short.headers["ratelimit"].split(";t=")[0], long.headers["ratelimit"].split(";t=")[0]))
    assert all(short == long for short, long in left), left
    assert short.status_code == 429


def test_pages_of_other_origins_pass_the_layers_where_some_are_allowed(both):
    allowing = both(cors_origins=("https://elsewhere.example",))
    short, long, taken = allowing.post(json=SMALL, headers={"Origin": "https://elsewhere.example"})
    assert not taken
    assert short.headers["access-control-allow-origin"] == "https://elsewhere.example"
    assert seen(short) == seen(long)


def test_a_long_answer_is_compressed(both):
    short, _, taken = both().post(json=LARGE, headers={"Accept-Encoding": "gzip"})
    assert taken
    assert (short.headers["content-encoding"], short.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert orjson.loads(short.content)["data"]


def test_a_request_in_pieces_passes_the_layers(both):
    pieces = both()
    content = orjson.dumps(SMALL)
    short = pieces.short.post(
        "/graphql", content=iter([content[:5], content[5:]]), headers={"Content-Type": "application/json"}
    )
    assert short.json()["data"]["events"]["nodes"]


def test_the_short_way_is_counted(both):
    counted = both()
    for _ in range(3):
        counted.short.post("/graphql", json=SMALL)
    page = counted.short.get("/metrics").text
    found = counts_in(page)
    assert found["dateline_requests_total", "POST", "/graphql", "200"] == 3
    assert found["dateline_operations_total", "fast"] == 3
    assert found["dateline_request_seconds_count", "/graphql"] == 3
    assert found["dateline_request_seconds_bucket", "+Inf", "/graphql"] == 3
    assert found["dateline_operation_price_count",] == 3
    assert found["dateline_statement_seconds_count",] == 3
