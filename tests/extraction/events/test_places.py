"""Where an event happened, told by a noun that means a place named elsewhere."""

from __future__ import annotations

import pytest

DATELINE = "NAIROBI, Kenya (Reuters) - "


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Floods have killed at least 23 people in the Kenyan capital, police said.", "NAIROBI"),
        ("Floods have killed at least 23 people across the country, police said.", "Kenya"),
        ("Floods have killed at least 23 people in the financial capital, police said.", None),
        ("Floods have killed at least 23 people in the Ugandan capital, police said.", None),
    ],
)
def test_nouns_that_mean_a_place_of_the_article(events_of, text, place):
    read = events_of(DATELINE + text)
    assert read.place(read.only("DISASTER")) == place


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("A virus spread within Jalisco state in May, killing six people.", "DISASTER", "Jalisco"),
        ("A strong earthquake struck western Nepal late on Friday.", "DISASTER", "Nepal"),
        ("A special court cleared him of all charges in Greece's biggest corruption trial.", "LEGAL", "Greece"),
        ("The police chief resigned, two days after gangs attacked an airport in Lima.", "RETREAT", None),
        ("The police chief resigned, two days after gangs attacked an airport in Lima.", "ASSAULT", "Lima"),
        ("Two dozen fighters were killed in IS attacks in April.", "ASSAULT", None),
        ("Deaths were reported in Cebu, where flash floods swept away cars.", "DISASTER", "Cebu"),
        ("A court convicted six men of working for Israel.", "LEGAL", None),
        ("China suspended imports in a dispute over remarks about Taiwan.", "SANCTION", None),
    ],
)
def test_where_it_struck_and_where_it_did_not(events_of, text, kind, place):
    read = events_of(text)
    assert read.place(read.only(kind)) == place


def test_a_place_told_in_quotation_marks_is_that_of_what_is_told_there(events_of):
    text = 'Police arrested the mayor. "We trained in Florida," he told a meeting with generals.'
    assert all(events_of(text).place(event) is None for event in events_of(text).events)


def test_the_sentence_starts_after_the_dateline(events_of):
    read = events_of("LAGOS — Oil workers walked off the job across Nigeria's Niger Delta on Monday.")
    assert read.who(read.only("PROTEST"), "ACTOR") == ["Oil workers"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Ayacucho, armed men killed the mayor of Huanta on Monday.", "Ayacucho"),
        ("Armed men killed two policemen in Huanta on Monday.", "Huanta"),
        ("The minister left for London for a conference on Ukraine.", "London"),
        ("Police arrested a man in the United States Senate on Monday.", None),
        ("In Bududa district, a landslide buried three villages on 30 April, killing at least 11 people.", "Bududa"),
    ],
)
def test_place_of_what_happened(events_of, text, place):
    assert events_of(text).place(events_of(text).events[0]) == place


def test_words_are_said_where_the_sentence_says_so(events_of):
    read = events_of("The minister today agreed to keep the force in Lebanon.")
    assert read.place(read.only("AGREE")) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A driver was arrested on Monday as the tram travelled from Addington.", None),
        ("A driver was arrested on Monday as the tram stopped in Addington.", "Addington"),
        ("Switzerland expelled two diplomats based in Geneva.", None),
        ("Switzerland expelled two diplomats caught in Geneva.", "Geneva"),
        ("Health officials in Nairobi confirmed five cases of cholera.", "Nairobi"),
        ("Health officials in Nairobi confirmed the earthquake.", None),
        ("Ali Khan, who was born in Lyon, was arrested on Monday.", None),
    ],
)
def test_place_that_tells_of_something_else(events_of, text, place):
    assert events_of(text).place(events_of(text).events[0]) == place


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        # What stands somewhere is called by where it stands.
        ("A guard was stabbed to death at a Limerick hospital.", "ASSAULT", "Limerick"),
        ("Gunmen seized the Donetsk airport on Tuesday.", "ASSAULT", "Donetsk"),
        ("A gunman opened fire at Munich's main railway station.", "ASSAULT", "Munich"),
        # Of two of which one lies in the other it is the finer one.
        ("She was found guilty in France at the Lyon district court on Monday.", "LEGAL", "Lyon"),
        # Whose it is, where somebody is from, and where a way would lead, is not where.
        ("The Ohio-based group picketed the funeral on Monday.", "PROTEST", None),
        ("Miners from the town of Grimma in Saxony went on strike on Monday.", "PROTEST", None),
        ("China banned imports of scallops on Monday after remarks on Taiwan.", "SANCTION", None),
        # A clause with `when` tells the same deed.
        ("Nine people were killed when soldiers fired on a crowd in Kumasi.", "ASSAULT", "Kumasi"),
    ],
)
def test_places_of_buildings_owners_and_ways(events_of, text, kind, place):
    read = events_of(text)
    assert read.place(read.only(kind)) == place
