"""Who says that a happening took place."""

from __future__ import annotations

import pytest


def said_by(read, event):
    return read.analysis.actors[event.said_by].name if event.said_by is not None else None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Several news sites reported that rebels had shelled a mill in the Lac region.", "Several news sites"),
        ("Fishermen have lifted their blockade, the Latvian coast service said on Sunday.", "Latvian coast service"),
        ("Rebels killed three miners near Goma, the ombudsman's office said.", "ombudsman's office"),
        ("Reuters, citing anonymous sources, reported that rebels had attacked the base.", "Reuters"),
        ("Security sources say at least three police officers were killed Sunday.", "Security sources"),
        # Nobody's word: a paper, what was found out, what the article adds, one's own deed.
        ("A study said that rebels killed 40 people in Goma.", None),
        ("The group discovered that rebels had killed 40 people in Goma.", None),
        ("The club will perform a play about Ann Lee, a man killed in an attack in 1998, a teacher said.", None),
        ("Police said they had arrested 12 men.", None),
        ("The army reportedly shelled a village near Goma.", None),
    ],
)
def test_whose_word_it_is(events_of, text, source):
    read = events_of(text)
    assert said_by(read, read.only()) == source


def test_what_the_article_tells_itself_is_nobody_elses_word(events_of):
    text = "Rebels shelled the town of Sake on Monday.\n\nThe shelling began at dawn, the mayor of Sake said."
    assert said_by(events_of(text), events_of(text).only()) is None


def test_a_nurse_tells_no_toll_that_others_told(events_of):
    text = (
        "Three miners died in riots, the ombudsman's office said. A nurse told Kanal 5 that she had bandaged a man who"
        " was wounded."
    )
    read = events_of(text)
    assert [said_by(read, event) for event in read.events if event.killed is not None] == ["ombudsman's office"]


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("Keller has accused Conti of masterminding a coup attempt in Juba.", "COERCE", "Keller"),
        ("The minister admits having received aid from the Red Cross.", "AID", "minister"),
    ],
)
def test_whose_word_a_deed_without_a_clause_is(events_of, text, kind, source):
    read = events_of(text)
    assert said_by(read, read.only(kind)) == source


def test_an_official_speaks_for_the_body(events_of):
    read = events_of(
        'British Minister Hugo Sandford said: "We continue to provide consular assistance to Lindsay Lee."'
    )
    assert read.who(read.only("AID"), "ACTOR") == ["United Kingdom"]
    assert said_by(read, read.only("AID")) == "Hugo Sandford"
