"""Reports of two articles side by side: what rules out that they tell of one happening, and what speaks for it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dateline.ingestion.linking.likeness import SAME, compare
from dateline.ingestion.linking.report_pair import ReportPair
from dateline.ingestion.linking.ruling_out import RULES
from dateline.store.reading.candidates import CandidateParticipant, CandidateReport
from schema.features import Feature, Rule, ruled_out, weigh

DAY = date(2024, 11, 5)


def told(evidence, trigger, **own):
    """A report of an article of one sentence."""
    day = own.pop("day", DAY)
    last = own.pop("last", day)
    values = {
        "id": f"rep {evidence}",
        "event_id": f"evt {evidence}",
        "article_id": f"art {evidence}",
        "published_at": datetime(2024, 11, 6, tzinfo=UTC),
        "type": "ASSAULT",
        "mode": None,
        "acled": None,
        "status": "REPORTED",
        "date_earliest": day,
        "date_latest": last,
        "date_precision": "UNKNOWN" if day is None else "DAY" if day == last else "RANGE",
        "when_basis": None if day is None else "STATED",
        "killed": None,
        "injured": None,
        "confidence": 0.9,
        "summary": evidence,
        "evidence": evidence,
        "trigger": trigger,
        "text": evidence,
        "participants": tuple(CandidateParticipant(*part) for part in own.pop("who", ())),
        **own.pop("place", PORTO),
    }
    return CandidateReport(**{**values, **own})


def place(identifier, kind, latitude, longitude, *, name, country="RN", admin1=None, parent=None, basis="STATED"):
    return {
        "location_id": identifier,
        "location_kind": kind,
        "location_name": name,
        "location_basis": basis,
        "location_parent_id": parent,
        "admin1": admin1,
        "country_code": country,
        "latitude": latitude,
        "longitude": longitude,
    }


PORTO = place("porto", "CITY", 41.5, 21.5, name="Porto Alto", admin1="North", parent="north")
LAGO = place("lago", "CITY", 43.0, 21.5, name="Lago", admin1="South", parent="south")
NORTH = place("north", "ADMIN1", 41.9, 21.0, name="North", parent="runia")
RUNIA = place("runia", "COUNTRY", 40.0, 20.0, name="Runia")
NOWHERE = dict.fromkeys(PORTO)

BOMB = "A car bomb killed six people in Porto Alto on Tuesday."
AGAIN = "Six people died in Porto Alto on Tuesday when a car bomb exploded."


def bomb(evidence=BOMB, trigger="bomb", **own):
    return told(evidence, trigger, **{"mode": "explosives", "killed": 6, **own})


def why_apart(one, other):
    """What rules out that they are one, from both sides."""
    (first, second) = (ruled_out(RULES, ReportPair(*pair)) for pair in ((one, other), (other, one)))
    assert first == second
    return first


def are_one(one, other):
    likeness = compare(one, other)
    assert likeness == compare(other, one)
    return likeness is not None and likeness.score >= SAME


# ---------------------------------------------------------------- the table


def test_a_table_adds_weights_times_amounts_and_words_what_holds():
    table: tuple[Feature[int], ...] = (
        Feature(2.0, "even", lambda n: n % 2 == 0),
        Feature(-0.5, "{amount:.0f} tens", lambda n: n // 10),
    )
    assert weigh(table, 30) == weigh(table[:1], 30).plus(weigh(table[1:], 30))
    assert (weigh(table, 30).score, weigh(table, 30).reason) == (0.5, "even, 3 tens")
    assert weigh(table, 7).reason == ""


def test_the_first_rule_that_holds_says_why():
    rules: tuple[Rule[int], ...] = (Rule("too small", lambda n: n < 3), Rule("odd", lambda n: n % 2 == 1))
    assert [ruled_out(rules, n) for n in (1, 5, 4)] == ["too small", "odd", None]


def test_the_reason_is_worded_from_what_holds():
    likeness = compare(bomb(), bomb(AGAIN))
    assert likeness is not None
    assert likeness.reason.startswith("in one town, on one day, the same number of dead, 2 names in common")


# ---------------------------------------------------------------- tolls


@pytest.mark.parametrize(
    ("evidence", "trigger", "mode", "killed", "one"),
    [
        ("Shells hit Porto Alto on Tuesday and killed nine people.", "hit", "heavy-weapons", 9, False),
        ("The toll of the shelling of Porto Alto on Tuesday rose to nine.", "shelling", "heavy-weapons", 9, True),
        ("A car bomb killed nine people in Porto Alto on Tuesday.", "bomb", "explosives", 9, True),
        ("A car bomb killed 60 people in Porto Alto on Tuesday.", "bomb", "explosives", 60, False),
    ],
    ids=["another strike with its own dead", "a toll that rose", "the same strike counted later", "another scale"],
)
def test_two_tolls(evidence, trigger, mode, killed, one):
    other = bomb(evidence, trigger, mode=mode, killed=killed)
    assert (why_apart(bomb(), other) is None) is one


# ---------------------------------------------------------------- places and days


def test_towns_of_which_neither_holds_the_other_are_two():
    assert "lie apart" in why_apart(bomb(), bomb(place=LAGO))


@pytest.mark.parametrize("where", [NORTH, RUNIA, NOWHERE], ids=["its region", "its country", "no place"])
def test_what_holds_a_town_may_be_the_town(where):
    assert why_apart(bomb(), bomb(AGAIN, place=where, trigger="bomb", who=())) != "their places lie apart"
    assert "lie apart" not in (why_apart(bomb(), bomb(AGAIN, place=where)) or "")


def test_a_town_of_another_region_lies_apart_from_it():
    assert "lie apart" in why_apart(bomb(place=LAGO), bomb(place=NORTH))


@pytest.mark.parametrize("basis", ["CARRIED", "DATELINE", "INFERRED"])
def test_what_is_taken_from_elsewhere_rules_nothing_out(basis):
    elsewhere = {**LAGO, "location_basis": basis}
    army = [("ACTOR", "act_army", "the army")]
    assert why_apart(bomb(who=army), bomb(place=elsewhere, who=army)) is None
    other_day = bomb(day=date(2024, 11, 2), when_basis=basis)
    assert why_apart(bomb(), other_day) is None
    assert why_apart(bomb(), replace(other_day, when_basis="PUBLICATION")) == "their days do not meet"


def test_what_is_taken_from_elsewhere_weighs_less():
    stated, carried = bomb(AGAIN), bomb(AGAIN, when_basis="CARRIED", place={**PORTO, "location_basis": "CARRIED"})
    first, second = compare(bomb(), stated), compare(bomb(), carried)
    assert first is not None
    assert second is not None
    assert second.score == pytest.approx(first.score - 2.0)


# ---------------------------------------------------------------- phases and plans


CHARGED = "Prosecutors in Porto Alto charged Ana Ruiz with fraud on Tuesday."
DROPPED = "Prosecutors in Porto Alto dropped the charges of fraud against Ana Ruiz on Tuesday."


@pytest.mark.parametrize(
    ("evidence", "trigger", "one"),
    [
        (DROPPED, "charges", False),
        ("Ana Ruiz was charged with fraud by prosecutors in Porto Alto on Tuesday.", "charged", True),
        (
            "Prosecutors charged Ana Ruiz, the owner of a shop in Porto Alto that closed when the war ended.",
            "charged",
            True,
        ),
    ],
    ids=["dropped", "charged", "an end of something else"],
)
def test_a_case_that_was_dropped_is_not_its_beginning(evidence, trigger, one):
    own = {"type": "LEGAL", "mode": "charge"}
    assert (why_apart(told(CHARGED, "charged", **own), told(evidence, trigger, **own)) is None) is one


def test_two_articles_tell_one_end():
    own = {"type": "LEGAL", "mode": "charge"}
    other = told("Charges against Ana Ruiz were dropped in Porto Alto on Tuesday.", "Charges", **own)
    assert are_one(told(DROPPED, "charges", **own), other)


SENTENCING = "Sentencing of Ana Ruiz in Porto Alto is scheduled for June 3."


def planned(evidence=SENTENCING, day=date(2025, 6, 3), **own):
    return told(evidence, "Sentencing", day=day, type="LEGAL", mode="sentence", status="PLANNED", **own)


def test_a_plan_that_two_articles_tell_is_one():
    assert are_one(planned(), planned("Sentencing is scheduled in Porto Alto for June 3, a clerk said."))
    assert why_apart(planned(), planned(day=date(2025, 6, 4))) == "their days do not meet"


def test_a_plan_and_what_has_happened_are_two():
    done = replace(planned("Ana Ruiz was sentenced in Porto Alto on June 3."), status="REPORTED")
    assert why_apart(planned(), done) == "one is planned, the other has happened"


def test_plans_without_a_place_are_one_in_articles_about_one_thing():
    about = " Ana Ruiz threatened the mayor of Skarholm. "
    first, second, other = (
        replace(planned(evidence, place=NOWHERE), text=text + evidence)
        for evidence, text in (
            ("Sentencing is scheduled for June 3.", about),
            ("His sentencing is scheduled for June 3.", about + "Ruiz wrote to the mayor."),
            ("Sentencing is scheduled for June 3.", "Omar Haddad robbed jewellers throughout Brandvik county."),
        )
    )
    assert are_one(first, second)
    assert why_apart(first, other) == "nothing but a day is in common"


# ---------------------------------------------------------------- elections


@pytest.mark.parametrize(
    ("evidence", "one"),
    [
        ("Kenyan voters chose a president in the 2022 election, observers said.", True),
        ("Kenyan voters chose a president in the 2017 election, observers said.", False),
        ("Ugandan voters chose a president in the 2022 election, observers said.", False),
        ("Voters chose a president in the election, observers said.", True),
    ],
    ids=["the same", "another year", "another country", "neither told"],
)
def test_elections_of_other_years_or_countries_are_two(evidence, one):
    own = {"type": "ELECTION", "day": None, "place": NOWHERE, "who": [("ACTOR", "act_iebc", "the commission")]}
    first = told("Kenyan voters elected a president in the 2022 election.", "election", **own)
    assert (why_apart(first, told(evidence, "election", **own)) is None) is one


# ---------------------------------------------------------------- who


def arrest(evidence, name, day=date(2024, 3, 1), last=date(2024, 3, 31), kind="COERCE"):
    who = [("RECIPIENT", f"act_{name}", name)]
    return told(evidence, "arrested", day=day, last=last, type=kind, mode="arrest", place=NOWHERE, who=who)


def test_a_man_is_arrested_once_in_a_month():
    first = arrest("Patrick Olsen was arrested in March for a call to the office of the senator.", "Patrick Olsen")
    same = arrest("Police arrested Patrick Olsen in March for a call to the senator.", "Patrick Olsen")
    assert are_one(first, same)
    april = arrest("Police arrested Patrick Olsen in April.", "Patrick Olsen", date(2024, 4, 1), date(2024, 4, 30))
    assert why_apart(first, april) == "their days do not meet"
    other = arrest("Police arrested Omar Haddad in March for a call to the senator.", "Omar Haddad")
    assert why_apart(first, other) == "no more than the month is known"


def test_a_group_attacks_more_than_once_in_a_month():
    attack = [
        arrest(f"Rebels attacked Omar Haddad in March{end}", "Omar Haddad", kind="ASSAULT") for end in (".", " again.")
    ]
    assert why_apart(*attack) == "no more than the month is known"


def inquiry(company, evidence):
    who = [("RECIPIENT", f"act_{company}", company), ("ACTOR", None, "the state attorney general")]
    return told(evidence, "investigated", type="ACCUSE", mode="investigate", day=None, place=NOWHERE, who=who)


def test_who_does_it_may_have_no_name():
    first = inquiry("Rentlo", "Rentlo is investigated by the state attorney general over rents.")
    assert are_one(first, inquiry("Rentlo", "The state attorney general investigated Rentlo, two people said."))
    other = inquiry("Voltaro", "Voltaro is investigated by the state attorney general over rents.")
    assert why_apart(first, other) == "they were done to others"


def test_types_may_differ_where_the_word_is_one():
    own = {"day": None, "place": NOWHERE, "who": [("ACTOR", "act_au", "African Union")]}
    first = told("The African Union agreed to impose sanctions on Eritrea.", "agreed", type="THREATEN", **own)
    second = told("African Union leaders have agreed on sanctions on Eritrea.", "agreed", type="AGREE", **own)
    assert are_one(first, second)
    assert why_apart(first, replace(second, trigger="said")) == "they are of other kinds"
    strikes = (told(f"Workers fear a strike in Porto Alto {end}", "strike") for end in ("again.", "soon."))
    assert why_apart(next(strikes), replace(next(strikes), type="PROTEST")) == "they are of other kinds"
