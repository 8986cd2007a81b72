"""The analysis command: JSON Lines in, JSON Lines out, in order."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
import typer

from scripts import analyze

STORY = (
    "GOMA, Congo (AP) — Nine people were killed when shells hit a market in Sake on Tuesday, the army said.\r\n\r\n"
    "Click to Read More\r\n\r\n"
    "“They fired six rounds,” Col. Dieudonné Matabishi told reporters in Goma. “There is no post in that market.”"
)
Run = Callable[..., tuple[int, list[dict[str, Any]]]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """`run(content, *files)`: exit status and output objects; `content` is standard input."""

    def command(content: bytes = b"", *files: Path, workers: int = 1) -> tuple[int, list[dict[str, Any]]]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        with pytest.raises(typer.Exit) as ended:
            analyze.main(list(files) or None, workers)
        output = capsysbinary.readouterr().out
        return ended.value.exit_code, [orjson.loads(line) for line in output.splitlines()]

    return command


def _lines(*given: object) -> bytes:
    return b"".join(orjson.dumps(line) + b"\n" for line in given)


def _spans(value: Any) -> list[tuple[int, int, str]]:
    """Every `start`, `end`, `text` of an output object, however deep."""
    if isinstance(value, list):
        return [span for item in value for span in _spans(item)]
    if not isinstance(value, dict):
        return []
    inner = [span for item in value.values() for span in _spans(item)]
    return (
        [*inner, (value["start"], value["end"], value["text"])] if {"start", "end", "text"} <= value.keys() else inner
    )


def test_an_article(run):
    status, (found,) = run(_lines({"id": "a1", "text": STORY, "published_at": "2025-09-17", "publisher": "P"}))
    assert status == 0
    assert (found["id"], found["published_at"], found["publisher"]) == ("a1", "2025-09-17", "P")
    assert {place["name"] for place in found["locations"]} >= {"Goma", "Sake"}
    assert "Dieudonné Matabishi" in {quote["speaker"]["name"] for quote in found["quotes"] if quote["speaker"]}
    attack = next(event for event in found["events"] if event["killed"])
    assert (attack["killed"]["low"], attack["killed"]["best"], attack["killed"]["high"]) == (9, 9, 9)
    assert attack["when"]["earliest"] == attack["when"]["latest"] == "2025-09-16"


def test_offsets_lead_into_the_given_text_whatever_was_cleaned(run):
    _, (found,) = run(_lines({"id": 1, "text": STORY}))
    spans = _spans(found)
    assert len(spans) > 5
    assert [span for span in spans if STORY[span[0] : span[1]] != span[2]] == []
    direct = [span for quote in found["quotes"] if quote["kind"] == "DIRECT" for span in quote["spans"]]
    said = {STORY[start:end] for start, end in direct}
    assert said == {"They fired six rounds,", "There is no post in that market."}
    assert all(STORY[slice(*event["trigger"])] for event in found["events"])


def test_offsets_count_code_points(run):
    text = "🙂🙂 Police in Nairobi arrested 40 people on Monday, officials said."
    _, (found,) = run(_lines({"text": text}))
    (nairobi,) = [place for place in found["locations"] if place["name"] == "Nairobi"]
    assert (nairobi["start"], nairobi["end"]) == (text.index("Nairobi"), text.index("Nairobi") + 7)


def test_lines_that_cannot_be_read_give_errors_in_their_place_and_the_rest_goes_on(run):
    lines = [_lines({"id": number, "text": f"Police arrested {number} people."}) for number in range(1, 21)]
    lines[16] = b'{"id": 17, "text": "Police\n'
    lines[3] = _lines({"id": "four"})
    lines[4] = _lines({"id": "five", "text": "A.", "title": 3})
    lines[5] = _lines([1, 2])
    lines[6] = _lines({"id": "seven", "text": "Six were hurt.", "published_at": "soon"})
    status, found = run(b"".join(lines))
    assert status == 1
    assert [line["id"] for line in found] == [1, 2, 3, "four", "five", None, "seven", *range(8, 17), None, 18, 19, 20]
    failed = {line["line"]: line["error"] for line in found if "error" in line}
    assert sorted(failed) == [4, 5, 6, 7, 17]
    assert failed[7]["code"] == "BAD_DATE"
    assert all(error["code"] and error["message"] for error in failed.values())
    assert "JSON" in failed[17]["message"]


@pytest.mark.parametrize("key", ["date", "published_at", "publishedAt", "datePublished"])
def test_the_keys_are_those_of_seeding(run, key):
    page = "<html><body><article><p>Police arrested 40 people in Lima on Tuesday.</p></article></body></html>"
    status, (found,) = run(_lines({"id": 1, "html": page, key: "2024-11-06", "author": ["Ana Ruiz"]}))
    assert (status, found["published_at"], found["byline"]) == (0, "2024-11-06", "Ana Ruiz")
    assert [page[slice(*event["trigger"])] for event in found["events"]] == ["arrested"]


def test_only_errors(run):
    status, found = run(b"no\nnothing\n")
    assert status == 1
    assert [line["line"] for line in found] == [1, 2]


@pytest.mark.parametrize("text", ["", " \n", "\u3000"])
def test_empty_text_is_no_error(run, text):
    status, (found,) = run(_lines({"id": "e", "text": text}))
    assert status == 0
    assert (found["id"], found["quotes"], found["locations"], found["actors"], found["events"]) == ("e", [], [], [], [])


def test_text_of_nothing_but_page_junk_is_no_error_and_keeps_its_metadata(run):
    status, (found,) = run(_lines({"id": "e", "text": "Advertisement", "title": "T", "published_at": "2025-01-02"}))
    assert (status, found["title"], found["published_at"], found["events"]) == (0, "T", "2025-01-02", [])


def test_byte_order_mark_is_no_part_of_the_first_line(run):
    assert run(b"\xef\xbb\xbf" + _lines({"id": 1, "text": "Six were hurt."}))[0] == 0


def test_no_input_is_no_error(run):
    assert run(b"") == (0, [])
    assert run(b"\n\n") == (0, [])


def test_blank_lines_count(run):
    _, found = run(b"\n\nno\n")
    assert [line["line"] for line in found] == [3]


def test_text_in_another_language_has_nothing_to_tell(run):
    german = "Der Bürgermeister sagte am Dienstag, dass bei dem Unfall sechs Menschen verletzt worden seien. " * 4
    status, (found,) = run(_lines({"id": 1, "text": german}))
    assert (status, found["events"], found["actors"]) == (0, [], [])


def test_control_characters_and_nul_bytes(run):
    text = "Police in Nairobi\x00 arrested\x07 40 people.\x0b"
    status, (found,) = run(_lines({"id": 1, "text": text}))
    assert status == 0
    assert [span for span in _spans(found) if text[span[0] : span[1]] != span[2]] == []


def test_files_one_after_the_other(run, tmp_path):
    one, two = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    one.write_bytes(_lines({"id": 1, "text": "Six were hurt."}))
    two.write_bytes(b"no\n" + _lines({"id": 3, "text": "Two died."}))
    status, found = run(b"", one, two)
    assert status == 1
    assert [(line["id"], line.get("line")) for line in found] == [(1, None), (None, 1), (3, None)]


def test_file_that_is_not_there(run, tmp_path):
    status, found = run(b"", tmp_path / "gone.jsonl")
    assert (status, found) == (2, [])


def test_text_that_is_too_long_is_an_error_of_its_line_alone(run):
    status, found = run(_lines({"id": 1, "text": "Six people were hurt. " * 20_000}, {"id": 2, "text": "Two died."}))
    assert status == 1
    assert [line.get("error", {}).get("code") for line in found] == ["LIMIT", None]


def test_line_that_is_too_long(run, monkeypatch):
    monkeypatch.setattr(analyze, "LONGEST_LINE", 200)
    status, found = run(_lines({"id": 1, "text": "x" * 500}, {"id": 2, "text": "Two died."}))
    assert status == 1
    assert ["error" in line for line in found] == [True, False]


def test_the_command_itself_with_two_processes():
    given = [{"id": number, "text": f"Police arrested {number} people in Nairobi."} for number in range(20)]
    done = subprocess.run(
        [sys.executable, "-m", "scripts.analyze", "--workers", "2"],
        input=_lines(*given) + b"no\n",
        capture_output=True,
        timeout=120,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    found = [orjson.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1, done.stderr
    assert [line["id"] for line in found] == [*range(20), None]
    assert found[-1]["line"] == 21
