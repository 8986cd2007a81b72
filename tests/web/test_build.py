"""What is served was built from the sources beside it.  Node builds; these checks need none."""

import hashlib
import json
import re
from pathlib import Path

from graphql import build_schema, parse, validate

from api.rest.parameters import list_parameters
from dateline.store.reading.collections import EVENTS

PROJECT = Path(__file__).parents[2]
WEB = PROJECT / "web"
BUILT = PROJECT / "api" / "static" / "page"
BESIDES = ("package-lock.json", "package.json", "tsconfig.json", "vite.page.config.ts")
AGAIN = "The page was not built from these sources: run `npm run build:page` in web and commit api/static/page."


def hash_of(files, folder):
    """As `vite.page.config.ts` has it: over sorted lines of path, NUL, SHA-256."""
    lines = sorted(f"{file.relative_to(folder).as_posix()}\0{sha256(file.read_bytes())}" for file in files)
    return sha256("\n".join(lines).encode())


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def files_under(folder):
    return [file for file in folder.rglob("*") if file.is_file()]


def test_the_page_was_built_from_these_sources():
    record = json.loads((BUILT / "build.json").read_text(encoding="utf-8"))
    sources = files_under(WEB / "page") + [WEB / name for name in BESIDES]
    assert record["sources"] == hash_of(sources, WEB), AGAIN
    built = [file for file in files_under(BUILT) if file.name != "build.json"]
    assert record["output"] == hash_of(built, BUILT), AGAIN


def test_the_page_refers_only_to_its_own_files():
    page = (BUILT / "index.html").read_text(encoding="utf-8")
    named = re.findall(r'(?:src|href)="(/[^"]*)"', page)
    files = [name.removeprefix("/static/page/") for name in named if name.startswith("/static/")]
    assert len(files) >= 3
    assert all((BUILT / name).is_file() for name in files)
    assert "<script>" not in page
    assert "<style" not in page


def test_the_licences_of_all_that_is_bundled_are_passed_on():
    licences = (BUILT / "licenses.md").read_text(encoding="utf-8")
    for name in ("preact", "topojson-client", "world-atlas", "Newsreader", "Public Sans"):
        assert name in licences


def test_every_question_of_the_page_fits_the_schema():
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted((WEB / "page" / "queries").glob("*.graphql")))
    assert text.count("query ") > 10
    schema = build_schema((PROJECT / "schema" / "schema.graphql").read_text(encoding="utf-8"))
    assert validate(schema, parse(text)) == []


def test_the_page_knows_every_filter_of_events():
    page = WEB / "page" / "state"
    sources = (page / "parameters.ts").read_text(encoding="utf-8") + (page / "address.ts").read_text(encoding="utf-8")
    for name in (parameter.name for parameter in list_parameters(EVENTS) if parameter.filter):
        assert f'"{name}"' in sources or f"\n  {name}: " in sources, name
