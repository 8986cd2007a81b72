"""Offices: the words that give them, the body they belong to, and what they tell of a person."""

from __future__ import annotations

import pytest

from dateline.extraction.actors.offices import LONGEST
from schema.vocabulary import ActorSector


@pytest.fixture
def person(read_text):
    """`person(text, name)`: the actor of that name, and all actors."""

    def read(text: str, name: str):
        actors = read_text(text).actors
        return next(actor for actor in actors if actor.name == name), actors

    return read


@pytest.mark.parametrize(
    ("text", "name", "title", "organization", "sector", "code"),
    [
        (
            "Andrii Yermak, head of Ukraine's presidential office, condemned it.",
            "Andrii Yermak",
            "head of Ukraine's presidential office",
            "Ukraine's presidential office",
            ActorSector.GOV,
            "UA",
        ),
        ("Gov. Greg Abbott spoke in Austin.", "Greg Abbott", "Gov.", None, ActorSector.GOV, "US"),
        ("Former Sen. Jim Hale of Ohio disagreed.", "Jim Hale", "Former Sen.", None, ActorSector.LEG, "US"),
        (
            "Brig. Gen. Yehia Rasool, a spokesman for the Iraqi army, spoke.",
            "Yehia Rasool",
            "spokesman for the Iraqi army",
            "Iraqi army",
            ActorSector.MIL,
            "IQ",
        ),
        ("Brig. Gen. Yehia Rasool spoke on Monday.", "Yehia Rasool", "Brig. Gen.", None, ActorSector.MIL, None),
        (
            "Jane Doe, spokeswoman for the interior ministry, spoke.",
            "Jane Doe",
            "spokeswoman for the interior ministry",
            "interior ministry",
            ActorSector.GOV,
            None,
        ),
        (
            "U.S. Secretary of State Antony Blinken left on Monday.",
            "Antony Blinken",
            "U.S. Secretary of State",
            "U.S.",
            ActorSector.GOV,
            "US",
        ),
        (
            "Speaker of the House Mike Johnson left on Monday.",
            "Mike Johnson",
            "Speaker of the House",
            "House",
            ActorSector.LEG,
            None,
        ),
        ("Justice Minister Tom Hale resigned.", "Tom Hale", "Justice Minister", None, ActorSector.GOV, None),
        ("French President Emil Macron left.", "Emil Macron", "French President", "France", ActorSector.GOV, "FR"),
        (
            "The EU foreign policy chief, Josep Borrell, spoke on Monday.",
            "Josep Borrell",
            "EU foreign policy chief",
            "EU",
            ActorSector.IGO,
            None,
        ),
        (
            "Attorney General Merrick Garland spoke on Monday.",
            "Merrick Garland",
            "Attorney General",
            None,
            ActorSector.JUD,
            None,
        ),
        ("Mayor of London Sadiq Khan left.", "Sadiq Khan", "Mayor of London", "London", ActorSector.GOV, None),
    ],
)  # fmt: skip
def test_the_words_of_an_office(person, text, name, title, organization, sector, code):
    actor, _ = person(text, name)
    office = next(office for office in actor.offices if office.title == title)
    assert office.excerpt.text == title
    assert office.organization == organization
    assert actor.sector is sector
    assert actor.country_code == code


def test_an_office_leads_to_the_actor_that_its_body_is(person):
    text = "Tom Hale, spokesman for the Justice Department, agreed. The Justice Department sued on Monday."
    actor, actors = person(text, "Tom Hale")
    (office,) = actor.offices
    assert actors[office.organization_actor].name == "Justice Department"


def test_an_office_of_a_country_leads_to_the_country_where_it_acts(person):
    text = "French President Emmanuel Macron spoke on Monday. France accused the company of fraud."
    actor, actors = person(text, "Emmanuel Macron")
    assert actors[actor.offices[0].organization_actor].name == "France"


def test_the_name_of_another_person_is_no_part_of_an_office(person):
    text = "Mark Hale, a spokesman for the Pentagon, Jane Doe and Tom Reed condemned the attack."
    actor, _ = person(text, "Mark Hale")
    assert [office.title for office in actor.offices] == ["spokesman for the Pentagon"]


def test_a_row_of_titled_names_is_no_office(read_text):
    text = "Brig. Gen. Ana Hale " * 60
    titles = [office.title for actor in read_text(text).actors for office in actor.offices]
    assert titles
    assert max(len(title.split()) for title in titles) <= LONGEST
