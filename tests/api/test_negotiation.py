import pytest

from api.graphql.negotiation import GRAPHQL_RESPONSE, JSON, choose_response_type, parse_accept, quality_of, wants_page


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        (GRAPHQL_RESPONSE, GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE}, {JSON}", GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE};q=0.5, {JSON};q=0.9", JSON),
        (f"{GRAPHQL_RESPONSE.upper()} ; q=1", GRAPHQL_RESPONSE),
        ("text/html", None),
        (f"{JSON};q=0", None),
        (f"{JSON};q=nonsense", None),
        (f"{JSON};q=0, */*", GRAPHQL_RESPONSE),
    ],
)
def test_the_media_type_of_an_answer(header, chosen):
    assert choose_response_type(header) == chosen


@pytest.mark.parametrize(
    ("header", "page"),
    [
        (None, False),
        ("*/*", False),
        ("text/html", True),
        ("text/html,application/xhtml+xml,*/*;q=0.8", True),
        ("application/json, text/html;q=0.5", False),
        ("text/*", False),
    ],
)
def test_a_page_is_for_those_who_name_it(header, page):
    assert wants_page(header) is page


def test_the_most_specific_range_counts():
    ranges = parse_accept("text/*;q=0.3, text/html;q=0.7, */*;q=0.5, broken, /, a/b;q=9")
    assert quality_of("text/html", ranges) == 0.7
    assert quality_of("text/plain", ranges) == 0.3
    assert quality_of("image/png", ranges) == 0.5
    assert quality_of("a/b", ranges) == 1.0
