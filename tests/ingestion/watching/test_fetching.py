"""Asking other people's servers: what is refused, and how much is taken."""

from __future__ import annotations

import gzip
import socket

import pytest

from dateline.extraction.reading.syndication import MOST_ENTRIES, parse_feed, parse_sitemap
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


OWN = (
    "127.0.0.1",
    "localhost",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "0.0.0.0",
    "2130706433",
    "0x7f.1",
    "169.254.169.254",
    "[64:ff9b::7f00:1]",
)


@pytest.mark.parametrize("allowed", [(), ("a.example",)])
@pytest.mark.parametrize("host", OWN)
async def test_23_no_form_of_ones_own_network_is_asked(site, host, allowed):
    port = site.base.rpartition(":")[2]
    async with Fetcher(allowed, pause=0) as fetcher:
        with pytest.raises(FetchError, match=r"network of one's own|cannot be had"):
            await fetcher.get(f"http://{host}:{port}/one")
    assert site.asked == []


async def test_a_name_is_resolved_once_for_its_check_and_its_use(site, monkeypatch):
    resolve = socket.getaddrinfo
    answers = iter(["127.0.0.1"])

    def rebind(host, *rest, **more):
        """The site the first time; then somebody else."""
        name = next(answers, "10.255.255.1") if host in ("re.example", b"re.example") else host
        return resolve(name, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", rebind)
    port = site.base.rpartition(":")[2]
    site.pages["/one"] = "here"
    async with Fetcher(["re.example"], pause=0) as fetcher:
        for _ in range(2):
            found = await fetcher.get(f"http://re.example:{port}/one")
            assert found
            assert found.content == b"here"
    async with Fetcher(["other.example"], pause=0) as fetcher:
        answers = iter(["127.0.0.1"])
        with pytest.raises(FetchError, match="network of one's own"):
            await fetcher.get(f"http://re.example:{port}/one")


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
    site.pages["/other"] = (b"words", {"Content-Encoding": "br"})
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
        with pytest.raises(FetchError, match="packed as 'br'"):
            await fetcher.get(f"{site.base}/other")


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


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DECLARED = {
    "laughs": f'<!DOCTYPE r [<!ENTITY l0 "lol">{LAUGHS}]>',
    "file": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "parameter": '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]>',
    "after-comment": '<!-- <rss> --><!DOCTYPE r [<!ENTITY x "y">]>',
    "malformed": '<<!DOCTYPE r [<!ENTITY x "y">]>',
}
RSS = '<rss version="2.0"><channel><title>&x;</title><item><link>https://a.example/1</link></item></channel></rss>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("declared", DECLARED.values(), ids=DECLARED)
def test_entities_of_ones_own_are_refused(declared, encoding):
    with pytest.raises(SourceError, match="entities of its own"):
        parse_feed((declared + RSS).encode(encoding), "https://a.example/feed")
    with pytest.raises(SourceError):
        parse_sitemap((declared + "<urlset/>").encode(encoding), "https://a.example/sitemap.xml")


def test_a_document_type_alone_is_no_harm():
    old = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:1/rss-0.91.dtd">'
    assert len(parse_feed((old + RSS.replace("&x;", "x")).encode(), "https://a.example/feed")) == 1


@pytest.mark.parametrize("path", ["feed.xml", "https://a.example/feed", "file:///etc/passwd", "/etc/passwd"])
def test_24_words_are_never_taken_for_a_file_or_an_address(path, tmp_path, monkeypatch):
    (tmp_path / "feed.xml").write_text(RSS.replace("&x;", "x"))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError, match="no RSS or Atom feed"):
        parse_feed(path.encode(), "https://a.example/feed")


def test_a_sitemap_is_read_as_far_as_it_is_taken():
    many = b"<urlset>" + b"<url><loc>https://a.example/1</loc></url>" * 2_000 + b"<broken"
    assert len(parse_sitemap(gzip.compress(many), "https://a.example/sitemap.xml")[0]) == MOST_ENTRIES
    assert parse_sitemap(b"<urlset>" + b"<a/>" * 300_000, "https://a.example/sitemap.xml") == ([], [])


def test_only_web_addresses_are_taken_from_a_feed():
    feed = '<rss version="2.0"><channel><item><link>javascript:alert(1)</link></item><item/></channel></rss>'
    assert parse_feed(feed.encode(), "https://a.example/feed") == []
