"""Documents that are named instead of sent: registered by clients, or trusted by the operator."""

import json

import pytest

from api.graphql.negotiation import GRAPHQL_RESPONSE
from api.graphql.persisted import LONGEST, MOST_CHARACTERS, PersistedDocuments, hash_of
from schema.errors import QueryError, SettingError

QUERY = "query Page($n: Int = 1) { events(first: $n) { totalCount } }"
FOUND = {"events": {"totalCount": 0}}


def by_hash(query=QUERY, **own):
    return {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": hash_of(query)}}, **own}


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "documents"
    made.mkdir()
    (made / "page.graphql").write_text(QUERY, "utf-8")
    return made


def test_a_client_registers_a_document_and_names_it_by_its_hash_then(sqlite_api):
    post = sqlite_api.client.post
    unknown = post("/graphql", json=by_hash())
    assert (unknown.status_code, unknown.json()["errors"][0]["message"]) == (200, "PersistedQueryNotFound")
    assert unknown.json()["errors"][0]["extensions"]["code"] == "PERSISTED_QUERY_NOT_FOUND"
    modern = post("/graphql", json=by_hash(), headers={"Accept": GRAPHQL_RESPONSE})
    assert modern.status_code == 400
    assert post("/graphql", json={**by_hash(), "query": QUERY}).json()["data"] == FOUND
    assert post("/graphql", json=by_hash()).json()["data"] == FOUND
    params = {"extensions": json.dumps(by_hash()["extensions"]), "variables": '{"n": 2}'}
    assert sqlite_api.client.get("/graphql", params=params).json()["data"] == FOUND


@pytest.mark.parametrize(
    "told",
    [
        5,
        {},
        {"version": 2, "sha256Hash": hash_of(QUERY)},
        {"version": 1, "sha256Hash": 5},
        {"version": 1, "sha256Hash": hash_of("{ other }")},
    ],
)
def test_a_hash_that_makes_no_sense_is_a_bad_request(sqlite_api, told):
    response = sqlite_api.client.post("/graphql", json={"query": QUERY, "extensions": {"persistedQuery": told}})
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


def test_registered_documents_are_bounded_and_those_used_last_stay():
    documents = PersistedDocuments()
    texts = [f"{{ a{number} }}".ljust(LONGEST) for number in range(MOST_CHARACTERS // LONGEST + 1)]
    for text in texts:
        documents.find(text, None, by_hash(text)["extensions"])
        documents.find(None, None, by_hash(texts[0])["extensions"])
    assert len(documents) == MOST_CHARACTERS // LONGEST
    assert documents.find(None, None, by_hash(texts[0])["extensions"]) == texts[0]
    with pytest.raises(QueryError, match="PersistedQueryNotFound"):
        documents.find(None, None, by_hash(texts[1])["extensions"])
    too_long = "{ a }".ljust(LONGEST + 1)
    assert documents.find(too_long, None, by_hash(too_long)["extensions"]) == too_long
    assert len(documents) == MOST_CHARACTERS // LONGEST


def test_a_trusted_document_is_asked_for_by_name_or_hash(served, folder):
    api = served(documents_dir=folder)
    for name in ("page", hash_of(QUERY), f"sha256:{hash_of(QUERY)}"):
        assert api.client.post("/graphql", json={"documentId": name, "variables": {"n": 2}}).json()["data"] == FOUND
        assert api.client.get("/graphql", params={"documentId": name}).json()["data"] == FOUND
    unknown = api.client.post("/graphql", json={"documentId": "pages"}).json()["errors"][0]
    assert (unknown["message"], unknown["extensions"]["code"]) == (
        "There is no trusted document 'pages'.",
        "UNKNOWN_DOCUMENT",
    )
    for own in ({"documentId": 5}, {"documentId": "page", "query": QUERY}):
        assert api.client.post("/graphql", json=own).status_code == 400
    assert api.ask("{ __typename }") == {"__typename": "Query"}


def test_where_only_trusted_documents_are_allowed_nothing_else_runs(served, folder):
    api = served(documents_dir=folder, trusted_documents_only=True)
    assert api.client.post("/graphql", json={"documentId": "page"}).json()["data"] == FOUND
    assert api.ask(QUERY) == FOUND
    assert api.client.post("/graphql", json=by_hash()).json()["data"] == FOUND
    other = "{ __typename }"
    for body in ({"query": other}, {**by_hash(other), "query": other}):
        error = api.client.post("/graphql", json=body).json()["errors"][0]
        assert error["extensions"]["code"] == "UNTRUSTED_DOCUMENT"
        assert "documentId" in error["extensions"]["hint"]
    with api.client.websocket_connect("/graphql", subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init"})
        socket.receive_json()
        socket.send_json({"id": "1", "type": "subscribe", "payload": {"query": other}})
        assert socket.receive_json()["payload"][0]["extensions"]["code"] == "UNTRUSTED_DOCUMENT"
        socket.send_json({"id": "2", "type": "subscribe", "payload": {"documentId": "page"}})
        assert socket.receive_json()["payload"]["data"] == FOUND


def test_a_folder_that_cannot_be_served_is_told_at_the_start(served, folder, tmp_path):
    with pytest.raises(SettingError, match="no folder of documents"):
        served(documents_dir=tmp_path / "nowhere")
    with pytest.raises(SettingError, match="there are none"):
        served(trusted_documents_only=True)
    (folder / "wrong.graphql").write_text("{ nothing }", "utf-8")
    with pytest.raises(SettingError, match="document 'wrong' cannot be run: Cannot query field 'nothing'"):
        served(documents_dir=folder)
    (folder / "wrong.graphql").write_bytes(b"\xff")
    with pytest.raises(SettingError, match="cannot be read"):
        served(documents_dir=folder)
