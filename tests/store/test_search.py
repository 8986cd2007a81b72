import pytest

from dateline.store.filtering.orders import RELEVANCE
from dateline.store.reading.collections import ACTORS, ARTICLES, EVENTS, LOCATIONS, NOUNS, QUOTES
from dateline.store.reading.pages import PageRequest, Selection, count_rows, read_page
from dateline.store.reading.search import parse_search
from schema.errors import LimitError, QueryError


def found(database, collection, search):
    return database.run(lambda c: count_rows(c, collection, Selection(search=search)))


@pytest.mark.parametrize(
    ("collection", "search", "number"),
    [
        (EVENTS, "marcher clash", 30),
        (EVENTS, "MARCHERS", 30),
        (EVENTS, "bombs", 1),
        (EVENTS, '"clashed with police"', 30),
        (EVENTS, '"police with clashed"', 0),
        (EVENTS, "“clashed with police”", 30),
        (EVENTS, "bomb police", 0),
        (ARTICLES, "harbor", 30),
        (ARTICLES, "reporter", 2),
        (ACTORS, "okafor3", 1),
        (ACTORS, "insurgents", 1),
        (LOCATIONS, "sao isle", 1),
        (LOCATIONS, "São", 1),
        (QUOTES, "storm comes", 30),
        (QUOTES, "Okafor5", 4),
        (EVENTS, "", 31),
        (EVENTS, "   ", 31),
    ],
)
def test_searches_find_the_same_on_both_databases(world, collection, search, number):
    assert found(world, collection, search) == number


HOSTILE = [
    '"',
    '""',
    "*",
    "a*",
    "AND",
    "OR NOT",
    "NEAR(a b)",
    "summary:bomb",
    "^bomb",
    "-bomb",
    "bomb AND",
    "(bomb",
    "a & b | !c",
    "a:*b",
    "'; DROP TABLE event; --",
    "\\",
    "%",
    "\x00",
    "\ud800",
    "𞤀 𐓏",
    "🙂",
    "e\u0301",
    "日本語",
    "a\nb",
    "'",
    "<->",
    "::",
    "-1 -2",
    "()",
]


@pytest.mark.parametrize("search", HOSTILE)
def test_what_a_person_types_is_never_an_error(world, search):
    for collection in NOUNS.values():
        for order in (None, collection.default_order, RELEVANCE):
            selection = Selection(search=search, order=order)
            assert world.run(lambda c, s=selection, n=collection: read_page(c, n, PageRequest(3), s)) is not None


def test_a_search_without_a_word_finds_nothing(world):
    assert found(world, EVENTS, "!!! ???") == 0


@pytest.mark.parametrize("collection", NOUNS.values(), ids=lambda collection: collection.name)
def test_relevance_is_an_order_that_can_be_paged(world, collection):
    search = {"actor": "okafor1 OR", "location": "isle"}.get(collection.name, "marchers")
    search = {"quote": "storms", "actor": "okafor1"}.get(collection.name, search)
    for descending in (True, False):
        selection = Selection(search=search, order=RELEVANCE, descending=descending)
        whole = world.run(lambda c, s=selection: read_page(c, collection, PageRequest(100), s))
        ids, cursor = [], None
        while True:
            page = world.run(lambda c, s=selection, a=cursor: read_page(c, collection, PageRequest(4, after=a), s))
            ids += [row.id for row in page.rows]
            if not page.has_next:
                break
            cursor = page.cursor(page.rows[-1])
        assert ids == [row.id for row in whole.rows]
        assert ids
        scores = [row.sort_value for row in whole.rows]
        assert scores == sorted(scores, reverse=descending)


def test_a_word_of_the_headline_counts_for_more(database):
    from dateline.store.writing.writer import write_article
    from tests.store.stories import article

    with database.writing() as connection:
        write_article(connection, article("in text", "The glacier melts near the glacier, said a glacier watcher."))
        write_article(connection, article("in title", "It melts faster than anybody thought.", title="Glacier news"))
    page = database.run(lambda c: read_page(c, ARTICLES, PageRequest(), Selection(search="glacier")))
    assert [row.title for row in page.rows] == ["Glacier news", None]


def test_a_search_and_a_filter_hold_both(world):
    selection = Selection({"type": {"eq": "AGREE"}}, search="marchers", order="DATE")
    assert world.run(lambda c: count_rows(c, EVENTS, selection)) == 6
    assert len(world.run(lambda c: read_page(c, EVENTS, PageRequest(), selection)).rows) == 6


def test_relevance_needs_a_search(world):
    with pytest.raises(QueryError, match="RELEVANCE needs something to search for") as caught:
        world.run(lambda c: read_page(c, EVENTS, PageRequest(), Selection(order=RELEVANCE)))
    assert caught.value.hint


def test_searches_that_are_too_long_are_refused():
    with pytest.raises(LimitError, match="501 characters"):
        parse_search("a" * 501)
    with pytest.raises(LimitError, match="21 words"):
        parse_search(" ".join(f"w{number}" for number in range(21)))


@pytest.mark.parametrize(
    ("search", "phrases"),
    [
        (None, None),
        (" \t", None),
        ("?", ()),
        ("two words", ("two", "words")),
        ('say "two words" twice', ("say", "two words", "twice")),
        ('open "quote marks', ("open", "quote marks")),
        ("twenty-one", ("twenty one",)),
        ("same same", ("same",)),
    ],
)
def test_searches_as_phrases(search, phrases):
    assert parse_search(search) == phrases
