"""Words that tell one happening are one event; other happenings stay apart."""

from __future__ import annotations

import pytest


def test_attack_told_over_an_article_is_one_event(events_of, told_words):
    text = (
        "A bomb exploded at a market in Kabul on Tuesday, killing six people.\n\n"
        "Sixteen people were injured in the blast, the interior ministry said.\n\n"
        "Nobody claimed responsibility for the bombing. The explosion shattered windows."
    )
    event = events_of(text).only("ASSAULT")
    assert told_words(event) == ["exploded", "killing", "injured", "blast", "bombing", "explosion"]
    assert (event.killed.best, event.injured.best) == (6, 16)


def test_harm_goes_to_the_disaster_and_is_no_attack(events_of, told_words):
    text = "An earthquake shook Guatemala late Tuesday. Eleven people were killed and 80 injured, officials said."
    read = events_of(text)
    assert read.types() == ["DISASTER"]
    assert told_words(read.only()) == ["earthquake", "shook", "killed", "injured"]


def test_cause_may_follow_the_harm(events_of):
    text = "At least 14 people were killed in Zunil. The quake hit Guatemala on Tuesday night."
    event = events_of(text).only()
    assert (event.type.value, event.killed.best) == ("DISASTER", 14)


def test_derailment_that_kills_is_an_accident(events_of):
    text = "A freight train derailed near Superior on Wednesday, killing the engineer and injuring two road workers."
    event = events_of(text).only()
    assert (event.type.value, event.killed.best, event.injured.best) == ("ACCIDENT", 1, 2)


def test_headline_and_lead_tell_one_shelling(events_of):
    text = (
        "Shells hit market town in Congo, killing at least nine\n\n"
        "At least nine people were killed when shells struck a market in the town of Sake on Tuesday, the army said."
    )
    read = events_of(text)
    assert read.types() == ["ASSAULT"]
    assert read.place(read.only()) == "Sake"


def test_attacks_in_two_cities_stay_apart(events_of):
    text = "A bomb killed six people in Kabul on Tuesday. Another bomb killed nine people in Kandahar."
    read = events_of(text)
    assert [(read.place(event), event.killed.best) for event in read.events] == [("Kabul", 6), ("Kandahar", 9)]


def test_attacks_of_two_days_stay_apart(events_of):
    text = "Rebels attacked Sake on Tuesday. Rebels attacked Sake on Oct. 20."
    assert [event.when.earliest.day for event in events_of(text).events] == [5, 20]


def test_echo_alone_tells_nothing(events_of):
    assert events_of("He is a bombing suspect from Boston.").types() == []


def test_echo_adds_a_mention(events_of, told_words):
    text = "A bombing killed three people in Boston on Monday. The bombing suspect is a student."
    assert told_words(events_of(text).only("ASSAULT")) == ["bombing", "killed", "bombing"]


def test_another_attack_is_no_echo(events_of, told_words):
    text = "Rebels attacked Sake on Tuesday. Similar attacks are common in the region."
    assert told_words(events_of(text).only("ASSAULT")) == ["attacked"]


def test_sum_of_a_long_time_is_no_happening(events_of):
    text = (
        "Rebels shelled a market in Sake on Tuesday, killing nine people. "
        "More than 400 people have been killed since June."
    )
    assert [event.killed.best for event in events_of(text).events] == [9]


def test_denial_is_no_report_of_the_attack(events_of):
    text = "Rebels shelled Sake on Tuesday, the army said. The rebels denied that they had shelled the town."
    assert [event.status.value for event in events_of(text).events] == ["REPORTED", "DENIED"]


def test_disease_words_are_mentions_of_the_outbreak(events_of, told_words):
    text = "An outbreak of cholera in Aragua has killed eight people. The disease spread from a well."
    event = events_of(text).only("DISASTER")
    assert event.mode == "outbreak"
    assert "disease" in told_words(event)
    assert event.killed.best == 8


