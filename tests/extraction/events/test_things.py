"""What is struck, closed or voted down and is nobody."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "things"),
    [
        ("Bandits attacked two hamlets on Monday, leaving 20 herders dead.", "ASSAULT", ["two hamlets"]),
        ("Six Saudi drones were shot down over Yemen at dawn, the navy said.", "ASSAULT", ["Six Saudi drones"]),
        ("Rebels fired rockets at a convoy near Goma.", "ASSAULT", ["a convoy"]),
        ("Protesters set fire to a police station in Lagos.", "ASSAULT", ["a police station"]),
        ("Trump supporters attacked the US Capitol on January 6, 2021.", "ASSAULT", ["the US Capitol"]),
        ("The parliament rejected the bill on Monday.", "REJECT", ["the bill"]),
        ("Norway has boycotted the Winter Games in Sapporo.", "PROTEST", ["the Winter Games"]),
        ("The earthquake damaged 143 buildings in Davao.", "DISASTER", ["143 buildings"]),
        (
            "Israeli tanks shelled positions of the Palestinian security forces near Rafah.",
            "ASSAULT",
            ["positions", "Palestinian forces"],
        ),
        # What they do, strike with or make is not what it is done to.
        ("Rebels fired rockets near Goma.", "ASSAULT", []),
        ("Ethnic Turks began a hunger strike on Monday.", "PROTEST", []),
        ("The River Ouse burst its banks on Tuesday.", "DISASTER", []),
        ("President Clinton imposed sanctions on the Taliban.", "SANCTION", ["Taliban"]),
        ("A teacher was stabbed on Monday at a school in Leeds.", "ASSAULT", []),
    ],
)
def test_things_that_it_is_done_to(events_of, text, kind, things):
    read = events_of(text)
    found = [name for event in read.events if event.type.value == kind for name in read.who(event, "RECIPIENT")]
    assert found == things


def test_a_thing_is_no_actor(events_of):
    read = events_of("Bandits attacked two hamlets on Monday.")
    assert [part.actor for part in read.only().participants if part.role.value == "RECIPIENT"] == [None]
    assert [actor.name for actor in read.analysis.actors] == ["Bandits"]


@pytest.mark.parametrize("text", ["At least nine were killed in Goma on Monday.", "Dozens died in the attack in Goma."])
def test_a_bare_number_is_a_toll_and_nobody(events_of, text):
    assert all(part.role.value != "VICTIM" for event in events_of(text).events for part in event.participants)


def test_some_of_somebody_are_somebody(events_of):
    read = events_of("31 of the detainees were on hunger strike on Monday.")
    assert read.who(read.only("PROTEST"), "ACTOR") == ["31 of the detainees"]
