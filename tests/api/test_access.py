"""The door: every route and every root field, without a key and with keys of too small a scope."""

import json

import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, is_required_argument
from graphql import is_required_input_field as is_required_field
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.websockets import WebSocketDisconnect

from api.access import need_of
from api.app import create_app
from api.graphql.schema import build_schema
from api.pages import VIEWS
from dateline.settings import Settings
from dateline.store import open_database
from dateline.store.bookkeeping.keys import id_of, make_key, revoke_key
from schema.errors import SettingError
from schema.ids import content_id
from schema.scopes import Scope

OPEN = None
NOUNS = ("articles", "events", "actors", "locations", "quotes")
FILES = (".ndjson", ".csv", ".xlsx", ".parquet", ".arrow", ".arrows")
MAPS = (".geojson", ".kml", ".gpkg", ".geoparquet")
NEEDS = {
    **dict.fromkeys(VIEWS, OPEN),
    "/health": OPEN,
    "/ready": OPEN,
    "/static": OPEN,
    "/v1": OPEN,
    "/v1/openapi.json": OPEN,
    "/graphql/schema.graphql": OPEN,
    "/graphql/examples.json": OPEN,
    "/graphql": Scope.READ,
    "/metrics": Scope.READ,
    "/v1/analyze": Scope.READ,
    "/v1/search": Scope.READ,
    "/v1/events.atom": Scope.READ,
    "/v1/events.feed.json": Scope.READ,
    "/v1/stats": Scope.READ,
    "/v1/suggestions": Scope.READ,
    "/v1/stats.ndjson": Scope.READ,
    "/v1/stats.csv": Scope.READ,
    **{f"/v1/{noun}": Scope.READ for noun in NOUNS},
    **{f"/v1/{noun}/{{id}}": Scope.READ for noun in NOUNS},
    **{f"/v1/{noun}{suffix}": Scope.EXPORT for noun in NOUNS for suffix in FILES},
    "/v1/exports/{view}": Scope.READ,
    "/v1/exports/{view}.ndjson": Scope.EXPORT,
    **{f"/v1/{noun}{suffix}": Scope.EXPORT for noun in ("events", "locations") for suffix in MAPS},
}
"""What each route needs: a new one belongs in here, with a thought."""
SCHEMA = build_schema()._schema


@pytest.fixture
def closed_api(served):
    """In SQLite: what is asked of the database is asked of both in `tests/store/test_keys.py`."""
    return served(open_scopes=())


@pytest.fixture
def bearer(closed_api):
    """`bearer(Scope.READ)`: the header of a new key with these scopes."""

    def make(*scopes):
        with closed_api.database.writing() as connection:
            return {"Authorization": f"Bearer {make_key(connection, 'ana', scopes)}"}

    return make


def found_routes(api):
    return {route.path: route for route in api.client.app.routes if isinstance(route, Route | Mount)}


def methods(route):
    return sorted(route.methods - {"HEAD"}) if isinstance(route, Route) and route.methods else ["GET"]


def test_what_every_route_needs_is_decided(sqlite_api):
    found = found_routes(sqlite_api)
    assert set(found) == set(NEEDS)
    sockets = [route.path for route in sqlite_api.client.app.routes if isinstance(route, WebSocketRoute)]
    assert sockets == ["/graphql"]
    decided = {path: need_of(path if path != "/static" else "/static/x") for path in found}
    assert decided == NEEDS


@pytest.mark.parametrize("path", [path for path, need in NEEDS.items() if need])
def test_no_route_is_open_without_the_scope_that_it_needs(closed_api, bearer, path):
    need = NEEDS[path] or Scope.READ
    other = {Scope.READ: Scope.EXPORT, Scope.EXPORT: Scope.READ}[need]
    address = path.replace("{id}", content_id("event", "none"))
    for method in methods(found_routes(closed_api)[path]):
        answer = closed_api.client.request(method, address)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
        assert "scope " + need in answer.text
        answer = closed_api.client.request(method, address, headers=bearer(other, Scope.INGEST, Scope.CORRECT))
        assert answer.status_code == 403
        assert "FORBIDDEN" in answer.text
        answer = closed_api.client.request(method, address, headers=bearer(need))
        assert answer.status_code not in (401, 403)


@pytest.mark.parametrize("path", [path for path, need in NEEDS.items() if not need and path != "/static"])
def test_what_is_open_tells_nothing_of_an_article(closed_api, path):
    assert closed_api.client.get(path, follow_redirects=False).status_code in (200, 307)


