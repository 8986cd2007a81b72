"""A text that a client sends to be read: charged by its length before, and by the time that it took after."""

from __future__ import annotations

from api.rates import Tab, price_of_reading, price_of_text
from dateline.ingestion.processes.reading_queue import Reading
from dateline.ingestion.processes.reading_room import ReadingRoom
from schema.mentions import RawArticle


async def read_for(room: ReadingRoom, raw: RawArticle, client: str, tab: Tab | None) -> Reading:
    """What a text says.  RateError where the client has to wait, and whatever the room raises."""
    length = len(raw.content)
    if tab is not None:
        await tab.charge(price_of_text(length))
    reading = await room.analyze(raw, client)
    if tab is not None:
        await tab.note(price_of_reading(length, reading.seconds))
    return reading
