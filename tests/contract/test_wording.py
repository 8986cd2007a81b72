"""Phrases that were cleaned out of documents, help, descriptions and messages stay out."""

import ast
import re

import pytest

from dateline.settings import PROJECT

PHRASES = {
    r"that (is|are) none\b": "say what it is: an invalid key, an unknown id",
    r"\bwhere nothing is said\b": "by default",
    r"\bunless told( otherwise)?\b": "by default",
    r"\bSo many( at once| of each| from the)?:": "Page size, How many",
    r"python -m scripts\.(serve|seed|watch|export|analyze|reextract|remove|backup|restore|keys|doctor|mcp|explain)\b": (
        "dateline serve, dateline seed, ..."
    ),
}
"""What is not to be written, and what to write."""
ALLOWED = {"README.md": ("(`python -m scripts.seed` does the",)}
DOCUMENTS = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *sorted((PROJECT / "docs").glob("*.md"))]
MODULES = sorted(path for root in ("api", "scripts") for path in (PROJECT / root).rglob("*.py"))


def phrases_in(text):
    return [f"{found.group()!r}: {advice}" for rule, advice in PHRASES.items() for found in re.finditer(rule, text)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_are_plain(path):
    text = path.read_text(encoding="utf-8")
    for allowed in ALLOWED.get(path.name, ()):
        text = text.replace(allowed, "")
    assert phrases_in(" ".join(text.split())) == []


def test_texts_of_the_api_and_of_the_commands_are_plain():
    found = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        texts = (
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )
        found += [f"{path.name}: {one}" for text in texts for one in phrases_in(" ".join(text.split()))]
    assert found == []


def test_a_planted_phrase_is_found():
    assert len(phrases_in("A key that is none costs 5. So many: 20 where nothing is said.")) == 3
