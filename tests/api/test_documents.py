import pytest
from graphql import parse

from api.graphql.documents import LONGEST_DOCUMENT, MOST_FAULTS, MOST_FAULTY, CheckedDocuments
from api.graphql.schema import build_schema


@pytest.fixture(scope="module")
def schema():
    return build_schema()._schema


def check(documents, schema, text):
    return documents.check(schema, text, parse(text))


def test_the_documents_used_last_are_kept(schema):
    documents = CheckedDocuments(most=2)
    texts = [f"{{ {name}: __typename }}" for name in "abc"]
    first = check(documents, schema, texts[0])
    check(documents, schema, texts[1])
    assert check(documents, schema, texts[0]) is first
    check(documents, schema, texts[2])
    assert [documents.get(text) is not None for text in texts] == [True, False, True]
    assert len(documents) == 2


def test_documents_at_fault_take_no_room_from_the_others(schema):
    documents = CheckedDocuments()
    check(documents, schema, "{ __typename }")
    for number in range(MOST_FAULTY + 5):
        assert check(documents, schema, f"{{ a{number} }}").faults
    assert documents.get("{ __typename }") is not None
    assert 1 + MOST_FAULTY // 2 <= len(documents) <= 1 + MOST_FAULTY


def test_no_more_faults_are_looked_for_than_are_told(schema):
    text = "{" + " ".join(f"a{number}" for number in range(50)) + "}"
    assert len(check(CheckedDocuments(), schema, text).faults) == MOST_FAULTS


def test_long_documents_are_not_kept(schema):
    documents = CheckedDocuments()
    check(documents, schema, "{ __typename }" + "#" * LONGEST_DOCUMENT)
    assert (len(documents), documents.get(None)) == (0, None)


def test_a_document_asked_again_is_limited_and_priced_by_its_own_variables(api):
    query = "query Again($n: Int!) { events(first: $n) { nodes { id } } }"
    prices = [api.post(query, n=number)["extensions"]["cost"]["price"] for number in (1, 2, 3)]
    assert prices == [3, 4, 5]
    assert api.refuse(query, n=1_000_000)["extensions"]["code"] == "LIMIT"
    assert api.refuse(query, n="x")["extensions"]["code"] == "BAD_QUERY"
    assert len(api.ask(query, n=2)["events"]["nodes"]) == 2


def test_a_document_that_is_invalid_stays_invalid(api):
    for _ in range(3):
        assert "nothing" in api.refuse("{ nothing }")["message"]


def test_a_document_of_two_operations_runs_the_one_that_is_named(api):
    query = "query A { a: __typename } query B { b: __typename }"
    for name in "ABA":
        response = api.client.post("/graphql", json={"query": query, "operationName": name})
        assert response.json()["data"] == {name.lower(): "Query"}
    assert "operationName" in api.refuse(query)["message"]
