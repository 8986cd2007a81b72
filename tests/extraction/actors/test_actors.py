"""One actor per article however it is named: its kind, country, sector and names."""

from __future__ import annotations

import pytest

from schema.vocabulary import ActorKind, ActorSector, MentionForm


@pytest.fixture
def actors_of(read_text):
    """`actors_of(text)`: the actors of a text, by name."""
    return lambda text, **metadata: {actor.name: actor for actor in read_text(text, **metadata).actors}


def words_of(actor):
    return [mention.excerpt.text for mention in actor.mentions]


@pytest.mark.parametrize(
    ("text", "name", "kind", "sector", "code"),
    [
        ("Russian forces shelled the town.", "Russian forces", ActorKind.ORGANIZATION, ActorSector.MIL, "RU"),
        ("Russian troops entered the town.", "Russian forces", ActorKind.ORGANIZATION, ActorSector.MIL, "RU"),
        ("Moscow’s army attacked the town.", "Russian forces", ActorKind.ORGANIZATION, ActorSector.MIL, "RU"),
        ("Moscow said it would answer.", "Russia", ActorKind.COUNTRY, ActorSector.GOV, "RU"),
        ("The Kremlin denied the report.", "Russia", ActorKind.COUNTRY, ActorSector.GOV, "RU"),
        ("The White House rejected the offer.", "United States", ActorKind.COUNTRY, ActorSector.GOV, "US"),
        ("Ukraine accused its neighbour of lying.", "Ukraine", ActorKind.COUNTRY, ActorSector.GOV, "UA"),
        ("The Israel Defense Forces hit it.", "Israel Defense Forces", ActorKind.ORGANIZATION, ActorSector.MIL, "IL"),
        ("The Free Syrian Army took the town.", "Free Syrian Army", ActorKind.ORGANIZATION, ActorSector.REB, "SY"),
        ("Hezbollah fired rockets on Monday.", "Hezbollah", ActorKind.ORGANIZATION, ActorSector.REB, "LB"),
        ("Amnesty International left it.", "Amnesty International", ActorKind.ORGANIZATION, ActorSector.NGO, None),
    ],
)  # fmt: skip
def test_countries_forces_and_bodies(actors_of, text, name, kind, sector, code):
    actor = actors_of(text)[name]
    assert (actor.kind, actor.sector, actor.country_code) == (kind, sector, code)


def test_forces_named_in_several_ways_are_one_actor_and_the_country_another(actors_of):
    text = (
        "Russian forces shelled the town on Monday. Russian troops entered it. Moscow said that the Kremlin had "
        "ordered the strike."
    )
    found = actors_of(text)
    assert words_of(found["Russian forces"])[:2] == ["Russian forces", "Russian troops"]
    assert words_of(found["Russia"])[:2] == ["Moscow", "Kremlin"]


def test_nationality_of_an_official_without_a_name(actors_of):
    actor = actors_of("A Ukrainian official said that six people were killed.")["Ukrainian official"]
    assert (actor.kind, actor.sector, actor.country_code) == (ActorKind.PERSON, ActorSector.GOV, "UA")
    assert not actor.resolved


def test_full_name_surname_pronoun_and_role_are_one_person(actors_of):
    text = (
        "Governor Ana Ruiz visited the port on Monday. Ruiz said it was safe. “We will rebuild,” she said. "
        "The governor left at noon."
    )
    actor = actors_of(text)["Ana Ruiz"]
    forms = [(mention.excerpt.text, mention.form) for mention in actor.mentions]
    assert forms == [
        ("Ana Ruiz", MentionForm.NAME),
        ("Ruiz", MentionForm.NAME),
        ("she", MentionForm.PRONOUN),
        ("The governor", MentionForm.NOMINAL),
    ]


def test_an_acronym_in_brackets_is_the_body_that_it_follows(actors_of):
    text = "The Union of Free Ports (UFP) met in Lisbon on Monday. The UFP said it would strike."
    actor = actors_of(text)["Union of Free Ports"]
    assert words_of(actor)[:3] == ["Union of Free Ports", "UFP", "UFP"]
    assert actor.aliases == ("UFP",)


def test_two_persons_of_one_surname_stay_two(actors_of):
    text = "Amara Osei met Kofi Osei in Accra. Amara Osei is a doctor. Kofi Osei is a farmer."
    found = actors_of(text)
    assert {name for name in found if name.endswith("Osei")} == {"Amara Osei", "Kofi Osei"}


def test_neither_publisher_nor_agency_nor_reporter_is_an_actor(actors_of):
    text = (
        "By Dana Moss\n\nNAIROBI (Reuters) - Police arrested 40 people in Nairobi on Tuesday, Charles Owino told "
        "Reuters.\n\nDana Moss contributed reporting for the Harbour Gazette."
    )
    found = actors_of(text, publisher="Harbour Gazette", byline="Dana Moss")
    assert "Charles Owino" in found
    assert not {"Dana Moss", "Moss", "Reuters", "Harbour Gazette", "Gazette"} & set(found)


@pytest.mark.parametrize(
    "text", ["Chasiv Yar, in Ukraine, held out on Monday.", "Russian forces shelled Vuhledar on Monday."]
)
def test_towns_that_the_model_takes_for_somebody_are_no_actors(actors_of, text):
    assert not {"Chasiv Yar", "Vuhledar"} & set(actors_of(text))


def test_an_address_at_the_end_that_the_model_takes_for_a_person_is_nobody(actors_of):
    assert actors_of("Read or Share this story: http://usat.ly/2fcLZ18") == {}
