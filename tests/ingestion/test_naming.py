"""Names that several articles give one actor, and namesakes; each on SQLite and PostgreSQL."""

import itertools
from datetime import date

import pytest
from sqlalchemy import select

from dateline.ingestion.intake.judging import Author, withdraw_judgement
from dateline.ingestion.intake.storing import store_article
from dateline.store.integrity import check_invariants
from dateline.store.reading.reads import find_offices
from schema.ids import content_id
from schema.tables import ACTOR, ACTOR_REDIRECT, JUDGEMENT
from schema.vocabulary import ActorKind
from tests.store.stories import actor, article


def told(key, text, name, *, on=date(2024, 11, 5), short=False, **own):
    """An article that names one actor; a short name is the article's own."""
    identity = {"id": content_id("actor", key)} if short else {}
    return article(key, text, on=on, actors=(actor(text, name, words=own.pop("words", name), **identity, **own),))


FULL = told("full", "Amara Osei, the president, spoke.", "Amara Osei", office="president", aliases=("Osei",))
SHORT = told("short", "President Osei spoke.", "Osei", short=True, office="President")
ROLELESS = told("roleless", "Osei spoke.", "Osei", short=True)
NAMESAKE = told("namesake", "Kofi Osei, the president, spoke.", "Kofi Osei", office="president", aliases=("Osei",))
SINGER = told("singer", "Kofi Osei, the singer, sang.", "Kofi Osei", office="singer", aliases=("Osei",))


def store(database, *articles):
    for facts in articles:
        with database.writing() as connection:
            store_article(connection, facts)
    with database.reading() as connection:
        assert check_invariants(connection) == []


def names(database):
    with database.reading() as connection:
        return sorted(connection.execute(select(ACTOR.c.name)).scalars())


@pytest.mark.parametrize("order", list(itertools.permutations((FULL, SHORT, SINGER))))
def test_a_surname_with_an_office_is_the_only_one_of_that_name_and_office(database, order):
    store(database, *order)
    assert names(database) == ["Amara Osei", "Kofi Osei"]
    with database.reading() as connection:
        (judgement,) = connection.execute(select(JUDGEMENT)).all()
        (redirect,) = connection.execute(select(ACTOR_REDIRECT)).all()
    assert judgement.reason.casefold() == "amara osei is called osei, both are told to be president"
    assert judgement.score == 5.0
    assert (redirect.old_id, redirect.actor_id) == (content_id("actor", "short"), content_id("actor", "Amara Osei"))


def test_persons_of_one_surname_stay_apart(database):
    store(database, FULL, SINGER, ROLELESS)
    assert names(database) == ["Amara Osei", "Kofi Osei", "Osei"]


def test_a_surname_that_fits_two_actors_stays_apart(database):
    store(database, FULL, NAMESAKE, SHORT)
    assert names(database) == ["Amara Osei", "Kofi Osei", "Osei"]


def test_an_office_of_another_decade_does_not_tell(database):
    store(
        database,
        FULL,
        told("old", "President Osei spoke.", "Osei", short=True, office="President", on=date(1994, 3, 1)),
    )
    assert names(database) == ["Amara Osei", "Osei"]


def test_a_surname_of_another_country_stays_apart(database):
    text = "President Osei spoke."
    store(
        database,
        told(
            "full", "Amara Osei, the president.", "Amara Osei", office="president", aliases=("Osei",), country_code="GH"
        ),
        told("short", text, "Osei", short=True, office="President", country_code="KE"),
    )
    assert names(database) == ["Amara Osei", "Osei"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Volodymyr Zelenskyy", "Volodymyr Zelenskiy"), ("Donald J. Trump", "Donald Trump"), ("Zoë Ruiz", "Zoe Ruíz")],
)
def test_spellings_of_one_name_in_one_office_are_one_person(database, one, other):
    store(
        database,
        told("one", f"President {one} spoke.", one, office="President"),
        told("other", f"{other}, the president, left.", other, office="president"),
    )
    assert len(names(database)) == 1


def test_spellings_of_one_name_without_office_or_country_stay_apart(database):
    store(database, told("one", "John F. Smith", "John F. Smith"), told("other", "John Smith", "John Smith"))
    assert names(database) == ["John F. Smith", "John Smith"]


@pytest.mark.parametrize("reverse", [False, True])
def test_an_acronym_is_the_body_that_another_article_introduces_with_it(database, reverse):
    body = ActorKind.ORGANIZATION
    name = "Union of Free Ports"
    articles = [
        told("long", "The Union of Free Ports (UFP) met.", name, kind=body, aliases=("UFP",)),
        told("acronym", "UFP met.", "UFP", kind=body),
    ]
    store(database, *(reversed(articles) if reverse else articles))
    assert names(database) == [name]


def test_a_new_office_of_one_person_is_a_second_dated_office(database):
    store(
        database,
        told("then", "Governor Ana Ruiz spoke.", "Ana Ruiz", office="Governor", on=date(2020, 1, 1)),
        told("now", "Minister Ana Ruiz spoke.", "Ana Ruiz", office="Minister", on=date(2024, 1, 1)),
    )
    assert names(database) == ["Ana Ruiz"]
    identifier = content_id("actor", "Ana Ruiz")
    with database.reading() as connection:
        offices = find_offices(connection, [identifier])[identifier]
    assert [(row.title, row.as_of) for row in offices] == [
        ("Minister", date(2024, 1, 1)),
        ("Governor", date(2020, 1, 1)),
    ]


def test_a_withdrawn_merge_of_the_machine_restores_both_and_is_not_made_again(database):
    store(database, FULL, SHORT)
    with database.writing() as connection:
        (made,) = connection.execute(select(JUDGEMENT.c.id)).scalars()
        withdraw_judgement(connection, made, Author("ana", "Another Osei."))
    assert names(database) == ["Amara Osei", "Osei"]
    for facts in (SHORT, FULL):
        store(database, told("again", "Nobody spoke.", "Nobody"), facts)
        changed = {**{name: getattr(facts, name) for name in facts.__dataclass_fields__}, "extractor": "2"}
        store(database, type(facts)(**changed))
    assert names(database) == ["Amara Osei", "Nobody", "Osei"]
