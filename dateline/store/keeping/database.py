"""One database: opening it, and the short connections that everything else is given.

Reads see committed facts only and never wait for writers; writers take turns.  No password appears in an error.
"""

from __future__ import annotations

import asyncio
import copy
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import psycopg
from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from dateline.store.keeping.deadline import current_deadline, is_interruption, limited
from dateline.store.keeping.migration import migrate, require_current
from dateline.store.keeping.sqlite_files import BUSY_SECONDS, Place, SqliteFile, find_file, use_journal
from schema.errors import DatabaseAwayError, DatabaseError, DiskFullError, SettingError
from schema.rights import ALL_RIGHTS, Rights

T = TypeVar("T")

Listener = Callable[[str, float], None]
"""Takes a statement's text, with placeholders for values, and the seconds until its first rows were there."""

CONNECT_SECONDS = 10
POOL_SIZE = 10
POOL_OVERFLOW = 30
EARTH_KM = 6371.0088
"""Mean radius of the earth."""
_WRITER_LOCK = 7_210_452
_PASSING = ("08", "57P", "53300", "40001", "40P01")
"""PostgreSQL's states: no connection, it starts or stops, it has too many, it broke off what stood in another's way."""


class Database:
    """Hands out connections.  Every function of `dateline.store` takes one of them as its first argument."""

    def __init__(self, engine: Engine, rights: Rights = ALL_RIGHTS, place: Place | None = None) -> None:
        self.engine = engine
        self.place = place or Place()
        self.rights = rights
        """What reading shows of the publishers' words; writing sees all."""
        self.dialect = engine.dialect.name
        """`sqlite` or `postgresql`."""
        self._reader = engine.execution_options(isolation_level="AUTOCOMMIT")
        self.listeners: tuple[Listener, ...] = ()
        """Told of each statement, also of those that do not pass the engine."""
        if not rights.are_full:
            self._reader.dialect = _restricted(engine.dialect, rights)

    def restricted(self, rights: Rights) -> Database:
        """The same database, read with these rights."""
        return self if rights == self.rights else Database(self.engine, rights, self.place)

    def source(self) -> Database:
        """Which database answers reads now, where there are several."""
        return self

    def connections_in_use(self) -> int:
        """How many are handed out now."""
        return self.engine.pool.checkedout()  # type: ignore[attr-defined, no-any-return]

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for statements that each see what is committed when they start."""
        with translated(), self._reader.connect() as connection, limited(connection):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction, the only writing one at the time: committed at the end, undone on any error."""
        with (
            self.place.written(),
            translated(),
            self.engine.begin() as connection,
            limited(connection, transaction=True),
        ):
            if self.dialect == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITER_LOCK})
            yield connection

    def run(self, function: Callable[[Connection], T]) -> T:
        """The function's result on a connection for reading."""
        with self.reading() as connection:
            return function(connection)

    async def read(self, function: Callable[[Connection], T]) -> T:
        """The same in a thread, so that an event loop goes on."""
        return await asyncio.to_thread(self.run, function)

    async def write(self, function: Callable[[Connection], T]) -> T:
        """The function's result in a writing transaction, in a thread."""

        def call() -> T:
            with self.writing() as connection:
                return function(connection)

        return await asyncio.to_thread(call)

    def close(self) -> None:
        """Closes all connections."""
        self.engine.dispose()


def _restricted(dialect: Dialect, rights: Rights) -> Dialect:
    """A dialect whose result columns hold back what the rights do not allow; statements are compiled for it apart."""
    own = copy.copy(dialect)
    # What it has worked out so far of how types come out is the unrestricted one's.
    own.__dict__.pop("_type_memos", None)
    own.rights = rights  # type: ignore[attr-defined]
    return own


def open_database(url: str, *, create: bool = False) -> Database:
    """Opens the database at `sqlite:///path` or `postgresql://user:password@host/name`.

    With `create` the file, its folder and the tables are made or brought up to date; without it they must be there.
    Raises SettingError for a URL that makes no sense, DatabaseError where nothing usable answers.
    """
    database = connect_database(url, create=create)
    try:
        _prepare(database, create)
    except BaseException:
        database.close()
        raise
    return database


def connect_database(url: str, *, create: bool = False, connect_seconds: int = CONNECT_SECONDS) -> Database:
    """The same without a look at its tables, which may be missing, older or newer."""
    parsed = _parse(url)
    if parsed.get_backend_name() == "sqlite":
        file = find_file(Path(str(parsed.database)), create=create)
        return Database(_sqlite_engine(parsed, file), place=Place(file))
    return Database(_postgresql_engine(parsed, connect_seconds))


