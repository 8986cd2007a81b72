from datetime import date

import pytest

from dateline.ingestion.matching import match_reports
from dateline.store.writer import write_article
from schema.ids import content_id
from schema.vocabulary import EventStatus, EventType
from tests.store.stories import PORTO, RUNIA, article, bombing, count, report

EVENT = content_id("event", "bombing")


@pytest.fixture
def stored(database):
    with database.writing() as connection:
        write_article(connection, bombing())
    return database


def matched(database, text, **own):
    """The event id that a report of another article gets."""
    own.setdefault("place", PORTO)
    told = report("later", text, text, own.pop("trigger", "bomb"), event="later", **own)
    facts = article("later", text, on=date(2024, 11, 6), locations=(PORTO, RUNIA), reports=(told,))
    with database.writing() as connection:
        return match_reports(connection, facts).reports[0].event_id


TEXT = "The bomb in Porto Alto killed seven people."


def test_the_same_happening_of_another_article_is_the_stored_event(stored):
    killed = count(TEXT, "seven", 7)
    assert matched(stored, TEXT, day=date(2024, 11, 5), mode="explosives", killed=killed) == EVENT


def test_a_happening_without_a_date_is_found_by_its_place_and_publication(stored):
    killed = count(TEXT, "seven", 6)
    assert matched(stored, TEXT, day=None, mode="explosives", killed=killed) == EVENT


@pytest.mark.parametrize(
    "own",
    [
        {"day": date(2024, 10, 5)},
        {"day": date(2024, 11, 5), "status": EventStatus.PLANNED},
        {"day": date(2024, 11, 5), "type": EventType.ELECTION},
        {"day": date(2024, 11, 5), "killed": count(TEXT, "seven", 700)},
        {"day": date(2024, 11, 5), "place": RUNIA, "trigger": "killed"},
    ],
    ids=["another day", "only planned", "another kind", "another scale", "only the country in common"],
)
def test_what_differs_stays_apart(stored, own):
    text = TEXT if own.get("place") is not RUNIA else "Soldiers killed seven people in Runia."
    assert matched(stored, text, **own) == content_id("event", "later")


def test_two_reports_of_one_article_never_become_one_event(stored):
    text = "A bomb hit Porto Alto.  A second bomb hit Porto Alto."
    day = date(2024, 11, 5)
    first = report("one", text, text, "bomb", event="one", day=day, place=PORTO, mode="explosives")
    second = report("two", text, text, "bomb", event="two", day=day, place=PORTO, mode="explosives")
    facts = article("later", text, locations=(PORTO, RUNIA), reports=(first, second))
    with stored.writing() as connection:
        events = [told.event_id for told in match_reports(connection, facts).reports]
    assert len(set(events)) == 2
