"""Facts that change without the reader's version are noticed."""

from __future__ import annotations

import ast

import pytest

from scripts.digest import Record, find_changed, parse_record, raise_version, sentences_in, tell

KEPT = Record("5", "en_core_web_md 3.8.0", {"aa": "11", "bb": "22"})


def now(version="5", model=KEPT.model, **digests):
    return Record(version, model, {**KEPT.digests, **digests})


@pytest.mark.parametrize(
    ("found", "changed", "words"),
    [
        (now(), [], ""),
        (now(cc="33"), [], ""),
        (now(bb="23"), ["bb"], "1 texts say something else, but VERSION is still 5."),
        (now("6", bb="23"), ["bb"], "VERSION is 6, recorded is 5."),
        (now("6"), [], "VERSION is 6, recorded is 5."),
        (now(model="en_core_web_sm 3.8.0", bb="23"), [], ""),
    ],
)
def test_what_changed_is_told_where_the_version_did_not(found, changed, words):
    assert find_changed(KEPT, found) == changed
    told = tell(KEPT, found, changed)
    assert told.startswith(words)
    assert bool(told) is bool(words)
    assert not told or "python -m scripts.digest --renew" in told


def test_nothing_recorded_is_told():
    assert find_changed(None, now()) == []
    assert tell(None, now(), []).startswith("Nothing is recorded.")


def test_a_record_is_read_as_it_was_written():
    assert parse_record(KEPT.lines()) == KEPT


def test_the_version_is_raised_in_its_place(tmp_path):
    path = tmp_path / "version.py"
    path.write_text('"""Words."""\n\nVERSION = "9"\n"""More words."""\n')
    assert raise_version(path) == "10"
    assert path.read_text() == '"""Words."""\n\nVERSION = "10"\n"""More words."""\n'


def test_sentences_of_tests_are_their_strings_without_docstrings():
    module = '"""A docstring that is long enough."""\ndef f():\n    """Another one that is long enough."""\n'
    module += '    g("Police arrested 40 people in Lima.", "a name", "No full stop in these words here")\n'
    assert list(sentences_in(ast.parse(module))) == ["Police arrested 40 people in Lima."]
