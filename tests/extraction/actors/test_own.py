"""A list of one's own actors: what its lines may say, whom its names mean, and what is told where it is wrong."""

from __future__ import annotations

import pytest

from dateline.extraction.actors.own import read_own_actors
from dateline.extraction.cleaning import clean_text
from dateline.extraction.notes import Notes
from dateline.extraction.parsing import find_paragraphs
from dateline.extraction.pipeline import STAGES, run_stages
from dateline.ingestion.linking.identity import actor_id
from schema.errors import SettingError
from schema.vocabulary import ActorKind, ActorSector, Basis

HEADER = "id,name,kind,sector,country,names,wikidata,opensanctions\n"
LIST = HEADER + (
    "rlf,Redland Liberation Front,ORGANIZATION,REB,TD,RLF|Redland rebels,Q101,NK-abc123\n"
    "roe,Jane Roe,PERSON,GOV,KE,Jane A. Roe,Q7,\n"
)


@pytest.fixture
def own(tmp_path):
    """`own(csv)`: the actors of a CSV file."""

    def read(csv: str | bytes):
        path = tmp_path / "my-actors.csv"
        path.write_bytes(csv if isinstance(csv, bytes) else csv.encode())
        return read_own_actors(path)

    return read


@pytest.fixture
def actors_of(own, gazetteer, parse_text):
    """`actors_of(csv, text)`: the actors of a text, by name."""

    def read(csv: str, text: str):
        notes = Notes(clean_text(text), parse_text(text), gazetteer, find_paragraphs(text), own_actors=own(csv))
        run_stages(notes, STAGES)
        assert notes.faults == []
        return {actor.name: actor for actor in notes.actors_known.entities() if actor.mentions}

    return read


def test_any_name_of_the_list_means_its_actor(actors_of):
    text = "Redland rebels took a town on Monday. The RLF said so. Jane A. Roe denied it. Roe said all was well."
    found = actors_of(LIST, text)
    front, roe = found["Redland Liberation Front"], found["Jane Roe"]
    assert (front.kind, front.sector, front.country_code) == (ActorKind.ORGANIZATION, ActorSector.REB, "TD")
    assert front.external_ids == ("wikidata:Q101", "opensanctions:NK-abc123")
    assert front.country_basis is Basis.INFERRED
    assert [mention.excerpt.text for mention in front.mentions][:2] == ["Redland rebels", "RLF"]
    assert (roe.kind, roe.country_code, roe.external_ids) == (ActorKind.PERSON, "KE", ("wikidata:Q7",))
    assert [mention.excerpt.text for mention in roe.mentions] == ["Jane A. Roe", "Roe"]


def test_the_id_of_the_list_makes_the_actor_the_same(actors_of):
    before = actors_of(LIST, "The RLF took a town on Monday.")["Redland Liberation Front"]
    renamed = LIST.replace("Redland Liberation Front", "Front of Redland")
    after = actors_of(renamed, "Front of Redland took a town on Monday.")["Front of Redland"]
    assert actor_id(before, "a") == actor_id(after, "b")


@pytest.mark.parametrize(
    "text",
    [
        "The rlf took a town on Monday.",
        "The RLF-led group took a town on Monday.",
        "The redland rebels took a town on Monday.",
    ],
)
def test_other_words_are_not_the_actor(actors_of, text):
    assert "Redland Liberation Front" not in actors_of(LIST, text)


def test_without_the_list_nobody_has_ids_elsewhere(read_text):
    assert all(actor.external_ids == () for actor in read_text("Jane Roe left on Monday.").actors)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a,,,,,,,", "line 2: name is empty"),
        ("a,A,,,,,,", "line 2: the name 'A' is too short to be found"),
        ("a,Front,CAT,,,,,", "line 2: kind is 'CAT'; it must be one of PERSON, ORGANIZATION, GROUP"),
        ("a,Front,,,XX,,,", "line 2: country is 'XX', which is no country's code"),
        ("a,Front,,,,,42,", "line 2: wikidata is '42', which is no id of that register"),
        ("a,Front,,,,,,a b", "line 2: opensanctions is 'a b', which is no id of that register"),
        ("a,Front", "line 2: 2 values where the header has 8 columns"),
        ("a,Front,,,,,,\na,Other,,,,,,", "line 3: the id 'a' is that of line 2 already"),
    ],
)
def test_a_bad_line_is_told_with_its_number(own, line, told):
    with pytest.raises(SettingError) as error:
        own(HEADER + line + "\n")
    assert told in str(error.value)


def test_a_list_without_its_columns_or_that_is_no_text_is_told(own, tmp_path):
    with pytest.raises(SettingError, match="line 1 must name the columns id, name; id is missing"):
        own("name,country\nFront,KE\n")
    with pytest.raises(SettingError, match="no UTF-8 text"):
        own(b"id,name\na,Fr\xffnt\n")
    with pytest.raises(SettingError, match="No such file"):
        read_own_actors(tmp_path / "missing.csv")
