"""How many were killed and injured."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A bomb killed six people and injured 16 others in Kabul.", 6, 16),
        ("At least nine people were killed and 20 injured when shells struck a market.", 9, 20),
        ("Shells fell on the market of Sake, leaving four people dead.", 4, None),
        ("A bomb exploded in Kabul, killing two nurses and a driver.", 3, None),
        ("The death toll from the shelling of Sake rose from nine to 17.", 17, None),
        ("The number of people killed in an earthquake in Guatemala has risen to 26.", 26, None),
        ("An earthquake hit Guatemala. Ninety-five people were injured.", None, 95),
        ("Rebels massacred 40 villagers near Goma.", 40, None),
        ("A bomb killed dozens of people in Kabul.", None, None),
        ("Rebels shelled a market in Sake, killing the crew of a truck.", None, None),
        ("Shells hit the market in Sake and wounded a man.", None, 1),
        ("Soldiers were jailed for killing six priests, a maid, and her daughter.", 8, None),
        ("A bomb in Kabul killed two men, a father and his son.", 2, None),
        ("The number of victims of the bombing in Kabul is 59.", 59, None),
        ("In Kabul 13 people died as a result of a bomb explosion.", 13, None),
        ("An attack in Sake killed 40 people. The toll was revised to 32.", 32, None),
        ("He spoke of the 1932 massacre in Izalco.", None, None),
    ],
)
def test_counts(events_of, text, killed, injured):
    events = events_of(text).events
    assert max((event.killed.best for event in events if event.killed), default=None) == killed
    assert max((event.injured.best for event in events if event.injured), default=None) == injured


def test_bounds_are_kept(events_of):
    count = events_of("A bomb killed more than 80 people in Kabul.").only().killed
    assert (count.low, count.best, count.high) == (80, 80, None)
    assert count.excerpt.text == "more than 80"


def test_low_is_never_above_best(events_of):
    text = "A bomb killed up to 30 people and injured more than 200 in Kabul."
    event = events_of(text).only()
    for count in (event.killed, event.injured):
        assert count.low <= count.best
        assert count.high is None or count.best <= count.high


def test_thing_that_is_hit_is_nobody(events_of):
    assert events_of("Frost killed the harvest in Kenya.").types() == []


def test_assassination_of_one_man_has_one_dead(events_of):
    assert events_of("Gunmen assassinated a judge in Medellin.").only().killed.best == 1


def test_earlier_disaster_of_the_same_kind_keeps_its_own_toll(events_of):
    text = (
        "An earthquake shook Guatemala on Tuesday, killing 11 people. "
        "A quake of a similar size killed 14 people there a generation ago."
    )
    assert [event.killed.best for event in events_of(text).events] == [11, 14]


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        ("at least 12 people", (12, 12, None)),
        ("up to 12 people", (0, 12, 12)),
        ("between 10 and 14 people", (10, 12, 14)),
        ("a dozen people", (12, 12, 12)),
        ("12 people, including two children", (12, 12, 12)),
        ("seven soldiers and five civilians", (12, 12, 12)),
        ("a total of 12 people, seven of them soldiers", (12, 12, 12)),
        ("a family of five", (5, 5, 5)),
        ("12 people. Two children were among the dead", (12, 12, 12)),
    ],
)
def test_ranges_and_parts_are_one_toll(events_of, told, killed):
    toll = events_of(f"A bomb in Kabul killed {told}.").only("ASSAULT").killed
    assert (toll.low, toll.best, toll.high) == killed


@pytest.mark.parametrize(
    "text",
    [
        "A bomb in Kabul injured no one.",
        "At least 15 militants were killed or wounded in an attack near Mogadishu.",
        "Rebels attacked the base near Goma and inflicted three casualties.",
    ],
)
def test_what_counts_neither_the_dead_nor_the_injured(events_of, text):
    event = events_of(text).only("ASSAULT")
    assert (event.killed, event.injured) == (None, None)


def test_two_numbers_with_or_between_count_each_their_own(events_of):
    event = events_of("Two men were killed and three wounded in an attack near Mogadishu.").only("ASSAULT")
    assert (event.killed.best, event.injured.best) == (2, 3)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen murdered Carlos Pizarro, political leader and former guerrilla commander, in Bogota.", 1),
        ("Gunmen murdered Carlos Pizarro and a guerrilla commander in Bogota.", 2),
        ("Ignacio Ellacuria, rector of the university, five other priests, and two women were murdered in Bogota.", 8),
    ],
)
def test_names_among_the_counted(events_of, text, killed):
    assert events_of(text).only().killed.best == killed


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        (
            "The driver of the bus, Thomas Weller, 44, of Leeds, and his passenger, a girl, were pronounced dead.",
            2,
            None,
        ),
        ("Two troops who fought and were wounded in a clash near Kabul were flown home.", None, 2),
        ("The minister condemned the six Jesuits' assassination.", 6, None),
    ],
)
def test_numbers_that_stand_farther_off(events_of, text, killed, injured):
    event = next(event for event in events_of(text).events if event.killed or event.injured)
    assert (event.killed and event.killed.best, event.injured and event.injured.best) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("The number of people who have been killed in the flood in Lima has risen to 19.", 19, None),
        ("The number of people who have been helped after the flood in Lima has risen to 19.", None, None),
        ("Mourners buried the 10 miners who were killed in an attack on Sunday.", 10, None),
        ("A bomb destroyed a hotel in Bogota, leaving 67 dead and approximately 1,000 wounded.", 67, 1000),
        ("An outbreak of bird flu in Chile left 14 birds dead.", None, None),
        ("An outbreak of flu in Mexico caused fifteen deaths and 328 infections.", 15, None),
        ("An outbreak of bird flu in Chile left 14 farmers dead.", 14, None),
    ],
)
def test_who_is_counted(events_of, text, killed, injured):
    events = events_of(text).events
    counted = [(event.killed, event.injured) for event in events]
    assert {count.best for count, _ in counted if count} == ({killed} if killed else set())
    assert {count.best for _, count in counted if count} == ({injured} if injured else set())


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Shelling has killed five people and wounded 21 more in Hama.", 5, 21),
        ("The blast left 35 rebels and 5 soldiers dead in Hama.", 40, None),
        ("The fighting in Hama left 35 rebels and five soldiers dead and eight wounded.", 40, 8),
        ("Violence in Burundi has left three people dead and at least 13 others wounded.", 3, 13),
        ("A teacher was fatally stabbed on Monday in Leeds.", 1, None),
        ("A teacher was stabbed on Monday in Leeds.", None, None),
        ("A bomber was gunned down on Monday in Leeds.", 1, None),
        ("The murder of Marwa Sadiqi in Kabul shocked the country.", 1, None),
        ("A bailiff was shot in Natal. Caio Reis, 50, was driven to a clinic where he died.", 1, None),
        ("Airstrikes killed 26 people in Sanaa, adding to a death toll of 6,000 since the war began.", 26, None),
        ("The death toll from the quake in Davao has climbed past 500.", 500, None),
    ],
)
def test_who_else_is_counted(events_of, text, killed, injured):
    counts = [(event.killed, event.injured) for event in events_of(text).events if event.type.value != "RETREAT"]
    assert [(dead and dead.best, hurt and hurt.best) for dead, hurt in counts] == [(killed, injured)]


@pytest.mark.parametrize(
    ("after", "killed", "injured"),
    [
        ("No casualties were reported.", 0, 0),
        ("There were no immediate reports of casualties.", 0, 0),
        ("Nobody was hurt.", None, 0),
        ("No one was killed.", 0, None),
        ("The army suffered no casualties.", None, None),
        ("Two people were killed. No injuries were reported.", 2, 0),
        ("The mayor did not say if there were casualties.", None, None),
    ],
)
def test_nobody_was_harmed(events_of, after, killed, injured):
    event = events_of(f"Rebels shelled the town of Goma on Monday. {after}").only()
    assert (event.killed and event.killed.best, event.injured and event.injured.best) == (killed, injured)
    for count in (event.killed, event.injured):
        assert count is None or count.best or (count.low, count.high) == (0, 0)
