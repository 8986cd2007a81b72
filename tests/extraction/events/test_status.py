"""How certainly a happening is told."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Rebels attacked the town of Sake on Tuesday.", "ASSAULT", "REPORTED"),
        ("The army claimed that rebels attacked the town of Sake.", "ASSAULT", "CLAIMED"),
        ("Rebels allegedly attacked the town of Sake.", "ASSAULT", "CLAIMED"),
        ("The rebels denied that they attacked the town of Sake.", "ASSAULT", "DENIED"),
        ("The army denied a claim that rebels had seized the airstrip.", "ASSAULT", "DENIED"),
        ("Workers will march through Lima on Friday.", "PROTEST", "PLANNED"),
        ("Workers plan to march through Lima on Friday.", "PROTEST", "PLANNED"),
        ("If police arrest the mayor, Lima will burn.", "COERCE", "HYPOTHETICAL"),
        ("Gunmen tried to assassinate the mayor of Lima.", "ASSAULT", "REPORTED"),
        ("A bomb was going to explode at the port of Lima.", "ASSAULT", "HYPOTHETICAL"),
        ("The army will fight, and rebels have attacked the town of Sake.", "ASSAULT", "REPORTED"),
        ("The army did not march on Goma and rebels attacked the town of Sake.", "ASSAULT", "REPORTED"),
        ("Parliament voted to impeach the president on Monday.", "LEGAL", "REPORTED"),
        ("Nurses voted on Monday to boycott the election.", "THREATEN", "PLANNED"),
    ],
)
def test_status(events_of, text, kind, status):
    assert events_of(text).only(kind).status.value == status


def test_what_somebody_says_he_will_do_is_a_promise_or_a_threat(events_of):
    assert events_of("Russia said it would blockade the port.").only().type.value == "THREATEN"
    assert events_of("France announced that it would host talks on Monday.").types() == ["AGREE"]


def test_wish_is_no_event(events_of):
    assert "COERCE" not in events_of("The opposition wants to arrest the general.").types()


@pytest.mark.parametrize(
    "then", ["Nobody has claimed the attack.", "No one has claimed responsibility for the bombing."]
)
def test_whether_somebody_owns_up_to_a_happening_or_not_it_is_the_same(events_of, then):
    assert (
        events_of(f"A car bomb killed three soldiers in Kampala on Tuesday. {then}").only().status.value == "REPORTED"
    )


def test_negated_harm_is_no_event(events_of):
    assert events_of("Nobody was killed in Lima.").types() == []


def test_what_is_only_agreed_has_not_happened(events_of):
    assert events_of("Israel agreed to release 50 prisoners.").types() == ["AGREE"]


def test_attempt_kills_nobody(events_of):
    assert events_of("Gunmen tried to assassinate two mayors in Peru.").only("ASSAULT").killed is None


def test_attack_that_a_man_is_held_responsible_for_has_happened(events_of):
    text = "Police searched for a man believed to be responsible for a bomb attack in Lyon."
    assert events_of(text).only("ASSAULT").status.value == "REPORTED"
