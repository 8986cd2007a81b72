"""Who did it, to whom, where, and who says so."""

from __future__ import annotations


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
