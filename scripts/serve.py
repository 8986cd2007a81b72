"""Serves the API and its pages: `dateline serve`."""

from __future__ import annotations

import asyncio
import gc
import shlex
import signal
import socket
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer
import uvicorn
from sqlalchemy import Connection, make_url, select
from starlette.applications import Starlette

from api.access import open_scopes
from api.app import create_app
from api.connections import PatientProtocol
from api.spare_memory import spare_arenas
from dateline.extraction.version import VERSION
from dateline.logs import set_up_logs
from dateline.settings import PROJECT, Settings, read_settings
from dateline.store import Database, open_database
from dateline.store.keeping.sqlite_library import spare_locks
from dateline.store.reading.stored_texts import count_older
from schema.errors import DatelineError, UnavailableError
from schema.tables import ARTICLE
from scripts.options import DatabaseUrl, OwnActorList, OwnPlaces

SAMPLES = PROJECT / "samples"
SAMPLES_NAME = "dateline-samples.db"
LOOK_SECONDS = 1
"""Between two looks at the user's own database, while samples are shown."""
SHUTDOWN_SECONDS = 10
"""How long requests under way may take after the server was told to stop."""
PING_SECONDS = 12.0
"""How often a silent WebSocket is asked whether anybody is there, which keeps proxies from closing it."""
SWITCH_SECONDS = 0.0005
"""How long a thread keeps the interpreter while others wait: a request changes threads several times, and with the
usual 5 ms each time it would wait long beside a download."""

Host = Annotated[str | None, typer.Option(help="Address to listen on; 127.0.0.1 by default.")]
Port = Annotated[int | None, typer.Option(help="Port to listen on; 8000 by default, 0 takes a free one.")]
Samples = Annotated[
    bool, typer.Option("--samples", help="Show the sample articles as long as the database holds no articles.")
]


def main(
    database: DatabaseUrl = None,
    host: Host = None,
    port: Port = None,
    samples: Samples = False,
    gazetteer: OwnPlaces = None,
    actors: OwnActorList = None,
) -> None:
    """Serve the GraphQL API and its explorer page.

    Samples are kept in a database of their own (dateline-samples.db, beside a SQLite database), never in yours.  As
    soon as yours holds an article, it is shown instead; the server need not be started again.  The database is made,
    or brought up to date, where needed.  Ctrl-C ends it.  Every option can be set by the environment too
    (DATABASE_URL, DATELINE_HOST, DATELINE_PORT, ...; see docs/settings.md).

    Examples:

      dateline serve --samples

      dateline serve --port 9000 --database sqlite:///news.db

      DATELINE_OPEN_SCOPES=none dateline serve --host 0.0.0.0   # every reader needs a key
    """
    try:
        settings = read_settings(database_url=database, host=host, port=port, gazetteer=gazetteer, actors=actors)
        set_up_logs(settings.log_level, settings.log_format)
        if settings.gazetteer is not None or settings.actors is not None:
            check_own_lists(settings)
        open_scopes(settings)
        opened = open_database(settings.database_url, create=True)
    except DatelineError as error:
        fail(str(error))
    with listen(settings.host, settings.port) as listener:
        if samples and is_empty(opened) and not show_samples(settings, opened, listener, seed_command(database)):
            opened.close()
            return
        tell_older(opened)
        serve(settings, opened, listener, Shown(settings.database_url))


def check_own_lists(settings: Settings) -> None:
    """SettingError where the user's own places or actors cannot be used, before anybody asks for an analysis."""
    from scripts.gazetteer import check_actors, prepare_gazetteer

    prepare_gazetteer(settings)
    check_actors(settings)


def is_empty(database: Database) -> bool:
    """Whether no article is stored."""
    return not database.run(has_articles)


def has_articles(connection: Connection) -> bool:
    """Whether any is stored."""
    return connection.execute(select(ARTICLE.c.id).limit(1)).first() is not None


def tell_older(database: Database) -> None:
    """Says how many articles another version of the reader has read, and what to do."""
    older = database.run(lambda connection: count_older(connection, VERSION))
    if older:
        typer.echo(
            f"{older:,} articles were read by another version of Dateline.  To read them again, while the server "
            "runs: dateline reextract",
            err=True,
        )


def show_samples(settings: Settings, own: Database, listener: socket.socket, command: str) -> bool:
    """Serves the samples until the user's own database holds an article: then True, False where it was stopped."""
    with tempfile.TemporaryDirectory() as spare:
        url = samples_url(settings.database_url, Path(spare))
        mine = settings.model_copy(update={"database_url": url, "database_replica_url": ""})
        samples = open_database(url, create=True)
        if is_empty(samples) or samples.run(lambda connection: count_older(connection, VERSION)):
            seed_samples(mine)
        return serve(mine, samples, listener, Shown(url, command), own)


def samples_url(own_url: str, spare: Path) -> str:
    """The database of the samples: beside the user's own where that is a file, else in a folder that passes."""
    prefix, _, path = own_url.partition("sqlite:///")
    return f"sqlite:///{(spare if prefix or not path else Path(path).absolute().parent) / SAMPLES_NAME}"


