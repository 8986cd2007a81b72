"""Actors that articles name differently: which of them are one, with a score and a reason.

Full names are the same across articles by themselves.  Here a bare surname (`President Osei`), another spelling
(`Zelenskiy`) and an acronym (`WHO`) find the actor of the full name, where offices or countries speak for it and
exactly one actor fits.  Unsure stays apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from dateline.store.judging.judgements import actor_pair_row
from dateline.store.keeping.folding import fold, spelling_key, words_of
from dateline.store.reading.candidates import CandidateActor, CandidateOffice, find_actors_by_name_key
from dateline.store.writing.facts import ActorFacts, ArticleFacts
from dateline.store.writing.leads import find_leads
from dateline.store.writing.rows import Rows
from schema.vocabulary import ActorKind

SAME = 5.0
"""Score from which two names are one actor's."""
TERM = timedelta(days=3 * 365)
"""So long an office may be told of one bearer; ten years later another president has the same surname."""
MOST_CANDIDATES = 50
NAMED = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION})
"""Kinds that a surname or an acronym may stand for."""
_SMALL_WORDS = frozenset({"of", "the", "for", "and", "in", "on", "de", "la", "du", "des", "et"})


@dataclass(frozen=True, slots=True)
class Named:
    """An actor as far as naming needs it."""

    id: str
    name: str
    kind: str
    country_code: str | None
    offices: tuple[CandidateOffice, ...]
    keys: frozenset[str]
    """Folded names and spellings that it goes by."""

    @property
    def is_short(self) -> bool:
        """Whether its name is a surname or an acronym only."""
        if self.kind == ActorKind.PERSON.value:
            return len(self.name.split()) == 1
        return self.kind == ActorKind.ORGANIZATION.value and _is_acronym(self.name)


def find_same_actors(connection: Connection, facts: ArticleFacts) -> Rows:
    """The machine's judgements on actors of the article and of the store, none on those judged before."""
    own = [_named(actor, facts.source.published_on) for actor in facts.actors if actor.kind in NAMED]
    wanted = {key for actor in own for key in actor.keys}
    by_key: dict[str, list[Named]] = {}
    for candidate in find_actors_by_name_key(connection, wanted):
        by_key.setdefault(candidate.key, []).append(_stored(candidate))
    found: dict[str, tuple[Named, float, str]] = {}
    for actor in own:
        for part, whole, score, reason in _judge(actor, by_key):
            found.setdefault(part.id, (whole, score, reason))
    judged = find_leads(connection, found) if found else {}
    return [
        actor_pair_row(part_id, whole.id, score, reason)
        for part_id, (whole, score, reason) in sorted(found.items())
        if part_id not in judged
    ]


def _judge(actor: Named, by_key: dict[str, list[Named]]) -> Iterator[tuple[Named, Named, float, str]]:
    """Part, whole, score and reason."""
    others = {other.id: other for key in sorted(actor.keys) for other in by_key.get(key, ()) if other.id != actor.id}
    alike = [other for other in others.values() if other.kind == actor.kind][:MOST_CANDIDATES]
    if actor.is_short:
        yield from _unique(actor, [other for other in alike if not other.is_short])
        return
    for short in (other for other in alike if other.is_short and fold(other.name) in actor.keys):
        rivals = [other for other in by_key.get(fold(short.name), ()) if not other.is_short and other.id != actor.id]
        yield from _unique(short, [actor, *(rival for rival in rivals if rival.kind == actor.kind)])
    if actor.kind == ActorKind.PERSON.value:
        yield from _unique(actor, [other for other in alike if spelling_key(actor.name) in other.keys])


def _unique(part: Named, wholes: Iterable[Named]) -> Iterator[tuple[Named, Named, float, str]]:
    """The only one of `wholes` that `part` can be."""
    scored = [(whole, *_score(part, whole)) for whole in wholes]
    fitting = [(whole, score, reason) for whole, score, reason in scored if score >= SAME]
    if len(fitting) == 1:
        yield part, *fitting[0]


def _score(part: Named, whole: Named) -> tuple[float, str]:
    """How much speaks for one actor, and what; 0 where the countries differ."""
    if part.country_code and whole.country_code and part.country_code != whole.country_code:
        return 0.0, ""
    reasons = []
    score = 0.0
    if part.is_short and part.kind == ActorKind.ORGANIZATION.value:
        if _initials(whole.name) != fold(part.name):
            return 0.0, ""
        score, reasons = 5.0, [f"{part.name} stands for {whole.name}"]
    elif part.is_short:
        score, reasons = 2.0, [f"{whole.name} is called {part.name}"]
    else:
        score, reasons = 3.0, [f"{part.name} and {whole.name} are spellings of one name"]
    title = _common_title(part, whole)
    if title is not None:
        score += 3.0
        reasons.append(f"both are told to be {title}")
    if part.country_code and part.country_code == whole.country_code:
        # A country and a surname are shared by thousands; with a full name they tell.
        score += 1.0 if part.is_short else 2.0
        reasons.append(f"both are of {part.country_code}")
    return score, ", ".join(reasons)


def _common_title(part: Named, whole: Named) -> str | None:
    for mine in part.offices:
        for other in whole.offices:
            near = mine.as_of is None or other.as_of is None or abs(mine.as_of - other.as_of) <= TERM
            if near and fold(mine.title) == fold(other.title):
                return other.title
    return None


def _is_acronym(name: str) -> bool:
    return name.isupper() and name.isalpha() and 2 <= len(name) <= 7


def _initials(name: str) -> str:
    return "".join(word[0] for word in words_of(name) if word not in _SMALL_WORDS)


def _named(actor: ActorFacts, on: date | None) -> Named:
    names = {actor.name, *actor.aliases}
    spelling = spelling_key(actor.name) if actor.kind is ActorKind.PERSON else None
    return Named(
        id=actor.id,
        name=actor.name,
        kind=actor.kind.value,
        country_code=actor.country_code,
        offices=tuple(CandidateOffice(office.title, office.organization, on) for office in actor.offices),
        keys=frozenset({fold(name) for name in names} | ({spelling} if spelling else set())),
    )


def _stored(candidate: CandidateActor) -> Named:
    spelling = spelling_key(candidate.name) if candidate.kind == ActorKind.PERSON.value else None
    return Named(
        id=candidate.id,
        name=candidate.name,
        kind=candidate.kind,
        country_code=candidate.country_code,
        offices=candidate.offices,
        keys=frozenset({candidate.key, fold(candidate.name)} | ({spelling} if spelling else set())),
    )
