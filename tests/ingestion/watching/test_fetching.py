"""Asking other people's servers: what is refused, and how much is taken."""

from __future__ import annotations

import gzip

import pytest

from dateline.ingestion.watching.feeds import parse_feed, parse_sitemap
from dateline.ingestion.watching.fetching import MOST_BYTES, Fetcher, FetchError
from schema.errors import SourceError


async def test_ones_own_network_is_refused_unless_named(site):
    async with Fetcher() as fetcher:
        with pytest.raises(FetchError, match="network of one's own"):
            await fetcher.get(f"{site.base}/one")
    assert site.asked == []


async def test_a_page_may_not_lead_into_ones_own_network(site):
    site.pages["/one"] = (302, {"Location": site.base.replace("127.0.0.1", "127.0.0.2") + "/secret"})
    async with Fetcher(["127.0.0.1"], pause=0) as fetcher:
        with pytest.raises(FetchError, match="network of one's own"):
            await fetcher.get(f"{site.base}/one")


async def test_a_page_that_leads_on_is_followed_a_few_times(site):
    site.pages["/one"] = (301, {"Location": "/two"})
    site.pages["/two"] = "here"
    site.pages["/loop"] = (302, {"Location": "/loop"})
    async with Fetcher(["127.0.0.1"], pause=0) as fetcher:
        found = await fetcher.get(f"{site.base}/one")
        assert found
        assert (found.url, found.content) == (f"{site.base}/two", b"here")
        with pytest.raises(FetchError, match="leads on more than"):
            await fetcher.get(f"{site.base}/loop")


async def test_packed_answers_are_unpacked_but_no_more_than_is_wanted(site):
    site.pages["/small"] = (gzip.compress(b"words"), {"Content-Encoding": "gzip"})
    site.pages["/bomb"] = (gzip.compress(bytes(MOST_BYTES + 1)), {"Content-Encoding": "gzip"})
    site.pages["/large"] = bytes(MOST_BYTES + 1)
    site.pages["/broken"] = (b"no gzip", {"Content-Encoding": "gzip"})
    async with Fetcher(["127.0.0.1"], pause=0) as fetcher:
        found = await fetcher.get(f"{site.base}/small")
        assert found
        assert found.content == b"words"
        for path in ("/bomb", "/large"):
            with pytest.raises(FetchError, match="larger than"):
                await fetcher.get(site.base + path)
        with pytest.raises(FetchError, match="cannot be had"):
            await fetcher.get(f"{site.base}/broken")


@pytest.mark.parametrize("url", ["ftp://a.example/x", "file:///etc/passwd", "nonsense", "http://"])
async def test_what_is_no_web_address_is_refused(url):
    async with Fetcher() as fetcher:
        with pytest.raises(FetchError, match="no web address"):
            await fetcher.get(url)


async def test_a_server_that_is_not_there_is_one_line():
    async with Fetcher(["127.0.0.1"]) as fetcher:
        with pytest.raises(FetchError, match="cannot be had") as caught:
            await fetcher.get("http://127.0.0.1:1/feed")
    assert "\n" not in str(caught.value)


async def test_a_server_whose_robots_txt_fails_is_left_alone(site):
    site.pages["/robots.txt"] = 500
    site.pages["/one"] = "here"
    async with Fetcher(["127.0.0.1"], pause=0) as fetcher:
        with pytest.raises(FetchError, match="answers 500"):
            await fetcher.get(f"{site.base}/one")


@pytest.mark.parametrize("content", [b"", b"words", b"<html><body>no feed</body></html>", bytes(range(256))])
def test_what_is_no_feed_is_refused(content):
    with pytest.raises(SourceError, match="no RSS or Atom feed"):
        parse_feed(content, "https://a.example/feed")


@pytest.mark.parametrize("content", [b"", b"words", b"<html></html>", b"\x1f\x8bno"])
def test_what_is_no_sitemap_is_refused(content):
    with pytest.raises(SourceError, match="no sitemap"):
        parse_sitemap(content, "https://a.example/sitemap.xml")


def test_entities_of_a_feed_or_sitemap_are_not_read_from_files():
    evil = (
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&x;</title>'
        "<item><link>https://a.example/1</link><title>&x;</title></item></channel></rss>"
    )
    assert "root:" not in repr(parse_feed(evil.encode(), "https://a.example/feed"))
    with pytest.raises(SourceError):
        parse_sitemap(evil.encode(), "https://a.example/sitemap.xml")


def test_only_web_addresses_are_taken_from_a_feed():
    feed = '<rss version="2.0"><channel><item><link>javascript:alert(1)</link></item><item/></channel></rss>'
    assert parse_feed(feed.encode(), "https://a.example/feed") == []
