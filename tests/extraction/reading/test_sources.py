"""Which files a person means."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.extraction.reading import STANDARD_INPUT, LeftOut, Listed, Source, find_sources
from schema.errors import SourceError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one page in a subfolder, and files that are no articles."""
    (tmp_path / "deep").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b.txt", "a.jsonl", "deep/c.html", "README.txt", "photo.jpg", ".secret.txt", ".hidden/d.txt"):
        (tmp_path / name).write_text("x")
    return tmp_path


def _names(found: list[Listed], folder: Path) -> list[str]:
    return [item.path.relative_to(folder).as_posix() for item in found if isinstance(item, Source) and item.path]


def test_folder_gives_its_articles_sorted_and_nothing_else(folder):
    found = list(find_sources([str(folder)]))
    assert _names(found, folder) == ["a.jsonl", "b.txt", "deep/c.html"]
    assert [item.media_type for item in found if isinstance(item, Source)] == [
        "application/jsonl",
        "text/plain",
        "text/html",
    ]


def test_file_named_twice_is_read_once(folder):
    assert _names(list(find_sources([str(folder / "b.txt"), str(folder)])), folder) == [
        "b.txt",
        "a.jsonl",
        "deep/c.html",
    ]


def test_pattern_over_folders(folder):
    assert _names(list(find_sources([str(folder / "**" / "*.html")])), folder) == ["deep/c.html"]


def test_standard_input_is_json_lines():
    assert list(find_sources([STANDARD_INPUT])) == [Source(None, "application/jsonl")]
    assert Source(None, "application/jsonl").name == "standard input"


def test_missing_path_is_reported_in_its_place(folder):
    missing, source = find_sources([str(folder / "nowhere.txt"), str(folder / "b.txt")])
    assert isinstance(missing, SourceError)
    assert missing.code == "MISSING"
    assert "nowhere.txt" in missing.message
    assert isinstance(source, Source)


def test_pattern_that_matches_nothing_is_reported(folder):
    (error,) = find_sources([str(folder / "*.ndjson")])
    assert isinstance(error, SourceError)
    assert error.code == "MISSING"


def test_folder_without_articles_is_reported(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"x")
    left_out, error = find_sources([str(tmp_path)])
    assert isinstance(left_out, LeftOut)
    assert (left_out.kind, left_out.reason) == (".jpg", "an image, film, sound or font")
    assert isinstance(error, SourceError)
    assert error.code == "EMPTY"
    assert ".jsonl" in (error.hint or "")


def test_file_of_an_unknown_kind_is_reported_when_named(folder):
    (error,) = find_sources([str(folder / "photo.jpg")])
    assert isinstance(error, SourceError)
    assert ".jpg is no format that Dateline reads" in error.message
