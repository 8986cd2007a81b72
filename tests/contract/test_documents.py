"""Documents: pages made from code are up to date, links lead somewhere, decisions have their form."""

import re

import pytest

from dateline.settings import PROJECT
from scripts.settings import PAGE, render


def test_the_page_of_settings_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == render()


DOCUMENTS = [
    *sorted((PROJECT / "docs").rglob("*.md")),
    *(PROJECT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
]
INDEX = PROJECT / "docs" / "decisions" / "README.md"
DECISIONS = [INDEX.parent / name for name in re.findall(r"\]\((0[^)]+)\) \|", INDEX.read_text(encoding="utf-8"))]
HEADINGS = ["Context", "Decision", "Consequences", "Replaced by"]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path):
    prose = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", prose)
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem[:4])
def test_a_decision_says_why_what_and_what_followed(path):
    text = path.read_text(encoding="utf-8")
    assert re.match(rf"# {path.stem[:4]} \S", text)
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == HEADINGS


def test_no_two_decisions_have_one_number():
    numbers = [path.stem[:4] for path in INDEX.parent.glob("0*.md")]
    assert len(DECISIONS) >= 41
    assert len(set(numbers)) == len(numbers)
