"""Serves a language model's program over standard input and output: `dateline mcp`."""

from __future__ import annotations

import logging
import sys

import anyio
import typer
from mcp.server.stdio import stdio_server

from api.agents.server import agent_server
from api.graphql.schema import build_schema, schema_text
from dateline.settings import read_settings
from dateline.store import Database, open_database
from schema.errors import DatelineError
from scripts.options import DatabaseUrl


def main(database: DatabaseUrl = None) -> None:
    """Serve the Model Context Protocol on standard input and output: tools that search, count and read; none changes.

    A program that has a language model starts it.  What it says of itself goes to standard error.

    Examples:

      dateline mcp

      dateline mcp --database sqlite:///news.db
    """
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    try:
        settings = read_settings(database_url=database)
        opened = open_database(settings.database_url).restricted(settings.rights)
    except DatelineError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from None
    try:
        anyio.run(serve, opened)
    finally:
        opened.close()


async def serve(database: Database) -> None:
    """Answers until standard input ends."""
    server = agent_server(lambda: database, schema_text(build_schema()), lambda _context: None)
    async with stdio_server() as (receiving, sending):
        await server.run(receiving, sending, server.create_initialization_options())


if __name__ == "__main__":
    typer.run(main)
