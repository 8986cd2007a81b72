"""Pages whose objects SQLite writes as JSON are those that Python makes, to the byte."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from api.graphql.fast.steps import WrittenPage
from dateline.store.reading.plans.listing import Listing
from tests.api.conftest import serve
from tests.store.world import make_world

EVENTS = """query E($first: Int, $last: Int, $after: String, $before: String, $order: EventOrder) {
  events(first: $first, last: $last, after: $after, before: $before, orderBy: $order) {
    __typename totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { __typename id kind: type mode status summary confidence
      killed { text low best high basis } injured { best basis } when { text earliest latest precision basis }
      locationBasis location { name countryCode latitude longitude parent { name } } } } }"""
NOUNS = [
    "articles(first: 3) { nodes { id url title publisher publishedAt language text dateline { name } } }",
    "actors(first: 7) { nodes { id name kind sector countryCode } }",
    "locations(first: 5) { nodes { geonamesId eventCount latitude longitude } pageInfo { hasNextPage } }",
    "quotes(first: 4) { nodes { text kind cue medium speaker { name } article { title publishedAt } } }",
    "events(first: 0) { nodes { id } pageInfo { endCursor hasNextPage } }",
    "events(where: { killed: { gte: 100000 } }) { nodes { id } pageInfo { endCursor hasNextPage } totalCount }",
]
PAGES = [{"first": 3}, {"last": 3}, {"first": 100}, {"last": 100}, {"last": 0}]


@pytest.fixture
def written(monkeypatch):
    """What became of each page that SQLite has written."""
    found = []
    build = WrittenPage.build

    def noting(self, *arguments):
        found.append(build(self, *arguments))
        return found[-1]

    monkeypatch.setattr(WrittenPage, "build", noting)
    return found


@pytest.fixture(scope="module")
def read_api(request, tmp_path_factory):
    """The application over a world in SQLite, for reading."""
    yield from serve(make_world(request, tmp_path_factory, "sqlite"))


@pytest.fixture
def own_api(request, tmp_path_factory):
    """The application over a world of its own in SQLite."""
    yield from serve(make_world(request, tmp_path_factory, "sqlite"))


def both(api, query, **variables):
    """The data of an answer; the two ways must give the same bytes."""
    body = {"query": query, "variables": variables}
    fast = api.client.post("/graphql", json=body)
    ordinary = api.client.post("/graphql", json=body, headers={"X-Dateline-Way": "ordinary"})
    assert (fast.headers["X-Dateline-Way"], fast.content) == ("fast", ordinary.content)
    assert "errors" not in fast.json()
    return fast.json()["data"]


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("field", ["DATE", "KILLED", "CONFIDENCE"])
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_pages_are_the_same_in_both_directions_with_cursors(read_api, written, page, field, direction):
    order = {"field": field, "direction": direction}
    found = both(read_api, EVENTS, **page, order=order)["events"]
    # SQLite writes fifteen digits of a number, which would be the cursor.
    assert len(written) == (0 if field == "CONFIDENCE" else 1)
    side = "after" if "first" in page else "before"
    cursor = found["pageInfo"]["endCursor" if side == "after" else "startCursor"]
    if cursor is not None:
        both(read_api, EVENTS, **page, order=order, **{side: cursor})


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun[:25])
def test_every_kind_of_value_is_written_as_orjson_does(read_api, written, noun):
    both(read_api, f"{{ {noun} }}")
    assert [page is not None for page in written] == [True]


@pytest.mark.parametrize(
    "words", ['"', "\\", "\n\t\r\b\f", "\x01\x1f\x7f", "é😀\u2028\u2029", "</script>", "'", "%s ?1 :x"]
)
def test_words_of_articles_come_through(own_api, written, words):
    with own_api.database.writing() as connection:
        connection.execute(text("UPDATE event SET summary = :words"), {"words": f"a{words}b"})
    (event, *_) = both(own_api, EVENTS, first=3)["events"]["nodes"]
    assert (event["summary"], len(written)) == (f"a{words}b", 1)


@pytest.mark.parametrize("number", [0.1 + 0.2, 1e-7, 12345678.5, 1 / 3])
def test_a_number_that_sqlite_would_round_is_read_in_rows(own_api, written, number):
    with own_api.database.writing() as connection:
        connection.execute(text("UPDATE location SET latitude = :number"), {"number": number})
    for _ in range(2):
        (event, *_) = both(own_api, EVENTS, first=3)["events"]["nodes"]
        assert event["location"]["latitude"] == number
    assert written == [None]


def test_a_value_that_cannot_be_shown_is_told_as_ever(own_api, written):
    with own_api.database.writing() as connection:
        connection.execute(text("UPDATE location SET event_count = 5000000000"))
    query = "{ locations(first: 2) { nodes { eventCount } } }"
    answers = [own_api.client.post("/graphql", json={"query": query}) for _ in range(2)]
    assert [answer.headers["X-Dateline-Way"] for answer in answers] == ["ordinary", "ordinary"]
    assert "errors" in answers[0].json()
    assert written == [None]


COUNTS = [
    {"text": "at least six", "low": 6, "best": 6, "high": None, "basis": "CARRIED"},
    {"text": None, "low": None, "best": 7, "high": 9, "basis": "STATED"},
    {"text": "", "low": 3, "best": 3_000_000_000, "high": 4_000_000_000, "basis": "MODEL"},
]


@pytest.mark.parametrize("count", COUNTS, ids=str)
def test_counts_have_their_words_and_bounds(own_api, written, count):
    with own_api.database.writing() as connection:
        columns = ", ".join(f"killed_{name} = :{name}" for name in count)
        connection.execute(text(f"UPDATE event SET {columns}"), count)
    (event, *_) = both(own_api, EVENTS, first=3)["events"]["nodes"]
    assert event["killed"]["text"] == (count["text"] or str(count["best"]))
    assert event["killed"]["basis"] == count["basis"]
    assert len(written) == 1


def test_lists_in_objects_are_made_in_python(read_api, written):
    both(read_api, "{ events(first: 2) { nodes { id participants { role } } } }")
    both(read_api, "{ events(first: 2) { edges { cursor node { id } } } }")
    both(read_api, "{ events(first: 2) { nodes { codes { plover } } } }")
    both(read_api, "{ events(first: 2) { a: nodes { id } b: nodes { id } } }")
    assert written == []


def test_statements_are_kept_whatever_the_cursor(own_api, written, monkeypatch):
    made = []
    prepare = Listing.prepare_written

    def noting(self, *arguments):
        made.append(1)
        return prepare(self, *arguments)

    monkeypatch.setattr(Listing, "prepare_written", noting)
    after = None
    for _ in range(4):
        after = both(own_api, EVENTS, first=3, after=after)["events"]["pageInfo"]["endCursor"]
    assert (len(made), len(written)) == (2, 4)
