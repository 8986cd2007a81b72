"""A small world of made-up articles: enough of everything to page through, the same on every run."""

from __future__ import annotations

import os
import shutil
from datetime import date, timedelta

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from dateline.store.keeping.database import Database, open_database
from dateline.store.writing.facts import ArticleFacts, LocationFacts, OtherFacts, PlaceFacts, QuoteFacts
from dateline.store.writing.writer import write_article
from schema.ids import content_id
from schema.mentions import VictimsMention
from schema.spans import Excerpt
from schema.vocabulary import (
    ActorKind,
    ActorSector,
    Basis,
    EventStatus,
    EventType,
    Harm,
    LocationKind,
    OtherField,
    ParticipantRole,
    QuoteKind,
    VictimKind,
)
from tests.store.stories import PORTO, RUNIA, actor, article, bombing, count, cut, report, victims

VELD = LocationFacts(content_id("location", "VE"), "Veldland", LocationKind.COUNTRY, "VE", -20.0, 178.0, 200, 900_000)
ISLE = LocationFacts(
    content_id("location", "isle"), "São Isle", LocationKind.CITY, "VE", -20.5, -179.5, 201, 40_000, None, VELD.id
)
PLACES = (PORTO, ISLE, RUNIA, VELD)
PUBLISHERS = ("The Tide", "Évening Post", None)
TYPES = (EventType.PROTEST, EventType.ASSAULT, EventType.DISASTER, EventType.AGREE, EventType.PROTEST)
STATUSES = (EventStatus.REPORTED, EventStatus.REPORTED, EventStatus.CLAIMED, EventStatus.PLANNED)
BASES = tuple(Basis)
MODEL = "small 1a2b3c4d"
"""What told everything of basis MODEL."""
FIRST_DAY = date(2024, 1, 10)


def struck(number: int, text: str) -> tuple[VictimsMention, ...]:
    """Nobody of a known kind, one kind with a number, or one of each harm, the last without a number."""
    people = f"{number} people"
    kind = (VictimKind.CHILD, VictimKind.SOLDIER, VictimKind.WOMAN)[number % 4 - 1]
    hurt = (victims(Harm.INJURED, VictimKind.POLICE, text, "police", None),) if number % 4 == 2 else ()
    return (victims(Harm.KILLED, kind, text, people, number), *hurt) if number % 4 else ()


def story(number: int) -> ArticleFacts:
    """One article with one event, four actors, two places and two quotes; `number` decides what it is about."""
    place = PLACES[number % 4]
    name = f"Mara Okafor{number % 7}"
    text = (
        f"🙂 {place.name.upper()} — Marchers clashed with police in {place.name} and Veldland on day {number}, killing "
        f'{number} people. "We saw it all, number {number}," Governor {name} said, and the Harbour Union agreed that '
        f"storms were coming. Mr Okafor denied it."
    )
    governor = actor(
        text,
        name,
        office="Governor",
        sector=ActorSector.GOV,
        country_code=place.country_code,
        country_basis=BASES[number % 6],
        organization="Porto",
    )
    known = ("wikidata:Q7", "opensanctions:NK-7")
    union = actor(text, "Harbour Union", kind=ActorKind.ORGANIZATION, aliases=("the union",), external_ids=known)
    marchers = actor(text, "Marchers", kind=ActorKind.GROUP, id=content_id("actor", "Marchers", number % 3))
    police = actor(text, "police", kind=ActorKind.GROUP, sector=ActorSector.COP)
    day = None if number % 10 == 9 else FIRST_DAY + timedelta(days=17 * number)
    told = report(
        f"world {number}",
        text,
        f"Marchers clashed with police in {place.name} and Veldland on day {number}, killing {number} people",
        "clashed",
        type=TYPES[number % 5],
        status=STATUSES[number % 4],
        day=day,
        place=place,
        mode="riot" if number % 2 else None,
        who=[
            (ParticipantRole.ACTOR, "Marchers", marchers.id),
            (ParticipantRole.RECIPIENT, "police", police.id),
            (ParticipantRole.VICTIM, f"{number} people", None),
        ],
        killed=count(text, f"{number} people", number, basis=BASES[number % 6]) if number % 3 else None,
        basis=BASES[number % 6],
        place_basis=BASES[(number + 3) % 6],
        told=Basis.MODEL if BASES[number % 6] is Basis.MODEL else Basis.STATED,
        model=MODEL if Basis.MODEL in (BASES[number % 6], BASES[(number + 3) % 6]) else None,
        other=(OtherFacts(OtherField.WHEN, "2024-01-09", Basis.MODEL, cut(text, f"day {number}")),)
        if BASES[(number + 3) % 6] is Basis.MODEL
        else (),
        victims=struck(number, text),
        said_by=governor.id,
        confidence=0.5 + (number % 5) / 10,
    )
    quoted = f"We saw it all, number {number}"
    locations = [place, VELD, RUNIA] if place is PORTO else [place, VELD]
    return article(
        f"world {number}",
        text,
        on=None if number % 11 == 10 else FIRST_DAY + timedelta(days=17 * number + 1),
        title=f"Clash number {number} at the harbor of {place.name}",
        publisher=PUBLISHERS[number % 3],
        dateline_place=cut(text, place.name.upper()),
        dateline_id=place.id,
        locations=tuple({one.id: one for one in locations}.values()),
        places=(
            PlaceFacts(cut(text, place.name), place.id, 0.9, "the only one"),
            PlaceFacts(
                Excerpt.cut(text, text.rindex("Veldland"), text.rindex("Veldland") + 8), VELD.id, 0.9, "a country"
            ),
        ),
        actors=(governor, union, marchers, police),
        quotes=(
            QuoteFacts(
                (cut(text, quoted),), QuoteKind.DIRECT, governor.id, name, (cut(text, name),), cut(text, "said")
            ),
            QuoteFacts(
                (cut(text, "storms"), cut(text, "were coming")),
                QuoteKind.INDIRECT,
                union.id if number % 2 else None,
                "Harbour Union",
                (cut(text, "Harbour Union"),),
                speaker_basis=Basis.MODEL if number % 6 == 5 else Basis.STATED,
                model=MODEL if number % 6 == 5 else None,
            ),
        ),
        reports=(told,),
    )


def fill(database: Database, articles: int = 30) -> None:
    """Writes that many stories, and one event that two articles tell of."""
    for facts in (*map(story, range(articles)), bombing(), bombing("second", killed=7)):
        with database.writing() as connection:
            write_article(connection, facts)


def make_world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, kind: str) -> str:
    """The URL of a filled database of this kind: sqlite or postgresql."""
    if kind == "sqlite":
        path = tmp_path_factory.mktemp("world") / "dateline.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        url = f"sqlite:///{path}"
    else:
        server = make_url(request.getfixturevalue("postgresql_server"))
        name = f"world_{os.urandom(6).hex()}"
        engine = create_engine(server.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template"))
        engine.dispose()
        url = server.set(database=name).render_as_string(hide_password=False)
    database = open_database(url)
    fill(database)
    database.close()
    return url