def test_the_explorer_opens_but_what_it_asks_needs_a_key(closed_api):
    page = closed_api.client.get("/graphql", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    query = {"query": "{ __typename }"}
    assert closed_api.client.post("/graphql", json=query, headers={"Accept": "text/html"}).status_code == 401
    assert closed_api.client.get("/graphql", params=query).status_code == 401


def test_an_address_that_nobody_thought_of_is_closed(closed_api):
    assert closed_api.client.get("/v2/secrets").status_code == 401


@pytest.mark.parametrize(
    "accept", ["text/csv", "text/*", "application/x-ndjson", "application/vnd.apache.arrow.stream"]
)
def test_whole_lists_by_the_header_need_the_scope_of_whole_lists(closed_api, bearer, accept):
    header = {"Accept": accept}
    answer = closed_api.client.get("/v1/events", headers=header | bearer(Scope.READ))
    assert (answer.status_code, answer.json()["code"]) == (403, "FORBIDDEN")
    answer = closed_api.client.get("/v1/events", headers=header | bearer(Scope.READ, Scope.EXPORT))
    assert answer.status_code == 200


ROOTS = {str(name): getattr(SCHEMA, f"{name}_type") for name in ("query", "mutation", "subscription")}


def literal(kind):
    """The shortest value of a type that the schema takes."""
    if isinstance(kind, GraphQLNonNull):
        return literal(kind.of_type)
    if isinstance(kind, GraphQLList):
        return f"[{literal(kind.of_type)}]"
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if isinstance(kind, GraphQLInputObjectType):
        return "{" + ", ".join(f"{n}: {literal(f.type)}" for n, f in kind.fields.items() if is_required_field(f)) + "}"
    return {"ID": f'"{content_id("event", "none")}"', "Int": "1", "Float": "1", "Boolean": "true"}.get(kind.name, '"x"')


def operation(kind, name):
    field = ROOTS[kind].fields[name]
    given = ", ".join(f"{n}: {literal(a.type)}" for n, a in field.args.items() if is_required_argument(a))
    arguments = f"({given})" if given else ""
    return f"{kind} {{ {name}{arguments} {{ __typename }} }}"


QUERIES = [operation("query", name) for name in ROOTS["query"].fields]
MUTATIONS = {name: operation("mutation", name) for name in ROOTS["mutation"].fields}
SUBSCRIPTIONS = [operation("subscription", name) for name in ROOTS["subscription"].fields]
OF_MUTATIONS = {"articleIngest": Scope.INGEST}
"""What a mutation needs where that is not to correct."""


def code(answer):
    return [error["extensions"]["code"] for error in answer.json().get("errors", ())]


@pytest.mark.parametrize("query", [*QUERIES, *MUTATIONS.values(), *SUBSCRIPTIONS])
@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_no_root_field_is_open_without_a_key_or_with_one_that_may_not_read(closed_api, bearer, query, accept):
    for headers, status in (({}, 401), (bearer(Scope.EXPORT, Scope.INGEST, Scope.CORRECT), 403)):
        answer = closed_api.client.post("/graphql", json={"query": query}, headers={"Accept": accept, **headers})
        assert (answer.status_code, code(answer)) == (status, ["FORBIDDEN"])


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_is_open_to_a_key_that_may_read(closed_api, bearer, query):
    answer = closed_api.client.post("/graphql", json={"query": query}, headers=bearer(Scope.READ))
    assert answer.status_code == 200
    assert "FORBIDDEN" not in code(answer)


@pytest.mark.parametrize("name", MUTATIONS)
def test_no_mutation_is_open_to_a_key_of_too_small_a_scope(closed_api, bearer, name):
    need = OF_MUTATIONS.get(name, Scope.CORRECT)
    body = {"query": MUTATIONS[name]}
    answer = closed_api.client.post("/graphql", json=body, headers=bearer(*set(Scope) - {need}))
    assert code(answer) == ["FORBIDDEN"]
    answer = closed_api.client.post("/graphql", json=body, headers=bearer(Scope.READ, need))
    assert "FORBIDDEN" not in code(answer)


def identifier(key):
    found = id_of(key)
    assert found
    return found


def connect(api, headers=None, payload=None):
    with api.client.websocket_connect(
        "/graphql", subprotocols=["graphql-transport-ws"], headers=headers or {}
    ) as socket:
        socket.send_json({"type": "connection_init"} | ({"payload": payload} if payload else {}))
        acknowledged = socket.receive_json()
        socket.send_json({"id": "1", "type": "subscribe", "payload": {"query": "{ events { totalCount } }"}})
        return acknowledged["type"], socket.receive_json()


def test_a_socket_needs_a_key_in_its_header_or_its_first_message(closed_api, bearer):
    header = bearer(Scope.READ)
    read = ("connection_ack", {"id": "1", "type": "next", "payload": {"data": {"events": {"totalCount": 0}}}})
    assert connect(closed_api, header)[0] == read[0]
    kind, answer = connect(closed_api, payload={"Authorization": header["Authorization"]})
    assert (kind, answer["payload"]["data"]) == ("connection_ack", {"events": {"totalCount": 0}})
    small = bearer(Scope.EXPORT)
    for wrong in (
        {},
        {"payload": {"authorization": "Bearer no"}},
        {"payload": {"authorization": 5}},
        {"headers": small},
    ):
        with pytest.raises(WebSocketDisconnect) as caught:
            connect(closed_api, **wrong)
        assert caught.value.code == 4403


def test_a_key_that_is_revoked_ends_what_its_socket_may_do(closed_api, bearer, monkeypatch):
    monkeypatch.setattr("api.keys.SECONDS", -1.0)
    header = bearer(Scope.READ)
    with closed_api.client.websocket_connect(
        "/graphql", subprotocols=["graphql-transport-ws"], headers=header
    ) as socket:
        socket.send_json({"type": "connection_init"})
        assert socket.receive_json()["type"] == "connection_ack"
        with closed_api.database.writing() as connection:
            revoke_key(connection, identifier(header["Authorization"].split()[1]))
        socket.send_json({"id": "1", "type": "subscribe", "payload": {"query": "{ events { totalCount } }"}})
        refused = socket.receive_json()
    assert (refused["type"], refused["payload"][0]["extensions"]["code"]) == ("error", "FORBIDDEN")


@pytest.mark.parametrize("given", ["Bearer nonsense", "Basic YTpi", "Bearer", "nonsense", "Bearer " + "x" * 5000])
def test_a_key_that_is_none_is_told_even_where_none_is_needed(sqlite_api, given):
    answer = sqlite_api.client.get("/v1/events", headers={"Authorization": given})
    assert (answer.status_code, answer.json()["code"]) == (401, "FORBIDDEN")
    assert given[6:] not in answer.text or len(given) < 7


def test_a_revoked_key_and_a_wrong_secret_are_no_keys(closed_api, bearer, monkeypatch):
    monkeypatch.setattr("api.keys.SECONDS", -1.0)
    header = bearer(Scope.READ)
    wrong = {"Authorization": header["Authorization"][:-1] + ("A" if header["Authorization"][-1] != "A" else "B")}
    assert closed_api.client.get("/v1/events", headers=wrong).status_code == 401
    with closed_api.database.writing() as connection:
        revoke_key(connection, identifier(header["Authorization"].split()[1]))
    assert closed_api.client.get("/v1/events", headers=header).status_code == 401


def test_a_key_is_remembered_for_some_seconds(closed_api, bearer, count_statements):
    header = bearer(Scope.READ)
    with count_statements(closed_api.database) as counted:
        for _ in range(3):
            closed_api.client.post("/graphql", json={"query": "{ __typename }"}, headers=header)
    assert [statement for statement in counted.statements if "api_key" in statement] == counted.statements
    assert counted.count == 1


def test_refusals_are_in_the_shape_of_the_api_that_was_asked(closed_api):
    problem = closed_api.client.get("/v1/events")
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json()["code"] == "FORBIDDEN"
    error = json.loads(closed_api.client.post("/graphql").text)["errors"][0]
    assert error["extensions"]["code"] == "FORBIDDEN"
    assert "Authorization: Bearer" in error["extensions"]["hint"]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "news.example", "10.0.0.1", "127.1.example"])
