"""Where the values of events were taken from, and that their evidence is those words, wherever they stand."""

from __future__ import annotations

import pytest

from schema.vocabulary import Basis


def roles(event):
    return {participant.role.value: participant for participant in event.participants}


def test_what_the_sentence_itself_says_is_stated(events_of):
    read = events_of("Gunmen killed six villagers and hurt two soldiers in Djibo on Nov. 4, 2024, the army said.")
    event = read.only("ASSAULT")
    assert (event.when.basis, event.location_basis, event.said_by_basis) == (Basis.STATED,) * 3
    assert event.killed.basis is event.injured.basis is Basis.STATED
    assert {victims.basis for victims in event.victims} == {Basis.STATED}
    assert {participant.basis for participant in event.participants} == {Basis.STATED}


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("on Tuesday", Basis.PUBLICATION),
        ("last week", Basis.PUBLICATION),
        ("two days ago", Basis.PUBLICATION),
        ("on Nov. 4", Basis.STATED),
        ("in 2019", Basis.STATED),
        ("on 4 May 2024", Basis.STATED),
        ("in September", Basis.STATED),
        ("last Sept. 3", Basis.STATED),
        ("in the last decade", Basis.PUBLICATION),
    ],
)
def test_a_word_that_alone_tells_no_day_is_counted_from_publication(events_of, words, basis):
    event = events_of(f"Gunmen attacked a bank in Lima {words}.").only("ASSAULT")
    assert event.when.excerpt is not None
    assert event.when.excerpt.text in words
    assert event.when.basis is basis


def test_a_day_and_a_place_of_the_sentence_before_are_carried_and_their_words_stand_there(events_of):
    text = "Gunmen attacked a bank in Lima on Tuesday. A guard was shot."
    read = events_of(text)
    _, event = read.events
    assert event.trigger.text == "shot"
    place = read.analysis.places[event.location].excerpt
    assert (event.when.basis, event.location_basis) == (Basis.CARRIED, Basis.CARRIED)
    assert (place.start, place.text) == (text.index("Lima"), "Lima")
    assert (event.when.excerpt.start, event.when.excerpt.end) == (text.index("Tuesday"), text.index("Tuesday") + 7)


def test_what_follows_from_a_word_beside_it_is_inferred(events_of):
    event = events_of("Russian missiles struck Kharkiv on Tuesday.").only("ASSAULT")
    doer = roles(event)["ACTOR"]
    assert (doer.basis, doer.inferred) == (Basis.INFERRED, True)
    assert event.location_basis is Basis.STATED


def test_a_place_that_is_meant_is_carried_from_where_it_is_named(events_of):
    text = (
        "Talks in Nairobi ended on Monday. Gunmen stormed a bank in the Kenyan capital on Tuesday, killing two guards."
    )
    read = events_of(text)
    event = read.only("ASSAULT")
    assert (read.place(event), event.location_basis) == ("Nairobi", Basis.CARRIED)
    assert read.analysis.places[event.location].excerpt.start == text.index("Nairobi")


def test_a_place_of_the_dateline_has_its_words_there(events_of):
    text = "NAIROBI, Kenya (AP) — Gunmen stormed a bank on Tuesday, killing two guards."
    read = events_of(text)
    event = read.only("ASSAULT")
    assert (read.place(event), event.location_basis) == ("NAIROBI", Basis.DATELINE)


def test_a_day_that_is_counted_from_the_story_is_not_counted_from_publication(events_of):
    read = events_of("Gunmen stormed a bank in Lima on 3 May 2024. Police arrested four men a day later.")
    assert read.only("COERCE").when.basis is not Basis.PUBLICATION
