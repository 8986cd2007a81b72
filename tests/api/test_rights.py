"""What the operator does not show is shown nowhere: one marked article, asked for in every way there is."""

import html
import io
import json
import zipfile

import pyarrow.ipc
import pyarrow.parquet
import pytest
import typer
from sqlalchemy import select
from typer.testing import CliRunner

from api.rest.downloads import downloads
from api.rest.exports import NAMES
from dateline.settings import Settings
from dateline.store import open_database
from schema.tables import ARTICLE, EVENT, EVIDENCE, QUOTE
from scripts.export import main
from tests.api.conftest import serve
from tests.api.test_access import NEEDS
from tests.store.world import make_world

LONGEST = 24
EVERYTHING = """{
  articles(first: 50) { nodes { id text title publisher url
    events { nodes { summary } } quotes { nodes { text } } } }
  events(first: 50) { nodes { summary
    reports { nodes { evidence { text context(before: 900, after: 900) article { title publisher url } } } }
    participants { evidence { text context } } } }
  quotes(first: 50) { nodes { id text evidence { text context } } }
  actors(first: 50) { nodes { offices { evidence { text context } } mentions(first: 5) { nodes { text context } } } }
}"""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def world(request, tmp_path_factory):
    return make_world(request, tmp_path_factory, request.param)


@pytest.fixture
def words(world):
    """Stretches of the publishers' words that are longer than an excerpt, in all tables."""
    database = open_database(world)
    columns = (ARTICLE.c.text, EVIDENCE.c.text, QUOTE.c.text, EVENT.c.summary)
    with database.reading() as connection:
        found = {text for column in columns for text in connection.execute(select(column)).scalars()}
    database.close()
    long = {text[: LONGEST + 1] for text in found if len(text) > LONGEST}
    assert len(long) > 5
    return long


@pytest.fixture(params=["excerpts", "none"])
def held_back(world, request):
    for api in serve(world, texts=request.param, longest_excerpt=LONGEST):
        api.texts = request.param  # type: ignore[attr-defined]
        yield api


def every_answer(api):
    """Of each route that reads, and of GraphQL over HTTP and as a stream; ids from the lists themselves."""
    yield api.client.post("/graphql", json={"query": EVERYTHING}).text
    yield api.client.post("/graphql", json={"query": EVERYTHING}, headers={"Accept": "text/event-stream"}).text
    files = {path: chosen.name for path, _, chosen in downloads()}
    for path, need in NEEDS.items():
        if need is None or path in ("/graphql", "/v1/analyze", "/v1/stats", "/v1/stats.ndjson", "/v1/stats.csv"):
            continue
        if "{id}" in path:
            listed = api.client.get(path.removesuffix("/{id}"), params={"limit": 50}).json()["data"]
            yield from (api.client.get(path.replace("{id}", one["id"])).text for one in listed)
            continue
        if "{view}" in path:
            yield from (api.client.get(path.replace("{view}", name)).text for name in NAMES)
            continue
        asked = {"/v1/search": {"search": "police"}, "/v1/suggestions": {"text": "pol"}}
        answer = api.client.get(path, params=asked.get(path, {}))
        assert answer.status_code == 200, (path, answer.text)
        yield as_text(answer.content, files.get(path))


def evidences(data):
    events = data["events"]["nodes"]
    return [report["evidence"] for event in events for report in event["reports"]["nodes"]]


def as_text(content, name):
    if name in ("parquet", "geoparquet"):
        return json.dumps(pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist(), default=str, ensure_ascii=False)
    if name == "arrow-stream":
        return json.dumps(pyarrow.ipc.open_stream(content).read_all().to_pylist(), default=str, ensure_ascii=False)
    if name == "arrow":
        return json.dumps(pyarrow.ipc.open_file(content).read_all().to_pylist(), default=str, ensure_ascii=False)
    if name == "xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return "".join(html.unescape(book.read(part).decode()) for part in book.namelist())
    return content.decode("utf-8", "replace")  # of a GeoPackage what is text


