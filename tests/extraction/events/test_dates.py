"""When an event happened; texts are published on Wednesday, 6 November 2024."""

from __future__ import annotations

from datetime import date

import pytest

from schema.vocabulary import Basis


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rebels attacked Sake on Tuesday.", date(2024, 11, 5)),
        ("Tuesday's attack killed six people in Sake.", date(2024, 11, 5)),
        ("Rebels attacked Sake on Oct. 20.", date(2024, 10, 20)),
        ("Workers will march through Lima on Friday.", date(2024, 11, 8)),
    ],
)
def test_day(events_of, text, day):
    when = events_of(text).only().when
    assert (when.earliest, when.latest, when.precision.value) == (day, day, "DAY")


def test_a_day_after_it_happened_something_else_did(events_of):
    read = events_of("The police chief resigned on Tuesday, two days after gangs attacked an airport in Lima.")
    assert read.only("ASSAULT").when.earliest == date(2024, 11, 3)
    assert read.only("RETREAT").when.earliest == date(2024, 11, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the town of Sake, the governor said Tuesday.",
        "The governor told reporters on Tuesday that rebels had attacked the town of Sake.",
    ],
)
def test_day_of_saying_is_only_inferred(events_of, text):
    when = events_of(text).only("ASSAULT").when
    assert (when.earliest, when.basis) == (date(2024, 11, 5), Basis.INFERRED)


def test_later_mention_dates_the_happening(events_of):
    text = "Rebels shelled a market in Sake. The shelling on Tuesday destroyed 20 stalls."
    assert events_of(text).only("ASSAULT").when.earliest == date(2024, 11, 5)


def test_rising_toll_does_not_date_the_attack(events_of):
    text = "Six people were wounded in Tuesday's attack on Sake. The death toll rose to nine on Wednesday."
    event = events_of(text).only("ASSAULT")
    assert (event.when.earliest, event.killed.best) == (date(2024, 11, 5), 9)


def test_without_a_day_of_publication_only_full_dates_count(read_text):
    (relative,) = read_text("Rebels attacked Sake on Tuesday.").events
    (absolute,) = read_text("Rebels attacked Sake on May 27, 2017.").events
    assert (relative.when.earliest, relative.when.excerpt.text) == (None, "Tuesday")
    assert absolute.when.earliest == date(2017, 5, 27)


def test_date_of_a_main_clause_does_not_date_its_relative_clause(events_of):
    text = "On Tuesday the president visited the town, where an earthquake killed 26 people."
    event = events_of(text).only("DISASTER")
    assert (event.when.earliest, event.killed.best) == (None, 26)


def test_next_sentence_goes_on_where_and_when_the_last_one_happened(events_of):
    text = "Gunmen attacked a bank in Lima on Tuesday. The mayor was stabbed and the vault was robbed."
    read = events_of(text)
    for event in read.events:
        assert (event.when.earliest, read.place(event)) == (date(2024, 11, 5), "Lima")


def test_what_had_happened_before_does_not_go_on(events_of):
    text = "Gunmen attacked a bank in Lima on Tuesday. Robbers had robbed another one."
    assert events_of(text).only("CRIME").when.earliest is None


def test_awaited_trial_is_planned(events_of):
    assert events_of("The mayor of Lima awaits trial in Callao.").only("LEGAL").status.value == "PLANNED"


def test_days_before_another_date(events_of):
    text = (
        "The death toll from a bombing at a mosque in Kabul rose to 21 on Monday, police said, a day after the blast."
    )
    when = events_of(text).only().when
    assert (when.earliest, when.latest, when.excerpt.text) == (date(2024, 11, 3), date(2024, 11, 3), "a day after")


@pytest.mark.parametrize(
    "text",
    [
        "A man was charged with fraud on Tuesday after his neighbour was stabbed in Leeds.",
        "The opposition leader on Tuesday accused the army of shelling Idlib.",
        "The minister on Tuesday condemned the murder of a judge.",
    ],
)
def test_what_was_before_has_not_the_date_of_what_came_after(events_of, text):
    assert events_of(text).events[-1].when.excerpt is None


