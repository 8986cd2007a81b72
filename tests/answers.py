"""Records what a store answers, to show that a change of the code changed no byte: `python -m tests.answers --help`.

Asked are generated operations over the whole schema, every field by its shortest way, the examples
of REST and every list and row of it, and every view of the export in every format.  One line a question: the question,
the status, the size and the SHA-256 of the answer's bytes.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer
from hypothesis import HealthCheck, Phase, given, settings
from starlette.testclient import TestClient

from api.app import create_app
from api.rest.examples import EXAMPLES
from dateline.exporting import Export, export_file, snapshot
from dateline.exporting.formats import FORMATS
from dateline.exporting.views import VIEWS
from dateline.settings import read_settings
from dateline.store import Database, open_database
from tests.api.fast.differential import FIELDS, SCHEMA
from tests.api.fast.generated import every_field, operations, sensible

GENERATED = 12
"""Documents of each field of the root; each is asked as it is and with arguments that find something."""
NOUNS = ("event", "actor", "location", "quote", "article")
CLOCKS = ("xlsx", "gpkg")
"""Formats that hold the moment of their making."""


class Answer(NamedTuple):
    """A question, and the bytes that answered it."""

    question: str
    status: int
    content: bytes

    def line(self) -> str:
        """As it is recorded."""
        digest = hashlib.sha256(self.content).hexdigest()
        return json.dumps([self.question, self.status, len(self.content), digest], ensure_ascii=False)


Record = Annotated[Path, typer.Argument(help="The file of lines that is written, or compared with.")]
Url = Annotated[str, typer.Option("--database", help="The store that is asked.")]
Compare = Annotated[bool, typer.Option("--compare", help="Write nothing; status 1 where an answer is another one.")]


def main(record: Record, database: Url, compare: Compare = False) -> None:
    """Ask a store a fixed list of questions and record the answers, or ask the recorded ones again and compare.

    Example: python -m tests.answers before.jsonl --database sqlite:///data/dateline-samples.db
    """
    before = record.read_text(encoding="utf-8").splitlines() if compare else []
    asked = [str(json.loads(line)[0]) for line in before]
    lines = [
        answer.line()
        for answer in ask_all(database, [question for question in asked if not question.startswith("export ")])
    ]
    if not compare:
        record.write_text("\n".join(lines) + "\n", encoding="utf-8")
        typer.echo(f"{len(lines):,} answers recorded.")
        return
    changed = [line for line in lines if line not in set(before)]
    typer.echo("\n".join(changed[:20]))
    typer.echo(f"{len(lines):,} answers, {len(before):,} before, {len(changed):,} changed.")
    raise typer.Exit(1 if changed or len(lines) != len(before) else 0)


def ask_all(url: str, asked: Sequence[str] = ()) -> Iterator[Answer]:
    """Every question with its answer, in a fixed order; new questions where none are given.

    Hypothesis draws constants from the sources, so other code generates other documents: to compare, ask the old ones.
    """
    opened = open_database(url)
    try:
        app = create_app(read_settings(database_url=url), opened)
        with TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 50_000)) as client:
            ids = {noun: _find_ids(client, noun) for noun in NOUNS}
            for question in asked or [*documents(ids), *paths(client, ids)]:
                yield ask(client, question)
        yield from exports(opened)
    finally:
        opened.close()


def ask(client: TestClient, question: str) -> Answer:
    """The answer to a path of REST or a document of GraphQL."""
    headers = {"X-Request-ID": "same"}
    if question.startswith("/"):
        answer = client.get(question, headers=headers)
    else:
        answer = client.post("/graphql", json={"query": question}, headers=headers)
    return Answer(question, answer.status_code, answer.content)


def documents(ids: dict[str, list[str]]) -> Iterator[str]:
    """GraphQL documents: every field by its shortest way, and generated ones."""
    for document in every_field(SCHEMA):
        for noun, known in ids.items():
            document = document.replace(f'"{noun}"', f'"{known[0]}"')
        yield document
    for field in FIELDS:
        for document in generated(field):
            yield document
            yield sensible(SCHEMA, document, ids, 0)


def generated(field: str) -> list[str]:
    """Operations on one field of the root."""
    made: list[str] = []

    @settings(
        max_examples=GENERATED,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operations(SCHEMA, field))
    def note(text: str) -> None:
        made.append(text)

    note()
    return made


def paths(client: TestClient, ids: dict[str, list[str]]) -> Iterator[str]:
    """Paths of REST: all that the OpenAPI document has, with examples and with ids."""
    described: dict[str, Any] = client.get("/v1/openapi.json").json()["paths"]
    for path, operation in described.items():
        if "get" not in operation or path.endswith(CLOCKS):
            continue
        noun = path.removeprefix("/v1/").split("/")[0].removesuffix("s")
        known = ids.get(noun, [])
        yield from (path.replace("{id}", one) for one in known[:3]) if "{id}" in path else (path,)
        yield from (f"{path}?{query}" for query in EXAMPLES.get(path, ()))
    yield from ("/graphql/examples.json", "/graphql/schema.graphql", "/v1/openapi.json", "/v1", "/health")


def exports(database: Database) -> Iterator[Answer]:
    """Every view in every format that takes it."""
    with tempfile.TemporaryDirectory() as folder, snapshot(database) as connection:
        for view in VIEWS:
            for kind in FORMATS:
                if kind.can_write(view) and kind.name not in CLOCKS:
                    path = Path(folder) / f"{view.name}{kind.suffix}"
                    export_file(connection, Export(view, kind), path, lambda _: None)
                    yield Answer(f"export {view.name} {kind.name}", 0, path.read_bytes())
                    path.unlink()


def _find_ids(client: TestClient, noun: str) -> list[str]:
    answer = client.post("/graphql", json={"query": f"{{ {noun}s(first: 8) {{ nodes {{ id }} }} }}"}).json()
    return [node["id"] for node in answer["data"][f"{noun}s"]["nodes"]]


if __name__ == "__main__":
    typer.run(main)