def test_no_answer_has_more_of_a_text_than_is_shown(held_back, words):
    answers = list(every_answer(held_back))
    assert len(answers) > 30
    for answer in answers:
        shown = answer.replace('\\"', '"').replace('""', '"')
        assert not [text for text in words if text in shown]


def test_excerpts_are_cut_and_what_is_none_is_null(held_back):
    data = held_back.ask(EVERYTHING)
    assert {article["text"] for article in data["articles"]["nodes"]} == {None}
    evidence = evidences(data)
    if held_back.texts == "none":
        assert {one["text"] for one in evidence} == {one["context"] for one in evidence} == {None}
        assert {quote["text"] for quote in data["quotes"]["nodes"]} == {""}
    else:
        assert all(0 < len(one["text"]) <= LONGEST and 0 < len(one["context"]) <= LONGEST for one in evidence)
        assert any(one["text"].endswith("…") for one in evidence)


def test_publisher_title_and_link_go_with_every_fact(held_back):
    articles = [one["article"] for one in evidences(held_back.ask(EVERYTHING))]
    assert articles
    assert any(article["title"] for article in articles)
    assert any(article["publisher"] for article in articles)


@pytest.mark.parametrize("noun", ["events", "quotes", "articles", "mentions", "annotations", "acled"])
@pytest.mark.parametrize("texts", ["excerpts", "none"])
def test_the_export_command_holds_back_too(world, words, monkeypatch, tmp_path, noun, texts):
    monkeypatch.setenv("DATELINE_TEXTS", texts)
    monkeypatch.setenv("DATELINE_LONGEST_EXCERPT", str(LONGEST))
    export = typer.Typer()
    export.command()(main)
    path = tmp_path / "out.ndjson"
    done = CliRunner().invoke(export, [noun, "--output", str(path), "--database", world])
    assert done.exit_code == 0, done.output
    lines = path.read_text(encoding="utf-8")
    assert len(lines.splitlines()) > 5
    assert not [text for text in words if text in lines]


def test_all_of_it_is_shown_where_nothing_is_held_back(api, words):
    shown = "\n".join(every_answer(api))
    assert [text for text in words if text in shown]
    assert None not in {article["text"] for article in api.ask(EVERYTHING)["articles"]["nodes"]}


def test_what_writes_sees_all(world):
    database = open_database(world)
    held_back = database.restricted(Settings(texts="none").rights)
    everything = select(ARTICLE.c.text)
    with database.reading() as connection:
        texts = sorted(connection.execute(everything).scalars())
    with held_back.writing() as connection:
        assert sorted(connection.execute(everything).scalars()) == texts
    with held_back.reading() as connection:
        assert set(connection.execute(everything).scalars()) == {None}
    with database.reading() as connection:
        assert sorted(connection.execute(everything).scalars()) == texts
    database.close()


def search(api, words):
    """The ids of the articles that are found, and how many events and quotes."""
    data = api.ask(SEARCH, words=words)
    found = {node["id"] for node in data["articles"]["nodes"]}
    return found, data["events"]["totalCount"] + data["quotes"]["totalCount"]


SEARCH = """query Search($words: String!) {
  articles(search: $words, first: 50) { nodes { id } }
  events(search: $words, first: 1) { totalCount }
  quotes(search: $words, first: 1) { totalCount }
}"""


def test_a_search_gives_no_word_that_is_not_shown(world, held_back, api):
    opened = open_database(world)
    with opened.reading() as connection:
        rows = connection.execute(select(ARTICLE.c.id, ARTICLE.c.text, ARTICLE.c.title)).all()
    opened.close()
    titles = " ".join(row.title or "" for row in rows).casefold()
    row = next(row for row in rows if row.title and len(row.text.split()) > 12)
    inside = " ".join(row.text.split()[5:9])
    assert inside.casefold() not in titles
    assert row.id in search(api, f'"{inside}"')[0]
    found, told = search(held_back, f'"{inside}"')
    assert found == set()
    assert told == 0 or held_back.texts == "excerpts"
    assert row.id in search(held_back, f'"{row.title}"')[0]
