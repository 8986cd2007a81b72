"""The table of attacks in `docs/security.md`: each has a test, which is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ATTACKS = 31
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def test_every_attack_has_a_test_that_is_there():
    page = (ROOT / "docs" / "security.md").read_text()
    rows = re.findall(r"^\| (\d+) \|.*\| ([^|]*) \|$", page, re.M)
    assert [int(number) for number, _ in rows] == list(range(1, ATTACKS + 1))
    for number, tests in rows:
        assert "the same" in tests or NAMED.search(tests), number


def test_every_test_that_the_page_names_is_there():
    named = NAMED.findall((ROOT / "docs" / "security.md").read_text())
    assert named
    for path, name in named:
        assert (ROOT / path).is_file(), path
        assert not name or re.search(rf"^(async )?def {name}\(", (ROOT / path).read_text(), re.M), (path, name)
