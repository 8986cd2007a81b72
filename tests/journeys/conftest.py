"""One browser, and one server with the sample articles, for all journeys of a process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.servers import running_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.journeys.browsing import Visitor

PROJECT = Path(__file__).parents[2]
SEEDS = PROJECT.parent / "shared" / "seeds"
"""The article that the project was asked for; it belongs to its publisher and is read where it lies."""

HOSTILE = {
    "id": "hostile",
    "title": "<script>window.hurt = 1</script><b>Bold</b> & 'quoted' <img src=x onerror=\"window.hurt = 2\">",
    "url": "javascript:window.hurt=3",
    "publisher": "<i>The Angle Bracket</i>",
    "byline": "<a href='javascript:window.hurt=4'>A. Writer</a>",
    "published_at": "2025-05-07T08:00:00Z",
    "text": "LIMA, Peru (The Angle Bracket) — Police arrested 40 people in Lima 🙂 on Tuesday, the governor, Ana Ruiz, "
    'said.\n\n"We will not <script>window.hurt = 5</script> give in 🙂🙂," Ruiz told reporters. "<img src=x '
    'onerror=window.hurt=6> [now](javascript:window.hurt=7)," she said.\n\nA bomb killed six people in Arequipa.',
}
"""An article that would take over a page that trusted it."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window.

    For one file of tests only: while it is there, an event loop runs, and no other test could start one.
    """
    from playwright.sync_api import sync_playwright

    from tests.journeys.browsing import CHROMIUM, FLAGS

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that has read the samples, the hostile article and, where it is, the seed article."""
    folder = tmp_path_factory.mktemp("newsroom")
    (folder / "hostile.jsonl").write_text(json.dumps(HOSTILE), encoding="utf-8")
    database = f"sqlite:///{folder / 'dateline.db'}"
    sources = ["samples", str(folder / "hostile.jsonl"), *map(str, SEEDS.glob("*.txt"))]
    command = [sys.executable, "-m", "scripts.seed", *sources, "--database", database, "--workers", "1"]
    subprocess.run(command, check=True, cwd=PROJECT, capture_output=True)
    with running_server(database) as server:
        yield server.base


@pytest.fixture
def visitor(browser: Browser, newsroom: str) -> Iterator[Visitor]:
    """Someone at a wide screen."""
    from tests.journeys.browsing import new_visitor

    with new_visitor(browser, newsroom, viewport={"width": 1360, "height": 860}) as visiting:
        yield visiting
