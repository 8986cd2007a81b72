"""Parameters that make no sense are refused with what they take; nothing that is sent can make the server fail."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.rest.parameters import Style, list_parameters
from api.rest.resources import RESOURCES
from api.rest.values import split_values

BAD = [
    ("events?colour=red", "There is no parameter 'colour' here.", "Parameters: type, mode,"),
    ("events?when=2024-01-01", "There is no parameter 'when' here.", "Parameters that begin so: when.gte, when.lte."),
    ("events?killed.contains=5", "There is no parameter 'killed.contains' here.", "killed, killed.gte, killed.lte."),
    ("events?type=WAR", "type: 'WAR' cannot be used.", "type takes one of AGREE, CONSULT,"),
    ("events?type=AID,", "type: '' cannot be used.", "type takes one of"),
    ("events?killed.gte=five", "killed.gte: 'five' cannot be used.", "killed.gte takes a whole number, like 5."),
    ("events?killed.gte=1.5", "killed.gte: '1.5' cannot be used.", "killed.gte takes a whole number, like 5."),
    ("events?killed.gte=1&killed.gte=2", "killed.gte is given 2 times.", "Give it once."),
    ("events?confidence.gte=nan", "confidence.gte: 'nan' cannot be used.", "a number, like 0.5."),
    ("events?when.gte=2024-13-01", "when.gte: '2024-13-01' cannot be used.", "when.gte takes a day, like 2024-11-05."),
    ("events?when.gte=20240101", "when.gte: '20240101' cannot be used.", "a day, like 2024-11-05."),
    ("events?near=1,2", "near has 2 values; it takes 3.", "Write near=latitude,longitude,radiusKm."),
    ("events?near=1,2,x", "near: 'x' cannot be used.", "near takes a number, like 0.5."),
    ("events?near=91,2,5", "near: latitude 91, longitude 2 is no point on earth.", "Latitudes go from -90 to 90"),
    ("events?near=1,2,0", "near: a radius of 0 km is no circle on earth.", "Use a radius from 0.1 to"),
    ("events?within=1,2,3", "within has 3 values; it takes 4.", "Write within=south,west,north,east."),
    ("events?within=5,0,1,9", "within: south (5) lies north of north (1).", "Swap the two."),
    ("events?actor=x", "actor: 'x' cannot be used.", "actor takes an id, as another answer gave it."),
    ("events?order=COLOUR", "order: 'COLOUR' cannot be used.", "order takes one of DATE, DATE.DESC, DATE.ASC,"),
    ("events?order=DATE.UP", "order: 'DATE.UP' cannot be used.", "order takes one of DATE,"),
    ("events?order=RELEVANCE", "RELEVANCE needs something to search for.", "Give search=, or another order."),
    ("events?limit=0", "limit: '0' cannot be used.", "limit takes a whole number from 1 to 100."),
    ("events?limit=", "limit: '' cannot be used.", "limit takes a whole number from 1 to 100."),
    ("events?after=x", "The cursor in 'after' is none that this server gave.", "Pass page.next or page.previous"),
    ("events?after=x&before=y", "after and before exclude each other.", "Give one of them."),
    ("events?totalCount=1", "totalCount: '1' cannot be used.", "totalCount takes true or false."),
]


@pytest.mark.parametrize(("path", "detail", "hint"), BAD)
def test_a_bad_parameter_is_refused_with_what_it_takes(sqlite_rest, path, detail, hint):
    problem = sqlite_rest.refuse(path)
    assert (problem["detail"], problem["code"], problem["status"]) == (detail, "BAD_QUERY", 400)
    assert hint in problem["hint"]


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("events?limit=101", "limit is 101; the limit is 100."),
        ("events?killed=9999999999", "killed is 9,999,999,999; the limit is 2,147,483,647."),
        ("events?search=" + "a" * 501, "search has 501 characters; the limit is 500."),
        ("events?mode.contains=" + "a" * 501, "mode.contains has 501 characters; the limit is 500."),
        ("events?mode=" + "a," * 500 + "a", "mode has 501 values; the limit is 500."),
    ],
)
def test_too_much_is_refused_with_the_limit(sqlite_rest, path, detail):
    problem = sqlite_rest.refuse(path)
    assert (problem["detail"], problem["code"], problem["status"]) == (detail, "LIMIT", 400)


def test_a_cursor_of_another_order_is_refused_in_words_of_this_api(rest):
    cursor = rest.get("events?limit=1")["page"]["next"]
    problem = rest.refuse(f"events?order=KILLED&after={cursor}")
    assert problem["hint"] == "Keep order the same while paging; start again without a cursor after changing it."


@pytest.mark.parametrize(
    ("text", "values"),
    [("a", ["a"]), ("a,b", ["a", "b"]), ("a\\,b", ["a,b"]), ("a\\,b,c", ["a,b", "c"]), (",", ["", ""])],
)
def test_values_are_joined_by_commas_that_can_be_escaped(text, values):
    assert split_values(text) == values


def test_every_filter_of_the_tables_is_a_parameter():
    for resource in RESOURCES:
        parameters = list_parameters(resource.collection)
        assert {one.filter for one in parameters if one.filter} == {one.name for one in resource.collection.filters}
        assert len({one.name for one in parameters}) == len(parameters)
        assert all(one.description for one in parameters)
        assert all(len(one.parts) in (3, 4) for one in parameters if one.style is Style.TUPLE)


NAMES = sorted({one.name for resource in RESOURCES for one in list_parameters(resource.collection)} | {"by", ""})
VALUES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["1,2,3", "1,2,3,4", "AID", "2024-01-01", "1e999", "-0", "9" * 30, "\x00", "\ud7ff,\\,", "DATE.ASC"]
    ),
    st.floats().map(str),
    st.integers().map(str),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    noun=st.sampled_from(["stats", *(f"{resource.noun}s" for resource in RESOURCES)]),
    query=st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=3),
)
def test_no_parameters_make_the_server_fail(rest, noun, query):
    response = rest.client.get(f"/v1/{noun}", params=query)
    assert response.status_code in (200, 400), response.text
