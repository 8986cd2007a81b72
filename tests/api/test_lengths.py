import gc
import time

import pytest
from graphql import GraphQLSyntaxError, Lexer, Source, TokenKind
from hypothesis import given
from hypothesis import strategies as st
from strawberry.types import ExecutionContext

from api.graphql.lengths import count_tokens, find_length_excess
from api.graphql.limits import Limits
from api.pages import EXAMPLES
from api.rates import FREE_BYTES

PIECES = ("{", "}", "name", "...", "$v", "@d", "(a: 1)", "-1.5e+3", " ", ",", "\n", "!", "&", "|")
STRINGS = ('"x\\"y"', '""', '"""b "" \\""" \\ """', '"""\\\\"""" x"""')


def parsed_tokens(text):
    lexer, number = Lexer(Source(text)), 0
    while lexer.advance().kind is not TokenKind.EOF:
        number += 1
    return number


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.graphql")), ids=lambda path: path.stem)
def test_the_examples_have_as_many_tokens_as_the_parser_finds(path):
    text = path.read_text("utf-8")
    assert count_tokens(text, 10_000) == parsed_tokens(text)


@given(st.lists(st.sampled_from(PIECES + STRINGS), max_size=30).map(" ".join))
def test_any_document_has_as_many_tokens_as_the_parser_finds(text):
    try:
        expected = parsed_tokens(text)
    except GraphQLSyntaxError:
        return
    assert count_tokens(text, 10_000) == expected


@pytest.mark.parametrize(
    "text",
    [
        '"""' * 16_000,
        '\\"""' * 12_000,
        '"\\' * 25_000,
        "#" * 50_000,
        "#\n" * 25_000,
        " ," * 25_000,
        "9" * 50_000,
        '"' + "\\n" * 24_000,
        "-" * 50_000,
        "." * 50_000,
    ],
)
def test_no_text_takes_longer_to_count_than_its_length(text):
    started = time.process_time()
    count_tokens(text, 2_001)
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{ a }", None),
        ("{" + " a" * 1_998 + "}", None),
        ("{" + " a" * 1_999 + "}", "more than 2,000 tokens"),
        ("#" * 50_000, None),
        ("#" * 50_001, "50,001 characters; the limit is 50,000"),
    ],
)
def test_a_document_that_is_too_long_is_refused(text, words):
    error = find_length_excess(text, Limits())
    assert (error is None) == (words is None)
    assert error is None or (words in error.message and (error.extensions or {})["code"] == "LIMIT")


def test_long_texts_that_were_refused_are_forgotten(sqlite_api):
    gc.collect()
    gc.disable()
    try:
        for number in range(4):
            error = sqlite_api.refuse(f"{{ a{number} }}" + "#" * FREE_BYTES)
            assert error["extensions"]["code"] == "LIMIT"
        kept = [one for one in gc.get_objects() if type(one) is ExecutionContext and len(one.query or "") > FREE_BYTES]
    finally:
        gc.enable()
    assert len(kept) <= 2
