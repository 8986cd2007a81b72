"""What a model told is stored as a model's, left out where that is asked for, and gives way to what people say."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from dateline.ingestion.intake.assembly import Assembly
from dateline.ingestion.intake.judging import Author, Count, EventChanges, correct_event
from dateline.ingestion.intake.storing import store_article
from dateline.store.integrity import check_invariants
from schema.readers import ReaderKind, Shown
from schema.tables import EVENT, REPORT
from schema.vocabulary import Basis, OtherField
from tests.model.scripted import Scripted

TEXT = "🙂 Gunmen opened fire at a market in Goma on Monday, police said. Drums of paint were stolen in Uvira."
THEFT = {
    "fact": None,
    "words": "Drums of paint were stolen",
    "type": "CRIME",
    "status": "REPORTED",
    "place": "Uvira",
    "doers": ["Gunmen"],
    "killed": None,
}
ATTACK = {"fact": 1, "words": "opened fire", "place": "Uvira", "receivers": ["a market"], "date": "Monday"}


def told(*events, name="small"):
    return Scripted({"events": list(events)}, name=name)


@pytest.fixture
def both(read):
    """The rules tell the attack, the model whom it was done to, another place, and a theft."""
    return read(TEXT, told(ATTACK, THEFT))


def store(database, analysis, *, again=False):
    with database.writing() as connection:
        store_article(connection, Assembly(analysis).facts(), again=again)


def rows(database, table, *names):
    with database.reading() as connection:
        assert check_invariants(connection) == []
        return {row.type: row[1:] for row in connection.execute(select(table.c.type, *(table.c[one] for one in names)))}


def test_each_fact_has_the_model_that_told_any_of_it(database, both):
    store(database, both)
    model = both.second.model
    assert model.startswith("small ")
    assert len(model) == len("small ") + 8
    events = rows(database, EVENT, "basis", "model", "location_basis", "when_basis")
    # The model's place stands beside that of the rules, and nothing of its is shown.
    assert events["ASSAULT"] == ("STATED", None, "STATED", "PUBLICATION")
    assert rows(database, REPORT, "model")["ASSAULT"] == (model,)
    assert events["CRIME"] == ("MODEL", model, "MODEL", None)


def test_what_is_told_otherwise_is_kept_beside_with_its_place_in_the_text(database, both):
    store(database, both)
    (other,) = rows(database, REPORT, "other")["ASSAULT"][0]
    words = other.pop("start"), other.pop("end")
    assert other == {"field": "LOCATION", "value": "Uvira", "basis": "MODEL"}
    assert both.source.text[slice(*words)] == "Uvira"


def test_the_model_is_shown_where_that_is_set_and_the_rules_beside_it(database, read):
    store(database, read(TEXT, told(ATTACK), shown=Shown.MODEL))
    reports = rows(database, REPORT, "location_basis", "other")
    assert reports["ASSAULT"][0] == "MODEL"
    assert [(one["field"], one["value"], one["basis"]) for one in reports["ASSAULT"][1]] == [
        ("LOCATION", "Goma", "STATED")
    ]


def test_what_the_rules_tell_alone_names_no_model(database, read):
    analysis = read(TEXT)
    store(database, analysis)
    assert rows(database, EVENT, "basis", "model") == {"ASSAULT": ("STATED", None)}
    assert rows(database, REPORT, "basis", "model", "other") == {"ASSAULT": ("STATED", None, None)}


def correct(database, type_, changes):
    with database.writing() as connection:
        event_id = connection.execute(select(EVENT.c.id).where(EVENT.c.type == type_)).scalar_one()
        correct_event(connection, event_id, changes, Author("ana", "I was there."))


def test_what_a_person_says_wins_over_both_and_outlives_another_model(database, read, both):
    store(database, both)
    correct(database, "ASSAULT", EventChanges(killed=Count(3)))
    correct(database, "CRIME", EventChanges(killed=Count(0)))
    columns = ("killed_best", "killed_basis", "basis")
    said = {"ASSAULT": (3, "STATED", "STATED"), "CRIME": (0, "STATED", "STATED")}
    assert rows(database, EVENT, *columns) == said
    store(database, read(TEXT, told(ATTACK, THEFT, name="large"), shown=Shown.MODEL), again=True)
    assert rows(database, EVENT, *columns) == said
    assert {model.split()[0] for (model,) in rows(database, REPORT, "model").values()} == {"large"}


def test_a_correction_waits_while_no_reader_tells_its_event(database, read, both):
    store(database, both)
    correct(database, "CRIME", EventChanges(killed=Count(2)))
    store(database, read(TEXT, told(ATTACK)), again=True)
    assert set(rows(database, EVENT, "id")) == {"ASSAULT"}
    store(database, read(TEXT, told(ATTACK, THEFT, name="large")), again=True)
    assert rows(database, EVENT, "killed_best", "killed_basis")["CRIME"] == (2, "STATED")


def test_another_model_or_another_way_of_showing_is_another_version(database, both, read):
    store(database, both)
    with database.writing() as connection:
        again = [
            read(TEXT, told(ATTACK, THEFT)),
            read(TEXT, told(ATTACK, THEFT, name="large")),
            read(TEXT, told(ATTACK, THEFT), kind=ReaderKind.MODEL),
            read(TEXT),
        ]
        outcomes = [store_article(connection, Assembly(one).facts()).value for one in again]
    assert outcomes == ["UNCHANGED", "CHANGED", "CHANGED", "CHANGED"]


def test_the_other_values_are_those_that_mean_something_else(both):
    (attack, theft) = Assembly(both).facts().reports
    assert [(one.field, one.value, one.basis) for one in attack.other] == [(OtherField.LOCATION, "Uvira", Basis.MODEL)]
    assert theft.other == ()
