"""What a clause leaves out is taken from the story, and marked with its basis; what is not told stays unknown."""

from __future__ import annotations

from datetime import date

import pytest

from schema.vocabulary import Basis

MONDAY, TUESDAY, WEDNESDAY = date(2024, 11, 4), date(2024, 11, 5), date(2024, 11, 6)


def _last(read):
    return read.events[-1]


# ---------------------------------------------------------------- the day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen attacked a bank in Lima on Tuesday. Police arrested two men.", TUESDAY),
        ("Kabul was quiet on Tuesday morning. Later that day a drone crashed into the airport there.", TUESDAY),
        ("Rebels attacked Sake on Monday. The next day soldiers arrested 20 men.", TUESDAY),
        # What is told in the perfect is of the story's own day, whatever is told between.
        (
            "Rebels attacked Sake on Tuesday.\n\nIn March 2022 rebels killed nine people in Goma.\n\nPolice have "
            "arrested two men.",
            TUESDAY,
        ),
        # What the background goes on with is of the background's day.
        (
            "Rebels attacked Sake on Tuesday.\n\nOn March 4, 2022, rebels attacked Goma. Soldiers arrested 20 men.",
            date(2022, 3, 4),
        ),
    ],
)
def test_day_that_a_clause_leaves_out(events_of, text, day):
    when = _last(events_of(text)).when
    assert when.earliest == day
    assert when.excerpt is not None
    assert text[when.excerpt.start : when.excerpt.end] == when.excerpt.text


def test_carried_day_says_so(events_of):
    read = events_of("Gunmen attacked a bank in Lima on Tuesday. Police arrested two men.")
    assert [event.when.basis for event in read.events] == [Basis.PUBLICATION, Basis.CARRIED]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Sake on Tuesday. Soldiers had arrested 20 men.",
        "Rebels attacked Sake on Tuesday. Soldiers will arrest the rebels.",
        "Rebels attacked Sake on Tuesday. Soldiers previously arrested 20 men.",
        "A man was charged with fraud on Tuesday after his neighbour was stabbed in Leeds.",
        "The minister on Tuesday condemned the murder of a judge.",
    ],
)
def test_day_that_is_not_carried(events_of, text):
    days = [event.when.earliest for event in events_of(text).events]
    assert days.count(None) == 1


def test_plan_is_of_the_day_it_names(events_of):
    event = events_of("The referendum is to be held on Nov. 20.").only("ELECTION")
    assert event.when.earliest == date(2024, 11, 20)


def test_simple_present_with_a_day_is_to_come(events_of):
    assert events_of("Ugandans go to the polls Thursday.").only("ELECTION").when.earliest == date(2024, 11, 7)


def test_year_before_a_noun_dates_the_noun_alone(events_of):
    read = events_of("Police arrested a man on Tuesday over the 1998 bombing of a market in Nairobi.")
    days = {event.type.value: event.when.earliest for event in read.events}
    assert days["COERCE"] == TUESDAY
    assert days.get("ASSAULT") in (None, date(1998, 1, 1))


# ---------------------------------------------------------------- the place


@pytest.mark.parametrize(
    ("text", "place", "basis"),
    [
        ("Gunmen attacked a bank in Lima on Tuesday. Police arrested two men.", "Lima", Basis.CARRIED),
        ("NAIROBI, Kenya (AP) — Police arrested 40 people on Tuesday.", "NAIROBI", Basis.DATELINE),
        ("KABUL — An appeals court in Afghanistan has overturned the sentence of a man.", "KABUL", Basis.DATELINE),
        (
            "Shells hit a market in Kabul on Monday. Rebels attacked a base in Kandahar. Soldiers arrested 20 men.",
            "Kandahar",
            Basis.CARRIED,
        ),
    ],
)
def test_place_that_a_clause_leaves_out(events_of, text, place, basis):
    read = events_of(text)
    event = _last(read)
    assert (read.place(event), event.location_basis) == (place, basis)


