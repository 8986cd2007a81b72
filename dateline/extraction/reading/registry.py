"""The formats that Dateline reads: names, endings of files, how their bytes begin, and what reads them.

What bytes are counts more than what a file is called: a PDF named .txt is read as a PDF.  Where the bytes say nothing
(text is text), the ending of the name decides.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from dateline.extraction.reading.formats import documents, jsons, mail, newsml, packed, tables, text, warc
from dateline.extraction.reading.formats.wire import is_wire
from dateline.extraction.reading.inputs import Found, Input, LeftOut, Reader, peek, peekable
from schema.errors import SourceError


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    read: Reader
    begins: Callable[[bytes], bool] | None = None
    """Whether bytes are certainly of this format; None where they never are."""
    is_collection: bool = False
    """Whether one file can hold many articles."""


def _starts(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(marks)


def _is_xml(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return b"<\0?\0x\0m\0l" in start or b"\0<\0?\0x\0m\0l" in start
    if text.looks_like_page(head):
        return False
    return start.startswith(b"<?xml") or bool(
        re.match(rb"<(?:nitf|newsItem|newsMessage|NewsML|rss|feed|rdf:RDF|urlset)\b", start)
    )


def _is_tar(head: bytes) -> bool:
    return head[257:262] == b"ustar"


def _read_zip(source: Input) -> Iterator[Found]:
    """What a ZIP file is, by what lies in it."""
    stream = source.seekable()
    again = Input(source.name, stream, source.rules, source.depth)
    try:
        with zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
            kind = archive.open("mimetype").read(100).decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        yield source.error(f"a ZIP file (or Word, Excel, EPUB) that cannot be read: {error}.", "Fetch it again.")
        return
    if "word/document.xml" in names:
        yield from documents.read_word(again)
    elif "xl/workbook.xml" in names or "xl/workbook.bin" in names or "spreadsheet" in kind:
        stream.seek(0)
        yield from tables.read_sheets(again)
    elif "epub" in kind or "META-INF/container.xml" in names:
        yield from documents.read_epub(again)
    elif "opendocument.text" in kind:
        yield from documents.read_opendocument(again)
    elif "ppt/presentation.xml" in names or "opendocument" in kind:
        yield LeftOut(source.name, "slides or drawings")
    else:
        yield from packed.read_zip(again, read_input)


def _read_packed(source: Input) -> Iterator[Found]:
    yield from packed.read_packed(source, read_input)


def _read_tar(source: Input) -> Iterator[Found]:
    yield from packed.read_tar(source, read_input)


FORMATS = (
    Format("PDF", (".pdf",), "application/pdf", documents.read_pdf, _starts(b"%PDF")),
    Format(
        "ZIP, Word, Excel, OpenDocument, EPUB",
        (".zip", ".docx", ".docm", ".xlsx", ".xlsm", ".xlsb", ".odt", ".ods", ".epub"),
        "application/zip", _read_zip, _starts(b"PK\x03\x04", b"PK\x05\x06"), True,
    ),
    Format(
        "gzip, Zstandard, bzip2, xz", (".gz", ".zst", ".bz2", ".xz", ".tgz"), "application/gzip", _read_packed,
        _starts(b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"BZh", b"\xfd7zXZ"), True,
    ),
    Format("TAR", (".tar",), "application/x-tar", _read_tar, _is_tar, True),
    Format("RTF", (".rtf",), "application/rtf", documents.read_rtf, _starts(b"{\\rtf"), True),
    Format("WARC", (".warc",), "application/warc", warc.read_warc, _starts(b"WARC/"), True),
    Format(
        "Parquet, Arrow", (".parquet", ".arrow", ".feather", ".arrows"), "application/vnd.apache.parquet",
        tables.read_columnar, _starts(b"PAR1", b"ARROW1"), True,
    ),
    Format("XLS", (".xls",), "application/vnd.ms-excel", tables.read_sheets, None, True),
    Format("NITF, NewsML, RSS, Atom", (".xml", ".nitf", ".newsml", ".rss", ".atom", ".rdf"), "application/xml",
           newsml.read_xml, _is_xml, True),
    Format("MHTML", (".mhtml", ".mht"), "multipart/related", mail.read_mhtml),
    Format("mailbox", (".mbox", ".mbx"), "application/mbox", mail.read_mailbox, mail.looks_like_mailbox, True),
    Format("message", (".eml",), "message/rfc822", mail.read_message, mail.looks_like_message),
    Format("JSON Lines", (".jsonl", ".ndjson", ".jl"), "application/jsonl", jsons.read_lines, None, True),
    Format("JSON", (".json",), "application/json", jsons.read_json, None, True),
    Format("CSV, TSV", (".csv", ".tsv", ".tab"), "text/csv", tables.read_delimited, None, True),
    Format("HTML", (".html", ".htm", ".xhtml"), "text/html", text.read_page, text.looks_like_page),
    Format("Markdown", (".md", ".markdown"), "text/markdown", text.read_markdown),
    Format("text, exports of Nexis, Factiva and ProQuest, wire messages", (".txt", ".text", ".anpa"), "text/plain",
           text.read_text, is_wire, True),
)  # fmt: skip
"""In the order in which they are tried."""

BY_SUFFIX = {suffix: one for one in FORMATS for suffix in one.suffixes}
BY_MEDIA_TYPE = {one.media_type: one for one in FORMATS}
SURE = tuple(one for one in FORMATS if one.begins is not None and one.name not in ("HTML", "message"))
"""What bytes tell whatever the name is."""
PAGES = frozenset(".php .asp .aspx .jsp .shtml .cfm .do".split())
"""Endings of programs that write pages: what was saved from them is read where it is a page."""
HTML, JSON, JSON_LINES, TEXT = (BY_SUFFIX[suffix] for suffix in (".html", ".json", ".jsonl", ".txt"))


def find_format(name: str, head: bytes) -> Format | None:
    """The format of bytes that begin so, in a file of this name; None where it is none that is read."""
    suffix = os.path.splitext(name.lower())[1]
    named = BY_SUFFIX.get(suffix)
    sure = next((one for one in SURE if one.begins is not None and one.begins(head)), None)
    if sure is not None and not (
        named is not None and named.media_type in ("multipart/related", "text/html", "message/rfc822")
    ):
        return sure
    if named is not None:
        return _text_named(named, head)
    return (
        _unnamed(head)
        if not suffix or suffix in PAGES or not suffix[1:].isalpha() or len(suffix) > 6
        else _sniffed(head)
    )


def _text_named(named: Format, head: bytes) -> Format:
    """Text is often called .txt whatever it is, and JSON Lines .json."""
    if named is TEXT:
        return _sniffed(head) or TEXT
    if named.media_type == "application/vnd.ms-excel" and not head.startswith(b"\xd0\xcf\x11\xe0"):
        return BY_SUFFIX[".csv"]
    return named


def _sniffed(head: bytes) -> Format | None:
    """Text that is certainly a page, a message or JSON."""
    if text.looks_like_page(head):
        return HTML
    if mail.looks_like_message(head):
        return BY_SUFFIX[".eml"]
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if re.match(rb'\{\s*"[^"\n]{1,60}"\s*:', start):
        return JSON_LINES if re.search(rb'\}\s*\n\s*\{\s*"', start) else JSON
    return JSON if re.match(rb'\[\s*\{\s*"[^"\n]{1,60}"\s*:', start) else None


def _unnamed(head: bytes) -> Format | None:
    found = _sniffed(head)
    if found is not None:
        return found
    words = head.split()
    is_text = b"\0" not in head and len(words) > 20 and sum(len(word) < 20 for word in words) > 0.9 * len(words)
    return TEXT if is_text and not head.startswith(b"#!") else None


def read_input(source: Input) -> Iterator[Found]:
    """What an input holds, in whatever format it is; what it is not is left out with the reason."""
    stream = peekable(source.stream)
    opened = Input(source.name, stream, source.rules, source.depth)
    parts = source.name.replace("\\", "/").split("/")
    if source.depth and any(part.startswith(("._", ".DS_Store")) or part == "__MACOSX" for part in parts):
        return
    try:
        yield from _read_opened(opened, peek(stream))
    except SourceError as error:
        yield error


def _read_opened(source: Input, head: bytes) -> Iterator[Found]:
    if not head.strip():
        yield source.error("the file is empty.", "Remove it, or fetch the article again.", "EMPTY")
        return
    reason = unread_reason(source.name) if source.depth else None
    found = find_format(source.name, head) if reason is None else None
    if found is not None:
        yield from found.read(source)
        return
    yield LeftOut(source.name, reason or "no format that Dateline reads")


MEDIA = frozenset(
    (
        ".jpg .jpeg .png .gif .webp .svg .ico .bmp .tif .tiff .heic .avif .mp3 .mp4 .m4a .m4v .mov .avi .mkv .webm "
        ".wav .ogg .flac .woff .woff2 .ttf .otf .eot .psd .ai"
    ).split()
)
PROGRAMS = frozenset(
    ".css .scss .js .mjs .ts .map .py .pyc .r .sh .bat .exe .dll .so .java .c .h .go .rs .sql .db .sqlite .sqlite3 "
    ".log .lock .toml .yaml .yml .ini .cfg .conf .bib".split()
)
BESIDE_DATABASES = ("-wal", "-shm", "-journal")
"""Ends of what SQLite writes beside a database that is open."""
OLD_OFFICE = frozenset(".doc .ppt .pptx .pps .odp .pages .key .wpd".split())
NOT_ARTICLES = ("readme", "license", "licence", "copying", "changelog", "robots", "requirements")
"""Names of files that travel with articles and are none."""


def unread_reason(name: str) -> str | None:
    """Why a file of a folder or archive is no article, by its name; None where it may be one."""
    stem, suffix = os.path.splitext(PurePath(name).name.lower())
    if stem in NOT_ARTICLES:
        return "travels with articles and is none"
    if suffix in MEDIA:
        return "an image, film, sound or font"
    if suffix in OLD_OFFICE:
        return "an old Office file, or slides: save it as .docx or .pdf"
    if suffix in PROGRAMS or suffix.endswith(BESIDE_DATABASES):
        return "a program, style sheet or setting"
    return None