def test_trigger_is_one_of_the_mentions_and_in_the_evidence(events_of):
    text = "KYIV, Ukraine (AP) — Rebels shelled a market in Sake. Nine people died in the shelling."
    event = events_of(text).only()
    assert event.trigger in event.triggers
    assert event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end
    assert not event.evidence.text.startswith("KYIV")


def test_what_a_quake_sets_off_does_not_take_its_words(events_of, told_words):
    text = (
        "An earthquake in Guatemala killed 26 people on Tuesday. "
        "A landslide set off by the quake buried a row of houses. The quake broke the channels."
    )
    first, second = events_of(text).events
    assert told_words(first) == ["earthquake", "killed", "quake", "quake"]
    assert told_words(second) == ["landslide"]


@pytest.mark.parametrize(("start", "events"), [("In a separate case", 2), ("On Monday", 1)])
def test_a_separate_case_is_told_anew(events_of, start, events):
    text = f"A suicide bombing shook Kabul on Monday. {start}, the bombing at a mosque killed four."
    assert len(events_of(text).events) == events


def test_an_outbreak_is_no_word_for_a_flood(events_of):
    text = "Floods killed 17 people in Uganda in April. A cholera outbreak was declared in Mbale on 1 May."
    assert [(event.mode, event.when.excerpt.text) for event in events_of(text).events] == [
        ("flood", "April"), ("outbreak", "1 May"),
    ]  # fmt: skip


def test_what_somebody_did_is_no_disaster_however_near_one_is_told(events_of):
    read = events_of("Police killed two men in Lima on Monday. The fire in Cusco killed 12 people, officials said.")
    killings = {(event.type.value, event.killed.best) for event in read.events if event.killed}
    assert killings == {("ASSAULT", 2), ("DISASTER", 12)}


def test_an_earlier_toll_is_no_happening_of_its_own(events_of):
    text = "The death toll from floods in Sumatra rose to 303 on Saturday, officials said. The previous toll was 174."
    assert events_of(text).only("DISASTER").killed.best == 303


def test_nobody_does_a_disaster_and_who_finds_the_dead_has_not_killed_them(events_of):
    read = events_of("Sri Lanka asked for help after Cyclone Ditwah killed 153 people.")
    assert read.who(read.only("DISASTER"), "ACTOR") == []
    read = events_of("Greek officers recovered one body from a boat off Gavdos.")
    assert all(read.who(event, "ACTOR") == [] for event in read.events if event.killed)


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        # Each with a striking word and a toll of its own.
        (
            "A suicide bomber blew himself up in Kabul on Friday, killing 27 people. A truck bomb exploded in Kabul on "
            "Friday, killing 15 people.",
            [27, 15],
        ),
        # A sum over a long time is of no one happening.
        ("An airstrike killed 26 people in Kabul on Monday. Strikes have killed 6,000 people since 2015.", [26]),
        # What is brought in later and lies before is another.
        (
            "Rockets killed nine people in Mali, medics said Tuesday. The salvo followed a rebel attack on Oct. 3 "
            "that killed 26 people.",
            [9, 26],
        ),
    ],
)
def test_tolls_that_stay_apart(events_of, text, tolls):
    assert [event.killed.best for event in events_of(text).events if event.killed] == tolls


def test_another_sources_toll_stays_its_reports(events_of):
    text = (
        "A Sudanese army strike on Nyala has killed at least 16 people, doctors said. The army later claimed that it "
        "had struck a gathering of commanders and that up to 70 were killed."
    )
    assert events_of(text).only("ASSAULT").killed.best == 16


def test_update_is_the_newest_number(events_of):
    text = (
        "A bomb killed nine people in Kabul on Monday, police said. The death toll has risen to 17, the governor said."
    )
    assert events_of(text).only("ASSAULT").killed.best == 17


