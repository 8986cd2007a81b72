"""Whatever is read or asked, Dateline ends in a result or an error of its own, within a second, and its spans hold."""

from __future__ import annotations

import base64
import io
import json
from datetime import date
from typing import Any

import pytest
from graphql import GraphQLError
from spacy.tokens import Doc
from spacy.vocab import Vocab
from sqlalchemy import select

from api.graphql.fast.answering import FastPath
from api.graphql.fast.fallback import Fallback
from api.graphql.fast.literals import lift_literals
from api.graphql.limits import Limits
from api.graphql.schema import build_schema
from api.hosts import host_of
from api.rest.parameters import filter_parameters, read_parameters, where_of
from api.turns import Turns
from dateline.extraction.cleaning import clean, clean_text
from dateline.extraction.cleaning.dates import find_date, parse_date
from dateline.extraction.gazetteer.names import name_key
from dateline.extraction.numbers.quantities import read_quantity
from dateline.extraction.parsing import find_paragraphs, load_model, split_words
from dateline.extraction.pipeline import Extractor
from dateline.extraction.quotes.marks import find_passages
from dateline.extraction.reading.decoding import decode
from dateline.extraction.reading.formats.jsons import read_lines
from dateline.extraction.reading.inputs import Input
from dateline.extraction.reading.syndication import parse_feed, parse_sitemap
from dateline.extraction.times import find_times
from dateline.store import open_database
from dateline.store.filtering.cursors import decode_cursor, encode_cursor
from dateline.store.filtering.where import where_condition
from dateline.store.keeping.folding import fold, spelling_key
from dateline.store.reading.collections import NOUNS
from dateline.store.reading.search import matches, parse_search
from schema.ids import text_hash
from schema.mentions import RawArticle, SourceText
from tests.hostile.fuzzing import FEED, INPUTS, JSON, MARKUP, character, contents, fuzz, mutated, one_of, texts

URL = "https://a.example/feed"
SELECTION = "edges { cursor node { ...f } }"
QUERIES = (
    "{ events(first: 2, where: { type: { eq: AID } }) { nodes { id summary } } }",
    f'query A($n: Int = 3) {{ articles(first: $n, search: "tide") {{ {SELECTION} }} }} fragment f on Article {{ id }}',
    '{ a: node(id: "evt_x") { ... on Event { id @include(if: true) } } eventStats(by: [MONTH]) { key { month } } }',
    "{ events(where: { near: { latitude: -20.5, longitude: 178, radiusKm: 1e3 } }) { totalCount } }",
)
PIECES = (
    *'{ } ( ) [ ] : , " """ \\ # \n ... @ $ ! 1 -0 1.5e9 events id null true \\u0000 \ud7ff \x00 & | ='.split(" "),
    "9" * 30,
)
DEPENDENCIES = ("nummod", "amod", "det", "quantmod", "compound", "pobj", "prep", "nsubj", "ROOT", "dobj", "conj")
NUMBERS = (
    "one two dozen hundred thousand million billion several some at least more than about 3 40 1,200 3.5 1-2 half toll "
    "twenty-five people others of to and or — $ % score 9999999999999999999999 ½ ² ٣ zero no any up almost dead a an"
).split()


def test_bytes_become_text():
    def read(content):
        for html in (True, False):
            assert isinstance(decode(content, "x", html=html)[0], str)

    fuzz(contents(*MARKUP), read)


def test_json_lines():
    fuzz(contents(*JSON), lambda content: read_lines(Input("x", io.BytesIO(content))))


def test_feeds():
    fuzz(contents(*FEED), lambda content: parse_feed(content, URL))


def test_sitemaps():
    fuzz(contents(*FEED), lambda content: parse_sitemap(content, URL)[0])


def check_source(source: SourceText, raw: str) -> None:
    """Whatever was cut away: the text is whole, and each character comes from somewhere, in order."""
    assert source.sha256 == text_hash(source.text)
    places = [source.raw_offsets.raw(at) for at in range(len(source.text))]
    assert all(0 <= place < max(1, len(raw)) for place in places)
    assert places == sorted(places)
    if source.dateline is not None:
        assert source.text[source.dateline.start : source.dateline.end].strip()
    for paragraph in find_paragraphs(source.text):
        assert source.text[paragraph.start : paragraph.end].strip()


def test_cleaning_of_plain_text():
    fuzz(texts(), lambda text: check_source(clean_text(text), text))


def test_cleaning_of_pages():
    def read(text):
        check_source(clean(RawArticle("x", text, "text/html"), empty_is_error=False), text)

    fuzz(texts(*MARKUP), read)


def test_quotation_marks():
    def find(text):
        end = 0
        for passage in find_passages(text, find_paragraphs(text)):
            assert end <= passage.outer_start <= passage.start <= passage.end <= passage.outer_end <= len(text)
            end = passage.outer_end

    fuzz(texts("“", "”", '"', "'", "‘", "’", "«", "»", "„", "\n\n“", ", he said."), find)


def test_dates_of_articles():
    def read(text):
        parse_date(text)
        found = find_date(text)
        if found is not None:
            assert 0 <= found[1] < found[2] <= len(text)

    fuzz(texts("2024", "Nov", "5", ":", "-", "T", "Z", "+01:00", "EST", "٣", "²", most=12), read)


