"""Takes the pictures of the page in `docs/images`, of the sample articles: `python -m scripts.screenshots`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from dateline.settings import PROJECT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

IMAGES = PROJECT / "docs" / "images"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
WIDE, PHONE = (1440, 900), (390, 844)
FIND = """query ($event: String, $article: String, $actor: String) {
  events(search: $event, first: 1) { nodes { id } }
  articles(search: $article, first: 1) { nodes { id } }
  actors(search: $actor, first: 1) { nodes { id } }
}"""
SHOWN = {"event": "crowded market Sake", "article": "death toll market shelling", "actor": "Dieudonné Matabishi"}
"""What the pictures show, as one would search for it."""

Folder = Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where the pictures go.")]


@dataclass(frozen=True, slots=True)
class Picture:
    """One view in one size and colour."""

    name: str
    path: str
    size: tuple[int, int] = WIDE
    scheme: Literal["light", "dark"] = "light"


def main(to: Folder = IMAGES) -> None:
    """Start a server on the sample articles, in a database of its own, and take every picture.

    Needs Playwright (with the development packages) and Chromium.

    Example: python -m scripts.screenshots --to /tmp/pictures
    """
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        fail("Playwright is missing. Install the development packages: scripts/setup --dev")
    if chromium is None:
        fail("Chromium is missing. Install it, for example: apt-get install chromium")
    to.mkdir(parents=True, exist_ok=True)
    with sample_server() as address, sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for picture in pictures(browser, address):
            file = to / f"{picture.name}.png"
            take(browser, address, picture, file)
            typer.echo(f"{file}  {file.stat().st_size / 1000:.0f} KB")
        browser.close()


@contextmanager
def sample_server() -> Iterator[str]:
    """The address of a server that has read the sample articles."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'samples.db'}"
        command = [sys.executable, "-m", "scripts.serve", "--samples", "--database", url, "--port", "0"]
        process = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
        try:
            yield address_of(process)
        finally:
            process.terminate()
            process.wait(30)


def address_of(process: subprocess.Popen[str]) -> str:
    """What the server announces; the program ends where it ends first."""
    assert process.stdout is not None
    announced = next((line for line in process.stdout if "Open http" in line), None)
    if announced is None:
        fail("the server did not start; try: dateline serve --samples")
    return announced.split("Open ")[1].split("/ ")[0]


def pictures(browser: Browser, address: str) -> tuple[Picture, ...]:
    """Those of the documentation."""
    event, article, actor = find_shown(browser, address)
    reader = f"/article/{article}#{event}"
    return (
        Picture("map", "/"),
        Picture("map-dark", "/?type=ASSAULT,THREATEN,MOBILIZE,PROTEST", scheme="dark"),
        Picture("map-phone", "/", PHONE),
        Picture("reader", reader),
        Picture("reader-phone", reader, PHONE, "dark"),
        Picture("event", f"/event/{event}"),
        Picture("actor", f"/actor/{actor}"),
    )


def find_shown(browser: Browser, address: str) -> tuple[str, str, str]:
    """The ids of the event, the article and the actor that are shown."""
    context = browser.new_context()
    answer = context.request.post(f"{address}/graphql", data={"query": FIND, "variables": SHOWN}).json()
    found = answer["data"]
    context.close()
    event, article, actor = (found[noun]["nodes"][0]["id"] for noun in ("events", "articles", "actors"))
    return event, article, actor


def take(browser: Browser, address: str, picture: Picture, file: Path) -> None:
    """Writes one picture, once nothing moves any more."""
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=picture.scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address + picture.path, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=file)
    context.close()


def fail(reason: str) -> NoReturn:
    """Ends the program with one line and status 1."""
    typer.echo(f"error: {reason}", err=True)
    raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
