"""The country of actors, from what stands beside them or from the article, and one actor for all names of it."""

from __future__ import annotations

import pytest

from dateline.ingestion.linking.identity import actor_id
from schema.vocabulary import ActorKind


@pytest.fixture
def actors_of(read_text):
    """`actors_of(text)`: the actors of a text, by name."""
    return lambda text: {actor.name: actor for actor in read_text(text).actors}


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Latvia's justice minister Ilze Ozola resigned on Monday.", "Ilze Ozola", "LV"),
        ("Slovakia's deputy prime minister Jana Hruba met truckers on Monday.", "Jana Hruba", "SK"),
        ("The mine is owned by Italy's Enerva and Germany's Holzbrück.", "Enerva", "IT"),
        ("Karima Malh, a Moroccan dancer, left the court on Monday.", "Karima Malh", "MA"),
        ("The Taliban said on Monday that they had taken the town.", "Taliban", "AF"),
        ("Police shut a market in Lagos, Nigeria. The Interior Ministry said so.", "Interior Ministry", "NG"),
        ("Talks were held in Kenya and Peru. The Interior Ministry said so.", "Interior Ministry", None),
        ("Police shut a market in Lagos, Nigeria. Greenpeace protested.", "Greenpeace", None),
        ("South Sudanese troops left Juba, South Sudan. President Deng Malual Akec spoke.", "Deng Malual Akec", "SS"),
        ("In Nairobi, Kenya, activist Jane Moraa was held. Kenyan police in Kisumu said so.", "Jane Moraa", "KE"),
        ("In Nairobi, Kenya, tourist Jane Moraa was held. Kenyan police in Kisumu said so.", "Jane Moraa", None),
        ("Activist Jane Moraa was held in Kenya. Peru and Chile protested.", "Jane Moraa", None),
        ("Two doctors of Nairobi University resigned on Monday.", "Nairobi University", "KE"),
        ("Ana Malh, a Moroccan-born dancer, left the court on Monday.", "Ana Malh", "MA"),
    ],
)
def test_country_is_told_beside_the_name_or_follows_from_the_article(actors_of, text, name, code):
    assert actors_of(text)[name].country_code == code


def test_one_ministry_however_its_owner_is_put(actors_of):
    text = (
        "Russia's Defence Ministry said it hit a depot. The Russian Defence Ministry denied it. "
        "The Russian Defense Ministry left."
    )
    ministries = [actor for name, actor in actors_of(text).items() if name.endswith("Ministry")]
    assert len(ministries) == 1
    assert len(ministries[0].mentions) == 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nomvula Radebe-Khumalo pleaded not guilty. Radebe-Khumalo, an MP, left.", {"Nomvula Radebe-Khumalo"}),
        ("Volodymyr Zelenskyy met Joe Biden. Zelenskiy said he was glad.", {"Volodymyr Zelenskyy", "Joe Biden"}),
        ("The first to testify was Maj-Gen Karel Novak.", {"Karel Novak"}),
    ],
)
def test_one_person_for_all_spellings_of_a_surname(actors_of, text, names):
    assert {name for name, actor in actors_of(text).items() if actor.kind is ActorKind.PERSON} == names


def test_speaker_with_an_office_before_the_name(read_text):
    (quote,) = read_text("“We will not leave our homes,” tweeted Mayor Pedro Sal.").quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Pedro Sal"


def test_a_question_is_nobodys_quote(read_text):
    text = "Asked whether the bridge would be rebuilt, Mayor Pedro Sal said he did not know."
    assert [quote.text for quote in read_text(text).quotes] == ["he did not know"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The blast was felt in General Santos City on Monday.", "Santos City"),
        ("The blast came at 3 a.m. GMT on Monday.", "GMT"),
    ],
)
def test_towns_and_clocks_are_no_actors(actors_of, text, name):
    assert name not in actors_of(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Temrin oil field in Algeria was shut on Monday.", "Temrin"),
        ("A radio of the Temrin-language service said so on Monday.", "Temrin-language"),
        ("The Lomond Trench lies in the north. An earthquake shook the Lomond Trench on Monday.", "Lomond Trench"),
        ("H5N1 Bird Flu was found at two farms on Monday.", "H5N1 Bird Flu"),
        ("House Speaker Ann Boll said on Monday that the law would fail.", "House Speaker"),
        ("Karl Nader, a New Zealander, left on Monday.", "New Zealander"),
    ],
)
def test_things_fields_and_peoples_are_no_actors(actors_of, text, name):
    assert name not in actors_of(text)


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Orbix Motors Company cut jobs. Then Orbix said it would hire. Orbix has a plan.", "Orbix Motors Company", 3),
        ("Peter Varnum left. Varnum Bank cut jobs. The company Varnum said profits fell.", "Varnum Bank", 3),
        ("Orbix said it would close Orbix Stores in Lima. Orbix rose. Orbix fell.", "Orbix Stores", 1),
    ],
)
def test_a_short_name_is_the_longer_one_where_that_only_adds_what_it_is(actors_of, text, name, mentions):
    assert len(actors_of(text)[name].mentions) == mentions


def test_bodies_known_by_their_initials_have_one_id(actors_of):
    short = actors_of("The WHO said five had died.")["WHO"]
    full = actors_of("The World Health Organisation said five had died.")["World Health Organisation"]
    assert actor_id(short, "a") == actor_id(full, "b")
    assert short.sector.value == full.sector.value == "IGO"