@pytest.mark.parametrize(
    "text",
    [
        "A Houthi missile hit a warehouse in Marib on Tuesday, killing five people. The missile struck at noon.",
        "A car bomb exploded in Kabul on Monday. The bombing killed six people.",
        "Police arrested Omar Sahin in Kabul on Monday. The arrest drew protests from lawyers.",
        "A bomb exploded in Kabul on Monday. “The explosion was very loud. The whole building has collapsed,” he said.",
    ],
)
def test_one_happening_told_again(events_of, text):
    kinds = [event.type.value for event in events_of(text).events]
    assert len([kind for kind in kinds if kind != "PROTEST"]) == 1


def test_somebody_is_killed_once(events_of):
    text = (
        "A mob killing of a woman shook Kabul. Three men were convicted of the March murder of Marwa Sadiqi.\n\n"
        "Marwa Sadiqi, 27, was killed on March 19 in a brutal attack."
    )
    named = [event for event in events_of(text).events if any(p.name == "Marwa Sadiqi" for p in event.participants)]
    assert len([event for event in named if event.type.value in ("ASSAULT", "CRIME")]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Paulo Duarte won the May 2019 election. Marta Ferrer won the election on January 7.",
        "Police arrested Omar Sahin in Kabul on Monday. Police arrested Ece Kaya in Kabul.",
        "A car bomb killed six people in Kabul. A second bomber was shot.",
        "Rebels attacked a convoy in Kabul on Monday. Hours later, rebels attacked a bank in Kabul.",
    ],
)
def test_two_of_a_kind_stay_apart(events_of, text):
    assert len(events_of(text).events) == 2


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        # What answers a blow is another one; what goes on with it is the same.
        ("A shell hit Sumy on Tuesday. The army retaliated by firing artillery.", "ASSAULT", 2),
        ("A shell hit Sumy on Tuesday. The shelling damaged a house.", "ASSAULT", 1),
        # Quakes of other strength are others.
        (
            "A magnitude 7.1 quake shook Hatay on Tuesday. A 4.8-magnitude quake was recorded later.",
            "DISASTER",
            2,
        ),
        ("A magnitude 7.1 quake shook Hatay on Tuesday. The 7.1-magnitude quake was felt far away.", "DISASTER", 1),
        # `The second` is another than the first, and the same as `another`.
        (
            "A bomb exploded in Kabul on Tuesday. Another bomb exploded there at noon. The second bomb killed two.",
            "ASSAULT",
            2,
        ),
        # Two deeds of a sentence with other people are two.
        ("She put pressure on guards in Porto to release a singer who had been arrested for fraud.", "COERCE", 2),
        # Of two numbers of dead, each with a weapon of its own, none is newer.
        (
            "A suicide bomber blew herself up in Mosul on Friday. At least 31 were killed. Nobody has claimed Friday's "
            "truck bombing in the city, which killed 12.",
            "ASSAULT",
            2,
        ),
    ],
)
def test_answers_sizes_and_others_keep_happenings_apart(events_of, text, kind, number):
    assert events_of(text).types().count(kind) == number


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        # Whom one sentence leaves nameless the next one may name.
        ("A Dutch sailor has been sentenced to prison. Marit Stone, 44, was found guilty on Tuesday.", "LEGAL", 1),
        ("Ann Moor was sentenced to prison. Marit Stone, 44, was found guilty on Tuesday.", "LEGAL", 2),
        # A year is no sum of boycotts.
        ("Chad has boycotted a summit in Mali. In 1987, the country boycotted the summit in Bamako.", "PROTEST", 1),
        # The dead are of the blasts that killed them, and not of the bombing told beside.
        (
            "Rebels have claimed Monday's car bombing in Homs, a day after a series of blasts killed 40 in Aleppo.",
            "ASSAULT",
            2,
        ),
    ],
)
def test_names_years_and_causes_of_what_is_told_again(events_of, text, kind, number):
    assert events_of(text).types().count(kind) == number
