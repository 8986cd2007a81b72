"""Text that was damaged on its way, and languages."""

from __future__ import annotations

import pytest

from dateline.extraction.cleaning import clean, clean_text
from dateline.extraction.cleaning.language import guess_language
from schema.mentions import RawArticle

STORY = "Floods swept through three districts of the valley on Friday, officials said, and thousands left their homes."


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("&ldquo;We stay,&rdquo; he said&mdash;twice.", "“We stay,” he said—twice."),
        ("<p>One was hurt.</p><p>Two <b>fled</b>.</p>", "One was hurt.\n\nTwo fled."),
        (
            "One <a href='https://x.example'>was</a> hurt\nin AT&T's hall, 3 < 4.",
            "One was hurt\nin AT&T's hall, 3 < 4.",
        ),
        ("â€œWe stay,â€\x9d he said. It isnâ€™t over â€” cafÃ©.", "“We stay,” he said. It isn’t over — café."),
        ("â€œWe stay,â€\ufffd he said.", "“We stay,” he said."),
        ("„Spaß“ is no damage, nor is GARÇÃO or Âge.", "„Spaß“ is no damage, nor is GARÇÃO or Âge."),
        ("The sol\u00addiers ad\u200bvanced.", "The soldiers advanced."),
    ],
)
def test_damage_is_undone(given, text):
    assert clean_text(given).text == text


def test_words_broken_at_the_ends_of_lines_are_joined_and_compounds_kept():
    given = (
        "Talvera/floods\n\nThe governor says that she expects the new dam in the val-\n"
        "ley to be finished before rains return in March, as a well-\n"
        "known engineer told reporters on Tuesday in the town of Sarn\nwhere a bridge fell.\n"
    )
    source = clean_text(given)
    assert "dam in the valley to be finished" in source.text
    assert "as a well-known engineer" in source.text.replace("well- known", "well-known")
    assert "Sarn where a bridge fell." in source.text
    at = source.text.index("known engineer")
    assert given[slice(*source.raw_offsets.raw_span(at, at + 5))] == "known"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nejméně čtrnáct lidí se utopilo, když se ve městě Sarn zřítil most, řekl starosta novinářům v Praze.", "cs"),
        (
            "Cel puțin paisprezece persoane s-au înecat când un pod s-a prăbușit în orașul Sarn, a declarat primarul.",
            "ro",
        ),
        (
            "Waziri mkuu alisema kwamba serikali itajenga barabara mpya katika mji wa Dodoma mwaka huu kwa ajili yao.",
            "sw",
        ),
        ("軍はボートとヘリコプターを派遣した。市長が語った。", "ja"),
        (STORY, "en"),
        ("Six hurt in Lima", "en"),
    ],
)
def test_languages_are_told_apart(text, language):
    assert guess_language(text) == language


def _page(body: str, head: str = "") -> str:
    return (
        f"<html><head><title>Floods</title>{head}</head><body><article><h1>Floods</h1><p>{STORY}</p>{body}"
        "<p>“We have never seen water rise so fast,” the governor told reporters in the capital on Saturday.</p>"
        "<p>The army sent boats and two helicopters to the valley, the ministry said.</p></article></body></html>"
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "<ul><li>14 people drowned</li><li>60 people were injured</li></ul>",
            "14 people drowned\n\n60 people were injured",
        ),
        ("<p>At least 14 peo&shy;ple drowned, the mayor of the town said.</p>", "At least 14 people drowned"),
        ("<p>At least 14 people <button>Share</button>drowned, the mayor said.</p>", "14 people drowned, the mayor"),
        ("<p>The mayor said <q>nobody came</q> to help the town.</p>", "said “nobody came” to help"),
        ("<p>The cafe\u0301 by the bridge was washed away, the mayor said.</p>", "The café by the bridge"),
        (
            "<p>On <time datetime='2024-06-14'>14 June</time> a bridge fell in Sarn, he said.</p>",
            "On 14 June a bridge fell",
        ),
    ],
)
def test_paragraphs_are_found_in_the_page_whatever_stands_in_them(body, text):
    assert text in clean(RawArticle("a.html", _page(body), "text/html")).text


@pytest.mark.parametrize(
    "body",
    [
        "<p>Also read: Army kills 20 rebels in Kivu</p>",
        "<p>Watch: Protesters storm parliament in Nairobi</p>",
        "<p><a href='/x'>Army kills 20 rebels in Kivu, the minister says</a></p>",
        "<p hidden>Army kills 20 rebels in Kivu, the minister said on Friday.</p>",
        "<p>The ministry said <del>Army kills 20 rebels in Kivu</del> nothing more on Friday.</p>",
    ],
)
def test_what_is_hidden_or_leads_elsewhere_is_not_read(body):
    assert "Kivu" not in clean(RawArticle("a.html", _page(body), "text/html")).text


def _linked(data: str) -> str:
    return f'<script type="application/ld+json; charset=utf-8">{data}</script>'


@pytest.mark.parametrize(
    "data",
    [
        '{"@type":"OpinionNewsArticle","author":{"name":"Mina Castellan"},"datePublished":"2024-06-14T10:00:00Z"}',
        '{"@type":"https://schema.org/NewsArticle","author":[{"name":"Mina Castellan"}],"description":"a\nb",'
        '"dateModified":"2024-06-15","datePublished":"2024-06-14T10:00:00Z"}',
        '{"@graph":[{"@type":"Article","author":{"@id":"#m"},"datePublished":"2024-06-14T10:00:00Z"},'
        '{"@type":"Person","@id":"#m","name":"Mina Castellan"}]}',
    ],
)
def test_json_ld_is_read_whole(data):
    source = clean(RawArticle("a.html", _page("", _linked(data)), "text/html"))
    assert source.byline == "Mina Castellan"
    assert str(source.published_at) == "2024-06-14 10:00:00+00:00"


def test_article_in_the_data_of_a_page_that_shows_its_beginning():
    whole = " ".join([STORY] * 8)
    data = f'{{"@type":"NewsArticle","articleBody":"{whole}\\n\\nThe caf\\u00e9 &amp; the bank were washed away."}}'
    page = f"<html><head>{_linked(data)}</head><body><p>{STORY}</p></body></html>"
    source = clean(RawArticle("a.html", page, "text/html"))
    assert source.text.endswith("The café & the bank were washed away.")
    at = source.text.index("washed")
    assert page[slice(*source.raw_offsets.raw_span(at, at + 6))] == "washed"


def test_day_is_that_of_the_paper():
    head = (
        '<link rel="canonical" href="https://x.example/2023/11/08/mayor/">'
        '<meta property="article:published_time" content="2023-11-09T05:30:59Z">'
    )
    source = clean(RawArticle("a.html", _page("", head), "text/html"))
    assert str(source.published_at) == "2023-11-08 23:30:59-06:00"
    told = '<meta property="article:modified_time" content="2023-11-09T01:00:00-05:00">'
    source = clean(RawArticle("a.html", _page("", head.replace("/2023/11/08", "") + told), "text/html"))
    assert str(source.published_at) == "2023-11-09 00:30:59-05:00"


def test_title_has_no_entities():
    assert clean(RawArticle("a", STORY, title="Floods hit &amp;#8216;lost&amp;#8217; valley")).title == (
        "Floods hit ‘lost’ valley"
    )
