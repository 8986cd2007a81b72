"""Shows how a query is answered: its code, its statements and its answer: `dateline explain FILE`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from api.graphql.fast.answering import FastPath
from api.graphql.fast.compiler import shown
from api.graphql.fast.fallback import Fallback
from api.graphql.schema import build_schema
from api.turns import Turns
from dateline.settings import read_settings
from dateline.store import Database, open_database
from dateline.store.keeping.deadline import Deadline
from schema.errors import DatelineError
from scripts.options import DatabaseUrl
from scripts.serve import fail

Query = Annotated[Path, typer.Argument(help="A file with one GraphQL query.", exists=True, dir_okay=False)]
Variables = Annotated[str, typer.Option("--variables", help="Its variables, as a JSON object.")]


def main(query: Query, variables: Variables = "{}", database: DatabaseUrl = None) -> None:
    """Show the code, the statements and the answer of a query that is compiled, or why it is not.

    Example: dateline explain api/graphql/examples/03-deadliest-attacks.graphql
    """
    try:
        given = orjson.loads(variables)
    except orjson.JSONDecodeError:
        given = None
    if not isinstance(given, dict):
        fail('--variables is no JSON object; write it like {"first": 5}.')
    try:
        opened = open_database(read_settings(database_url=database).database_url)
    except DatelineError as error:
        fail(str(error))
    try:
        typer.echo("\n".join(explained(opened, query.read_text(encoding="utf-8"), given)))
    except Fallback as error:
        fail(f"the query is executed in the ordinary way: {error}.")
    except DatelineError as error:
        fail(str(error))
    finally:
        opened.close()


def explained(database: Database, text: str, variables: dict[str, Any]) -> list[str]:
    """The pieces that are shown; Fallback where the query is not compiled."""
    statements: list[str] = []
    database.listeners += (lambda statement, _: statements.append(statement),)
    schema = build_schema()
    fast = FastPath(schema._schema, database, schema.limits, schema.documents, Turns())
    asked = fast.prepare(text, None, variables)
    answer = orjson.loads(fast.read(asked, Deadline(60.0)))
    fast.close()
    shown_answer = orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode()
    code = [f"-- code {number}\n{piece}" for number, piece in enumerate(shown(asked.plan), 1)]
    return [*code, *(f"-- statement {number}\n{one}\n" for number, one in enumerate(statements, 1)), shown_answer]


if __name__ == "__main__":
    typer.run(main)
