"""What is packed: gzip, Zstandard, bzip2, xz around one file; ZIP and TAR with many.  Bounded in size and ratio."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, cast

import zstandard

from dateline.extraction.reading.inputs import Found, Input, LeftOut
from schema.errors import SourceError

MOST_DEPTH = 3
"""Archives within archives."""
MOST_MEMBERS = 1_000_000
LARGEST_RATIO = 200
"""Unpacked bytes for each packed one, once FREE bytes are unpacked: text reaches 20."""
FREE = 100_000_000

Dispatch = Callable[[Input], Iterator[Found]]
_TROUBLE = (zstandard.ZstdError, OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError,
            RuntimeError, NotImplementedError, ValueError)  # fmt: skip


class _Raw(io.RawIOBase):
    """A stream over another one that only reads on."""

    def __init__(self, stream: BinaryIO) -> None:
        self.inner = stream
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        content = self.inner.read(len(buffer))
        self.given += len(content)
        buffer[: len(content)] = content
        return len(content)


class Bounded(_Raw):
    """A stream that ends in an error where it gives too much for what is packed: `packed` tells the bytes so far."""

    def __init__(self, stream: BinaryIO, name: str, packed: Callable[[], int]) -> None:
        super().__init__(stream)
        self._name = name
        self._packed = packed

    def readinto(self, buffer: Any) -> int:
        count = super().readinto(buffer)
        if self.given > max(FREE, self._packed() * LARGEST_RATIO):
            raise SourceError(
                f"{self._name}: it unpacks to more than {LARGEST_RATIO} times its size.",
                hint="Unpack it by hand.",
                code="BOMB",
            )
        return count


def read_packed(source: Input, dispatch: Dispatch) -> Iterator[Found]:
    """What lies in one packed file."""
    if source.depth >= MOST_DEPTH:
        yield source.error(f"more than {MOST_DEPTH} archives within each other.", "Unpack it by hand.", "TOO_DEEP")
        return
    stem, suffix = os.path.splitext(source.name)
    inner = stem if suffix.lower() in (".gz", ".zst", ".bz2", ".xz") else source.name
    inner = inner + ".tar" if suffix.lower() in (".tgz", ".tbz2", ".txz") else inner
    counted = _Raw(source.stream)
    try:
        opened = _open(io.BufferedReader(counted))
        stream = io.BufferedReader(Bounded(opened, source.name, lambda: counted.given))
        for item in dispatch(Input(inner, stream, source.rules, source.depth + 1)):
            yield _renamed(item, inner, source.name)
    except _TROUBLE as error:
        yield source.error(f"it does not unpack: {error}.", "Fetch it again.")


def _renamed(item: Found, inner: str, name: str) -> Found:
    """Messages name the file that is there, not the one in it."""
    if isinstance(item, SourceError) and item.message.startswith(inner) and not item.message.startswith(name):
        return SourceError(name + item.message[len(inner) :], hint=item.hint, code=item.code)
    return item


def _open(packed: io.BufferedReader) -> BinaryIO:
    start = packed.peek(6)[:6]
    if start.startswith(b"\x1f\x8b"):
        return cast("BinaryIO", gzip.GzipFile(fileobj=packed))
    if start.startswith(b"BZh"):
        return cast("BinaryIO", bz2.BZ2File(packed))
    if start.startswith(b"\xfd7zXZ"):
        return cast("BinaryIO", lzma.LZMAFile(packed))
    if not start.startswith(b"\x28\xb5\x2f\xfd"):
        raise ValueError("this is none of gzip, Zstandard, bzip2 and xz")
    return cast(
        "BinaryIO", zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(packed, read_across_frames=True)
    )


def read_zip(source: Input, dispatch: Dispatch) -> Iterator[Found]:
    """The articles of all files of a ZIP archive."""
    if source.depth >= MOST_DEPTH:
        yield source.error(f"more than {MOST_DEPTH} archives within each other.", "Unpack it by hand.", "TOO_DEEP")
        return
    try:
        with zipfile.ZipFile(source.seekable()) as archive:
            members = archive.infolist()
            yield from _read_members(source, dispatch, archive, members)
    except _TROUBLE as error:
        yield source.error(f"a ZIP archive that cannot be read: {error}.", "Fetch it again.")


def _read_members(
    source: Input, dispatch: Dispatch, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]
) -> Iterator[Found]:
    files = [member for member in members if not member.is_dir()]
    if len(files) > MOST_MEMBERS:
        yield source.error(f"more than {MOST_MEMBERS:,} files.", "Unpack it by hand.", "TOO_LARGE")
        return
    for member in files:
        name = f"{source.name}/{member.filename}"
        if member.flag_bits & 1:
            yield SourceError(f"{name}: it is encrypted.", hint="Unpack it by hand.", code="ENCRYPTED")
            continue
        try:
            with archive.open(member) as stream:
                size = member.compress_size
                bounded = Bounded(cast("BinaryIO", stream), name, lambda size=size: size)  # type: ignore[misc]
                yield from dispatch(Input(name, io.BufferedReader(bounded), source.rules, source.depth + 1))
        except _TROUBLE as error:
            yield SourceError(f"{name}: it does not unpack: {error}.", hint="Fetch it again.", code="BROKEN")


def read_tar(source: Input, dispatch: Dispatch) -> Iterator[Found]:
    """The articles of all files of a TAR archive, read in one pass."""
    if source.depth >= MOST_DEPTH:
        yield source.error(f"more than {MOST_DEPTH} archives within each other.", "Unpack it by hand.", "TOO_DEEP")
        return
    try:
        with tarfile.open(fileobj=source.stream, mode="r|") as archive:
            for member in archive:
                name = f"{source.name}/{member.name}"
                stream = archive.extractfile(member) if member.isfile() else None
                if stream is not None:
                    yield from dispatch(Input(name, cast("BinaryIO", stream), source.rules, source.depth + 1))
                elif not member.isdir():
                    yield LeftOut(name, "a link or device")
    except _TROUBLE as error:
        yield source.error(f"a TAR archive that cannot be read: {error}.", "Fetch it again.")
