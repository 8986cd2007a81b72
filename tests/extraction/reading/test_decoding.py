"""Bytes to text: marks, declared and guessed encodings, binary content."""

from __future__ import annotations

import codecs

import pytest

from dateline.extraction.reading.decoding import decode
from schema.errors import SourceError

STORY = "Zürich’s mayor said “the café is closed” on Tuesday. " * 20


def test_plain_utf8():
    assert decode(STORY.encode(), "a.txt") == (STORY, "utf-8")


def test_utf8_mark_is_no_part_of_the_text():
    assert decode(codecs.BOM_UTF8 + b"Six were hurt.", "a.txt") == ("Six were hurt.", "utf-8")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_wide_encodings_are_told_by_their_mark(mark, encoding):
    assert decode(mark + STORY.encode(encoding), "a.txt") == (STORY, encoding)


def test_windows_1252_without_any_declaration():
    text, encoding = decode(STORY.encode("cp1252"), "a.txt")
    assert (text, encoding) == (STORY, "cp1252")


def test_western_names_are_not_read_as_eastern_ones():
    story = "The president, Nuño Gonçalves, said “it is très bien, señor”. João, Bárðarson and Søren agreed. " * 10
    assert decode(story.encode("cp1252"), "a.txt") == (story, "cp1252")


def test_windows_1251_is_not_taken_for_1252():
    story = "Губернатор сообщил, что в результате обстрела пострадали шесть человек, двое из них дети. " * 8
    assert decode(story.encode("cp1251"), "a.txt")[0] == story


def test_page_that_says_latin_1_means_windows_1252():
    page = '<html><meta charset="iso-8859-1"><p>“Yes,” she said – twice.</p>'
    assert decode(page.encode("cp1252"), "a.html", html=True) == (page, "cp1252")


def test_page_in_utf8_that_declares_something_else_is_utf8():
    page = '<html><meta charset="iso-8859-1"><p>“Café”</p>'
    assert decode(page.encode(), "a.html", html=True) == (page, "utf-8")


def test_unknown_declared_encoding_is_not_fatal():
    page = b'<html><meta charset="klingon-8"><p>caf\xe9</p>'
    assert decode(page, "a.html", html=True)[0].endswith("café</p>")


def test_a_few_nul_bytes_do_not_make_a_text_binary():
    assert decode(b"Six people\x00were hurt.", "a.txt") == ("Six people\x00were hurt.", "utf-8")


def test_line_ends_are_left_as_they_are():
    assert decode(b"One.\r\nTwo.\rThree.", "a.txt")[0] == "One.\r\nTwo.\rThree."


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04....", "a ZIP, Word or Excel file"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\x1f\x8b\x08\x00", "a gzip file"),
        (bytes(range(27)) * 40, "a binary file"),
    ],
)
def test_binary_content_is_refused_by_its_kind(content, kind):
    with pytest.raises(SourceError, match=f"scan: this is {kind}") as caught:
        decode(content, "scan")
    assert caught.value.code == "BINARY"
    assert caught.value.hint
