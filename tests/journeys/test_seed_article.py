"""The article that the project was asked for, from its file to answers.

It belongs to its publisher and is no part of this project: the test reads it from the folder `shared` beside the
checkout, and is skipped where that is not there.
"""

from datetime import date
from pathlib import Path

import pytest

from dateline.extraction.cleaning import clean
from dateline.extraction.pipeline import Extractor
from dateline.extraction.reading import Source, find_sources, read_articles
from schema.mentions import RawArticle
from schema.vocabulary import ActorSector, DatePrecision, EventStatus, EventType, ParticipantRole, QuoteKind

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the seed article is not here")


@pytest.fixture(scope="module")
def analysis():
    (source,) = find_sources([str(next(SEEDS.glob("*.txt")))])
    assert isinstance(source, Source)
    (raw,) = read_articles(source)
    assert isinstance(raw, RawArticle)
    return Extractor().read(clean(raw))


def place(analysis, event):
    found = analysis.places[event.location].place if event.location is not None else None
    return found.name if found is not None else None


def who(event, role):
    return {participant.name for participant in event.participants if participant.role is role}


def event_at(analysis, name):
    found = [event for event in analysis.events if place(analysis, event) == name]
    assert len(found) == 1, [(event.evidence.text, place(analysis, event)) for event in analysis.events]
    return found[0]


def speaker(analysis, index):
    return analysis.actors[index].name


def test_publication_and_agency_are_read_from_header_and_dateline(analysis):
    source = analysis.source
    assert (source.published_on, source.publisher, source.agency) == (date(2024, 11, 5), "The Washington Times", "AP")
    assert source.dateline_place is not None
    assert source.dateline_place.text.startswith("KYIV")


def test_no_page_junk_stays_in_the_text(analysis):
    for junk in ("Click to", "comment policy", "Copyright", "Associated Press -"):
        assert junk not in analysis.source.text


def test_the_attack_with_its_toll_day_place_and_source(analysis):
    attack = event_at(analysis, "Zaporizhzhia")
    assert (attack.type, attack.status) == (EventType.ASSAULT, EventStatus.REPORTED)
    assert (attack.killed.best, attack.injured.best) == (6, 16)
    assert (attack.when.earliest, attack.when.precision) == (date(2024, 11, 5), DatePrecision.DAY)
    found = analysis.places[attack.location].place
    assert (round(found.latitude, 2), round(found.longitude, 2)) == (47.85, 35.12)
    assert speaker(analysis, attack.said_by) == "Ivan Fedorov"


def test_troops_driven_out_of_a_town_a_month_ago(analysis):
    driven = event_at(analysis, "Vuhledar")
    assert driven.type in (EventType.ASSAULT, EventType.RETREAT)
    assert (driven.when.earliest, driven.when.latest) == (date(2024, 10, 1), date(2024, 10, 10))
    assert who(driven, ParticipantRole.ACTOR) == {"Russian forces"}
    assert who(driven, ParticipantRole.RECIPIENT) == {"Ukrainian forces"}


def test_foreign_troops_under_fire_and_who_says_so(analysis):
    fire = event_at(analysis, "Kursk Oblast")
    assert fire.type is EventType.ASSAULT
    assert "North Korean forces" in who(fire, ParticipantRole.RECIPIENT)
    assert speaker(analysis, fire.said_by) == "Andrii Kovalenko"


def test_quotes_and_their_speakers(analysis):
    quotes = {quote.text.strip(",."): quote for quote in analysis.quotes}

    def said(beginning):
        (quote,) = [quote for text, quote in quotes.items() if text.startswith(beginning)]
        return quote.kind, quote.speaker.name, quote.speaker.excerpts[0].text, quote.medium

    assert said("The first North") == (QuoteKind.DIRECT, "Andrii Kovalenko", "Andrii Kovalenko", "Telegram")
    assert said("A stronger position") == (QuoteKind.DIRECT, "Andrii Yermak", "he", "Telegram")
    kind, name, _, _ = said("the Russian attacks")
    assert (kind, name) == (QuoteKind.MIXED, "Andrii Yermak")


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("Andrii Kovalenko", "head of the counter-disinformation branch"),
        ("Andrii Yermak", "head of Ukraine’s presidential office"),
        ("Ivan Fedorov", "Gov."),
    ],
)
def test_offices(analysis, name, office):
    (actor,) = [actor for actor in analysis.actors if actor.name == name]
    assert any(office in found.title for found in actor.offices)
    assert (actor.country_code, actor.sector) == ("UA", ActorSector.GOV)


@pytest.mark.parametrize(
    ("written", "name", "country"),
    [
        ("Kursk", "Kursk", "RU"),
        ("Donetsk", "Donetsk", "UA"),
        ("Vuhledar", "Vuhledar", "UA"),
        ("Pokrovsk", "Pokrovsk", "UA"),
        ("Chasiv Yar", "Chasiv Yar", "UA"),
        ("Zaporizhzhia", "Zaporizhzhia", "UA"),
        ("KYIV", "Kyiv", "UA"),
    ],
)
def test_places_on_the_map(analysis, written, name, country):
    found = [mention.place for mention in analysis.places if mention.excerpt.text == written]
    assert found
    for at in found:
        assert at.name.startswith(name)
        assert at.country_code == country
        assert at.latitude is not None


def test_neither_paper_nor_agency_is_an_actor(analysis):
    names = " ".join(actor.name for actor in analysis.actors)
    assert "Washington Times" not in names
    assert "Associated Press" not in names
    assert not any(actor.name == "AP" for actor in analysis.actors)


def test_every_excerpt_is_cut_from_the_text(analysis):
    text = analysis.source.text
    excerpts = [mention.excerpt for actor in analysis.actors for mention in actor.mentions]
    excerpts += [office.excerpt for actor in analysis.actors for office in actor.offices]
    excerpts += [part for quote in analysis.quotes for part in (*quote.excerpts, *quote.speaker.excerpts)]
    excerpts += [event.evidence for event in analysis.events] + [t for event in analysis.events for t in event.triggers]
    assert len(excerpts) > 60
    assert all(text[excerpt.start : excerpt.end] == excerpt.text for excerpt in excerpts)
