"""Who is shown as having a part in events, and where; the step that filled older stores tells the same."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text, update

from dateline.store.integrity import check_invariants
from dateline.store.writing.partaking import places_of, places_of_victims
from dateline.store.writing.telling import Telling
from schema.migrations.versions.r0017_basis import PLACES
from schema.tables import PARTICIPANT, REPORT, VICTIMS
from schema.vocabulary import ParticipantRole


def telling(report, confidence, *people):
    """A report with participants: role, name (`?` where inferred, `!` where a model tells it), perhaps an actor."""
    rows = [
        {
            "id": f"{report}{position}",
            "report_id": report,
            "position": position,
            "role": role,
            "actor_id": actor,
            "name_key": name,
            "inferred": name.startswith(("?", "!")),
            "basis": {"?": "INFERRED", "!": "MODEL"}.get(name[0], "STATED"),
        }
        for position, (role, name, actor) in enumerate(people)
    ]
    return Telling({"id": report, "confidence": confidence}, "", None, rows, {})


@pytest.mark.parametrize(
    ("tellings", "places"),
    [
        ([], {}),
        ([telling("a", 0.5, ("VICTIM", "x", None), ("ACTOR", "y", None))], {"a0": 1, "a1": 0}),
        ([telling("a", 0.5, ("ACTOR", "x", None), ("ACTOR", "x", None))], {"a0": 0, "a1": None}),
        ([telling("a", 0.5, ("ACTOR", "x", "1"), ("ACTOR", "other", "1"))], {"a0": 0, "a1": None}),
        ([telling("a", 0.5, ("ACTOR", "x", None), ("VICTIM", "x", None))], {"a0": 0, "a1": 1}),
        (
            [telling("a", 0.5, ("ACTOR", "x", None)), telling("b", 0.9, ("ACTOR", "z", None), ("ACTOR", "x", None))],
            {"a0": None, "b0": 0, "b1": 1},
        ),
        ([telling("b", 0.5, ("ACTOR", "x", None)), telling("a", 0.5, ("ACTOR", "x", None))], {"a0": 0, "b0": None}),
        ([telling("a", 0.5, ("ACTOR", "?x", "1"), ("ACTOR", "x", "1"))], {"a0": None, "a1": 0}),
        (
            [telling("a", 0.9, ("ACTOR", "?x", "1")), telling("b", 0.5, ("ACTOR", "x", "1"))],
            {"a0": None, "b0": 0},
        ),
        (
            [telling("a", 0.9, ("ACTOR", "!x", "1")), telling("b", 0.5, ("ACTOR", "?x", "1"))],
            {"a0": None, "b0": 0},
        ),
    ],
)
def test_each_is_shown_once_told_best_by_the_surest_that_states_it(tellings, places):
    assert places_of(tellings) == places
    assert places_of(reversed(tellings)) == places


def struck(report, day, *kinds, confidence=0.5, basis="STATED"):
    """A report of a day with victims of one basis: harm, kind, number."""
    rows = [
        {"id": f"{report}{place}", "report_id": report, "harm": harm, "kind": kind, "best": best, "basis": basis}
        for place, (harm, kind, best) in enumerate(kinds)
    ]
    published = datetime(2024, 11, day, tzinfo=UTC)
    told = {"id": report, "confidence": confidence, "published_at": published, "basis": "STATED"}
    return Telling(told, "", None, [], {}, rows)


@pytest.mark.parametrize(
    ("tellings", "places"),
    [
        ([], {}),
        ([struck("a", 5, ("INJURED", "CHILD", 1), ("KILLED", "POLICE", 1))], {"a0": 1, "a1": 0}),
        ([struck("a", 5, ("KILLED", "WOMAN", 1), ("KILLED", "CHILD", 1))], {"a0": 1, "a1": 0}),
        (
            [struck("a", 5, ("KILLED", "CHILD", 2), confidence=0.9), struck("b", 6, ("KILLED", "CHILD", 3))],
            {"a0": None, "b0": 0},
        ),
        ([struck("a", 5, ("KILLED", "CHILD", 2)), struck("b", 6, ("KILLED", "CHILD", None))], {"a0": 0, "b0": None}),
        (
            [
                struck("a", 5, ("KILLED", "CHILD", 4)),
                struck("b", 5, ("KILLED", "CHILD", 2)),
                struck("c", 5, ("KILLED", "CHILD", 2)),
            ],
            {"a0": None, "b0": 0, "c0": None},
        ),
        (
            [
                struck("a", 5, ("KILLED", "CHILD", 4)),
                struck("b", 5, ("KILLED", "CHILD", 2), basis="CARRIED"),
                struck("c", 5, ("KILLED", "CHILD", 2), basis="CARRIED"),
            ],
            {"a0": 0, "b0": None, "c0": None},
        ),
    ],
)
def test_of_each_kind_the_newest_number_is_shown(tellings, places):
    assert places_of_victims(tellings) == places
    assert places_of_victims(reversed(tellings)) == places


def test_the_step_of_migration_gives_the_same_places(world):
    with world.writing() as connection:
        connection.execute(update(REPORT).where(REPORT.c.id.like("%a%")).values(confidence=0.123))
        before = kept(connection)
        assert None in before.values()
        connection.execute(update(PARTICIPANT).values(shown_as=None))
        connection.execute(text(PLACES))
        after = kept(connection)
        wrong = [sentence for sentence in check_invariants(connection) if "is shown as" in sentence]
        connection.rollback()
    assert (len(after), wrong) == (len(before), [])


def test_a_wrong_place_is_found(world):
    with world.writing() as connection:
        one = connection.execute(select(PARTICIPANT.c.id).where(PARTICIPANT.c.shown_as == 0).limit(1)).scalar_one()
        connection.execute(update(PARTICIPANT).where(PARTICIPANT.c.id == one).values(shown_as=7))
        assert f"participant {one} is shown as 7 and not as 0" in " ".join(check_invariants(connection))
        connection.rollback()


def test_a_wrong_place_of_victims_is_found(world):
    with world.writing() as connection:
        connection.execute(update(VICTIMS).values(shown_as=None))
        wrong = check_invariants(connection)
        connection.rollback()
    assert any(" victims " in sentence and "is shown as None and not as 0" in sentence for sentence in wrong)


def test_roles_are_ranked_as_the_step_of_migration_ranks_them():
    assert [role.value for role in ParticipantRole] == ["ACTOR", "RECIPIENT", "VICTIM"]


def kept(connection):
    return {row.id: row.shown_as for row in connection.execute(select(PARTICIPANT.c.id, PARTICIPANT.c.shown_as))}
