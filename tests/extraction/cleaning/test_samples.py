"""The sample articles, cleaned: nothing of what stands around them stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.extraction.cleaning import clean
from dateline.extraction.reading import find_sources, read_articles
from dateline.extraction.reading.sources import Source
from schema.mentions import RawArticle, SourceText

FOLDER = Path(__file__).parents[3] / "samples"
OUTLETS = {"Meridian Wire", "The Harbour Ledger", "Lakeside Courier", "Caldmoor Examiner", "Open Gazette"}


@pytest.fixture(scope="module")
def samples() -> list[tuple[RawArticle, SourceText]]:
    """Each sample, raw and cleaned."""
    sources = [source for source in find_sources([str(FOLDER)]) if isinstance(source, Source)]
    raws = [raw for source in sources for raw in read_articles(source) if isinstance(raw, RawArticle)]
    return [(raw, clean(raw)) for raw in raws]


def test_each_has_its_outlet_headline_author_and_day(samples):
    assert len(samples) == 18
    assert {source.publisher for _, source in samples} == OUTLETS
    for _, source in samples:
        assert source.title is not None
        assert source.title not in OUTLETS
        assert source.byline is not None
        assert not source.byline.isupper()
        assert source.published_on is not None


def test_mastheads_credits_notices_and_junk_are_gone(samples):
    junk = ("copyright", "©", "advertisement", "click", "read more", "related", "sign up", "tags:", "photo:", "scroll")
    for _, source in samples:
        lines = [line for line in source.text.split("\n") if line.strip()]
        assert not OUTLETS & {line.strip() for line in lines}
        assert [line for line in lines if line.lower().startswith(junk)] == []
        assert [line for line in lines if "contributed to this report" in line or " reported from " in line] == []
        assert len(lines) == len(set(lines))


def test_headline_is_in_the_text_of_plain_files_only(samples):
    for raw, source in samples:
        plain_file = raw.media_type == "text/plain" and raw.line is None
        assert source.text.startswith(source.title or "") is plain_file


def test_pull_quote_is_there_once(samples):
    text = next(source.text for raw, source in samples if raw.origin.endswith("opengazette-kisumu.html"))
    assert text.count("I came with a placard and a baby") == 1
