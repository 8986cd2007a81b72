"""The OpenAPI document is up to date, valid, described throughout, and true of every answer."""

import json

import pytest
import typer

from api.app import create_app
from api.rest.openapi import openapi, openapi_text
from api.rest.problems import TITLES
from dateline.settings import Settings
from scripts import openapi as script


def test_the_stored_document_is_up_to_date():
    assert script.DOCUMENT.read_text(encoding="utf-8") == openapi_text()


def test_a_document_that_is_out_of_date_is_shown_and_fails_the_check(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(script, "DOCUMENT", tmp_path / "openapi.json")
    with pytest.raises(typer.Exit) as caught:
        script.main(write=False)
    assert caught.value.exit_code == 1
    shown = capsys.readouterr()
    assert '+  "openapi": "3.1.0",' in shown.out
    assert "Run: python -m scripts.openapi --write" in shown.err
    script.main(write=True)
    script.main(write=False)


def test_the_document_is_valid():
    validator = pytest.importorskip("openapi_spec_validator")
    validator.validate(json.loads(openapi_text()))


def test_the_document_is_served(sqlite_rest):
    assert sqlite_rest.get("openapi.json") == json.loads(openapi_text())


def walk(value, path=()):
    yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in pairs:
        yield from walk(one, (*path, key))


def test_every_parameter_field_and_object_is_described():
    for path, value in walk(openapi()):
        if path == ("components", "parameters"):
            assert all(one["description"] for one in value.values()), path
        if isinstance(value, dict) and "properties" in value and path[-1] != "properties":
            assert value["description"], path
            assert all(one["description"] for one in value["properties"].values()), path
        if isinstance(value, dict) and "enum" in value and path[:2] == ("components", "schemas") and len(path) == 3:
            assert all(f"- {one}: " in value["description"] for one in value["enum"]), path


def test_every_reference_leads_somewhere_and_every_object_is_used():
    schemas = openapi()["components"]["schemas"]
    used = {value["$ref"] for _, value in walk(openapi()) if isinstance(value, dict) and "$ref" in value}
    names = {one.rpartition("/")[2] for one in used if "/schemas/" in one}
    assert names == set(schemas)


def test_every_route_is_in_the_document(tmp_path):
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path}/dateline.db"))
    app.state.database.close()
    every = {getattr(route, "path", "") for route in app.routes}
    paths = {path for path in every if path.startswith("/v1/")}
    assert paths - set(openapi()["paths"]) == {"/v1/openapi.json", "/v1/stats.ndjson"}
    assert set(openapi()["paths"]) <= paths


def schema_at(pointer):
    return {"$ref": pointer, "components": openapi()["components"]}


@pytest.mark.parametrize(
    ("path", "operation"),
    [
        ("events?limit=100&totalCount=true", "/v1/events"),
        ("actors?limit=100", "/v1/actors"),
        ("locations?limit=100", "/v1/locations"),
        ("quotes?limit=100", "/v1/quotes"),
        ("articles?limit=100", "/v1/articles"),
        ("stats?by=ACTOR,LOCATION,DAY", "/v1/stats"),
        ("search?search=porto&totalCount=true", "/v1/search"),
    ],
)
def test_answers_are_as_the_document_says_with_no_field_more(rest, path, operation):
    jsonschema = pytest.importorskip("jsonschema")
    content = openapi()["paths"][operation]["get"]["responses"]["200"]["content"]["application/json"]
    answer = rest.get(path)
    jsonschema.Draft202012Validator({**strict(content["schema"]), **strict(openapi()["components"], True)}).validate(
        answer
    )
    noun = operation.rpartition("/")[2]
    if noun not in ("stats", "search"):
        single = openapi()["paths"][f"{operation}/{{id}}"]["get"]["responses"]["200"]["content"]["application/json"]
        schema = {**single["schema"], **strict(openapi()["components"], True)}
        jsonschema.Draft202012Validator(schema).validate(rest.get(f"{noun}/{answer['data'][0]['id']}"))


def strict(value, wrap=False):
    """The schema with every field that it does not name forbidden."""
    if isinstance(value, list):
        return [strict(one) for one in value]
    if not isinstance(value, dict):
        return value
    own = {key: strict(one) for key, one in value.items()}
    if isinstance(value.get("properties"), dict) and value.get("type") == "object":
        own["additionalProperties"] = False
    return {"components": own} if wrap else own


def test_problems_are_as_the_document_says(sqlite_rest):
    jsonschema = pytest.importorskip("jsonschema")
    schema = jsonschema.Draft202012Validator(openapi()["components"]["schemas"]["Problem"])
    for path, status in (("events?x=1", 400), ("events?limit=1000", 400), ("events/x", 404), ("nothing", 404)):
        problem = sqlite_rest.refuse(path, status)
        schema.validate(problem)
        assert problem["code"] in TITLES
