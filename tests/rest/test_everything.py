"""One search over all nouns finds what each noun's own search finds."""

import pytest

NOUNS = ("events", "actors", "locations", "quotes", "articles")


@pytest.mark.parametrize("words", ["porto", '"bomb killed"', "okafor", "storms"])
def test_each_noun_has_its_best(rest, words):
    found = rest.get(f"search?search={words}&limit=3&totalCount=true")
    assert list(found["data"]) == list(NOUNS)
    for noun in NOUNS:
        own = rest.get(f"{noun}?search={words}&limit=3&totalCount=true")
        assert found["data"][noun] == own["data"]
        assert found["totalCount"][noun] == own["totalCount"]
    assert any(found["data"].values())


def test_the_further_ones_are_at_an_address(rest):
    found = rest.get("search?search=harbor&limit=2")
    assert "totalCount" not in found
    further = rest.client.get(found["more"]["articles"]).json()
    both = [*found["data"]["articles"], *further["data"]]
    assert [one["id"] for one in both] == rest.ids("articles?search=harbor&limit=22")
    assert found["more"]["locations"] is None


def test_only_some_nouns_are_searched_where_that_is_asked_for(rest):
    assert list(rest.get("search?search=porto&in=quotes,events")["data"]) == ["events", "quotes"]


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("", "search is missing."),
        ("search=", "search: '' cannot be used."),
        ("search=a&in=people", "in: 'people' cannot be used."),
        ("search=a&limit=21", "limit is 21; the limit is 20."),
        ("search=a&type=AID", "There is no parameter 'type' here."),
    ],
)
def test_parameters_that_make_no_sense_are_refused_by_name(rest, query, detail):
    assert rest.refuse(f"search?{query}")["detail"] == detail


def test_words_that_nothing_has_find_nothing(rest):
    assert set(map(len, rest.get("search?search=zzzz")["data"].values())) == {0}
