"""Facts of small made-up articles, told in few words by the tests."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from dateline.store.writing.facts import (
    ActorFacts,
    ArticleFacts,
    LocationFacts,
    MentionFacts,
    OfficeFacts,
    ParticipantFacts,
    PlaceFacts,
    QuoteFacts,
    ReportFacts,
)
from schema.ids import content_id, text_hash
from schema.mentions import CountMention, SourceText, VictimsMention, WhenMention
from schema.spans import Excerpt
from schema.vocabulary import (
    ActorKind,
    ActorSector,
    Basis,
    DatePrecision,
    EventStatus,
    EventType,
    Harm,
    LocationKind,
    MentionForm,
    ParticipantRole,
    QuoteKind,
    VictimKind,
)

RUNIA = LocationFacts(content_id("location", "RU"), "Runia", LocationKind.COUNTRY, "RN", 40.0, 20.0, 100, 5_000_000)
PORTO = LocationFacts(
    content_id("location", "porto"), "Porto Alto", LocationKind.CITY, "RN", 41.5, 21.5, 101, 90_000, "North", RUNIA.id
)


def cut(text: str, words: str) -> Excerpt:
    """The first place where the text has these words."""
    start = text.index(words)
    return Excerpt.cut(text, start, start + len(words))


def actor(text: str, name: str, *, words: str = "", office: str = "", **own) -> ActorFacts:
    """An actor that the text names by `words`, else by `name`."""
    excerpt = cut(text, words or name)
    return ActorFacts(
        id=own.get("id", content_id("actor", name)),
        name=name,
        kind=own.get("kind", ActorKind.PERSON),
        sector=own.get("sector", ActorSector.UNKNOWN),
        country_code=own.get("country_code"),
        mentions=(MentionFacts(excerpt, MentionForm.NAME),),
        aliases=own.get("aliases", ()),
        country_basis=own.get("country_basis"),
        external_ids=own.get("external_ids", ()),
        offices=(OfficeFacts(office, cut(text, office), own.get("organization")),) if office else (),
    )


def count(
    text: str,
    words: str,
    best: int,
    *,
    low: int | None = None,
    high: int | None = -1,
    basis: Basis = Basis.STATED,
) -> CountMention:
    """A number of people."""
    return CountMention(cut(text, words), best if low is None else low, best, best if high == -1 else high, basis)


def victims(harm: Harm, kind: VictimKind, text: str, words: str, best: int | None) -> VictimsMention:
    """People of one kind, with a number or without."""
    return VictimsMention(harm, kind, cut(text, words), None if best is None else count(text, words, best))


def report(key: str, text: str, evidence: str, trigger: str, **own) -> ReportFacts:
    """A report; its event is its own unless `event` names another key, and all of one `basis` but perhaps its place."""
    day = own.get("day")
    place, basis = own.get("place"), own.get("basis", Basis.STATED)
    return ReportFacts(
        id=content_id("report", key),
        event_id=content_id("event", own.get("event", key)),
        type=own.get("type", EventType.ASSAULT),
        status=own.get("status", EventStatus.REPORTED),
        evidence=cut(text, evidence),
        trigger=cut(text, trigger),
        triggers=(cut(text, trigger),),
        when=WhenMention(None, day, day, DatePrecision.DAY if day else DatePrecision.UNKNOWN, basis),
        summary=evidence,
        confidence=own.get("confidence", 0.9),
        mode=own.get("mode"),
        location_id=place.id if place else None,
        location_excerpt=cut(text, place.name) if place else None,
        location_basis=own.get("place_basis", basis),
        participants=tuple(
            ParticipantFacts(role, name, cut(text, name), actor_id, basis)
            for role, name, actor_id in own.get("who", ())
        ),
        killed=own.get("killed"),
        injured=own.get("injured"),
        victims=own.get("victims", ()),
        said_by_id=own.get("said_by"),
        said_by_basis=basis,
        basis=own.get("told", Basis.STATED),
        model=own.get("model"),
        other=own.get("other", ()),
    )


def article(key: str, text: str, *, on: date | None = date(2024, 11, 5), **own) -> ArticleFacts:
    """An article of these words; `locations` and what else it has by keyword."""
    source = SourceText(
        text=text,
        sha256=text_hash(text),
        title=own.pop("title", None),
        publisher=own.pop("publisher", "The Tide"),
        url=own.pop("url", f"https://tide.example/{key}"),
        published_at=datetime(on.year, on.month, on.day, 12, tzinfo=UTC) if on else None,
        dateline_place=own.pop("dateline_place", None),
    )
    return ArticleFacts(
        id=content_id("article", key), source=source, model="m 1", extractor=own.pop("extractor", "1"), **own
    )


BOMBING = (
    "PORTO ALTO, Runia — A bomb killed six people and injured 16 in Porto Alto on Tuesday, "
    'Governor Ana Ruiz said. "We will rebuild 🙂 all of it," Ruiz told reporters. Rebels attacked the port.'
)


def bombing(key: str = "bombing", *, event: str = "bombing", killed: int = 6, **own) -> ArticleFacts:
    """An attack with a toll, a governor with an office and a quote."""
    text = own.pop("text", BOMBING)
    governor = actor(text, "Ana Ruiz", office="Governor", sector=ActorSector.GOV, country_code="RN")
    rebels = actor(text, "Rebels", kind=ActorKind.GROUP, sector=ActorSector.REB, aliases=("the insurgents",))
    words = re.search(r'"([^"]*)"', text)
    assert words
    attack = report(
        key,
        text,
        "A bomb killed six people and injured 16 in Porto Alto on Tuesday",
        "bomb",
        event=event,
        day=date(2024, 11, 5),
        place=PORTO,
        mode="explosives",
        who=[(ParticipantRole.ACTOR, "Rebels", rebels.id)],
        killed=count(text, "six people", killed),
        injured=count(text, "16", 16),
        victims=own.pop("victims", ()),
        said_by=governor.id,
        confidence=own.pop("confidence", 0.9),
    )
    return article(
        key,
        text,
        dateline_place=cut(text, "PORTO ALTO, Runia"),
        dateline_id=PORTO.id,
        locations=(PORTO, RUNIA),
        places=(
            PlaceFacts(cut(text, "Porto Alto"), PORTO.id, 0.9, "the only one of that name"),
            PlaceFacts(cut(text, "Runia"), RUNIA.id, 0.9, "a country"),
        ),
        actors=(governor, rebels),
        quotes=(
            QuoteFacts(
                (Excerpt.cut(text, words.start(1), words.end(1)),),
                QuoteKind.DIRECT,
                governor.id,
                governor.name,
                (cut(text, "Ruiz told").__class__.cut(text, text.index("Ruiz told"), text.index("Ruiz told") + 4),),
                cut(text, "told"),
                "reporters",
            ),
        ),
        reports=(attack,),
        **own,
    )
