"""Web archives (WARC), those of CC-NEWS among them: each page that was answered with 200 is an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.extraction.reading.decoding import decode
from dateline.extraction.reading.inputs import LARGEST, Found, Input, LeftOut
from schema.errors import SourceError
from schema.mentions import RawArticle

PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def read_warc(source: Input) -> Iterator[Found]:
    """The pages of an archive, one record in memory at a time."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    found = False
    try:
        for number, record in enumerate(ArchiveIterator(source.stream), 1):
            if record.rec_type != "response" or record.http_headers is None:
                continue
            found = True
            yield _read_record(record, source.name, number)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        yield source.error(f"a web archive that cannot be read: {error}.", "Fetch it again.")
    else:
        if not found:
            yield source.error("there are no answers of servers in it.", "Remove it.", "EMPTY")


def _read_record(record: Any, name: str, number: int) -> Found:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    where = f"{name}, record {number}"
    status = record.http_headers.get_statuscode()
    media_type, _, rest = (record.http_headers.get_header("Content-Type") or "text/html").partition(";")
    media_type = media_type.strip().lower()
    if status != "200":
        return LeftOut(f"{name}", f"answered with {status[:3]}")
    if media_type not in PAGES:
        return LeftOut(f"{name}", f"{media_type[:60]} in a web archive")
    try:
        content = record.content_stream().read(LARGEST + 1)
    except Exception as error:  # a record's own packing is wrong: brotli, chunks, zlib; the rest of the archive is fine
        return SourceError(f"{where} ({url}): it does not unpack: {error}.", code="BROKEN")
    if len(content) > LARGEST:
        return SourceError(f"{where} ({url}): larger than {LARGEST:,} bytes.", code="TOO_LARGE")
    if not content.strip():
        return LeftOut(f"{name}", "an empty answer")
    charset = rest.partition("charset=")[2].strip(" \"';") or None
    try:
        text, encoding = decode(content, f"{where} ({url})", html=media_type != "text/plain", declared=charset)
    except SourceError as error:
        return error
    return RawArticle(name, text, "text/plain" if media_type == "text/plain" else "text/html", encoding, url=url)
