"""Actors: persons, organizations, countries, forces and groups, one for each however it is named in the article."""

from collections.abc import Callable, Mapping

from dateline.extraction.actors import bodies, homes, listed, offices, persons, states
from dateline.extraction.actors.index import ActorIndex
from dateline.extraction.actors.register import Register
from dateline.extraction.notes import Notes, Stage

PARTS: Mapping[str, Callable[[Register], None]] = {
    "listed": listed.find_listed,
    "persons": persons.find_persons,
    "bodies": bodies.find_bodies,
    "states": states.find_states,
    "offices": offices.link_organizations,
}
"""In this order; a part that fails costs its own actors."""


def run(notes: Notes) -> None:
    """Sets `notes.actor_index`."""
    register = Register(notes)
    for part, find in PARTS.items():
        with notes.guard(f"actors: {part}"):
            find(register)
    homes.tell_countries(register)
    notes.actor_index = ActorIndex(register)


STAGE = Stage("actors", frozenset({"places", "marks"}), frozenset({"actors"}), run)

__all__ = ["STAGE", "ActorIndex"]
