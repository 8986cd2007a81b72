"""A picture of what pages cost as stores grow: one line a page, both axes by powers of ten."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 60, 20, 40, 50
TICKS = (0.1, 1.0, 10.0, 100.0, 1_000.0)
AIM = 1.5


def draw(sizes: Sequence[int], costs: Mapping[str, Sequence[float]]) -> str:
    """An SVG; pages that grow by more than the aim are red."""
    return "\n".join(_elements(sizes, costs)) + "\n"


def _elements(sizes: Sequence[int], costs: Mapping[str, Sequence[float]]) -> Iterator[str]:
    highest = max(max(several) for several in costs.values())
    ticks = [tick for tick in TICKS if tick <= 10 * highest]
    horizontal = _Scale(sizes[0], sizes[-1], LEFT, WIDTH - RIGHT)
    vertical = _Scale(ticks[0], ticks[-1], HEIGHT - BOTTOM, TOP)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        'font-size="12" role="img" aria-label="Milliseconds of CPU for a page of 50, by events in the store">'
    )
    yield '<rect width="100%" height="100%" fill="white"/>'
    yield f'<text x="{LEFT}" y="20">Milliseconds for a page of 50, by events in the store ({len(costs)} pages)</text>'
    for tick in ticks:
        y = vertical.place(tick)
        yield f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{tick:g}</text>'
    for size in sizes:
        x = horizontal.place(size)
        yield f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,}</text>'
    for name, several in sorted(costs.items(), key=lambda item: item[1][-1] / item[1][0]):
        points = " ".join(
            f"{horizontal.place(size):.1f},{vertical.place(cost):.1f}"
            for size, cost in zip(sizes, several, strict=True)
        )
        grows = several[-1] > AIM * several[0]
        color, opacity = ("#c22", 0.8) if grows else ("#269", 0.35)
        yield (
            f'<polyline points="{points}" fill="none" stroke="{color}" stroke-opacity="{opacity}">'
            f"<title>{name}</title></polyline>"
        )
    yield "</svg>"


class _Scale:
    """Places on an axis by powers of ten."""

    def __init__(self, low: float, high: float, start: float, end: float) -> None:
        self._low, self._width = math.log10(low), math.log10(high) - math.log10(low) or 1.0
        self._start, self._length = start, end - start

    def place(self, value: float) -> float:
        """Where a value lies."""
        return self._start + self._length * (math.log10(value) - self._low) / self._width
