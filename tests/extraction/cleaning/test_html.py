"""Pages: the story cut out of them, and what they say about it."""

from __future__ import annotations

import time

import pytest

from dateline.extraction.cleaning import clean
from dateline.extraction.cleaning.html import read_page
from schema.errors import SourceError
from schema.mentions import RawArticle, SourceText

FIRST = "Police used tear gas on Tuesday to break up a march of fishers and fish traders in Kisumu, western Kenya."
SECOND = "“Then the canisters came,” said Mercy Obura, who sells tilapia. “I came with a placard and a baby.”"
THIRD = "A similar fee was proposed in neighbouring Siaya county last year. It was dropped after protests there."
PAGE = """<!DOCTYPE html><html><head>
<title>Kisumu: march ends in tear gas – Open Gazette</title>
<meta property="og:title" content="Kisumu: march ends in tear gas">
<meta property="og:site_name" content="Open Gazette">
<meta property="og:url" content="https://opengazette.example/kenya/march">
<meta property="article:published_time" content="2025-10-07T18:44:12+03:00">
<meta name="author" content="By OTIENO WASAMBLA">
<script>var a = "<p>no</p>";</script></head>
<body><nav><a href="/">Kenya</a></nav>{above}<article>{inside}
<p>{first}</p>
<p>{second}</p>
<blockquote class="pull">“I came with a placard and a baby.”</blockquote>
<aside>{second}</aside>
<p>{third}</p></article>
<footer><p>© 2025 Open Gazette Ltd</p></footer></body></html>"""


def _clean(page: str, **metadata: str) -> SourceText:
    return clean(RawArticle("a.html", page, "text/html", **metadata))  # type: ignore[arg-type]


def _page(above: str = "", inside: str = "") -> str:
    return PAGE.format(above=above, inside=inside, first=FIRST, second=SECOND, third=THIRD)


HEADLINE = "<h1>Kisumu: march ends in tear gas</h1>"


@pytest.mark.parametrize("page", [_page(), _page(above=HEADLINE), _page(inside=HEADLINE)])
def test_headline_is_metadata_and_no_part_of_the_text_wherever_it_stands(page):
    source = _clean(page)
    assert source.title == "Kisumu: march ends in tear gas"
    assert source.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_what_the_page_tells():
    source = _clean(_page())
    assert (source.publisher, source.byline) == ("Open Gazette", "Otieno Wasambla")
    assert source.url == "https://opengazette.example/kenya/march"
    assert source.published_at is not None
    assert source.published_at.isoformat() == "2025-10-07T18:44:12+03:00"


def test_given_metadata_comes_before_that_of_the_page():
    source = _clean(_page(), title="T", publisher="P", published_at="2025-10-08")
    assert (source.title, source.publisher, str(source.published_on)) == ("T", "P", "2025-10-08")


def test_linked_data_comes_before_meta_tags():
    linked = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], '
        '"headline": "March ends", "author": [{"name": "A B"}, {"name": "C D"}], "publisher": {"name": "Gazette"}}]}'
        '</script><script type="application/ld+json">{broken</script>'
    )
    page = read_page(_page().replace("</head>", linked + "</head>"))
    assert (page.title, page.byline, page.publisher) == ("March ends", "A B, C D", "Gazette")


def test_entities_and_tags_within_words():
    second = "Thornaby &amp; Daughters lost watches w<b>or</b>th &pound;180,000, it said on Sunday."
    page = f"<article><p>{FIRST}</p><p>{second}</p></article>"
    assert "Thornaby & Daughters lost watches worth £180,000, it said on Sunday." in _clean(page).text


def test_line_breaks_of_the_source_are_spaces():
    page = f"<article><p>{FIRST.replace(' to break', chr(10) + '   to break')}</p><p>{THIRD}</p></article>"
    assert _clean(page).text == f"{FIRST}\n\n{THIRD}"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><script>alert('Six people were hurt in the town.')</script></html>",
        "<!-- -->",
        "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>",
    ],
)
def test_page_without_text_is_refused(page):
    with pytest.raises(SourceError, match=r"a\.html: there is no article text in it") as caught:
        _clean(page)
    assert caught.value.code == "NO_TEXT"


def test_scripts_are_no_text():
    page = _page(inside="<script>document.write('It was a very long day in the city of Goma, she said.')</script>")
    assert "document" not in _clean(page).text


def test_page_with_a_date_that_is_none_has_none_from_it():
    page = _page().replace("2025-10-07T18:44:12+03:00", "last Tuesday")
    assert _clean(page).published_at is None


def test_a_long_page_of_short_lists_is_cleaned_in_time():
    story = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    page = f"<html><body><article>{story}</article>{'<ul><li>It was he and she</li></ul>' * 12_000}</body></html>"
    started = time.process_time()
    text = read_page(page).body.text
    # A quarter of a minute, and a minute for twice the page, where each line is compared with all others.
    assert time.process_time() - started < 6
    assert FIRST in text
    assert THIRD in text
