from graphql import parse

from api.graphql.documents import LONGEST_DOCUMENT, ValidDocuments


def test_the_documents_used_last_are_kept():
    documents = ValidDocuments(most=2)
    a, b, c = (parse(f"{{ {name} }}") for name in "abc")
    documents.keep("a", a)
    documents.keep("b", b)
    assert documents.get("a") is a
    documents.keep("c", c)
    assert (documents.get("a"), documents.get("b"), documents.get("c")) == (a, None, c)
    assert len(documents) == 2


def test_long_documents_are_not_kept():
    documents = ValidDocuments()
    documents.keep("#" * (LONGEST_DOCUMENT + 1), parse("{ a }"))
    documents.keep(None, parse("{ a }"))
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
