"""Rows 21 to 24, 26 and 27: feeds and files that mean harm, through the programs that read them.

Each is refused by name with its reason, what is harmless beside it is read, and memory stays.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import threading
import zipfile
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from dateline.store import open_database
from schema.tables import ARTICLE
from tests.hostile.clients import send
from tests.ingestion.watching.conftest import Site, make_handler

LONGEST_SECONDS = 150
"""For a run that loads a language model, beside others on a small machine."""
MOST_MEMORY = 1_000_000_000
"""Bytes that a run may hold at most: the model with what it needs is half of that."""
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = gzip.compress(bytes(200_000_000), 9)
HARMLESS = "Police arrested 40 people in Lima on Monday, Mayor Ruth Hale said."
OWN = "127.0.0.1 ::1 ::ffff:127.0.0.1 0.0.0.0 2130706433 0x7f.1 169.254.169.254 10.0.0.1 64:ff9b::7f00:1".split()
"""Forms of addresses in one's own network."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a run."""

    status: int
    told: str
    memory: int
    """Most bytes that its process held."""


STARTER = """
import os, subprocess, sys, threading
process = subprocess.Popen(sys.argv[3:])
timer = threading.Timer(float(sys.argv[2]), process.kill)
timer.start()
_, status, used = os.wait4(process.pid, 0)
timer.cancel()
open(sys.argv[1], "w").write(str(used.ru_maxrss * 1024))
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""A small process between the tests and what they measure: the kernel counts the memory of whoever starts a program as
the program's own, and tests hold more than the limit."""


def run(script: str, *arguments: str) -> Done:
    """One of the programs in a process of its own."""
    with tempfile.NamedTemporaryFile("r") as memory:
        starter = [sys.executable, "-c", STARTER, memory.name, str(LONGEST_SECONDS)]
        command = [*starter, sys.executable, "-m", f"scripts.{script}", *arguments]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        return Done(done.returncode, done.stdout, int(memory.read()))


def titles(path: Path) -> set[str | None]:
    database = open_database(f"sqlite:///{path}")
    found = database.run(lambda connection: set(connection.execute(select(ARTICLE.c.title)).scalars()))
    database.close()
    return found


@pytest.fixture
def site():
    """A server of this machine, known as localhost."""
    made = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), make_handler(made))
    made.base = f"http://localhost:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()


def rss(title, *links, head=""):
    items = "".join(f"<item><title>{title}</title><link>{link}</link></item>" for link in links)
    return f'{head}<rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'


def test_21_22_23_24_feeds_that_mean_harm_are_named_and_the_others_read(site, tmp_path):
    port = urlsplit(site.base).port
    inside = [f"http://{f'[{host}]' if ':' in host else host}:{port}/secret" for host in OWN]
    site.pages |= {
        "/laughs": rss("laughs", f"{site.base}/a", head=f'<!DOCTYPE r [<!ENTITY l0 "lol">{LAUGHS}]>'),
        "/file": rss("file", f"{site.base}/a", head='<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "/bomb": (BOMB, {"Content-Encoding": "gzip"}),
        "/brotli": (b"\x8b\x03\x80", {"Content-Encoding": "br"}),
        "/bomb.xml.gz": BOMB,
        "/path": "/etc/passwd",
        "/inward": rss("inward", *inside, "file:///etc/passwd"),
        "/moved": (302, {"Location": f"http://127.0.0.1:{port}/secret"}),
        "/secret": rss("secret", f"{site.base}/a"),
        "/honest": rss("honest", f"{site.base}/harmless"),
        "/harmless": f"<html><title>Harmless</title><body><article><p>{HARMLESS}</p></article></body></html>",
    }
    bad = ("laughs", "file", "bomb", "brotli", "path", "moved", "inward")
    feeds = [f"{site.base}/{name}" for name in (*bad, "honest")]
    options = ("--sitemap", f"{site.base}/bomb.xml.gz", "--allow-host", "localhost", "--pause", "0", "--once")
    path = tmp_path / "a.db"
    done = run("watch", *feeds, *options, "--database", f"sqlite:///{path}")
    assert done.status == 1, done.told
    assert titles(path) == {"honest"}
    assert "Traceback" not in done.told
    assert done.told.count("declares entities of its own") == 2, done.told
    for words in ("/bomb is larger than", "/path is no RSS", "/bomb.xml.gz", "/brotli is packed as"):
        assert words in done.told, done.told
    assert done.told.count("in a network of one's own") >= len(OWN), done.told
    assert "/secret" not in {path for path, _ in site.asked}
    assert done.memory < MOST_MEMORY


def test_22_26_files_that_mean_harm_are_named_and_the_others_read(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("../../out.txt", f"{HARMLESS} It was packed.")
        packed.writestr("zeros.txt", bytes(50_000_000))
    linked = io.BytesIO()
    with tarfile.open(fileobj=linked, mode="w") as packed:
        member = tarfile.TarInfo("link.txt")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(member)
    (folder / "zip.txt").write_bytes(archive.getvalue())
    (folder / "tar.txt").write_bytes(linked.getvalue())
    (folder / "gzip.jsonl").write_bytes(BOMB[:100_000])
    (folder / "ignored.zip").write_bytes(archive.getvalue())
    (folder / "deep.jsonl").write_text('{"text": ' + "[" * 100_000 + "]" * 100_000 + "}")
    (folder / "huge.txt").write_bytes(b"word " * 2_500_000)
    (folder / "long.jsonl").write_bytes(b'{"text": "' + b"word " * 2_500_000 + b'"}')
    (folder / "long-text.txt").write_text((HARMLESS + "\n") * 7_000)
    (folder / "nested.html").write_text("<div>" * 100_000 + "x" + "</div>" * 100_000)
    (folder / "laughs.html").write_text(f'<!DOCTYPE r [<!ENTITY l0 "lol">{LAUGHS}]><p>&l9;</p>')
    os.mkfifo(folder / "pipe.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    (folder / "harmless.jsonl").write_text(json.dumps({"title": "Harmless", "text": HARMLESS}))
    path = tmp_path / "a.db"
    done = run("seed", str(folder), "--workers", "1", "--database", f"sqlite:///{path}")
    assert done.status == 1, done.told
    assert titles(path) == {"Harmless", None}, done.told  # what is packed is read, and written nowhere
    assert not (tmp_path / "out.txt").exists()
    assert "Traceback" not in done.told
    bad = sorted(file.name for file in folder.iterdir() if file.stem not in ("harmless", "ignored", "tar"))
    assert all(name in done.told for name in bad), done.told
    assert "a link or device" in done.told
    assert done.memory < MOST_MEMORY


def test_22_a_packed_request_is_refused(server, beside):
    for path in ("/graphql", "/v1/analyze"):
        for packing in ("gzip", "br", "zstd", "deflate"):
            headers = {"Content-Type": "application/json", "Content-Encoding": packing}
            status, answer, told = send(server.base, "POST", path, BOMB[:200_000], headers)
            assert (status, told["accept-encoding"]) == (415, "identity")
            assert b"not packed" in answer
