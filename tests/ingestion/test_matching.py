from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from dateline.ingestion.intake.storing import find_pairs_of, store_article, withdraw_article
from dateline.ingestion.linking.likeness import SAME, compare
from dateline.ingestion.linking.matching import comparable_reports
from dateline.store.writing.clues import MOST_OF_KEY, Clue, Search, find_clued, write_clues
from schema.ids import content_id
from schema.tables import CLUE
from schema.vocabulary import EventStatus, EventType, ParticipantRole
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
        return find_pairs_of(connection, facts, comparable_reports(facts))


def test_the_same_happening_of_another_article_is_found_with_a_score_and_a_reason(stored):
    killed = count(TEXT, "seven", 7)
    (pair,) = pairs(stored, later(TEXT, day=date(2024, 11, 5), mode="explosives", killed=killed))
    assert pair["score"] >= SAME
    told = "in one town, on one day, a toll that may have changed, 2 names in common, 75% of the words in common"
    assert pair["reason"].startswith(told)


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


def test_a_town_nearby_is_found_though_it_has_another_name(stored):
    text = "The bomb in Vila Alta killed seven people and injured 16, Rebels said."
    vila = replace(PORTO, id=content_id("location", "vila"), name="Vila Alta", latitude=41.7, longitude=21.4)
    told = report("later", text, text, "bomb", place=vila, day=date(2024, 11, 5), mode="explosives")
    facts = article("later", text, on=date(2024, 11, 6), locations=(vila, RUNIA), reports=(told,))
    (pair,) = pairs(stored, facts)
    assert pair["reason"].startswith("at places near each other, on one day")


def test_a_withdrawn_article_leaves_no_clue(stored):
    with stored.writing() as connection:
        assert connection.execute(select(CLUE)).all()
        withdraw_article(connection, bombing().id)
        assert connection.execute(select(CLUE)).all() == []


def test_what_very_many_share_costs_no_more(stored, count_statements):
    """Of an actor who is in everything only the latest reports of those days are compared."""
    with stored.writing() as connection:
        clues = [Clue("ASSAULT everybody", 739_195 + number % 3, f"rep_{number:04}") for number in range(500)]
        write_clues(connection, bombing().id, clues)
        search = [Search("ASSAULT everybody", 739_190, 739_199), Search("ASSAULT nobody", 0, 739_199)]
        with count_statements(stored) as counted:
            found = find_clued(connection, search, without="art_other")
    assert counted.count == 1
    assert len(found["ASSAULT everybody"]) == MOST_OF_KEY
    assert {int(key[4:]) % 3 for key in found["ASSAULT everybody"]} == {2}
    assert "ASSAULT nobody" not in found


TIMELESS = (
    "Offshore workers found 26 crates of Ambrolite near Skarholm. Skarholm harbour police arrested Lena Brandvik.",
    "Harbour police arrested Lena Brandvik after 26 crates of Ambrolite were found near Skarholm.",
    "Harbour police arrested Lena Brandvik on Friday after 11 crates of whisky were found near Skarholm.",
)


def timeless(number, **own):
    text = TIMELESS[number]
    told = report(f"t{number}", text, text, "arrested", type=EventType.COERCE, mode="arrest", **own)
    return article(f"t{number}", text, on=None, reports=(told,))


def test_articles_without_a_date_are_found_by_their_rare_words(database):
    with database.writing() as connection:
        store_article(connection, timeless(0))
    (pair,) = pairs(database, timeless(1))
    assert "numbers in common" in pair["reason"]


def test_other_numbers_and_weekdays_speak_for_another_happening():
    (one,), (two,), (other,) = (comparable_reports(timeless(number)) for number in range(3))
    near, far = compare(one, two), compare(one, other)
    assert near is not None
    assert far is not None
    assert far.score < near.score - 3


def test_other_people_by_full_name_speak_for_another_happening():
    text = "Police in Porto Alto arrested Lena Brandvik and Omar Haddad."

    def arrest(name):
        who = [(ParticipantRole.RECIPIENT, name, None)]
        (one,) = comparable_reports(later(text, day=None, trigger="arrested", type=EventType.COERCE, who=who))
        return one

    same, other = (
        compare(arrest("Lena Brandvik"), arrest("Brandvik")),
        compare(arrest("Lena Brandvik"), arrest("Omar Haddad")),
    )
    assert same is not None
    assert other is not None
    assert other.score == same.score - 2.0
    assert "with other people by name in 1 of the parts" in other.reason


def test_what_is_stored_is_compared_as_what_comes(stored):
    facts = later(TEXT, day=date(2024, 11, 5), killed=count(TEXT, "seven", 7))
    (found,) = pairs(stored, facts)
    (one,), (other,) = comparable_reports(bombing()), comparable_reports(facts)
    likeness = compare(one, other)
    assert likeness is not None
    assert (likeness.score, likeness.reason) == (found["score"], found["reason"])
