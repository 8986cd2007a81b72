from datetime import date

import pytest

from dateline.ingestion.matching import SAME, comparable_reports, compare
from dateline.ingestion.storing import find_pairs_of, store_article
from schema.vocabulary import EventStatus, EventType
from tests.store.stories import PORTO, RUNIA, article, bombing, count, report

TEXT = "The bomb in Porto Alto killed seven people."


@pytest.fixture
def stored(database):
    with database.writing() as connection:
        store_article(connection, bombing())
    return database


def later(text, **own):
    """Another article that tells one thing."""
    own.setdefault("place", PORTO)
    told = report("later", text, text, own.pop("trigger", "bomb"), event="later", **own)
    return article("later", text, on=date(2024, 11, 6), locations=(PORTO, RUNIA), reports=(told,))


def pairs(database, facts):
    with database.writing() as connection:
        return find_pairs_of(connection, facts)


def test_the_same_happening_of_another_article_is_found_with_a_score_and_a_reason(stored):
    killed = count(TEXT, "seven", 7)
    (pair,) = pairs(stored, later(TEXT, day=date(2024, 11, 5), mode="explosives", killed=killed))
    assert pair["score"] >= SAME
    told = "at one place, on one day, 2 names in common, 75% of the words in common, articles alike by 60%"
    assert pair["reason"] == told


def test_a_happening_without_a_date_is_found_by_its_place_and_publication(stored):
    facts = later(TEXT, day=None, mode="explosives", killed=count(TEXT, "seven", 6))
    assert len(pairs(stored, facts)) == 1


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
    assert pairs(stored, later(text, **own)) == []


def test_the_score_is_the_same_from_both_sides():
    (one,) = comparable_reports(bombing())
    (other,) = comparable_reports(later(TEXT, day=date(2024, 11, 5), killed=count(TEXT, "seven", 7)))
    assert compare(one, other) == compare(other, one)


def test_what_is_stored_is_compared_as_what_comes(stored):
    facts = later(TEXT, day=date(2024, 11, 5), killed=count(TEXT, "seven", 7))
    (found,) = pairs(stored, facts)
    (one,), (other,) = comparable_reports(bombing()), comparable_reports(facts)
    likeness = compare(one, other)
    assert likeness is not None
    assert (likeness.score, likeness.reason) == (found["score"], found["reason"])
