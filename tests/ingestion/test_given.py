"""One article as a JSON object is read in the same way by seeding and by who waits for an answer."""

import dataclasses

import orjson
import pytest

from dateline.extraction.reading import Source, find_sources, read_articles
from dateline.ingestion.processes.given import article_of
from schema.errors import SourceError
from schema.mentions import RawArticle

OBJECTS = {
    "plain": {"text": "Six were hurt.", "title": "T", "url": "https://example.org/1", "publisher": "P"},
    "camel": {"text": "Six were hurt.", "publishedAt": "2024-11-05", "byline": "By Ana Ruiz"},
    "snake": {"text": "Six were hurt.", "published_at": "2024-11-05T08:00:00Z"},
    "date": {"content": "Six were hurt.", "date": "5 November 2024", "source": {"name": "P"}},
    "epoch": {"body": "Six were hurt.", "timestamp": 1730793600},
    "page": {"html": "<p>Six were hurt.</p>", "pub_date": "2024-11-05"},
    "markup": {"content_html": "<p>Six were hurt.</p><p>Two died.</p>", "authors": ["Ana Ruiz", "Li Wei"]},
    "paragraphs": {"text": ["Six were hurt.", "Two died."], "licence": "CC-BY-4.0"},
    "hit": {"_source": {"text": "Six were hurt.", "title": "T"}},
    "ninjs": {"uri": "urn:1", "type": "text", "body_text": "Six were hurt.", "headline": "T"},
}
WRONG = {
    "nothing": {},
    "no text": {"title": "T"},
    "number": {"text": 3},
    "title": {"text": "Six were hurt.", "title": 3},
}


def seeded(given, folder):
    path = folder / "one.jsonl"
    path.write_bytes(orjson.dumps(given) + b"\n")
    (source,) = find_sources([str(path)])
    assert isinstance(source, Source)
    return [found for found in read_articles(source) if isinstance(found, RawArticle | SourceError)]


def told(article):
    """What an article says, but for where it came from."""
    return {**dataclasses.asdict(article), "origin": None, "line": None}


@pytest.mark.parametrize("given", OBJECTS.values(), ids=OBJECTS)
def test_both_readers_find_the_same(given, tmp_path):
    (article,) = seeded(given, tmp_path)
    assert article.content
    assert told(article_of(given, "request")) == told(article)


@pytest.mark.parametrize("given", WRONG.values(), ids=WRONG)
def test_both_readers_refuse_the_same(given, tmp_path):
    (refused,) = seeded(given, tmp_path)
    assert isinstance(refused, SourceError)
    with pytest.raises(SourceError) as error:
        article_of(given, "request")
    assert refused.message.endswith(error.value.message)
    assert error.value.code == refused.code


def test_who_waits_for_an_answer_may_send_nothing_and_hears_of_a_wrong_day():
    assert article_of({"text": " "}, "request").content.strip() == ""
    assert article_of({"text": "Six were hurt.", "date": "soon"}, "request").published_at == "soon"


def test_an_article_that_its_agency_withholds_is_not_read():
    with pytest.raises(SourceError, match="This is not read"):
        article_of({"uri": "urn:1", "body_text": "Six were hurt.", "pubstatus": "withheld"}, "request")
