"""Actors: persons, organizations, countries, forces and groups, one for each however it is named in the article."""

from dateline.extraction.actors import bodies, offices, persons, states
from dateline.extraction.actors.index import ActorIndex
from dateline.extraction.actors.register import Register
from dateline.extraction.notes import Notes, Stage


def run(notes: Notes) -> None:
    """Sets `notes.actor_index`."""
    register = Register(notes)
    persons.find_persons(register)
    bodies.find_bodies(register)
    states.find_states(register)
    offices.link_organizations(register)
    notes.actor_index = ActorIndex(register)


STAGE = Stage("actors", frozenset({"places", "marks"}), frozenset({"actors"}), run)

__all__ = ["STAGE", "ActorIndex"]