def test_times_in_texts():
    published = (date(2024, 2, 29), date.min, date.max)

    def find(text):
        for time in find_times(text):
            assert 0 <= time.start < time.end <= len(text)
            for day in published:
                time.days(day, future=False)
                time.days(day, future=True)

    words = (
        "on Monday",
        "last May",
        "in 1999",
        "the 1990s",
        "early 2024",
        "30 years ago",
        "9999 weeks ago",
        "Feb. 30",
        "century",
    )
    fuzz(texts(*words), find)


def test_numbers():
    vocabulary = Vocab()

    def tree(random):
        words = range(random.randrange(1, 16))
        return [(random.choice(NUMBERS), random.randrange(20), random.choice(DEPENDENCIES)) for _ in words]

    def read(given):
        heads = [head % (index + 1) for index, (_, head, _) in enumerate(given)]
        doc = Doc(vocabulary, words=[word for word, _, _ in given], heads=heads, deps=[dep for _, _, dep in given])
        for token in doc:
            quantity = read_quantity(token)
            if quantity is not None:
                assert 0 <= quantity.start < quantity.end <= len(doc.text)
                assert quantity.low <= quantity.best
                assert quantity.high is None or quantity.best <= quantity.high

    fuzz(tree, read)


def test_names():
    def fold_all(name):
        name_key(name)
        spelling_key(name)
        assert fold(fold(name)) == fold(name)
        host_of(name)

    fuzz(texts(most=8), fold_all)


def test_tokens_keep_their_places():
    model = load_model("").nlp

    def split(text):
        doc = split_words(model, text)
        assert doc.text == text

    made = texts()
    fuzz(lambda random: made(random).replace(" ", "") * random.randrange(1, 40), split)


def test_cursors():
    orders: list[Any] = [order for collection in NOUNS.values() for order in (collection.orders or {}).values()]
    whole = encode_cursor(orders[0], "x", "evt_" + "a" * 26)

    def payload(random):
        values: list[Any] = [None, random.randrange(-(2**70), 2**70), random.random(), orders[0].name, [], {}]
        listed = [random.choice([*values, character(random)]) for _ in range(random.choice((1, 3, 3, 3, 4)))]
        return base64.urlsafe_b64encode(json.dumps(listed).encode()).decode()

    cursor = one_of(texts(most=4), mutated([whole], ("A", "=", "-", "_", "é", "\x00")), payload)
    fuzz(
        lambda random: (random.choice(orders), cursor(random)),
        lambda given: decode_cursor(given[0], given[1], "after"),
    )


@pytest.fixture(scope="module")
def store(sqlite_template):
    database = open_database(f"sqlite:///{sqlite_template}")
    yield database
    database.close()


def test_searches(store):
    with store.reading() as connection:

        def search(text):
            phrases = parse_search(text)
            for collection in NOUNS.values():
                if phrases and collection.table.name in ("event", "article", "quote"):
                    connection.execute(
                        select(collection.table.c.id).where(matches(collection.table, phrases, "sqlite"))
                    )

        fuzz(texts('"', "*", "NEAR(", "OR", "^", ":", "title:", "-", most=10), search)


def test_where(store):
    names = sorted(
        {entry.name for collection in NOUNS.values() for entry in collection.filters} | {"AND", "OR", "NOT", "x"}
    )
    operators = ("eq", "ne", "in", "oneOf", "gte", "lte", "contains", "startsWith", "isNull", "not", "x", "")
    values = (
        "2024-11-05",
        "AID",
        "evt_x",
        "-20,178,900",
        "1,2",
        "nan",
        "1e999",
        "",
        "true",
        "null",
        "9" * 30,
        "%",
        "\x00",
    )

    def pairs(random):
        return [
            (random.choice(names), random.choice(operators), random.choice((*values, character(random))))
            for _ in range(random.randrange(4))
        ]

    def ask(given):
        for collection in NOUNS.values():
            items = [(f"{name}.{operator}" if operator else name, str(value)) for name, operator, value in given]
            where = where_of(read_parameters(filter_parameters(collection.filters), items))
            condition = where_condition(collection.filters, where)
            if condition is not None:
                with store.reading() as connection:
                    connection.execute(select(collection.table.c.id).where(condition).limit(1))

    fuzz(pairs, ask)


def test_literals_are_lifted_and_put_back():
    def lift(text):
        skeleton = lift_literals(text)
        pieces = skeleton.text.split("\0")
        if "\0" not in text:
            for place in range(1, len(pieces), 2):
                pieces[place] = skeleton.literals[int(pieces[place][1:])]
            assert "".join(pieces) == text

    fuzz(mutated(QUERIES, PIECES), lift)


def test_the_fast_path_compiles_or_leaves_it(store):
    schema = build_schema(Limits(50_000, 2_000, 15, 20_000))
    path = FastPath(schema._schema, store, schema.limits, schema.documents, Turns())

    def prepare(text):
        try:
            path.prepare(text, None, {})
        except (Fallback, GraphQLError):
            return

    fuzz(mutated(QUERIES, PIECES), prepare)
    path.close()


def test_whole_articles():
    extractor = Extractor()

    def read(text):
        source = clean_text(
            f"Police arrested 40 people in Lima on Monday, the mayor said. “It is {text} over,” he said."
        )
        analysis = extractor.read(source)
        for quote in analysis.quotes:
            for part in quote.excerpts:
                assert source.text[part.start : part.end] == part.text

    fuzz(texts(), read, max(20, INPUTS // 50))
