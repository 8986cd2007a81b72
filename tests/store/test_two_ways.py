from dataclasses import replace
from datetime import date

import pytest

from dateline.store.filtering import two_ways
from dateline.store.filtering.filters import AREAS
from dateline.store.filtering.where import where_condition
from dateline.store.reading import pages as pages_module
from dateline.store.reading.collections import EVENTS
from dateline.store.reading.pages import PageQuery, PageRequest, Selection, read_page
from schema.ids import content_id
from schema.tables import EVENT
from tests.store.world import ISLE

WHERE = {
    "type": {"one_of": ["PROTEST", "AGREE"]},
    "mode": {"eq": "riot"},
    "status": {"one_of": ["OCCURRED", "PLANNED"]},
    "country_code": {"eq": "VE"},
    "location": {"one_of": [ISLE.id]},
    "when": {"gte": date(2024, 11, 1), "lte": date(2024, 11, 6)},
    "near": {"latitude": -20.0, "longitude": 178.0, "radius_km": 300.0},
    "within": {"south": -90.0, "west": 0.0, "north": 90.0, "east": 180.0},
    "actor": {"eq": content_id("actor", "Marchers", 1)},
    "actor_name": {"contains": "people"},
    "article": {"one_of": [content_id("article", f"world {number}") for number in range(9)]},
    "publisher": {"contains": "e"},
    "killed": {"gte": 5, "lte": 20},
    "injured": {"gte": 1},
    "killed_kind": {"one_of": ["CHILD", "SOLDIER"]},
    "injured_kind": {"eq": "POLICE"},
    "when_basis": {"eq": "STATED"},
    "location_basis": {"one_of": ["DATELINE", "MODEL"]},
    "killed_basis": {"one_of": ["CARRIED", "STATED"]},
    "injured_basis": {"eq": "STATED"},
    "participant_basis": {"one_of": ["INFERRED", "STATED"]},
    "said_by_basis": {"eq": "PUBLICATION"},
    "basis": {"eq": "STATED"},
    "model": {"contains": "small"},
    "confidence": {"gte": 0.6},
}
PAIRS = [{name: WHERE[name], other: WHERE[other]} for name in WHERE for other in ("publisher",) if name != other]
ORDERS = ("DATE", "KILLED", "CONFIDENCE")
CASES = [*({name: asked} for name, asked in WHERE.items()), *PAIRS]


@pytest.fixture(params=[0, 5])
def most_sorted(request, monkeypatch):
    """Rows are read in their order at once, or where more than five pass."""

    def ids_of_page(noun, ways, *rest):
        return two_ways.ids_of_page(noun, [replace(way, most=request.param) for way in ways], *rest)

    monkeypatch.setattr(pages_module, "ids_of_page", ids_of_page)
    return request.param


def pages(connection, selection, *, backward):
    """All ids, page by page in the one direction, in the order of the selection."""
    found: list[str] = []
    cursor = None
    while True:
        request = PageRequest(4, backward, None if backward else cursor, cursor if backward else None)
        page = read_page(connection, EVENTS, request, selection)
        ids = [row.id for row in page.rows]
        found = [*ids, *found] if backward else [*found, *ids]
        if not (page.has_previous if backward else page.has_next):
            return found
        cursor = page.cursor(page.rows[0 if backward else -1])


@pytest.mark.usefixtures("most_sorted")
@pytest.mark.parametrize("where", CASES, ids="+".join)
def test_pages_are_the_same_by_either_way(world, where):
    def read(connection):
        whole = {order: pages(connection, Selection(order=order), backward=False) for order in ORDERS}
        condition = where_condition(EVENTS.filters, where)
        assert condition is not None
        passing = {row["id"] for row in connection.execute(EVENT.select().where(condition)).mappings()}
        for order in ORDERS:
            everything = [event_id for event_id in whole[order] if event_id in passing]
            for backward in (False, True):
                assert pages(connection, Selection(where, order=order), backward=backward) == everything

    world.run(read)


@pytest.mark.usefixtures("most_sorted")
def test_searches_in_an_order_are_the_same_by_either_way(world):
    def read(connection):
        everything = pages(connection, Selection(order="DATE"), backward=False)
        found = {row.id for row in read_page(connection, EVENTS, PageRequest(100), Selection(search="marchers")).rows}
        expected = [event_id for event_id in everything if event_id in found]
        assert 0 < len(expected) < len(everything)
        for backward in (False, True):
            assert pages(connection, Selection(search="marchers", order="DATE"), backward=backward) == expected

    world.run(read)


@pytest.mark.parametrize(
    ("where", "order", "both"),
    [
        ({"publisher": {"contains": "e"}}, "DATE", True),
        ({"type": {"eq": "AGREE"}}, "DATE", False),
        ({"type": {"eq": "AGREE"}, "mode": {"eq": "riot"}}, "DATE", False),
        ({"type": {"eq": "AGREE"}, "publisher": {"contains": "e"}}, "DATE", True),
        ({"killed": {"gte": 5}}, "DATE", False),
        ({"when": {"gte": date(2024, 11, 5)}}, "KILLED", True),
        ({"when": {"gte": date(2024, 11, 5)}, "type": {"eq": "AGREE"}}, "DATE", False),
        ({"actor": {"eq": content_id("actor", "Marchers", 1)}}, "DATE", False),
    ],
)
def test_there_is_a_choice_where_other_rows_or_days_lead_to_events(where, order, both):
    query = PageQuery("sqlite", EVENTS, Selection(where, order=order))
    assert ("chosen" in str(query.statement(PageRequest(4)))) is both


def test_postgresql_knows_how_many_are_in_a_range_of_days():
    for where, both in (({"when": {"gte": date(2024, 11, 5)}}, False), ({"publisher": {"contains": "e"}}, True)):
        query = PageQuery("postgresql", EVENTS, Selection(where, order="KILLED"))
        assert ("chosen" in str(query.statement(PageRequest(4)))) is both


def test_every_filter_of_events_is_tried():
    assert {entry.name for entry in EVENTS.filters} == set(WHERE)
    assert set(WHERE) >= AREAS
