"""Cleaning a whole article: what stays, what it tells, and the way back to the raw characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extraction.cleaning import clean, clean_text
from schema.errors import SourceError
from schema.ids import text_hash
from schema.mentions import RawArticle, SourceText

WIRE = """MERIDIAN WIRE
Wednesday, October 8, 2025

Thousands march in Kenyan lake city

By NALIAKA BARASA

KISUMU, Kenya (Meridian Wire) — Several thousand fishermen marched through Kisumu on Tuesday.

Click to Read More

"A man with one boat is asked to pay what he earns in three weeks," Fredrick Okwach told the crowd.

“A man with one boat is asked to pay what he earns”

Eleven people were arrested, the organizers said.

___

Barasa reported from Kisumu, Muteba from Goma, Congo.

Copyright Meridian Wire Ltd 2025. All rights reserved.
"""


def _raw(text: str, **metadata: str) -> RawArticle:
    return RawArticle("a.txt", text, **metadata)  # type: ignore[arg-type]


def test_a_wire_article_is_its_headline_and_story():
    assert clean(_raw(WIRE)).text == (
        "Thousands march in Kenyan lake city\n\n"
        "KISUMU, Kenya (Meridian Wire) — Several thousand fishermen marched through Kisumu on Tuesday.\n\n"
        '"A man with one boat is asked to pay what he earns in three weeks," Fredrick Okwach told the crowd.\n\n'
        "Eleven people were arrested, the organizers said."
    )


def test_what_the_lines_around_it_tell():
    source = clean(_raw(WIRE))
    assert source.title == "Thousands march in Kenyan lake city"
    assert source.byline == "Naliaka Barasa"
    assert source.publisher == "Meridian Wire"
    assert source.agency == "Meridian Wire"
    assert source.published_on is not None
    assert source.published_on.isoformat() == "2025-10-08"
    assert source.dateline_place is not None
    assert source.dateline_place.text == "KISUMU, Kenya"
    assert source.dateline is not None
    assert source.text[source.dateline.start : source.dateline.end] == "KISUMU, Kenya (Meridian Wire) —"
    assert source.sha256 == text_hash(source.text)
    assert source.raw_sha256 == text_hash(WIRE)


def test_masthead_under_the_headline():
    text = (
        "Former port inspector jailed over bribes\n\nThe Harbour Ledger\n12 June 2025\nBy Annelies Verkuijl\n\n"
        "ROTTERDAM — A former inspector was sentenced to four years in prison on Thursday.\n\n"
        "Copyright The Harbour Ledger Ltd 2025."
    )
    source = clean(_raw(text))
    assert source.title == "Former port inspector jailed over bribes"
    assert source.publisher == "The Harbour Ledger"
    assert "Ledger" not in source.text


def test_given_metadata_comes_before_what_the_lines_tell():
    source = clean(_raw(WIRE, title="T", byline="DALE PRIEBE", publisher="P", published_at="2025-10-09T01:00:00+03:00"))
    assert (source.title, source.byline, source.publisher) == ("T", "Dale Priebe", "P")
    assert source.published_on is not None
    assert source.published_on.isoformat() == "2025-10-09"


def test_wire_service_is_the_agency_not_the_publisher():
    source = clean(_raw("Reuters\nNov. 5, 2024\n\nNAIROBI (Reuters) - Six people were killed in Kisumu on Monday."))
    assert (source.publisher, source.agency) == (None, "Reuters")
    assert source.text.startswith("NAIROBI (Reuters)")


def test_day_of_publication_in_the_web_address():
    source = clean(_raw("Six people were hurt.", url="https://x.example/world/2025/09/17/six-hurt"))
    assert source.published_on is not None
    assert source.published_on.isoformat() == "2025-09-17"


def test_lines_broken_at_a_fixed_width_are_joined():
    wrapped = (
        "Several thousand fishermen and traders marched through the\nKenyan city of Kisumu on Tuesday to protest a\n"
        "licensing fee that they say would ruin the owners of small\nboats on Lake Victoria.\n\n"
        "Police fired tear gas when some of the marchers tried to\npush through a cordon outside the county assembly."
    )
    paragraphs = clean(_raw(wrapped)).text.split("\n\n")
    assert len(paragraphs) == 2
    assert all("\n" not in paragraph for paragraph in paragraphs)


def test_carriage_returns_and_nul_bytes():
    raw = "Six people\x00were hurt.\r\n\r\nOne died.\r"
    source = clean(_raw(raw))
    assert source.text == "Six people\ufffdwere hurt.\n\nOne died."
    start = source.text.index("One")
    assert raw[slice(*source.raw_offsets.raw_span(start, start + 3))] == "One"


def test_language_of_a_text_that_is_not_english():
    german = "Der Bürgermeister sagte am Dienstag, dass bei dem Unfall sechs Menschen verletzt worden seien."
    assert clean(_raw(german)).language == "de"
    assert (
        clean(_raw("Мэр заявил во вторник, что в результате аварии на улице пострадали шесть человек.")).language
        == "ru"
    )
    assert clean(_raw(WIRE)).language == "en"
    assert (
        clean(_raw("Flight Paths Quarterly Results Table: Lima Quito Oslo Perth Accra Hanoi Busan Lviv")).language
        == "en"
    )


def test_given_date_that_is_none_is_refused():
    with pytest.raises(SourceError, match="'next week' is no date") as caught:
        clean(_raw("Six people were hurt.", published_at="next week"))
    assert caught.value.code == "BAD_DATE"


@pytest.mark.parametrize("text", ["Advertisement\n\nClick to Read More", "© 2025 Foo", " \n\t"])
def test_article_without_any_story_is_refused(text):
    with pytest.raises(SourceError) as caught:
        clean(_raw(text))
    assert caught.value.code == "NO_TEXT"


def test_article_without_any_story_may_be_no_error():
    source = clean(_raw("Advertisement\n\n© 2025 Foo News", title="T"), empty_is_error=False)
    assert (source.text, source.title, source.publisher) == ("", "T", "Foo News")


def test_empty_plain_text_is_no_error_for_clean_text():
    assert clean_text("").text == ""


# ---------------------------------------------------------------- offsets

_WORDS = st.text(
    st.characters(codec="utf-16") | st.sampled_from("“”‘’\"'—.\x00\x85\ufeff\ud800\udfff\U0001f600é "), max_size=60
)
_LINES = st.one_of(
    _WORDS,
    st.sampled_from(
        [
            *WIRE.split("\n"),
            "Six people were killed when shells hit a market, the army said.",
            "“Six people were killed when shells hit a market”",
            "The Harbour Ledger",
            "By JANE DOE",
            "2025-03-04",
        ]
    ),
)
_TEXTS = st.lists(_LINES, max_size=14).flatmap(
    lambda lines: st.lists(
        st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\r\n\r\n"]), min_size=len(lines), max_size=len(lines)
    ).map(lambda ends: "".join(line + end for line, end in zip(lines, ends, strict=True)))
)


def _misled(raw: str, source: SourceText, *, entities: bool = False) -> list[tuple[str, str]]:
    """Characters of the text that are neither blank nor the raw character they lead to.

    Settled are control characters and halves of surrogate pairs (U+FFFD); in HTML an entity leads to its `&`.
    """
    pairs = ((character, raw[source.raw_offsets.raw(at)]) for at, character in enumerate(source.text))
    return [
        (clean_one, raw_one)
        for clean_one, raw_one in pairs
        if not clean_one.isspace()
        and clean_one != raw_one
        and not (clean_one == "\ufffd" and (raw_one == "\x00" or "\ud800" <= raw_one <= "\udfff"))
        and not (entities and raw_one == "&")
        and raw_one not in "ÂÃâð"  # the first of those that stand for one damaged character
        and unicodedata.normalize("NFD", clean_one)[0] != raw_one
    ]


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_each_character_of_plain_text_leads_to_its_raw_one(raw):
    source = clean_text(raw)
    assert _misled(raw, source) == []
    offsets = [source.raw_offsets.raw(at) for at in range(len(source.text))]
    assert offsets == sorted(offsets)


_TAGS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<br>", "<div class='a>b'>", "</div>", "<!-- no -->", "<script>if (a<b) {}</script>",
     "&amp;", "&eacute;", "&#8217;", "&nbsp;", "&nonsense;", "&", "<", "<aside>", "</aside>", "<h1>Six killed</h1>"]
)  # fmt: skip
_SENTENCES = st.sampled_from(
    [
        "Six people were killed when shells hit a market in the town of Sake on Tuesday, the army said.",
        "“There is no military position in that market,” the governor told reporters in Goma on Wednesday.",
        "More than 4,000 people have left the town since the end of August, according to a committee.",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(_TAGS, _SENTENCES.map(lambda text: f"<p>{text}</p>"), _WORDS), max_size=14))
def test_each_character_of_a_page_leads_to_its_raw_one(parts):
    raw = "<html><body><article>" + "".join(parts)
    try:
        source = clean(RawArticle("a.html", raw, "text/html"))
    except SourceError:
        return
    assert _misled(raw, source, entities=True) == []


@pytest.mark.parametrize(
    ("text", "own", "day"),
    [
        ("MOSCOW, June 12. /TASS/. {}", {"fallback_day": "2024-06-14"}, "2024-06-12"),
        ("MOSCOW, June 12. /TASS/. {}", {"published_at": "2024-06-14"}, "2024-06-14"),
        ("MOSCOW, June 12. /TASS/. {}", {"url": "https://x.example/2024/06/13/a"}, "2024-06-13"),
        ("MOSCOW, June 12. /TASS/. {}\n\n© 2019-2024 TASS", {}, "2024-06-12"),
        ("MOSCOW. /TASS/. {}", {"fallback_day": "2024-06-14"}, "2024-06-14"),
        ("MOSCOW. /TASS/. {}\n\n© 2024 TASS", {}, None),
        ("MOSCOW, June 12. /TASS/. {}", {}, None),
    ],
)
def test_the_day_of_a_dateline_without_a_year(text, own, day):
    source = clean_text(text.format("Six people were killed when shells hit a market, officials said."), **own)
    assert (source.published_at.date().isoformat() if source.published_at else None) == day