@pytest.mark.parametrize(
    "text",
    [
        # Words are spoken where nobody tells.
        "Rebels attacked Goma on Tuesday. The European Union condemned Rwanda.",
        # Another happening may be anywhere.
        "Rebels attacked Goma on Tuesday. Another attack killed nine people.",
    ],
)
def test_place_that_is_not_carried(events_of, text):
    read = events_of(text)
    assert read.place(_last(read)) is None


def test_capital_that_the_article_does_not_name_is_no_dateline(events_of):
    read = events_of("NAIROBI, Kenya (AP) — Floods have killed 23 people in the Ugandan capital, police said.")
    assert read.place(read.only("DISASTER")) is None


# ---------------------------------------------------------------- the doer


def _doers(read):
    return [(p.name, p.basis) for p in read.events[0].participants if p.role.value == "ACTOR"]


def test_who_claims_an_attack_has_done_it(events_of):
    read = events_of("A car bomb exploded in Kabul on Tuesday, killing six people. The Taliban claimed responsibility.")
    assert ("Taliban", Basis.CARRIED) in _doers(read)


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb exploded in Kabul on Tuesday, killing six people. No group has claimed responsibility.",
        "A car bomb exploded in Kabul on Tuesday, killing six people. The Taliban have not claimed responsibility.",
    ],
)
def test_who_claims_nothing_has_not(events_of, text):
    assert _doers(events_of(text)) == []


def test_side_goes_on_striking_with_its_weapon(events_of):
    read = events_of("Iran struck a base near Erbil on Tuesday with missiles. A missile hit a school in Koya.")
    named = [[p.name for p in event.participants if p.role.value == "ACTOR"] for event in read.events]
    assert named == [["Iran"], ["Iran"]]


def test_police_who_are_blamed_have_arrested_nobody(events_of):
    text = (
        "Nineteen people were arrested in Kabul on Tuesday.\n\nTheir families protested.\n\nThe trial was short.\n\n"
        "Lawyers spoke of errors.\n\nPolice were blamed for the errors."
    )
    read = events_of(text)
    assert read.who(read.only("COERCE"), "ACTOR") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Two clauses of a sentence are of one day; what one agrees to do is not.
        ("Youths hurled stones at police in Paris on Tuesday; 54 people were arrested, the prefecture said.", TUESDAY),
        ("Rebels attacked Sake on Monday. The visit has been postponed, the two governments said Tuesday.", TUESDAY),
        # What is said is of the story's day, not of the background's.
        (
            "Rebels attacked Sake on Tuesday.\n\nLast month soldiers shelled Goma. The governor condemned the attack.",
            TUESDAY,
        ),
        # What lasts is of no one day.
        ("Rebels attacked Sake on Tuesday. The town was besieged for more than two weeks.", None),
        # What one is tried for was not done on the day of the trial.
        ("A court convicted the mayor on Tuesday. Prosecutors say he bribed two officials.", None),
    ],
)
def test_day_of_what_is_told_beside(events_of, text, day):
    assert _last(events_of(text)).when.earliest == day


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # What a government does all over the country is of the country.
        ("Shops in Beira, Mozambique, were looted on Tuesday. The government banned all protests.", "Mozambique"),
        ("Shops in Beira, Mozambique, were looted on Tuesday. Unions called a nationwide strike.", "Mozambique"),
        ("Shops in Beira, Mozambique, were looted on Tuesday. Police arrested 20 men.", "Beira"),
        # What was long ago was not where the story is now.
        ("THE HAGUE — A court jailed a militia leader on Tuesday. In 2003 his men attacked a village.", None),
        ("THE HAGUE — A court jailed a militia leader on Tuesday. Police arrested two protesters.", "THE HAGUE"),
    ],
)
def test_place_of_what_is_told_beside(events_of, text, place):
    read = events_of(text)
    assert read.place(_last(read)) == place
