"""Every format: read, broken in five ways, and refused with one clear line."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import orjson
import pytest

from dateline.extraction.reading import (
    Found,
    LeftOut,
    Remark,
    Rules,
    Source,
    Withdrawal,
    find_sources,
    parse_mapping,
    read_articles,
)
from dateline.extraction.reading.formats import packed
from dateline.extraction.reading.registry import BY_SUFFIX, FORMATS
from schema.errors import InputError, SourceError
from schema.mentions import RawArticle
from tests.extraction.reading import formats
from tests.extraction.reading.formats import FILES, MARK, STORY, TITLE, URL

TEXTS = (
    ".txt",
    ".TXT",
    ".xml",
    ".json",
    ".jsonl",
    ".csv",
    ".md",
    ".html",
    ".eml",
    ".mbox",
    ".tsv",
    ".ndjson",
    ".rss",
    ".atom",
)


def _read(path: Path, rules: Rules | None = None) -> list[Found]:
    (source,) = find_sources([str(path)])
    assert isinstance(source, Source), source
    return list(read_articles(source, rules))


def _write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _articles(found: list[Found]) -> list[RawArticle]:
    return [item for item in found if isinstance(item, RawArticle)]


def _errors(found: list[Found]) -> list[SourceError]:
    return [item for item in found if isinstance(item, SourceError)]


@pytest.mark.parametrize("name", FILES)
def test_format_is_read_whole(tmp_path, name):
    found = _read(_write(tmp_path, name, FILES[name]()))
    assert not _errors(found)
    first = _articles(found)[0]
    assert MARK in " ".join(first.content.split())
    assert "CHECK" not in first.content


@pytest.mark.parametrize("name", FILES)
def test_file_that_was_cut_off_ends_in_articles_or_one_clear_line(tmp_path, name):
    content = FILES[name]()
    found = _read(_write(tmp_path, name, content[: len(content) * 2 // 3]))
    assert found
    for error in _errors(found):
        assert name.removesuffix(".gz") in str(error)
        assert "Traceback" not in str(error)
        assert "\n" not in str(error)


@pytest.mark.parametrize("name", [name for name in FILES if name not in ("rows.csv", "rows.tsv", "notes.md")])
def test_wrong_ending_of_the_name_does_no_harm(tmp_path, name):
    """What bytes tell counts more than the name."""
    found = _read(_write(tmp_path, "misnamed.txt", FILES[name]()))
    assert MARK in " ".join(_articles(found)[0].content.split())


@pytest.mark.parametrize("suffix", sorted(BY_SUFFIX))
def test_file_that_is_empty_or_noise_is_refused_with_its_name(tmp_path, suffix):
    noise = bytes(range(256)) * 40
    for content in (b"", b" \n", noise):
        found = _read(_write(tmp_path, f"file{suffix}", content))
        assert not _articles(found) or suffix in (".tar",)
        assert found
        assert f"file{suffix}" in str(found[0]) or isinstance(found[0], LeftOut)


def test_folder_of_every_format_is_read_in_one_run(tmp_path):
    for name, make in FILES.items():
        _write(tmp_path, name, make())
    _write(tmp_path, "photo.jpg", b"\xff\xd8\xff")
    _write(tmp_path, "style.css", b"p {}")
    found = list(find_sources([str(tmp_path)]))
    assert len([one for one in found if isinstance(one, Source)]) == len(FILES) >= 30
    assert {(one.kind, one.reason) for one in found if isinstance(one, LeftOut)} == {
        (".jpg", "an image, film, sound or font"),
        (".css", "a program, style sheet or setting"),
    }


def test_registry_names_each_ending_once():
    endings = [suffix for one in FORMATS for suffix in one.suffixes]
    assert len(endings) == len(set(endings))


def test_saved_page_is_one_article_and_its_files_are_named(tmp_path):
    _write(tmp_path, "Blast.html", formats.page())
    (tmp_path / "Blast_files").mkdir()
    _write(tmp_path / "Blast_files", "saved_resource.html", formats.page())
    source, left_out = sorted(find_sources([str(tmp_path)]), key=lambda one: isinstance(one, LeftOut))
    assert isinstance(source, Source)
    assert isinstance(left_out, LeftOut)
    assert left_out.reason == "belongs to a saved page"


# ---------------------------------------------------------------- what is told of articles


def _told(found: list[Found]) -> tuple[str | None, str | None, str | None, str | None]:
    raw = _articles(found)[0]
    return raw.title, raw.byline, raw.publisher, (raw.published_at or "")[:10]


@pytest.mark.parametrize(
    "name", ["item.nitf.xml", "item.g2.xml", "nexis.TXT", "nexis.docx", "factiva.txt", "factiva-plain.txt"]
)
def test_news_formats_tell_title_writer_publisher_and_day(tmp_path, name):
    title, byline, publisher, day = _told(_read(_write(tmp_path, name, FILES[name]())))
    assert (title, byline, publisher) == (TITLE, "Mina Castellan", "Harbour Ledger")
    assert (day or "")[:10] in ("2024-06-12", "June 12, 2", "12 June 20")


def test_kill_of_a_wire_withdraws_and_an_embargo_waits(tmp_path):
    (killed,) = _read(_write(tmp_path, "a.xml", formats.newsml_g2("canceled")))
    assert killed == Withdrawal(str(tmp_path / "a.xml"), "urn:newsml:hl.example:1")
    later = "<embargoed>2999-01-01T00:00:00Z</embargoed>"
    (waiting,) = _read(_write(tmp_path, "b.xml", formats.newsml_g2(extra=later)))
    assert isinstance(waiting, LeftOut)
    assert waiting.reason == "under embargo until 2999-01-01 00:00"


def test_binary_with_the_control_bytes_of_a_wire_message_is_none(tmp_path):
    """As an open database has beside it: its random bytes may hold SOH and STX."""
    write_ahead_log = b"\x37\x7f\x06\x82\0\x2d\xe2\x18\0\0\x10\0\0\0\0\0\x9a\x01\xc3\x41\x02\x7a\x55\x11" + b"\0" * 99
    for name in ("dateline.db-wal", "pages.x-1", "program"):
        _write(tmp_path, name, write_ahead_log)
    _write(tmp_path, "flash", formats.wire())
    found = list(find_sources([str(tmp_path)]))
    assert [Path(one.name).name for one in found if isinstance(one, Source)] == ["flash"]


def test_documents_of_an_export_have_their_own_days_and_lines(tmp_path):
    first, second = _articles(_read(_write(tmp_path, "n.txt", formats.nexis())))
    assert (first.published_at, second.published_at) == ("June 12, 2024 Wednesday", "May 3, 2011 Tuesday")
    assert (second.publisher, second.content) == ("Lakeside Wire", "Police arrested 40 dockers.")
    assert formats.nexis().decode().split("\n")[(second.line or 0) - 1] == "2 of 2 DOCUMENTS"


@pytest.mark.parametrize(
    "name",
    [name for name, made in FILES.items() if name.endswith(TEXTS) and b"\r" not in made() and b"\0" not in made()],
)
def test_line_ends_of_windows_change_nothing(tmp_path, name):
    content = FILES[name]()
    (tmp_path / "lf").mkdir()
    (tmp_path / "crlf").mkdir()
    plain = _articles(_read(_write(tmp_path / "lf", name, content)))
    windows = _articles(_read(_write(tmp_path / "crlf", name, content.replace(b"\n", b"\r\n"))))
    fields = ("title", "byline", "publisher", "published_at", "url", "line")
    for one, other in zip(plain, windows, strict=True):
        assert [getattr(one, field) for field in fields] == [getattr(other, field) for field in fields]
        assert one.content.split() == other.content.split()


def test_line_of_a_story_that_begins_with_from_ends_no_message(tmp_path):
    first, second = _articles(_read(_write(tmp_path, "a.mbox", formats.mailbox())))
    assert "\nFrom the ruins." in first.content
    assert "From Monday on, 2024\nthe port of Mombasa" in second.content


def test_word_document_has_what_was_inserted_and_not_what_was_deleted(tmp_path):
    (raw,) = _articles(_read(_write(tmp_path, "a.docx", formats.word())))
    assert raw.content == STORY


def test_characters_beyond_the_first_plane_come_whole_from_rtf(tmp_path):
    (raw,) = _articles(_read(_write(tmp_path, "a.rtf", formats.rtf())))
    assert "\U0001f601"[:1] in raw.content
    assert not any("\ud800" <= character <= "\udfff" for character in raw.content)


def test_words_broken_at_the_ends_of_lines_are_whole_in_a_pdf(tmp_path):
    (raw,) = _articles(_read(_write(tmp_path, "a.pdf", formats.pdf())))
    assert "Rescuers searched the ruins of the market for survivors" in raw.content


def test_pdf_of_pictures_is_refused(tmp_path):
    (error,) = _errors(_read(_write(tmp_path, "a.pdf", formats.pdf((" ",)))))
    assert error.code == "NO_TEXT"
    assert "without a text layer" in error.message


def test_codes_of_countries_and_numbers_stay_as_written(tmp_path):
    """Namibia is no missing value, and 007 no 7."""
    row = "id,text,title\n007,Six were hurt in Windhoek on Monday police said.,NA is Namibia\n"
    (raw,) = _articles(_read(_write(tmp_path, "a.csv", row.encode())))
    assert (raw.identifier, raw.title) == ("007", "NA is Namibia")


def test_table_in_an_old_code_page_and_with_semicolons(tmp_path):
    row = "titre;texte\nIncendie à Orléans;Six blessés après un incendie à Orléans, a déclaré la préfète.\n" * 5
    rules = Rules(parse_mapping(["title=titre", "text=texte"]))
    raw = _articles(_read(_write(tmp_path, "a.csv", row.encode("cp1252")), rules))[0]
    assert raw.title == "Incendie à Orléans"


# ---------------------------------------------------------------- keys


@pytest.mark.parametrize(
    ("given", "day"),
    [
        (1718186400000, "2024-06-12"),
        (1718186400, "2024-06-12"),
        ("20240612T101500Z", "2024-06-12"),
        ("2024-06-12 10:00:00", "2024-06-12"),
        ({"$date": "2024-06-12T10:00:00Z"}, "2024-06-12"),
        ("N/A", None),
        ("", None),
        (None, None),
    ],
)
def test_days_as_tools_write_them(tmp_path, given, day):
    content = orjson.dumps({"text": STORY, "publish_date": given})
    (raw,) = _articles(_read(_write(tmp_path, "a.jsonl", content)))
    assert (raw.published_at or "")[:10] == (day or "")


def test_bad_day_is_a_remark_and_the_article_is_read(tmp_path):
    found = _read(_write(tmp_path, "a.jsonl", orjson.dumps({"text": STORY, "date": "soon"})))
    assert len(_articles(found)) == 1
    assert [item.text for item in found if isinstance(item, Remark)] == [
        "'soon' is no day; the article is read without it"
    ]


def test_names_of_our_own_for_keys(tmp_path):
    path = _write(tmp_path, "a.jsonl", orjson.dumps({"corpo": STORY, "quando": "2024-06-12"}))
    (error,) = _errors(_read(path))
    assert "corpo, quando" in str(error)
    (raw,) = _articles(_read(path, Rules(parse_mapping(["text=corpo", "published_at=quando"]))))
    assert raw.published_at == "2024-06-12"
    with pytest.raises(InputError, match="no mapping"):
        parse_mapping(["texts=corpo"])


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-06-12-blast.txt", "2024-06-12"),
        ("20240612_blast.txt", "2024-06-12"),
        ("blast-12 June 2024.txt", "2024-06-12"),
        ("blast-99999999.txt", None),
    ],
)
def test_day_in_the_name_of_a_file_is_the_last_resort(tmp_path, name, day):
    (raw,) = _articles(_read(_write(tmp_path, name, STORY.encode())))
    assert (raw.published_at, raw.fallback_day) == (None, day)


def test_day_from_folders_and_from_a_person(tmp_path):
    folder = tmp_path / "2024" / "06" / "12"
    folder.mkdir(parents=True)
    path = _write(folder, "a.txt", STORY.encode())
    assert _articles(_read(path, Rules(day="from-folder")))[0].fallback_day == "2024-06-12"
    assert _articles(_read(path, Rules(day="2023-01-02")))[0].fallback_day == "2023-01-02"


# ---------------------------------------------------------------- bounds


def test_bomb_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(packed, "FREE", 1_000_000)
    words = b"word " * 10_000_000
    for name, content in (("a.txt.gz", gzip.compress(words)), ("a.zip", formats.zip_of({"a.txt": words}))):
        (error,) = _errors(_read(_write(tmp_path, name, content)))[:1]
        assert error.code == "BOMB"


def test_archives_within_archives_end(tmp_path):
    content = formats.zip_of({"story.txt": STORY})
    for _ in range(5):
        content = formats.zip_of({"inner.zip": content})
    (error,) = _errors(_read(_write(tmp_path, "a.zip", content)))
    assert error.code == "TOO_DEEP"


def test_xml_with_entities_of_its_own_is_refused(tmp_path):
    bomb = b'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><nitf><body>&b;</body></nitf>'
    (error,) = _errors(_read(_write(tmp_path, "a.xml", bomb)))
    assert error.code == "BROKEN_XML"


def test_address_of_an_archived_page_is_kept(tmp_path):
    found = _read(_write(tmp_path, "a.warc", formats.warc()))
    assert _articles(found)[0].url == URL
    assert sorted(item.reason for item in found if isinstance(item, LeftOut)) == [
        "answered with 404",
        "image/jpeg in a web archive",
    ]


def test_standard_input_may_be_a_list(monkeypatch):
    content = orjson.dumps([{"text": STORY}])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content))))
    assert len(_articles(list(read_articles(Source(None, "application/jsonl"))))) == 1
