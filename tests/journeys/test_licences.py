"""A licence's way: from what publishers say, to everything that tells of their articles."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from api.graphql.view import WAY
from dateline.exporting import Choice, view_named
from dateline.exporting.streaming import stream
from dateline.extraction.cleaning import clean
from dateline.extraction.reading import Source, read_articles
from dateline.extraction.reading.syndication import parse_feed
from dateline.ingestion.processes import worker
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.seeding.ledger import Ledger
from dateline.store.reading.stored_texts import find_outdated
from dateline.store.writing.writer import Outcome, write_article
from schema.mentions import RawArticle, SourceText
from tests.api.conftest import fresh_api  # noqa: F401
from tests.store.world import story

CC = "https://creativecommons.org/licenses/by/4.0/"
STORY = "<p>Police arrested 40 people in Lima on Monday, and the mayor of the town said it was over now.</p>"
LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", "license": %s}</script>'
QUERY = "{ articles { nodes { licence } } events { nodes { reports { nodes { article { licence } } } } } }"


@pytest.mark.parametrize("key", ["licence", "license", "rights"])
def test_a_line_of_json_says_it(tmp_path, key):
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "Police arrested 40 people.", "{key}": "CC-BY-4.0"}}')
    (raw,) = read_articles(Source(path, "application/jsonl"))
    assert isinstance(raw, RawArticle)
    assert clean(raw).licence == "CC-BY-4.0"


@pytest.mark.parametrize(
    "head",
    [
        f'<link rel="license" href="{CC}">',
        f'<meta name="dcterms.license" content="{CC}">',
        LINKED % f'"{CC}"',
        LINKED % f'{{"@type": "CreativeWork", "url": "{CC}"}}',
    ],
)
def test_a_page_says_it(head):
    page = f"<html><head><title>News</title>{head}</head><body>{STORY * 3}</body></html>"
    assert clean(RawArticle("a.html", page, "text/html")).licence == CC
    assert clean(RawArticle("a.html", page, "text/html", licence="own")).licence == "own"


@pytest.mark.parametrize("value", ["5", "null", "[]", '{"@type": "CreativeWork"}'])
def test_what_is_no_licence_is_none(value):
    page = f"<html><head>{LINKED % value}</head><body>{STORY * 3}</body></html>"
    assert clean(RawArticle("a.html", page, "text/html")).licence is None


def test_a_feed_says_it_for_all_of_its_entries_or_one():
    items = (
        "<item><link>https://a.example/1</link></item>",
        f'<item><link>https://a.example/2</link><a:link rel="license" href="{CC}"/></item>',
        "<item><link>https://a.example/3</link><d:rights>All of them.</d:rights></item>",
    )
    spaces = 'xmlns:a="http://www.w3.org/2005/Atom" xmlns:d="http://purl.org/dc/elements/1.1/"'
    channel = f"<title>T</title><copyright>The Tide</copyright>{''.join(items)}"
    feed = f'<rss version="2.0" {spaces}><channel>{channel}</channel></rss>'
    found = {entry.url[-1]: entry.licence for entry in parse_feed(feed.encode(), "https://a.example/feed")}
    assert found == {"1": "The Tide", "2": CC, "3": "All of them."}


def test_the_setting_holds_for_articles_that_say_nothing():
    options = ReadingOptions(licence="CC0-1.0")
    silent, telling = RawArticle("a", "Police arrested 40."), RawArticle("b", "Police arrested 40.", licence="own")
    cleaned = [worker._clean(raw, options) for raw in (silent, telling)]
    assert [source.licence for source in cleaned if isinstance(source, SourceText)] == ["CC0-1.0", "own"]
    ids = {Ledger(ReadingOptions(licence=licence)).id_of(raw) for licence in (None, "x") for raw in (silent, telling)}
    assert len(ids) == 4


def test_it_comes_with_every_fact(fresh_api):  # noqa: F811
    facts = replace(story(1), source=replace(story(1).source, licence=CC))
    with fresh_api.database.writing() as connection:
        write_article(connection, story(1))
        assert write_article(connection, facts) is Outcome.CHANGED
        ((_, kept),) = find_outdated(connection, "none", None, "", 5, everything=True)
        assert kept.licence == CC
    for way in ("fast", "ordinary"):
        fresh_api.headers = {WAY: way}
        answer = fresh_api.ask(QUERY)
        assert answer["articles"]["nodes"] == [{"licence": CC}]
        assert answer["events"]["nodes"][0]["reports"]["nodes"][0]["article"] == {"licence": CC}
    get = fresh_api.client.get
    (event,) = get("/v1/events").json()["data"]
    assert event["reports"][0]["article"]["licence"] == CC
    assert get("/v1/quotes").json()["data"][0]["article"]["licence"] == CC
    atom = ElementTree.fromstring(get("/v1/events.atom").content)
    assert [rights.text for rights in atom.iter("{http://www.w3.org/2005/Atom}rights")] == [CC]
    assert get("/v1/events.feed.json").json()["items"][0]["_licences"] == [CC]
    assert {row["licence"] for row in csv.DictReader(io.StringIO(get("/v1/articles.csv").text))} == {CC}
    assert {row["article_licence"] for row in csv.DictReader(io.StringIO(get("/v1/quotes.csv").text))} == {CC}


@pytest.mark.parametrize(("licence", "name"), [(CC, "rights"), ("© The Tide", "dc:rights")])
def test_an_annotation_says_whose_words_they_are(fresh_api, licence, name):  # noqa: F811
    facts = replace(story(1), source=replace(story(1).source, licence=licence))
    with fresh_api.database.writing() as connection:
        write_article(connection, facts)
        choice = Choice(where=None, search=None, since=None)
        (first, *_) = next(iter(stream(connection, view_named("annotations"), choice)))
    told = {"dc:title": facts.source.title, "dc:publisher": facts.source.publisher, name: licence}
    assert {key: first["target"][key] for key in told} == told
