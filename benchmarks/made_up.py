"""Facts of made-up articles, as reading yields them, without a model: an agency's archive, day by day.

An article has some 220 words: a happening with its place, day, toll and who took part, told by one, two or three papers
within two days in other words; an older or smaller thing in passing; a quote; a speaker known by surname alone in every
third; `Police` and one government in all.  Words are English ones, as often as English has them; places and people are
drawn by Zipf's law (a capital is in the news every day, most villages once).  Places lie scattered over the earth, days
follow each other over the years, and every tenth article does not say when.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import accumulate

from dateline.ingestion.linking.wording import rarities
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
from schema.mentions import CountMention, SourceText, WhenMention
from schema.spans import Excerpt
from schema.vocabulary import (
    ActorKind,
    ActorSector,
    DatePrecision,
    EventStatus,
    EventType,
    LocationKind,
    MentionForm,
    ParticipantRole,
    QuoteKind,
)

FIRST = datetime(1995, 1, 1, 12, tzinfo=UTC)
A_DAY = 25
"""Articles of one day."""
PLACES = 10_000
PEOPLE = 40_000
SURNAMES = 400
TYPES = (
    ("shelled", EventType.ASSAULT),
    ("arrested", EventType.COERCE),
    ("met", EventType.CONSULT),
    ("sued", EventType.LEGAL),
    ("marched on", EventType.PROTEST),
    ("condemned", EventType.ACCUSE),
)
SYLLABLES = "ba ko ri nu te lo sha mi ra du ve po ga ne si".split()


@dataclass(slots=True)
class _Draft:
    """An article while it is made."""

    number: int
    on: datetime
    text: str = ""
    locations: dict[str, LocationFacts] = field(default_factory=dict)
    places: list[PlaceFacts] = field(default_factory=list)
    actors: dict[str, ActorFacts] = field(default_factory=dict)
    quotes: list[QuoteFacts] = field(default_factory=list)
    reports: list[ReportFacts] = field(default_factory=list)

    def say(self, words: str) -> Excerpt:
        """Adds words and a space; their place in the text."""
        start = len(self.text)
        self.text += words + " "
        return Excerpt.cut(self.text, start, start + len(words))


def make_article(number: int) -> ArticleFacts:
    """The article of that number; the same on every call."""
    chance = random.Random(number)  # noqa: S311 - made-up facts
    story = number - number % 3 if number % 3 and chance.random() < 0.6 else number
    draft = _Draft(number, FIRST + timedelta(days=number // A_DAY, minutes=number % A_DAY))
    _tell(draft, random.Random(story), chance, story)  # noqa: S311
    _tell(draft, chance, chance, -number - 1)
    _quote(draft, chance)
    _fill(draft, random.Random(story), 60)  # noqa: S311
    _fill(draft, chance, 90)
    return ArticleFacts(
        id=content_id("article", "made up", number),
        source=SourceText(
            text=draft.text,
            sha256=text_hash(draft.text),
            title=f"{draft.reports[0].trigger.text.title()} {number}",
            publisher=f"The {name_of(number % 30)} Tide",
            url=f"https://tide.example/{number}",
            published_at=draft.on,
        ),
        model="none",
        extractor="none",
        locations=tuple(draft.locations.values()),
        places=tuple(draft.places),
        actors=tuple(draft.actors.values()),
        quotes=tuple(draft.quotes),
        reports=tuple(draft.reports),
    )


def name_of(number: int) -> str:
    """A made-up name, another one for each number."""
    parts: list[str] = []
    while number or len(parts) < 3:
        number, rest = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[rest])
    return "".join(parts).capitalize()


def zipf(chance: random.Random, most: int) -> int:
    """A number below `most`, small ones far more often than large ones."""
    return int(most ** chance.random()) - 1


def common_words(chance: random.Random, number: int) -> list[str]:
    """English words as often as English has them."""
    words, weights = _vocabulary()
    return chance.choices(words, cum_weights=weights, k=number)


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    known = rarities()
    return list(known), list(accumulate(math.exp(-rarity) for rarity in known.values()))


def _tell(draft: _Draft, story: random.Random, chance: random.Random, key: int) -> None:
    """One happening: what is common to its articles from `story`, what only this one says from `chance`."""
    word, kind = story.choice(TYPES)
    who, whom, place, people = zipf(story, PEOPLE), zipf(story, PEOPLE), zipf(story, PLACES), story.randrange(2, 40)
    start = len(draft.text)
    first = draft.say(f"{name_of(who)} {name_of(who % 977)}")
    trigger = draft.say(word)
    second = draft.say(f"{name_of(whom)} {name_of(whom % 977)}")
    draft.say("and killed")
    number = draft.say(f"{people} people")
    draft.say("in")
    where = draft.say(f"{name_of(place)}ville")
    draft.say(f"after {' '.join(common_words(story, 6) + common_words(chance, 6))} on the day.")
    evidence = Excerpt.cut(draft.text, start, len(draft.text) - 1)
    police = draft.say("Police")
    draft.say("said so, and")
    state = draft.say("Runia")
    draft.say("agreed.")
    parts = (
        (ParticipantRole.ACTOR, first, _person(draft, first, who)),
        (ParticipantRole.RECIPIENT, second, _person(draft, second, whom)),
        (ParticipantRole.ACTOR, police, _body(draft, police, ActorKind.GROUP, f"police {draft.number}")),
        (ParticipantRole.RECIPIENT, state, _body(draft, state, ActorKind.COUNTRY, "Runia")),
    )
    happened = None if draft.number % 10 == 0 else draft.on.date() - timedelta(days=abs(key) % 2)
    location = _place(draft, where, place)
    identifier = content_id("report", draft.number, key)
    draft.reports.append(
        ReportFacts(
            id=identifier,
            event_id=content_id("event", identifier),
            type=kind,
            status=EventStatus.REPORTED,
            evidence=evidence,
            trigger=trigger,
            triggers=(trigger,),
            when=_when(happened),
            summary=evidence.text,
            confidence=0.9,
            location_id=location,
            location_excerpt=where,
            participants=tuple(ParticipantFacts(role, words.text, words, actor) for role, words, actor in parts),
            killed=CountMention(number, people, people, people) if kind is EventType.ASSAULT else None,
        )
    )


def _when(day: date | None) -> WhenMention:
    return WhenMention(None, day, day, DatePrecision.DAY if day else DatePrecision.UNKNOWN)


def _quote(draft: _Draft, chance: random.Random) -> None:
    """Somebody says something; in every third article by surname and office alone."""
    words = draft.say("“" + " ".join(common_words(chance, 12)) + "”")
    office = draft.say(chance.choice(("Minister", "Mayor", "General")))
    number = zipf(chance, PEOPLE)
    if draft.number % 3 == 0:
        named = draft.say(name_of(number % SURNAMES))
        key = f"{draft.number} {named.text}"
    else:
        named = draft.say(f"{name_of(number)} {name_of(number % 977)}")
        key = f"person {number}"
    draft.say("said.")
    speaker = _person(draft, named, key, OfficeFacts(office.text, office))
    spoken = Excerpt.cut(draft.text, words.start + 1, words.end - 1)
    draft.quotes.append(QuoteFacts((spoken,), QuoteKind.DIRECT, speaker, named.text, (named,)))


def _fill(draft: _Draft, chance: random.Random, words: int) -> None:
    draft.say(" ".join(common_words(chance, words)) + ".")


def _person(draft: _Draft, named: Excerpt, key: int | str, *offices: OfficeFacts) -> str:
    return _body(draft, named, ActorKind.PERSON, f"person {key}" if isinstance(key, int) else key, *offices)


def _body(draft: _Draft, named: Excerpt, kind: ActorKind, key: str, *offices: OfficeFacts) -> str:
    identifier = content_id("actor", "made up", key)
    known = draft.actors.get(identifier)
    mentions = (*(known.mentions if known else ()), MentionFacts(named, MentionForm.NAME))
    told = offices or (known.offices if known else ())
    country = "RN" if kind is ActorKind.COUNTRY else None
    sector = ActorSector.GOV if kind is ActorKind.COUNTRY else ActorSector.UNKNOWN
    draft.actors[identifier] = ActorFacts(identifier, named.text, kind, sector, country, mentions, offices=told)
    return identifier


def _place(draft: _Draft, where: Excerpt, number: int) -> str:
    """A town somewhere on the earth, in a country of its band."""
    scatter = random.Random(number)  # noqa: S311
    country = number % 100
    state = LocationFacts(
        content_id("location", "state", country),
        f"{name_of(country)}land",
        LocationKind.COUNTRY,
        f"{chr(65 + country // 10)}{chr(65 + country % 10)}",
        1.2 * country - 60.0,
        3.0 * country - 150.0,
        country + 1,
    )
    town = LocationFacts(
        content_id("location", "town", number),
        where.text,
        LocationKind.CITY,
        state.country_code,
        round((state.latitude or 0.0) + scatter.uniform(-4, 4), 3),
        round((state.longitude or 0.0) + scatter.uniform(-6, 6), 3),
        1_000 + number,
        parent_id=state.id,
    )
    draft.locations |= {state.id: state, town.id: town}
    draft.places.append(PlaceFacts(where, town.id, 1.0, "made up"))
    return town.id
