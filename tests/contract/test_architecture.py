"""What docs/architecture.md says of the code is true: its paths, its packages, and its table of places to touch."""

import re
from fnmatch import fnmatch

import pytest

from dateline.extraction.events.traits import traits
from dateline.extraction.events.triggers.rules import FILES
from dateline.settings import PROJECT
from schema.vocabulary import EventType

PAGE = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROOTS = ("api", "dateline", "schema", "scripts")
GENERATED = ("schema/schema.graphql", "schema/released.graphql", "schema/openapi.json")
SOURCES = ("*.py", "*.toml")
MOST_FILES = 14
"""Modules that lie at one level of a room of the store or of ingestion, so that a reader can take them in."""


def sources():
    """Hand-written files of the program, by path from the root of the project."""
    paths = (path for root in ROOTS for kind in SOURCES for path in (PROJECT / root).rglob(kind))
    named = ((path.relative_to(PROJECT).as_posix(), path) for path in paths)
    return {
        name: path.read_text(encoding="utf-8")
        for name, path in named
        if name not in GENERATED and "/migrations/versions/" not in name and "/static/" not in name
    }


TEXTS = sources()


def rows():
    table = PAGE.split("| to add |")[1].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_a_change_touches_the_files_that_the_table_names(row):
    _, touch, example = row
    listed = re.findall(r"`([^`]+)`", touch)
    found = {name for name, text in TEXTS.items() if re.search(rf"(?<!\w){example.strip('`')}(?!\w)", text)}
    assert found, "the example is gone: name another one"
    assert [path for path in listed if not any(fnmatch(name, path) for name in found)] == []
    assert [name for name in found if not any(fnmatch(name, path) for path in listed)] == []


def test_a_type_of_event_has_its_value_its_traits_and_its_words():
    for kind in EventType:
        traits(kind)
        assert kind.value.lower() in FILES
    for path in ("dateline/extraction/events/traits.py", "schema/vocabulary.py"):
        assert all(re.search(rf"\b{kind.value}\b", TEXTS[path]) for kind in EventType)


def test_the_paths_that_the_page_names_are_there():
    paths = {path for path in re.findall(r"`([\w./-]+/[\w./-]+)`", PAGE) if "*" not in path}
    assert len(paths) > 30
    roots = ("", "dateline/", "api/graphql/", "dateline/exporting/")
    assert [path for path in paths if not any((PROJECT / root / path).exists() for root in roots)] == []


def test_every_room_is_named():
    for package in ("store", "ingestion", "exporting"):
        for room in sorted((PROJECT / "dateline" / package).iterdir()):
            if (room / "__init__.py").exists():
                assert f"`{room.name}`" in PAGE, f"dateline/{package}/{room.name}"


@pytest.mark.parametrize("package", ["store", "ingestion"])
def test_few_modules_lie_at_one_level(package):
    root = PROJECT / "dateline" / package
    folders = [root, *(path.parent for path in root.rglob("__init__.py"))]
    counts = {folder.name: len([*folder.glob("*.py")]) - 1 for folder in folders}
    assert {name: count for name, count in counts.items() if count > MOST_FILES} == {}


def test_the_largest_int_is_told_once():
    assert [name for name, text in TEXTS.items() if "2**31 - 1" in text] == ["schema/numbers.py"]
