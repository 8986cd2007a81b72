"""Of what kind the dead and the injured were, each with the words that tell."""

import pytest

from dateline.extraction.lexicon import load_lexicon
from schema.vocabulary import VictimKind

BOMB = "A bomb exploded in Kabul on Monday, killing nine people"


def told(event):
    return [(one.harm.value, one.kind.value, one.count and one.count.best, one.excerpt.text) for one in event.victims]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        (f"{BOMB}.", []),
        (
            f"{BOMB}, including three children and two soldiers.",
            [("KILLED", "CHILD", 3, "three children"), ("KILLED", "SOLDIER", 2, "two soldiers")],
        ),
        (
            f"{BOMB}, among them two women and a 14-year-old boy.",
            [("KILLED", "CHILD", 1, "a 14-year-old boy"), ("KILLED", "WOMAN", 2, "two women")],
        ),
        (f"{BOMB}, seven of them soldiers.", [("KILLED", "SOLDIER", 7, "seven of them soldiers")]),
        (f"{BOMB}, four of whom were students.", [("KILLED", "STUDENT", 4, "four of whom were students")]),
        (
            f"{BOMB}, mostly women and children.",
            [("KILLED", "CHILD", None, "children"), ("KILLED", "WOMAN", None, "women")],
        ),
        (
            f"{BOMB}. The dead included three children and a police officer.",
            [("KILLED", "CHILD", 3, "three children"), ("KILLED", "POLICE", 1, "a police officer")],
        ),
        (
            f"{BOMB}. Among the dead were two nurses and a firefighter. Three of the injured were children.",
            [
                ("KILLED", "HEALTH_WORKER", 2, "two nurses"),
                ("KILLED", "RESCUER", 1, "a firefighter"),
                ("INJURED", "CHILD", 3, "Three of the injured were children"),
            ],
        ),
        (
            "At least 20 people were killed in Goma, including four journalists, and 30 injured, ten of them children.",
            [("KILLED", "JOURNALIST", 4, "four journalists"), ("INJURED", "CHILD", 10, "ten of them children")],
        ),
        (
            "Rebels killed 40 soldiers and injured dozens of civilians near Goma.",
            [("KILLED", "SOLDIER", 40, "40 soldiers"), ("INJURED", "CIVILIAN", None, "dozens of civilians")],
        ),
        (
            "Five Afghan police officers and a U.N. peacekeeper died in a raid on Herat.",
            [
                ("KILLED", "SOLDIER", 1, "a U.N. peacekeeper"),
                ("KILLED", "POLICE", 5, "Five Afghan police officers"),
            ],
        ),
        (
            "The raid on Herat killed civilians, including children.",
            [("KILLED", "CHILD", None, "children"), ("KILLED", "CIVILIAN", None, "civilians")],
        ),
        (
            "Journalist Daphne Caruana Galizia was killed by a car bomb in Malta.",
            [("KILLED", "JOURNALIST", 1, "Journalist Daphne Caruana Galizia")],
        ),
        ("The storm in Peru caused five civilian deaths.", [("KILLED", "CIVILIAN", 5, "five civilian deaths")]),
    ],
)
def test_victims_are_told_by_kind(events_of, text, victims):
    assert [one for event in events_of(text).events for one in told(event)] == victims


@pytest.mark.parametrize(
    "text",
    [
        "No civilians were killed in the strike on Goma, the army said.",
        "Police arrested three children after a bomb killed nine people in Kabul.",
        "Soldiers killed nine people in Kabul.",
        "A gunman killed a court reporter in Atlanta.",
        "If the city falls, hundreds of children could be killed, the mayor of Goma warned.",
    ],
)
def test_who_is_no_victim_is_not_counted(events_of, text):
    assert [one for event in events_of(text).events for one in event.victims] == []


def test_members_of_a_kind_are_added_and_parts_are_not(events_of):
    added = events_of("The strike on Goma killed two boys, a girl and a nurse.").only("ASSAULT")
    assert told(added)[0][:3] == ("KILLED", "CHILD", 3)
    part = events_of("The strike on Goma killed seven children, two of them babies.").only("ASSAULT")
    assert told(part) == [("KILLED", "CHILD", 7, "seven children")]


@pytest.mark.parametrize(
    ("people", "victims"),
    [
        ("600 soldiers and civilians", [("CIVILIAN", None), ("SOLDIER", None)]),
        ("two women and their children", [("CHILD", None), ("WOMAN", 2)]),
        ("nine people, seven of them women or children", [("CHILD", None), ("WOMAN", None)]),
    ],
)
def test_a_number_of_several_kinds_is_of_none(events_of, people, victims):
    event = events_of(f"A bomb in Kabul killed {people}.").only("ASSAULT")
    assert [(one.kind.value, one.count and one.count.best) for one in event.victims] == victims


def test_harms_are_kept_apart(events_of):
    event = events_of("Clashes with police in Bihar left 20 villagers injured and one man dead on Monday.").only()
    assert [one[:3] for one in told(event)] == [("KILLED", "MAN", 1), ("INJURED", "CIVILIAN", 20)]


def test_bounds_are_those_of_the_number(events_of):
    (one,) = events_of("Police killed at least four protesters in Dhaka.").only("ASSAULT").victims
    assert (one.count.low, one.count.best, one.count.high) == (4, 4, None)


def test_more_of_a_kind_than_of_all_is_a_misreading(events_of):
    text = "The strike on Goma killed four soldiers. The dead included 12 children."
    assert [one[1] for one in told(events_of(text).only("ASSAULT"))] == ["SOLDIER"]


def test_every_kind_has_words():
    assert set(load_lexicon("victims")["kinds"]) == {kind.value for kind in VictimKind}


def test_no_word_is_of_two_kinds():
    words = [word for line in load_lexicon("victims")["kinds"].values() for word in line.split()]
    assert len(words) == len(set(words))
