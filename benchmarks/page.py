"""How quickly the page shows and answers, measured in a browser: first paint, bytes before the map, a brush.

Expected: a first useful paint (the first event to read) under 1.5 s, at most 400 KB compressed before the map is
shown, and a brush on the timeline answered in under 200 ms with 100,000 events in the store.  Each brush takes other
days, so that no answer is remembered; the time is from letting go of the mouse to the list's new heading and cards.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.happenings import Size
from benchmarks.servers import running_server
from benchmarks.synthetic import fill
from dateline.store import open_database

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
WIDTH, HEIGHT = 1360, 860

Events = Annotated[int, typer.Option(min=1_000, help="Events in the store.")]
Rounds = Annotated[int, typer.Option(min=3, help="Visits, and brushes.")]


def main(events: Events = 100_000, rounds: Rounds = 11) -> None:
    """Measure the page in Chromium, over a made-up store of so many events."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), events) as server, sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        visits = [visit(browser, server) for _ in range(rounds)]
        brushes = measure_brushes(browser, server, rounds)
        browser.close()
    paints, maps, sizes = zip(*visits, strict=True)
    typer.echo(f"{events:,} events, {rounds} rounds; median (worst)")
    typer.echo(f"first event to read  {median(paints):6.0f} ms ({max(paints):.0f})   expected under 1500")
    typer.echo(f"map drawn            {median(maps):6.0f} ms ({max(maps):.0f})")
    typer.echo(f"bytes before the map {median(sizes) / 1000:6.0f} KB ({max(sizes) / 1000:.0f})   expected at most 400")
    typer.echo(f"brush answered       {median(brushes):6.0f} ms ({max(brushes):.0f})   expected under 200")


def median(values: tuple[float, ...] | list[float]) -> float:
    """The one in the middle."""
    return statistics.median(values)


@contextmanager
def served(folder: Path, events: int) -> Iterator[str]:
    """The address of a server over a new store."""
    url = f"sqlite:///{folder / 'page.db'}"
    database = open_database(url, create=True)
    fill(database, Size.of_events(events))
    database.close()
    with running_server(url) as server:
        yield server.base


def visit(browser: Browser, server: str) -> tuple[float, float, float]:
    """One who was never here: milliseconds to the first event, to the map, and bytes received until then."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.add_init_script(WATCH)
    page.goto(server)
    page.locator(".card").first.wait_for(timeout=60_000)
    page.locator(".map-frame[data-drawn=yes]").wait_for(timeout=60_000)
    seen = page.evaluate("window.seen")
    total = sum(received)
    context.close()
    return seen["event"], seen["map"], total


WATCH = """
window.seen = {};
const look = () => {
  if (!seen.event && document.querySelector('.card')) seen.event = performance.now();
  if (!seen.map && document.querySelector('.map-frame[data-drawn=yes]')) seen.map = performance.now();
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""

BRUSH = """
async ([from, to]) => {
  const plot = document.querySelector('.timeline-plot');
  const box = plot.getBoundingClientRect();
  const same = { clientY: box.top + 20, bubbles: true, button: 0, pointerId: 1 };
  const at = (part) => ({ ...same, clientX: box.left + box.width * part });
  const frame = () => new Promise(requestAnimationFrame);
  plot.setPointerCapture = () => undefined;
  plot.dispatchEvent(new PointerEvent('pointerdown', at(from)));
  await frame();
  plot.dispatchEvent(new PointerEvent('pointermove', at(to)));
  await frame();
  const heading = () => document.querySelector('.stories-head h1').innerText;
  const before = heading();
  const start = performance.now();
  plot.dispatchEvent(new PointerEvent('pointerup', at(to)));
  const stories = document.querySelector('.stories');
  await frame();
  while (stories.getAttribute('aria-busy') !== 'false' || heading() === before) {
    await frame();
    if (performance.now() - start > 30000) throw new Error('no answer');
  }
  return performance.now() - start;
}
"""


def measure_brushes(browser: Browser, server: str, rounds: int) -> list[float]:
    """Milliseconds from letting go of the brush to the new list, once the first answers are there."""
    page: Page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto(server, wait_until="networkidle")
    found = []
    for number in range(rounds):
        part = 0.05 + 0.6 * number / rounds
        found.append(page.evaluate(BRUSH, [part, part + 0.11 + 0.02 * (number % 5)]))
        page.wait_for_load_state("networkidle")
    return found


if __name__ == "__main__":
    typer.run(main)
