"""The `dateline` command: everything that a user runs, under one name.

Each command is a module of this package and can also be run as `python -m scripts.NAME`.  A module is imported when its
command is run, so that `dateline --help` is quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from typing import Annotated, Any, Final

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup

COMMANDS: Final = {
    "serve": "Serve the page, the GraphQL API and REST.",
    "seed": "Read articles and store what they say.",
    "watch": "Follow feeds, sitemaps and folders.",
    "export": "Write what is stored to files.",
    "analyze": "Read articles and print what they say; nothing is stored.",
    "reextract": "Read stored articles again after an update.",
    "remove": "Take articles out for good.",
    "backup": "Copy the database while it is in use.",
    "restore": "Put a backup back.",
    "keys": "Make, list and revoke API keys.",
    "doctor": "Check an installation and say what to do.",
    "gazetteer": "Build the gazetteer ahead of time, and check places of your own.",
    "mcp": "Serve tools for a language model's program, over standard input and output.",
    "explain": "Show how a GraphQL query is answered.",
}
"""Name and summary of each command, in the order of the help."""


class LazyGroup(TyperGroup):
    """Imports the module of a command when it is run; the help knows summaries only."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = {name: TyperCommand(name, help=summary) for name, summary in COMMANDS.items()}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command itself; a usage error for an unknown one."""
        name, _, rest = super().resolve_command(ctx, args)
        return name, load_command(str(name)), rest


def load_command(name: str) -> Any:
    """The command of a module: its `app` where it has commands of its own, or its `main`."""
    module = import_module(f"scripts.{name}")
    if not hasattr(module, "app"):
        app = typer.Typer(add_completion=False)
        app.command()(module.main)
        return prepared(typer.main.get_command(app), getattr(module, "prepare", None))
    return typer.main.get_command(module.app)


def prepared(command: Any, prepare: Any) -> Any:
    """The command, with `prepare` called before it: what holds for the whole process."""
    if prepare is not None:
        invoke = command.invoke

        def invoke_prepared(context: Any) -> Any:
            prepare()
            return invoke(context)

        command.invoke = invoke_prepared
    return command


app = typer.Typer(
    cls=LazyGroup,
    help="""From news articles to an event API.

    Examples:

      dateline serve --samples

      dateline seed articles/ more.jsonl

      dateline export events --output events.csv

      dateline seed --help
    """,
    no_args_is_help=True,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {version('dateline')}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
]


@app.callback()
def options(version: Version = False) -> None:
    """Options of `dateline` itself."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `dateline` with these arguments, by default with those of the process."""
    app(arguments, prog_name="dateline")


if __name__ == "__main__":
    main()
