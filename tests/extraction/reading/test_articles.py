"""The articles of one source, and an error in the place of each that cannot be read."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import orjson
import pytest

from dateline.extraction.reading import Remark, Source, inputs, read_articles
from schema.errors import SourceError
from schema.mentions import RawArticle


def _write(tmp_path: Path, name: str, content: bytes) -> Source:
    path = tmp_path / name
    path.write_bytes(content)
    types = {".txt": "text/plain", ".html": "text/html", ".jsonl": "application/jsonl"}
    return Source(path, types[path.suffix])


def _lines(*given: object) -> bytes:
    return b"".join(orjson.dumps(line) + b"\n" for line in given)


def _errors(source: Source) -> list[tuple[str, str]]:
    return [(item.code, item.message) for item in read_articles(source) if isinstance(item, SourceError)]


def test_text_file_is_one_article(tmp_path):
    source = _write(tmp_path, "a.txt", "Zoë was hurt.\r\n".encode())
    assert list(read_articles(source)) == [RawArticle(str(source.path), "Zoë was hurt.\r\n", "text/plain", "utf-8")]


def test_page_keeps_its_media_type(tmp_path):
    (raw,) = read_articles(_write(tmp_path, "a.html", b"<p>Six were hurt.</p>"))
    assert isinstance(raw, RawArticle)
    assert raw.media_type == "text/html"


@pytest.mark.parametrize("content", [b"", b" \r\n\t\n"])
def test_empty_file(tmp_path, content):
    assert [code for code, _ in _errors(_write(tmp_path, "a.txt", content))] == ["EMPTY"]
    assert [code for code, _ in _errors(_write(tmp_path, "a.jsonl", content))] == ["EMPTY"]


def test_binary_file(tmp_path):
    ((code, message),) = _errors(_write(tmp_path, "a.txt", b"%PDF-1.4\n..."))
    assert code == "BINARY"
    assert "a PDF file" in message


def test_file_that_went_away(tmp_path):
    assert [code for code, _ in _errors(Source(tmp_path / "gone.txt", "text/plain"))] == ["UNREADABLE"]


def test_file_larger_than_any_article(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "LARGEST", 100)
    assert [code for code, _ in _errors(_write(tmp_path, "a.txt", b"word " * 21))] == ["TOO_LARGE"]


def test_broken_json_on_line_17_is_reported_with_its_line_and_the_rest_goes_on(tmp_path):
    good = [{"id": number, "text": f"Article {number}."} for number in range(1, 21)]
    lines = [orjson.dumps(line) for line in good]
    lines[16] = b'{"id": 17, "text": "Article'
    found = list(read_articles(_write(tmp_path, "a.jsonl", b"\n".join(lines))))
    assert len(found) == 20
    error = found.pop(16)
    assert isinstance(error, SourceError)
    assert error.code == "BROKEN_JSON"
    assert "line 17" in error.message
    assert [raw.identifier for raw in found if isinstance(raw, RawArticle)] == [str(n) for n in range(1, 21) if n != 17]


def test_blank_lines_count_but_are_no_articles(tmp_path):
    found = list(read_articles(_write(tmp_path, "a.jsonl", b'\xef\xbb\xbf{"text": "A."}\r\n\r\n{"text": "B."}')))
    assert [(raw.line, raw.content) for raw in found if isinstance(raw, RawArticle)] == [(1, "A."), (3, "B.")]


def test_metadata_under_the_names_that_feeds_use(tmp_path):
    line = {
        "id": 7,
        "text": "Six were hurt.",
        "headline": "Six hurt",
        "link": "https://x.example/a",
        "source": "X",
        "author": "Y",
        "date": "2025-03-01",
        "other": [1],
    }
    remark, raw = read_articles(_write(tmp_path, "a.jsonl", _lines(line)))
    assert isinstance(remark, Remark)
    assert remark.text == "not used: other"
    assert isinstance(raw, RawArticle)
    assert (raw.identifier, raw.title, raw.url, raw.publisher, raw.byline, raw.published_at) == (
        "7", "Six hurt", "https://x.example/a", "X", "Y", "2025-03-01",
    )  # fmt: skip


def test_line_with_a_page(tmp_path):
    (raw,) = read_articles(_write(tmp_path, "a.jsonl", _lines({"html": "<p>Six were hurt.</p>"})))
    assert isinstance(raw, RawArticle)
    assert (raw.media_type, raw.content) == ("text/html", "<p>Six were hurt.</p>")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ([1], "BROKEN_JSON"),
        ({"id": 1}, "NO_TEXT"),
        ({"text": 5}, "NO_TEXT"),
        ({"text": " \n"}, "EMPTY"),
        ({"text": "A.", "title": ["A"]}, "BAD_FIELD"),
    ],
)
def test_lines_that_are_no_articles(tmp_path, line, code):
    found = list(read_articles(_write(tmp_path, "a.jsonl", _lines(line, {"text": "B."}))))
    assert isinstance(found[0], SourceError)
    assert found[0].code == code
    assert "line 1" in found[0].message
    assert isinstance(found[1], RawArticle)


def test_line_longer_than_any_article_is_skipped_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "LARGEST", 100)
    found = list(read_articles(_write(tmp_path, "a.jsonl", _lines({"text": "x" * 500}, {"text": "B."}))))
    assert [item.code if isinstance(item, SourceError) else (item.line, item.content)
            for item in found if isinstance(item, (SourceError, RawArticle))] == [
        "TOO_LARGE", (2, "B."),
    ]  # fmt: skip


def test_bytes_that_are_no_utf8_spoil_their_line_only(tmp_path):
    found = list(read_articles(_write(tmp_path, "a.jsonl", b'{"text": "caf\xe9"}\n{"text": "B."}\n')))
    assert [type(item) for item in found] == [SourceError, RawArticle]


def test_json_lines_in_utf_16_are_refused_once(tmp_path):
    content = '{"text": "A."}\n{"text": "B."}\n'.encode("utf-16")
    assert [code for code, _ in _errors(_write(tmp_path, "a.jsonl", content))] == ["ENCODING"]


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_lines({"text": "A."}))))
    (raw,) = read_articles(Source(None, "application/jsonl"))
    assert isinstance(raw, RawArticle)
    assert (raw.origin, raw.line, raw.content) == ("standard input", 1, "A.")


def test_a_key_that_holds_a_list_of_something_else_is_no_publisher(tmp_path):
    line = {"text": "A.", "source": [{"code": "USA"}], "sitename": "The Post"}
    raw = next(
        found for found in read_articles(_write(tmp_path, "a.jsonl", _lines(line))) if isinstance(found, RawArticle)
    )
    assert raw.publisher == "The Post"
