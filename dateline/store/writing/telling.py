"""One event's row from all of its reports, the same whatever order they came in; no database here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import eq, itemgetter
from typing import Any

from schema.vocabulary import Basis, DatePrecision, EventStatus, LocationKind

Values = Mapping[str, Any]

MOST_REPORTS_SEARCHED = 20
"""An event's searchable words are those of its best reports; a thousand tellings of one storm add nothing."""

OWN = frozenset({Basis.STATED.value, Basis.PUBLICATION.value})
"""What the sentence that tells an event says itself, be it counted from the day of publication."""
_MODEL = Basis.MODEL.value
_NEVER = datetime.max.replace(tzinfo=UTC)
_STATUS = {status.value: rank for rank, status in enumerate(EventStatus)}
_PRECISION = {precision.value: rank for rank, precision in enumerate(DatePrecision)}
_KIND = {
    kind.value: rank
    for rank, kind in enumerate(
        (
            LocationKind.FACILITY,
            LocationKind.CITY,
            LocationKind.ADMIN2,
            LocationKind.ADMIN1,
            LocationKind.REGION,
            LocationKind.COUNTRY,
        )
    )
}


@dataclass(frozen=True, slots=True)
class Telling:
    """A report with what belongs to it."""

    report: Values
    evidence_text: str
    place: Values | None
    """The row of its location."""
    participants: Sequence[Values]
    tolls: Mapping[str, Values]
    """By KILLED or INJURED."""
    victims: Sequence[Values] = ()


def tell_event(tellings: Iterable[Telling]) -> dict[str, Any]:
    """The columns of the event, `number` and `id` left out; at least one telling is needed."""
    ranked = surest_first(tellings)
    best = ranked[0].report
    trusted = _trusted(ranked)
    return {
        "type": _vote(trusted, lambda telling: telling.report["type"]),
        "mode": _vote(trusted, lambda telling: telling.report["mode"]),
        "acled": _vote(trusted, lambda telling: telling.report["acled"]),
        "status": min((telling.report["status"] for telling in trusted), key=_STATUS.__getitem__),
        "summary": best["summary"],
        "evidence_id": best["evidence_id"],
        **_when(ranked),
        **_where(ranked),
        **_toll(ranked, "KILLED", "killed"),
        **_toll(ranked, "INJURED", "injured"),
        "confidence": best["confidence"],
        "report_count": len(ranked),
        "published_at": min(filter(None, (telling.report["published_at"] for telling in ranked)), default=None),
        "search_text": _search_text(ranked),
        "basis": best["basis"],
        "model": ", ".join(sorted({str(one.report["model"]) for one in ranked if _is_of_model(one)})) or None,
    }


def _is_of_model(telling: Telling) -> bool:
    """Whether a model told anything of what is shown of a report."""
    if telling.report["model"] is None:
        return False
    own = (telling.report[name] for name in ("basis", "when_basis", "location_basis", "said_by_basis"))
    others = (one["basis"] for one in (*telling.participants, *telling.tolls.values(), *telling.victims))
    return _MODEL in (*own, *others)


def _trusted(ranked: Sequence[Telling]) -> Sequence[Telling]:
    """Those of which not only a model tells that there is such an event; all, where only models do."""
    return [telling for telling in ranked if telling.report["basis"] != _MODEL] or ranked


def surest_first(tellings: Iterable[Telling]) -> list[Telling]:
    """The surest first, then the oldest; what only a model tells comes last."""
    return sorted(tellings, key=_rank)


def actors_of(tellings: Iterable[Telling]) -> set[str]:
    """All actors with a part in the event."""
    return {
        participant["actor_id"]
        for telling in tellings
        for participant in telling.participants
        if participant["actor_id"] is not None
    }


def _rank(telling: Telling) -> tuple[bool, float, datetime, str]:
    report = telling.report
    return (report["basis"] == _MODEL, -report["confidence"], report["published_at"] or _NEVER, report["id"])


def _vote(ranked: Sequence[Telling], value_of: Callable[[Telling], Any]) -> Any:
    """What most say; of equally many the one that the best report of them says."""
    values = [value for value in map(value_of, ranked) if value is not None]
    counts = Counter(values)
    return max(values, key=counts.__getitem__, default=None)


