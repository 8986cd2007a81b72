"""What did not happen is never told as done, and its near neighbour that did happen is."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("unreal", "done", "kind"),
    [
        ("The army has not attacked the town of Sake.", "The army has attacked the town of Sake.", "ASSAULT"),
        ("Police never arrested the mayor of Lima.", "Police arrested the mayor of Lima.", "COERCE"),
        ("If the rebels seize the city, thousands will flee.", "The rebels seized the city.", "ASSAULT"),
        ("Rebels denied that they bombed the town of Sake.", "Rebels admitted that they bombed Sake.", "ASSAULT"),
        ("Residents fear that the army will shell the town of Sake.", "The army shelled the town of Sake.", "ASSAULT"),
        ("Rebels threatened to bomb the town of Sake.", "Rebels bombed the town of Sake.", "ASSAULT"),
        ("Workers in Lima threatened to strike on Friday.", "Workers in Lima went on strike on Friday.", "PROTEST"),
        ("The army plans to seize the port of Goma.", "The army seized the port of Goma.", "ASSAULT"),
        (
            "The opposition called for a boycott of the election.",
            "The opposition boycotted the election.",
            "PROTEST",
        ),
        (
            "A strike would cost the port millions.",
            "Workers in Lima held a strike that cost the port millions.",
            "PROTEST",
        ),
        ("Rebels may attack the town of Sake.", "Rebels attacked the town of Sake.", "ASSAULT"),
        ("Rebels could have bombed the town of Sake.", "Rebels have bombed the town of Sake.", "ASSAULT"),
        ("France may stop giving aid to Kenya.", "France gave aid to Kenya.", "AID"),
        ("The general ordered his troops to shell Sake.", "The general said his troops shelled Sake.", "ASSAULT"),
    ],
)
def test_unreal_is_not_reported_and_its_neighbour_is(events_of, unreal, done, kind):
    def reported(text):
        return [event.type.value for event in events_of(text).events if event.status.value == "REPORTED"]

    assert kind not in reported(unreal)
    assert kind in reported(done)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia threatened to attack Ukraine.", "THREATEN"),
        ("The opposition in Kenya called for a boycott of the election.", "REQUEST"),
        ("Iran denied that it had attacked the ship.", "ASSAULT"),
    ],
)
def test_the_threat_the_call_and_the_denial_are_told_themselves(events_of, text, kind):
    status = "DENIED" if kind == "ASSAULT" else "REPORTED"
    assert [event.status.value for event in events_of(text).events if event.type.value == kind] == [status]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Boeing will meet demand for its aircraft.", "AGREE"),
        ("Lyon will host the final on 7 July.", "AGREE"),
        ("All cattle in Canada were slaughtered.", "ASSAULT"),
    ],
)
def test_idiom_is_no_event(events_of, text, kind):
    assert kind not in events_of(text).types()


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Four robbers made off with diamonds from a shop in Paris.", "robbery"),
        ("Thieves stole a painting from a museum in Oslo.", "robbery"),
        ("A climber fell to his death on Mount Cook.", "fall"),
        ("An outage cut off phones in Cairo after a ship severed a cable.", "outage"),
    ],
)
def test_news_beside_politics_has_its_mode(events_of, text, mode):
    assert mode in [event.mode for event in events_of(text).events]


@pytest.mark.parametrize(
    ("unreal", "real"),
    [
        ("The estate where the leaders meet is guarded.", "The leaders met at the estate, which is guarded."),
        ("A helicopter came within metres of colliding with a drone.", "A helicopter collided with a drone."),
        ("Normally the president visits Peru.", "On Monday the president visited Peru."),
        ("If you shoot a man, you go to prison.", "Gunmen shot a man near a prison."),
        ("He was charged with murder in Lyon.", "He admitted the murder of a nurse in Lyon."),
        ("He had a heart attack in Lyon.", "He survived an attack in Lyon."),
        ("The minister held a news conference in Lyon.", "The minister held a conference with Kenya in Lyon."),
        ("The army lifted the siege of Sake.", "The army began the siege of Sake."),
        ("She demonstrated a new telephone in Lyon.", "She demonstrated in Lyon."),
    ],
)
def test_what_is_usual_nearly_done_or_only_named_is_not_told_as_done(events_of, unreal, real):
    wanted = {"ASSAULT", "CRIME", "CONSULT", "PROTEST", "ACCIDENT"}
    assert not wanted & set(events_of(unreal).types())
    assert wanted & set(events_of(real).types())


@pytest.mark.parametrize(
    "text",
    [
        "He launched the campaign without arresting anyone.",
        "Police watched instead of arresting the mayor.",
        "The group sent a letter proposing that talks with Peru be held in May.",
    ],
)
def test_left_out_or_only_proposed_is_not_told_as_done(events_of, text):
    assert not [
        event for event in events_of(text).events
        if event.type.value in ("COERCE", "CONSULT") and event.status.value == "REPORTED"
    ]  # fmt: skip


def test_a_report_called_unfounded_is_a_denial(events_of):
    text = "The report that rebels attacked the town of Sake is unfounded."
    assert [event.status.value for event in events_of(text).events] == ["DENIED"]


def test_a_report_called_true_is_a_report(events_of):
    text = "The report that rebels attacked the town of Sake is true."
    assert [event.status.value for event in events_of(text).events] == ["REPORTED"]


def test_a_meeting_that_will_be_held_is_planned(events_of):
    text = "Investors await the talks between Iran and Iraq that will be held on Friday."
    assert [event.status.value for event in events_of(text).events] == ["PLANNED"]