def _prepare(database: Database, create: bool) -> None:
    if create and not database.place.is_fixed:
        with database.writing() as connection:
            migrate(connection)
    else:
        database.run(require_current)


def _parse(url: str) -> URL:
    hint = "Use sqlite:///path/to/file.db or postgresql://user:password@host/name."
    try:
        parsed = make_url(url)
        backend = parsed.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise SettingError("The database URL cannot be read.", hint=hint) from error
    if backend == "postgres":
        backend = "postgresql"
    if backend == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise SettingError(f"Databases of the kind {backend[:40]!r} are not supported.", hint=hint)
    if not parsed.database or parsed.database == ":memory:":
        raise SettingError("A SQLite database needs the path of a file.", hint=hint)
    return parsed.set(drivername="sqlite")


def _postgresql_engine(url: URL, connect_seconds: int) -> Engine:
    return create_engine(
        url,
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
        pool_pre_ping=True,
        # Query texts stay the same, so the server's plans of prepared statements are worth keeping.
        connect_args={
            "connect_timeout": connect_seconds,
            # A machine that is gone would else be waited for as long as the system resends, a quarter of an hour.
            "tcp_user_timeout": connect_seconds * 1000,
            # The fast path passes dates and instants on as the server writes them.
            "options": "-c timezone=UTC -c datestyle=ISO",
            "client_encoding": "utf8",
        },
    )


def _sqlite_engine(url: URL, file: SqliteFile) -> Engine:
    engine = create_engine(url, creator=file.connect, pool_size=POOL_SIZE, max_overflow=POOL_OVERFLOW)
    event.listen(engine, "connect", _prepare_fixed if file.is_fixed else _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, record: object) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}").close()
    use_journal(connection)
    _prepare_fixed(connection, record)
    connection.execute("PRAGMA synchronous = NORMAL").close()


def _prepare_fixed(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.create_function("haversine_km", 4, haversine_km, deterministic=True)
    for pragma in ("foreign_keys = ON", "temp_store = MEMORY", "cache_size = -16000"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # The driver would begin late and as a reader; two of those that both want to write end in "database is locked".
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def haversine_km(
    latitude: float | None, longitude: float | None, other_latitude: float, other_longitude: float
) -> float | None:
    """Great-circle distance of two points in degrees, in kilometres on a sphere; None without a point."""
    if latitude is None or longitude is None:
        return None
    north = math.radians(other_latitude - latitude) / 2
    east = math.radians(other_longitude - longitude) / 2
    scale = math.cos(math.radians(latitude)) * math.cos(math.radians(other_latitude))
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(math.sin(north) ** 2 + scale * math.sin(east) ** 2)))


@contextmanager
def translated() -> Iterator[None]:
    """Errors of the driver as DatabaseError: one short line, without the URL, the statement or its values."""
    try:
        yield
    except DBAPIError as error:
        deadline = current_deadline()
        if deadline is not None and is_interruption(error.orig):
            raise deadline.error() from error
        lines = str(error.orig).strip().splitlines() or [type(error.orig).__name__]
        if _is_full(error):
            raise DiskFullError from error
        kind = DatabaseAwayError if _is_away(error) else DatabaseError
        raise kind(f"The database failed: {_short(lines[0].rstrip('.'))}.", hint=_hint(error)) from error


def _is_away(error: DBAPIError) -> bool:
    """Whether the same may work later: the server is gone, starts or stops, or somebody else holds the file."""
    state: str | None = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return state.startswith(_PASSING)
    if error.connection_invalidated or "database is locked" in str(error.orig):
        return True
    return isinstance(error.orig, psycopg.OperationalError)


def _is_full(error: DBAPIError) -> bool:
    """Whether a statement failed for want of room on the disk."""
    said = str(error.orig)
    return (
        getattr(error.orig, "sqlstate", None) == "53100" or "disk is full" in said or "No space left on device" in said
    )


def _short(line: str, longest: int = 160) -> str:
    return line if len(line) <= longest else line[:longest] + " …"


def _hint(error: DBAPIError) -> str:
    message = str(error.orig)
    if "not a database" in message:
        return "The file is something else; name another one."
    if "locked" in message:
        return "Another program is writing to it; try again when it is done."
    if "readonly" in message or "unable to open" in message:
        return "Check that the file and its folder may be written."
    return "Check that the server runs and that the database URL is right."
