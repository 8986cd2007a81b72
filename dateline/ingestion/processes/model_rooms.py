"""Where a server reads texts that are sent to it with a model: a room of its own for each way, made when it is asked.

Models are slow and cost money, so that whoever asks them does not stand before those who ask the rules.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from dateline.ingestion.asking.options import model_options
from dateline.ingestion.processes.options import reading_options
from dateline.ingestion.processes.reading_room import SECONDS, ReadingRoom
from schema.errors import QueryError, SettingError
from schema.readers import ReaderKind

if TYPE_CHECKING:
    from dateline.settings import Settings


class ModelRooms:
    """Rooms by who reads; nothing is loaded before one is asked for.  Close them in the end."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._run = uuid4().hex
        """All rooms spend one budget, as long as the server runs."""
        self._rooms: dict[ReaderKind, ReadingRoom] = {}

    def room_of(self, kind: ReaderKind) -> ReadingRoom:
        """The room of a reader other than the rules; QueryError where no model can, or must, be asked."""
        if kind not in self._rooms:
            self._rooms[kind] = self._made(kind)
        return self._rooms[kind]

    def close(self) -> None:
        """Stops all processes."""
        for room in self._rooms.values():
            room.close()

    def _made(self, kind: ReaderKind) -> ReadingRoom:
        settings = self._settings
        try:
            second = model_options(settings, kind)
        except SettingError as error:
            # Which server and which host are the operator's to know.
            raise QueryError(
                f"This server asks no model, so that the reader {kind.value!r} is not there.",
                hint="Leave `reader` out, or ask the operator to set a model (docs/models.md).",
            ) from error
        assert second is not None
        options = reading_options(settings, empty_is_error=False, second=replace(second, run=self._run))
        return ReadingRoom(options, SECONDS + settings.model_timeout)
