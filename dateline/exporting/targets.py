"""Where an export goes: a file, a folder or an open stream.  What is not whole never has its final name."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from schema.errors import DatelineError, InputError, UnavailableError

try:
    import fcntl
except ImportError:
    # Windows, which does not let two programs write one file anyway.
    fcntl = None  # type: ignore[assignment]


class Sink(io.RawIOBase):
    """A stream of bytes that counts and hashes what goes through it; formats write to nothing else."""

    def __init__(self, raw: BinaryIO | io.RawIOBase) -> None:
        self._raw = raw
        self._digest = hashlib.sha256()
        self._dead = False
        self.size = 0
        """Bytes written."""

    @property
    def sha256(self) -> str:
        """Of what was written, in hexadecimal."""
        return self._digest.hexdigest()

    def writable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """Bytes written: pipes have no place of their own, and Parquet asks for it."""
        return self.size

    def write(self, data: object) -> int:
        """Writes all of it; nothing once abandoned."""
        whole = memoryview(data).cast("B")  # type: ignore[arg-type]
        if self._dead:
            return len(whole)
        rest = whole
        while rest:
            rest = rest[self._raw.write(rest) :]
        self._digest.update(whole)
        self.size += len(whole)
        return len(whole)

    def abandon(self) -> None:
        """Swallows what a writer may still want to write when it is thrown away."""
        self._dead = True


def spare_folder(owner: object) -> Path:
    """A folder for what a writer cannot write from front to back; it goes when its owner does."""
    folder = tempfile.mkdtemp(prefix="dateline-")
    weakref.finalize(owner, shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


@contextmanager
def file_sink(path: Path) -> Iterator[Sink]:
    """A sink into `path`, which appears when the block ends well; on any error nothing is there that was not before.

    A device or a pipe is written to as it stands.  Raises UnavailableError where the disk is full, InputError where the
    file cannot be written or another export writes it now.
    """
    with _told(path):
        _check_target(path)
        if path.exists() and not path.is_file():
            with path.open("wb", buffering=0) as raw, _sink(raw) as sink:
                yield sink
            return
        # A link stays one: what it leads to is replaced.
        whole = path.resolve()
        part = whole.with_name(whole.name + ".part")
        with part.open("ab", buffering=0) as raw:
            _claim(raw.fileno(), path)
            with _removed_on_error(part), _sink(raw) as sink:
                raw.truncate(0)
                yield sink
                os.fsync(raw.fileno())
                part.replace(whole)


@contextmanager
def stream_sink(descriptor: int, name: str) -> Iterator[Sink]:
    """A sink into an open file descriptor, which stays open; `name` is what errors call it."""
    with _told(Path(name)), open(descriptor, "wb", buffering=0, closefd=False) as raw, _sink(raw) as sink:
        yield sink


@contextmanager
def folder_target(path: Path) -> Iterator[Path]:
    """A folder to fill, which gets the name `path` when the block ends well and is removed on any error.

    Raises InputError where there is something already, UnavailableError where the disk is full.
    """
    part = path.with_name(path.name + ".part")
    with _told(path):
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise InputError(f"{path} is there already.", hint="Name a new folder, or remove that one first.")
        part.mkdir(parents=True, exist_ok=True)
        with _opened(part) as descriptor:
            _claim(descriptor, path)
            with _removed_on_error(part):
                _empty(part)
                yield part
                part.replace(path)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _empty(folder: Path) -> None:
    for one in folder.iterdir():
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one)
        else:
            one.unlink()


def _claim(descriptor: int, path: Path) -> None:
    """Keeps others from writing the same until it is closed: what a killed process left is free again."""
    if fcntl is None:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InputError(
            f"Another export writes {path} now.", hint="Wait for it, or give this one another name."
        ) from error


@contextmanager
def _removed_on_error(part: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        if part.is_dir():
            shutil.rmtree(part, ignore_errors=True)
        else:
            part.unlink(missing_ok=True)
        raise


@contextmanager
def _sink(raw: BinaryIO | io.RawIOBase) -> Iterator[Sink]:
    sink = Sink(raw)
    try:
        yield sink
    except BaseException:
        sink.abandon()
        raise


def _check_target(path: Path) -> None:
    if path.is_dir():
        raise InputError(f"{path} is a folder.", hint="Name a file in it.")
    if not path.resolve().parent.is_dir():
        raise InputError(f"There is no folder {path.parent}.", hint="Make it first.")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _sentence(path, error) from error


def _sentence(path: Path, error: OSError) -> DatelineError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UnavailableError(f"The disk is full: {path} was not written.", hint="Free some space, and start again.")
    return InputError(f"{path} cannot be written: {error.strerror}.", hint="Check its name and that it may be written.")
