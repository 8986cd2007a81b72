"""Long answers are compressed as the client likes; event streams never are."""

import gzip

import brotli  # type: ignore[import-untyped]
import pytest
import zstandard

UNPACK = {
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": lambda raw: zstandard.ZstdDecompressor().decompressobj().decompress(raw),
}
QUERY = "{ __schema { types { name description fields { name description } } } }"


@pytest.mark.parametrize(
    ("accepted", "used"),
    [("gzip", "gzip"), ("br", "br"), ("gzip, br", "br"), ("gzip, deflate, br, zstd", "zstd"), ("identity", None)],
)
@pytest.mark.parametrize("media_type", ["application/json", "application/graphql-response+json"])
def test_the_best_of_what_a_client_accepts_is_used(sqlite_api, accepted, used, media_type):
    headers = {"Accept-Encoding": accepted, "Accept": media_type}
    with sqlite_api.client.stream("POST", "/graphql", json={"query": QUERY}, headers=headers) as response:
        raw = b"".join(response.iter_raw())
    assert response.headers.get("content-encoding") == used
    assert b'"__schema"' in (UNPACK[used](raw) if used else raw)


def test_event_streams_are_not_compressed(sqlite_api):
    headers = {"Accept-Encoding": "gzip, br, zstd", "Accept": "text/event-stream"}
    response = sqlite_api.client.post("/graphql", json={"query": QUERY}, headers=headers)
    assert "content-encoding" not in response.headers
