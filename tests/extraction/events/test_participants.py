"""Who did it, to whom, where, and who says so."""

from __future__ import annotations

import pytest


def test_doer_and_target(events_of):
    read = events_of("Police arrested the mayor of Lima on Tuesday.")
    event = read.only("COERCE")
    assert read.who(event, "ACTOR") == ["Police"]
    assert len(read.who(event, "RECIPIENT")) == 1


def test_agent_of_a_passive(events_of):
    read = events_of("The mayor of Lima was arrested by police on Tuesday.")
    assert read.who(read.only("COERCE"), "ACTOR") == ["police"]


def test_weapons_stand_for_the_forces_of_their_country(events_of):
    read = events_of("Russian missiles struck Kharkiv on Tuesday.")
    event = read.only("ASSAULT")
    (actor,) = [participant for participant in event.participants if participant.role.value == "ACTOR"]
    assert (actor.name, actor.inferred) == ("Russian forces", True)


@pytest.mark.parametrize(
    "text", ["Death toll in Congo market shelling rises to 17", "The Nigerian church attack killed 40."]
)
def test_a_country_before_the_site_says_where_and_not_who(events_of, text):
    read = events_of(text)
    assert read.who(read.only("ASSAULT"), "ACTOR") == []


def test_a_country_before_the_attack_itself_says_who(events_of):
    read = events_of("The Israeli attack killed 40 people.")
    assert read.who(read.only("ASSAULT"), "ACTOR") == ["Israeli forces"]


def test_nobody_does_a_disaster(events_of):
    read = events_of("The River Ouse burst its banks on Tuesday and 90 homes were evacuated.")
    assert read.only("DISASTER").participants == ()


def test_who_comes_under_fire_is_no_doer(events_of):
    read = events_of("North Korean troops came under Ukrainian fire in Kursk.")
    event = read.only("ASSAULT")
    assert read.who(event, "RECIPIENT") == ["North Korean forces"]
    assert read.who(event, "ACTOR") == ["Ukrainian forces"]


def test_victims_need_no_name(events_of):
    read = events_of("A bomb killed six people in Kabul.")
    assert read.who(read.only(), "VICTIM") == ["six people"]


def test_things_are_no_victims(events_of):
    read = events_of("The shelling of the market killed six people in Sake.")
    assert read.who(read.only(), "VICTIM") == ["six people"]


def test_place_hangs_on_the_event_and_not_on_the_speaker(events_of):
    text = "Nine people were wounded in an attack on Tuesday, the governor told reporters in Goma."
    read = events_of(text)
    assert read.place(read.only("ASSAULT")) is None


def test_finest_place_wins(events_of):
    read = events_of("Rebels shelled a market in Sake, a town in eastern Congo, on Tuesday.")
    assert read.place(read.only()) == "Sake"


def test_source_is_who_says_it(events_of):
    text = "“Rebels shelled the market in Sake,” Governor Honoré Lushiku said on Tuesday."
    read = events_of(text)
    event = read.only("ASSAULT")
    assert event.said_by is not None
    assert read.analysis.actors[event.said_by].name == "Honoré Lushiku"


@pytest.mark.parametrize(
    ("text", "kind", "role", "names"),
    [
        ("Police arrested two suspects in Lyon.", "COERCE", "RECIPIENT", ["suspects"]),
        ("Two suspects were arrested and charged in Lyon.", "LEGAL", "RECIPIENT", ["suspects"]),
        ("Police questioned a man arrested in Lyon by soldiers.", "COERCE", "RECIPIENT", ["a man"]),
        ("Police questioned a man arrested in Lyon by soldiers.", "COERCE", "ACTOR", ["soldiers"]),
        ("A student appears to have been shot in Lima.", "ASSAULT", "VICTIM", ["student"]),
        ("Gunmen killed a farmer in Benue.", "ASSAULT", "ACTOR", ["Gunmen"]),
        ("A rebel attack on the town killed six people.", "ASSAULT", "ACTOR", ["rebel"]),
        ("The attack was carried out by gunmen on Tuesday.", "ASSAULT", "ACTOR", ["gunmen"]),
        ("Hamas claimed responsibility for the attack on Tuesday.", "ASSAULT", "ACTOR", ["Hamas"]),
        ("Soldiers launched an attack on the rebels near Sake.", "ASSAULT", "RECIPIENT", ["rebels"]),
        ("Three soldiers killed by rebels near Sake were buried.", "ASSAULT", "VICTIM", ["soldiers"]),
        ("The arrest of three activists shocked Minsk.", "COERCE", "RECIPIENT", ["activists"]),
        ("France demanded that Iran release the sailors.", "REQUEST", "RECIPIENT", ["Iran"]),
        ("A protest by teachers took place in Tunis on Monday.", "PROTEST", "ACTOR", ["teachers"]),
    ],
)
def test_who(events_of, text, kind, role, names):
    read = events_of(text)
    assert read.who(read.only(kind), role) == names


def test_crowd_that_watches_does_not_attack(events_of):
    read = events_of("Residents condemned the attack on a market in Sake on Tuesday.")
    assert read.who(read.only("ASSAULT"), "ACTOR") == []


def test_country_that_is_only_a_place_does_nothing(events_of):
    read = events_of("A bombing in Madrid, Spain, which killed 13 people, was condemned.")
    assert read.who(read.only("ASSAULT"), "ACTOR") == []