def _when(ranked: Sequence[Telling]) -> dict[str, Any]:
    """The most exact, of those the one that most reports tell."""
    reports = _agreeing([telling.report for telling in ranked], "when_basis", _days, _are_within)
    finest = min(_PRECISION[report["date_precision"]] for report in reports)
    exact = own_first([report for report in reports if _PRECISION[report["date_precision"]] == finest], "when_basis")
    counts = Counter(map(_days, exact))
    chosen = max(exact, key=lambda report: counts[_days(report)])
    return {
        name: chosen[name] for name in ("when_text", "date_earliest", "date_latest", "date_precision", "when_basis")
    }


def _where(ranked: Sequence[Telling]) -> dict[str, Any]:
    """The finest, of those the one that most reports tell."""
    told = [
        {**telling.place, "location_basis": telling.report["location_basis"]} for telling in ranked if telling.place
    ]
    names = ("country_code", "latitude", "longitude", "location_basis")
    if not told:
        return {"location_id": None, **dict.fromkeys(names)}
    places = _agreeing(told, "location_basis", itemgetter("country_code"), eq)
    finest = min(_KIND[place["kind"]] for place in places)
    exact = own_first([place for place in places if _KIND[place["kind"]] == finest], "location_basis")
    counts = Counter(place["id"] for place in exact)
    chosen = max(exact, key=lambda place: counts[place["id"]])
    return {"location_id": chosen["id"], **{name: chosen[name] for name in names}}


def _toll(ranked: Sequence[Telling], kind: str, prefix: str) -> dict[str, Any]:
    """The count of the newest day that has one: tolls rise and are corrected.  That day's reports give the spread."""
    counted = [telling for telling in ranked if kind in telling.tolls]
    columns = ("text", "low", "best", "high", "basis")
    if not counted:
        return {f"{prefix}_{column}": None for column in columns}
    newest = max(map(day_of, counted))
    tolls = own_first([telling.tolls[kind] for telling in counted if day_of(telling) == newest], "basis")
    counts = Counter(toll["best"] for toll in tolls)
    best = max(counts, key=lambda number: (counts[number], number))
    highs = [toll["high"] for toll in tolls]
    chosen = next(toll for toll in tolls if toll["best"] == best)
    return {
        f"{prefix}_text": chosen["text"],
        f"{prefix}_low": min(toll["low"] for toll in tolls),
        f"{prefix}_best": best,
        f"{prefix}_high": None if None in highs else max(highs),
        f"{prefix}_basis": chosen["basis"],
    }


def _agreeing(
    told: Sequence[Values], basis: str, value_of: Callable[[Values], Any], agrees: Callable[[Any, Any], bool]
) -> Sequence[Values]:
    """What reports say themselves, and what they take from elsewhere in their articles where that agrees with it.

    What a model says counts where nothing else does.
    """
    if any(one[basis] not in (_MODEL, None) for one in told):
        told = [one for one in told if one[basis] != _MODEL]
    own = {value_of(one) for one in told if one[basis] in OWN}
    return [one for one in told if one[basis] in OWN or any(agrees(value_of(one), other) for other in own)] or told


def own_first(told: Sequence[Values], basis: str) -> Sequence[Values]:
    """What reports say themselves, else what is taken from elsewhere in their articles, else what a model says."""
    return [one for one in told if one[basis] in OWN] or [one for one in told if one[basis] != _MODEL] or told


def _days(report: Values) -> tuple[date | None, date | None]:
    return report["date_earliest"], report["date_latest"]


def _are_within(days: tuple[date | None, date | None], own: tuple[date, date]) -> bool:
    earliest, latest = days
    return earliest is not None and latest is not None and own[0] <= earliest and latest <= own[1]


def day_of(telling: Telling) -> str:
    """The day (UTC) on which it was published, `2024-11-05`; empty where nobody knows."""
    moment = telling.report["published_at"]
    return moment.date().isoformat() if moment else ""


def _search_text(ranked: Sequence[Telling]) -> str:
    words: dict[str, None] = {}
    for telling in ranked[:MOST_REPORTS_SEARCHED]:
        words[telling.report["summary"]] = None
        words[telling.evidence_text] = None
        for participant in telling.participants:
            words[participant["name_as_written"]] = None
        if telling.place is not None:
            words[telling.place["name"]] = None
    return "\n".join(words)