def test_an_address_that_others_reach_needs_a_decision(sqlite_template, host):
    url = f"sqlite:///{sqlite_template}"
    with pytest.raises(SettingError, match="others can reach"):
        create_app(Settings(database_url=url, host=host))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.1", "::1", "localhost"])
def test_reading_is_open_on_this_machines_own_addresses(sqlite_template, host):
    database = open_database(f"sqlite:///{sqlite_template}")
    assert create_app(Settings(host=host), database)
    database.close()


@pytest.mark.parametrize("path", ["/graphql", "/v1/events", "/v1/events.csv", "/metrics"])
def test_two_keys_at_once_are_refused_whichever_way_is_taken(served, path):
    api = served(api_keys="ana:0123456789abcdef")
    key = b"Bearer 0123456789abcdef"
    both = [("Authorization", value) for value in (key, b"Bearer other")]
    for headers in (both, both[::-1], [both[0], both[0]]):
        if path == "/graphql":
            answer = api.client.post(path, json={"query": "{ __typename }"}, headers=headers)
        else:
            answer = api.client.get(path, headers=headers)
        assert answer.status_code == 400, (path, answer.text)
        assert "Authorization" in answer.text


def test_what_the_door_says_is_kept_by_nobody(served):
    api = served(open_scopes=(), api_keys="ana:0123456789abcdef")
    for path in ("/graphql", "/v1/events"):
        answer = api.client.post("/graphql", json={"query": "{ __typename }"}) if path == "/graphql" else None
        refused = answer or api.client.get(path)
        assert (refused.status_code, refused.headers["cache-control"]) == (401, "no-store")
