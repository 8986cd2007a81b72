"""Which of several reports' values an event has, by where each article took its value from."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dateline.store.writing.telling import Telling, tell_event
from schema.vocabulary import DatePrecision

KENYA = {"country_code": "KE", "latitude": 0.0, "longitude": 37.0}
PLACES = {
    "Kenya": {"kind": "COUNTRY", **KENYA},
    "Nairobi": {"kind": "CITY", **KENYA},
    "Mombasa": {"kind": "CITY", **KENYA},
    "Goma": {"kind": "CITY", **KENYA, "country_code": "CD"},
}


def telling(name, *, when=None, place=None, killed=None, day=5, confidence=0.5, **own):
    """A report: its first and last day in November and their basis, its place and basis, its number and basis."""
    first, last, when_basis = when or (None, None, None)
    where, place_basis = place or (None, None)
    report = {
        "id": name,
        "type": "ASSAULT",
        "mode": None,
        "acled": None,
        "status": "REPORTED",
        "summary": name,
        "evidence_id": name,
        "confidence": confidence,
        "published_at": datetime(2024, 11, day, tzinfo=UTC),
        "when_text": f"as {name} has it" if when else None,
        "date_earliest": date(2024, 11, first) if first else None,
        "date_latest": date(2024, 11, last) if last else None,
        "date_precision": _precision(first, last),
        "when_basis": when_basis,
        "location_basis": place_basis,
        "said_by_basis": None,
        "basis": "STATED",
        "model": None,
        **own,
    }
    row = None if where is None else {"id": where, "name": where, **PLACES[where]}
    tolls = {}
    if killed is not None:
        number, basis = killed
        tolls["KILLED"] = {"text": f"{number} by {name}", "low": number, "best": number, "high": number, "basis": basis}
    return Telling(report, name, row, [], tolls)


def _precision(first, last):
    if first is None:
        return DatePrecision.UNKNOWN.value
    return (DatePrecision.DAY if first == last else DatePrecision.MONTH).value


@pytest.mark.parametrize(
    ("whens", "told"),
    [
        ([(4, 4, "STATED")], ("a", "STATED")),
        ([(4, 4, "CARRIED")], ("a", "CARRIED")),
        ([(4, 4, "CARRIED"), (4, 4, "STATED")], ("b", "STATED")),
        ([(4, 4, "DATELINE"), (4, 4, "PUBLICATION")], ("b", "PUBLICATION")),
        # Own before carried, however many carry it.
        ([(3, 3, "CARRIED"), (3, 3, "CARRIED"), (4, 4, "STATED")], ("c", "STATED")),
        # What agrees may be more exact; what does not counts for nothing.
        ([(1, 30, "STATED"), (4, 4, "CARRIED")], ("b", "CARRIED")),
        ([(10, 30, "STATED"), (4, 4, "CARRIED")], ("a", "STATED")),
        ([None, (4, 4, "CARRIED")], ("b", "CARRIED")),
        ([(4, 4, "STATED"), (5, 5, "STATED"), (5, 5, "STATED")], ("b", "STATED")),
        # What a model says counts where nothing else does, however exact and however many say it.
        ([(1, 30, "CARRIED"), (4, 4, "MODEL"), (4, 4, "MODEL")], ("a", "CARRIED")),
        ([(1, 30, "STATED"), (4, 4, "MODEL")], ("a", "STATED")),
        ([None, (4, 4, "MODEL")], ("b", "MODEL")),
    ],
)
def test_the_date_of_an_event(whens, told):
    tellings = [telling(name, when=when) for name, when in zip("abc", whens, strict=False)]
    for order in (tellings, tellings[::-1]):
        event = tell_event(order)
        assert (event["when_text"], event["when_basis"]) == (f"as {told[0]} has it", told[1])


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ([("Nairobi", "STATED")], ("Nairobi", "STATED")),
        ([("Nairobi", "DATELINE"), ("Mombasa", "STATED")], ("Mombasa", "STATED")),
        ([("Nairobi", "CARRIED"), ("Nairobi", "CARRIED"), ("Mombasa", "STATED")], ("Mombasa", "STATED")),
        ([("Nairobi", "CARRIED"), ("Nairobi", "STATED")], ("Nairobi", "STATED")),
        ([("Kenya", "STATED"), ("Nairobi", "DATELINE")], ("Nairobi", "DATELINE")),
        ([("Kenya", "STATED"), ("Goma", "DATELINE")], ("Kenya", "STATED")),
        ([("Goma", "INFERRED"), None], ("Goma", "INFERRED")),
        ([("Kenya", "INFERRED"), ("Nairobi", "MODEL")], ("Kenya", "INFERRED")),
        ([None, ("Nairobi", "MODEL")], ("Nairobi", "MODEL")),
        ([None, None], (None, None)),
    ],
)
def test_the_place_of_an_event(places, told):
    tellings = [telling(name, place=place) for name, place in zip("abc", places, strict=False)]
    for order in (tellings, tellings[::-1]):
        event = tell_event(order)
        assert (event["location_id"], event["location_basis"]) == told


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([(5, (6, "STATED"))], (6, 6, 6, "STATED")),
        ([(5, (6, "CARRIED")), (5, (8, "STATED"))], (8, 8, 8, "STATED")),
        ([(5, (6, "STATED")), (6, (9, "CARRIED"))], (9, 9, 9, "CARRIED")),
        ([(5, (6, "STATED")), (5, (8, "STATED"))], (6, 8, 8, "STATED")),
        ([(5, (6, "CARRIED")), (5, (8, "MODEL"))], (6, 6, 6, "CARRIED")),
        ([(5, None), (5, (8, "MODEL"))], (8, 8, 8, "MODEL")),
        ([(5, None)], (None, None, None, None)),
    ],
)
def test_the_toll_of_an_event(counts, told):
    tellings = [telling(name, day=day, killed=killed) for name, (day, killed) in zip("ab", counts, strict=False)]
    for order in (tellings, tellings[::-1]):
        event = tell_event(order)
        assert tuple(event[f"killed_{part}"] for part in ("low", "best", "high", "basis")) == told


def test_an_event_without_a_day_keeps_its_words_and_has_no_basis():
    undated = telling("a", when=(None, None, None))
    assert (tell_event([undated])["when_text"], tell_event([undated])["when_basis"]) == ("as a has it", None)


def test_what_only_a_model_tells_neither_votes_nor_leads():
    rules = telling("a", confidence=0.4)
    told = [
        telling(name, confidence=0.5, basis="MODEL", model="small 1", type="PROTEST", status="OCCURRED")
        for name in "bc"
    ]
    event = tell_event([*told, rules])
    assert (event["type"], event["status"], event["summary"], event["confidence"]) == ("ASSAULT", "REPORTED", "a", 0.4)
    assert (event["basis"], event["model"], event["report_count"]) == ("STATED", "small 1", 3)


def test_an_event_that_only_models_tell_says_so_and_which():
    event = tell_event([telling(name, basis="MODEL", model=f"small {name}") for name in "ba"])
    assert (event["basis"], event["model"]) == ("MODEL", "small a, small b")