def seed_samples(settings: Settings, folder: Path = SAMPLES) -> None:
    """Reads the sample articles into their database; the program ends where that fails."""
    # Reading articles loads a language model, which takes seconds that serving need not wait for.
    from scripts.seed import seed_folder

    status = seed_folder(folder, settings)
    if status:
        raise typer.Exit(status)


def listen(host: str, port: int) -> socket.socket:
    """A bound socket; the program ends with one line where the address or port cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        fail(f"cannot listen on {host}, port {port}: {reason}. Try another one: --port {port + 1 if port else 8001}")
    return listener


@dataclass(frozen=True, slots=True)
class Shown:
    """Which database is served."""

    url: str
    command: str | None = None
    """What fills the user's own, where samples are shown instead of it."""

    def __str__(self) -> str:
        if self.command is None:
            return f"It shows what is in {_short(self.url)}."
        return (
            f"It shows the samples, which are fiction ({_short(self.url)}).  To see articles of your own instead:\n"
            f"  {self.command}"
        )


def _short(url: str) -> str:
    """A database's URL without a password; a file by its path from here."""
    if not url.startswith("sqlite:///"):
        return make_url(url).render_as_string()
    return _from_here(Path(url.removeprefix("sqlite:///")).absolute())


def _from_here(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def seed_command(database: str | None) -> str:
    """What reads articles into the database that `--database` names, or into the usual one."""
    named = [] if database is None else ["--database", shlex.quote(database)]
    return " ".join([_from_here(Path(sys.executable)), "-m", "scripts.seed", "FILES", *named])


def serve(
    settings: Settings, database: Database, listener: socket.socket, shown: Shown, own: Database | None = None
) -> bool:
    """Answers requests until the program is told to stop, or until the user's own database holds an article.

    True for the latter.  The listener stays open: who asks meanwhile waits for what is served next.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        app = create_app(settings, database, own)
    except DatelineError as error:
        fail(str(error))
    config = uvicorn.Config(
        app,
        http=partial(PatientProtocol, seconds=settings.max_request_seconds, direct=app.state.direct),  # type: ignore[arg-type]
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        ws_max_size=settings.max_message_bytes,
        ws_ping_interval=PING_SECONDS,
        server_header=False,
        timeout_notify=LOOK_SECONDS,
        callback_notify=None if own is None else lambda: server.give_way(own),
    )
    server = AnnouncingServer(config, app, settings.drain_seconds, shown)
    # The server hands a signal on when it has shut down; to stop when asked is no failure.
    signal.signal(signal.SIGTERM, _stop)
    try:
        server.run(sockets=[listener.dup()])
    except KeyboardInterrupt:
        typer.echo("Stopped.")
    return server.gave_way


class AnnouncingServer(uvicorn.Server):
    """Prints what to open once it can be opened; ends event streams when it stops, which would never end themselves."""

    def __init__(self, config: uvicorn.Config, app: Starlette, drain_seconds: float, shown: Shown) -> None:
        super().__init__(config)
        self._app = app
        self._drain_seconds = drain_seconds
        self._shown = shown
        self.gave_way = False
        """Whether it ended because there is something else to show."""

    async def give_way(self, own: Database) -> None:
        """Ends where the user's own database holds an article now."""
        try:
            if await own.read(lambda connection: not has_articles(connection)):
                return
        except UnavailableError:
            return
        self.gave_way = self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Says that it is not ready, ends subscriptions, then waits for the other requests."""
        if not self.gave_way:
            self._app.state.stopping = True
            await asyncio.sleep(self._drain_seconds)
        await self._app.state.live.stop()
        await super().shutdown(sockets)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Starts, then tells where."""
        await super().startup(sockets)
        spare_garbage_collection()
        for listener in sockets or ():
            typer.echo(announcement(*listener.getsockname()[:2]))
        typer.echo(self._shown)
        sys.stdout.flush()


def spare_garbage_collection() -> None:
    """Lets the collector pass over what was made so far, and come less often.

    All of it stays as long as the server does; to look through it again and again costs a sixth of each answer.
    Full rounds wait until a quarter is new of what the last one saw: one that sees nothing makes them come in time.
    """
    gc.collect()
    gc.freeze()
    gc.collect()
    gc.set_threshold(10_000, 5, 5)


def announcement(host: str, port: int) -> str:
    """What to open, and how to stop."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    base = f"http://{shown}:{port}"
    return f"Dateline is running.  Open {base}/ to look around, {base}/graphql to ask; REST: {base}/v1; Ctrl-C stops."


def fail(reason: str) -> NoReturn:
    """Ends the program with one line and status 1."""
    typer.echo(f"error: {reason}", err=True)
    raise typer.Exit(1)


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)


def prepare() -> None:
    """Prepares the whole process; `main` does not, since tests call it where databases are open and threads run."""
    spare_locks()
    spare_arenas()


if __name__ == "__main__":
    prepare()
    typer.run(main)
