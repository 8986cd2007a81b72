import pytest

from dateline.ingestion.linking.identity import actor_id, article_id, location_id, plain_url
from schema.ids import text_hash
from schema.mentions import ActorEntity, Place, SourceText
from schema.vocabulary import ActorKind, ActorSector, LocationKind


def source(text="words", **own):
    return SourceText(text=text, sha256=text_hash(text), **own)


def test_an_article_is_known_by_its_url_whatever_follows_it():
    base = article_id(source(url="https://tide.example/a"))
    assert article_id(source("other words", url="https://tide.example/a/?utm_source=x#top")) == base
    assert article_id(source(url="https://tide.example/a?page=2")) != base


def test_an_article_without_url_is_known_by_its_text():
    assert article_id(source("one")) == article_id(source("one", title="T"))
    assert article_id(source("one")) != article_id(source("two"))


def test_tracking_parameters_are_no_part_of_a_url():
    assert plain_url("https://a.example/x?id=3&utm_medium=mail&fbclid=1") == "https://a.example/x?id=3"


def entity(name, kind=ActorKind.PERSON, sector=ActorSector.UNKNOWN, country=None, resolved=True):
    return ActorEntity(name, kind, sector, country, (), resolved=resolved)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (entity("José Ruiz"), entity("JOSE RUIZ"), True),
        (entity("Ruiz", resolved=False), entity("Ruiz", resolved=False), False),
        (entity("Kenya", ActorKind.COUNTRY, country="KE"), entity("Republic", ActorKind.COUNTRY, country="KE"), True),
        (
            entity("Defense Ministry", ActorKind.ORGANIZATION, ActorSector.GOV, "UA"),
            entity("Defense Ministry", ActorKind.ORGANIZATION, ActorSector.GOV, "GB"),
            False,
        ),
        (
            entity("Russia's Defence Ministry", ActorKind.ORGANIZATION, ActorSector.GOV, "RU"),
            entity("Russian Ministry of Defense", ActorKind.ORGANIZATION, ActorSector.GOV, "RU"),
            True,
        ),
        (
            entity("The U.N.", ActorKind.ORGANIZATION, ActorSector.IGO),
            entity("UN", ActorKind.ORGANIZATION, ActorSector.IGO, "US"),
            True,
        ),
        (
            entity("General Motors Corp.", ActorKind.ORGANIZATION, ActorSector.BUS),
            entity("General Motors", ActorKind.ORGANIZATION, ActorSector.BUS),
            True,
        ),
    ],
    ids=[
        "spelling",
        "bare surnames",
        "countries",
        "ministries of two countries",
        "a ministry by two names of its owner",
        "dots and article",
        "endings of companies",
    ],
)
def test_who_is_the_same_in_two_articles(one, other, same):
    assert (actor_id(one, "art_1") == actor_id(other, "art_2")) is same


def test_an_unknown_place_is_known_by_its_name_and_what_it_lies_in():
    north = Place("North", LocationKind.ADMIN1, "RN", 1.0, 2.0, 7)
    south = Place("South", LocationKind.ADMIN1, "RN", 1.0, 2.0, 8)

    def village(parent):
        return location_id(Place("Sul", LocationKind.CITY, "RN", 1.0, 2.0, parent=parent))

    assert village(north) == village(north)
    assert village(north) != village(south)
