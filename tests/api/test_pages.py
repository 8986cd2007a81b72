import pytest
from sqlalchemy import text

from api import pages

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture
def built(tmp_path, monkeypatch):
    """Files that stand for the built page and the built explorer."""
    for name in ("PAGE", "EXPLORER"):
        file = tmp_path / f"{name}.html"
        file.write_text(f"<!doctype html><title>{name}</title>", encoding="utf-8")
        monkeypatch.setattr(pages, name, file)


@pytest.mark.parametrize(
    ("path", "title"),
    [("/", "PAGE"), ("/search?q=a", "PAGE"), ("/try", "PAGE"), ("/event/evt_a", "PAGE"), ("/graphql", "EXPLORER")],
)
def test_a_browser_gets_a_page_under_a_strict_policy(sqlite_api, built, path, title):
    response = sqlite_api.client.get(path, headers=BROWSER)
    assert (response.status_code, response.text) == (200, f"<!doctype html><title>{title}</title>")
    assert response.headers["content-type"].startswith("text/html")
    policy = response.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe-eval" not in policy
    assert ("unsafe-inline" in policy) == (title == "EXPLORER")


@pytest.mark.parametrize(
    ("path", "name", "told"), [("/", "PAGE", "The page"), ("/graphql", "EXPLORER", "The explorer")]
)
def test_a_browser_is_told_what_is_not_built(sqlite_api, tmp_path, monkeypatch, path, name, told):
    monkeypatch.setattr(pages, name, tmp_path / "index.html")
    response = sqlite_api.client.get(path, headers=BROWSER)
    assert response.status_code == 503
    assert f"{told} is not built" in response.text


def test_a_program_gets_json_from_the_same_address(sqlite_api, built):
    query = {"query": "{ __typename }"}
    response = sqlite_api.client.get("/graphql", params=query, headers={"Accept": "application/json"})
    assert response.json()["data"] == {"__typename": "Query"}
    page = sqlite_api.client.get("/graphql", params=query, headers=BROWSER)
    assert page.headers["content-type"].startswith("text/html")


def test_the_schema_can_be_downloaded(sqlite_api):
    response = sqlite_api.client.get("/graphql/schema.graphql")
    assert response.headers["content-type"].startswith("text/plain")
    assert "type Query {" in response.text


def test_the_examples_can_be_downloaded(sqlite_api):
    examples = sqlite_api.client.get("/graphql/examples.json").json()
    assert len(examples) >= 12
    assert all(set(example) == {"name", "title", "query", "variables"} for example in examples)


def test_it_is_ready_where_the_database_answers_and_alive_in_any_case(fresh_api):
    for path in ("/health", "/ready"):
        healthy = fresh_api.client.get(path)
        assert (healthy.status_code, healthy.json()["status"]) == (200, "ok")
        assert healthy.json()["database"] == fresh_api.database.dialect
    with fresh_api.database.writing() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    assert fresh_api.client.get("/health").status_code == 200
    ill = fresh_api.client.get("/ready")
    assert ill.status_code == 503
    assert ill.json() == {"status": "unavailable", "reason": "The database has no Dateline tables yet."}


def test_a_server_that_stops_is_not_ready(sqlite_api):
    sqlite_api.client.app.state.stopping = True
    answer = sqlite_api.client.get("/ready")
    assert (answer.status_code, answer.json()["reason"]) == (503, "This server is stopping.")