@pytest.mark.parametrize(
    "text",
    [
        "A man was stabbed in Leeds on Tuesday after a quarrel.",
        "The minister condemned Tuesday's murder of a judge.",
        "A bomb killed two soldiers in Kabul on Tuesday after the army attacked a village.",
    ],
)
def test_the_date_of_its_own_clause(events_of, text):
    when = next(event.when for event in events_of(text).events if event.type.value in ("ASSAULT", "CRIME"))
    assert when.earliest == date(2024, 11, 5)


def test_date_of_a_clause_that_says_it_was_held(events_of):
    read = events_of("The president spoke of the talks with Iran that were held on Tuesday.")
    assert read.only("CONSULT").when.earliest == date(2024, 11, 5)


def test_months_in_capitals(events_of):
    text = "THE ARMED FORCES GAVE A REPORT. ON 9 APRIL, INDIVIDUALS MURDERED LABOR LEADER JORGE GUZMAN IN SANTA ANA."
    when = events_of(text).only().when
    assert when.earliest == date(2024, 4, 9)


@pytest.mark.parametrize(
    ("told", "first"), [("in the last 24 hours", date(2024, 11, 5)), ("in the last 48 hours", date(2024, 11, 4))]
)
def test_hours_are_the_days_that_they_touch(events_of, told, first):
    when = events_of(f"Rebels attacked the town of Sake {told}.").only().when
    assert (when.earliest, when.latest) == (first, date(2024, 11, 6))


def test_a_town_is_no_month(events_of):
    assert events_of("Rebels attacked the town of Vina del Mar. It burned.").events[0].when.excerpt is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Police opened fire to disperse protesters in Lima on Monday.", "Monday"),
        ("Officials agreed to release the hostages in Lima on Friday.", None),
        ("The group claimed the murder of Colonel Franklin Quintero, which occurred on Monday in Lima.", "Monday"),
        ("The group claimed the murder of Colonel Franklin Quintero, who retired on Monday in Lima.", None),
        ("New cases of cholera were found in Lima on Monday.", "Monday"),
        ("The government announced on Monday that an earthquake had struck Lima.", "Monday"),
        ("Rebels attacked the town of Sake in the fall of 2011.", "fall of 2011"),
        ("Police found a bomb that exploded at a school in Vina del Mar.", None),
    ],
)
def test_words_of_the_date(events_of, text, written):
    when = events_of(text).events[0].when
    assert (when.excerpt.text if when.excerpt is not None else None) == written


def test_season_of_a_year(events_of):
    when = events_of("Rebels attacked the town of Sake in the fall of 2011.").only().when
    assert (when.earliest, when.latest, when.precision.value) == (date(2011, 9, 1), date(2011, 11, 30), "SEASON")


def test_the_sentence_that_stands_for_the_happening_dates_it(events_of):
    text = (
        "A bomb killed six people at a market in Kabul this week. The attack wounded 40 people. "
        "The bombing followed a quarrel. In the bombing in Kabul in March 2012, shops were destroyed."
    )
    assert [event.when.excerpt.text for event in events_of(text).events if event.killed] == ["this week"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "Two soldiers were killed by a roadside bomb near Kandahar yesterday, the defence ministry said. It was "
            "the first attack in the province this year, a spokesman told reporters in Kabul.",
            "yesterday",
        ),
        (
            "Two soldiers were killed by a roadside bomb near Kandahar, the defence ministry said. It was the first "
            "attack in the province this year, a spokesman told reporters in Kabul.",
            "this year",
        ),
    ],
)
def test_a_day_within_a_year_that_others_tell_is_the_date(events_of, text, written):
    event = events_of(text).only("ASSAULT")
    assert event.when.excerpt is not None
    assert event.when.excerpt.text == written
