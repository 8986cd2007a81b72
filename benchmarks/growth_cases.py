"""The pages that `benchmarks.growth` asks for: every filter in every order, for values of many, some or few rows.

Few are a little more than a page, so that every page is full; some are a hundredth of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from dateline.store.filtering.filters import Filter, FilterKind
from dateline.store.filtering.orders import RELEVANCE
from dateline.store.reading.collections import NOUNS, Collection

PAGE = 50
FEWEST = PAGE + 1
FIELDS = {
    "event": "id type status summary when { earliest } confidence",
    "quote": "id kind text cue",
    "actor": "id name kind eventCount",
    "location": "id name kind eventCount",
    "article": "id title publisher publishedAt",
}
COUNTED: Mapping[tuple[str, str], str] = {
    ("event", "type"): "SELECT type, count(*) FROM event GROUP BY 1",
    ("event", "mode"): "SELECT mode, count(*) FROM event GROUP BY 1",
    ("event", "status"): "SELECT status, count(*) FROM event GROUP BY 1",
    ("event", "country_code"): "SELECT country_code, count(*) FROM event GROUP BY 1",
    ("event", "location"): "SELECT location_id, count(*) FROM event GROUP BY 1",
    ("event", "actor"): "SELECT actor_id, count(*) FROM event_actor GROUP BY 1",
    ("event", "actor_name"): "SELECT name_as_written, count(DISTINCT event_id) FROM participant GROUP BY 1",
    ("event", "article"): "SELECT article_id, count(*) FROM report GROUP BY 1",
    ("event", "publisher"): "SELECT publisher, count(*) FROM report JOIN article a ON a.id = article_id GROUP BY 1",
    ("event", "killed_kind"): "SELECT kind, count(*) FROM victims WHERE harm = 'KILLED' GROUP BY 1",
    ("event", "injured_kind"): "SELECT kind, count(*) FROM victims WHERE harm = 'INJURED' GROUP BY 1",
    **{
        ("event", f"{value}_basis"): f"SELECT {value}_basis, count(*) FROM event GROUP BY 1"  # noqa: S608
        for value in ("when", "location", "killed", "injured")
    },
    ("event", "participant_basis"): "SELECT basis, count(DISTINCT event_id) FROM participant GROUP BY 1",
    ("event", "said_by_basis"): "SELECT said_by_basis, count(DISTINCT event_id) FROM report GROUP BY 1",
    ("event", "basis"): "SELECT basis, count(*) FROM event GROUP BY 1",
    ("event", "model"): "SELECT model, count(*) FROM event GROUP BY 1",
    ("quote", "speaker_basis"): "SELECT speaker_basis, count(*) FROM quote GROUP BY 1",
    ("quote", "kind"): "SELECT kind, count(*) FROM quote GROUP BY 1",
    ("quote", "speaker"): "SELECT speaker_id, count(*) FROM quote GROUP BY 1",
    ("quote", "speaker_name"): "SELECT speaker_name, count(*) FROM quote GROUP BY 1",
    ("quote", "article"): "SELECT article_id, count(*) FROM quote GROUP BY 1",
    ("actor", "kind"): "SELECT kind, count(*) FROM actor GROUP BY 1",
    ("actor", "name"): "SELECT value, count(*) FROM actor_tally WHERE aspect = 'NAME' GROUP BY 1",
    ("actor", "country_code"): "SELECT country_code, count(*) FROM actor GROUP BY 1",
    ("actor", "country_basis"): "SELECT country_basis, count(*) FROM actor GROUP BY 1",
    ("actor", "external_id"): "SELECT value, count(*) FROM actor_tally WHERE aspect = 'EXTERNAL' GROUP BY 1",
    ("location", "kind"): "SELECT kind, count(*) FROM location GROUP BY 1",
    ("location", "name"): "SELECT name, count(*) FROM location GROUP BY 1",
    ("location", "country_code"): "SELECT country_code, count(*) FROM location GROUP BY 1",
    ("location", "geonames_id"): "SELECT geonames_id, count(*) FROM location GROUP BY 1",
    ("article", "publisher"): "SELECT publisher, count(*) FROM article GROUP BY 1",
    ("article", "title"): "SELECT title, count(*) FROM article GROUP BY 1",
    ("article", "url"): "SELECT url, count(*) FROM article GROUP BY 1",
}
RANGES: Mapping[FilterKind, Mapping[str, Mapping[str, Any]]] = {
    FilterKind.DATE: {
        "since 1996": {"gte": "1996-01-01"},
        "since 2020": {"gte": "2020-03-01"},
        "until 1997": {"lte": "1997-01-01"},
        "a year": {"gte": "2008-01-01", "lte": "2008-12-31"},
    },
    FilterKind.INT: {"many": {"gte": 1}, "some": {"gte": 100}, "one number": {"eq": 7}},
    FilterKind.FLOAT: {"many": {"gte": 0.5}, "some": {"gte": 0.98}},
    FilterKind.NEAR: {
        "3,000 km": {"latitude": 5.0, "longitude": 10.0, "radius_km": 3000.0},
        "300 km": {"latitude": 5.0, "longitude": 10.0, "radius_km": 300.0},
        "nothing": {"latitude": -85.0, "longitude": 10.0, "radius_km": 200.0},
    },
    FilterKind.BOX: {
        "an eighth": {"south": 0.0, "west": 0.0, "north": 60.0, "east": 90.0},
        "a strip": {"south": 5.0, "west": -180.0, "north": 6.0, "east": 180.0},
        "nothing": {"south": -89.0, "west": 10.0, "north": -88.0, "east": 11.0},
    },
}
SEARCHES = {
    "event": {"in all": "police", "many": "Ana Ba", "some": "hurting", "nothing": "zebra"},
    "quote": {"in all": "meet again", "some": "Bako", "nothing": "zebra"},
    "article": {"in all": "police marchers", "some": "Bako", "nothing": "zebra"},
    "actor": {"in all": "Ana", "few": "Bako", "nothing": "zebra"},
    "location": {"in all": "San", "few": "Bako", "nothing": "zebra"},
}


@dataclass(frozen=True, slots=True)
class Case:
    """One page that is asked for in each store, with values of that store."""

    noun: str
    what: str
    """`actor: many`"""
    order: str
    """`DATE DESC`"""
    variables: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The same in all stores."""
        return f"{self.noun}s by {self.order}, {self.what}"

    @property
    def query(self) -> str:
        """The operation's text."""
        noun = self.noun.capitalize()
        return (
            f"query Page($where: {noun}Where, $orderBy: {noun}Order, $search: String, $after: String) "
            f"{{ {self.noun}s(where: $where, orderBy: $orderBy, search: $search, first: {PAGE}, after: $after) "
            f"{{ nodes {{ {FIELDS[self.noun]} }} pageInfo {{ endCursor }} }} }}"
        )


def cases(connection: Connection) -> Iterator[Case]:
    """All cases, with values of one store."""
    for noun, collection in NOUNS.items():
        orders = [
            {"field": name, "direction": direction}
            for name in collection.orders or {}
            if name != RELEVANCE
            for direction in ("DESC", "ASC")
        ]
        for what, where in [("all", None), *_filtered(connection, noun, collection)]:
            for order in orders:
                yield Case(noun, what, f"{order['field']} {order['direction']}", {"where": where, "orderBy": order})
        for what, words in SEARCHES[noun].items():
            for order in [{"field": RELEVANCE, "direction": "DESC"}, *orders]:
                shown = f"{order['field']} {order['direction']}"
                yield Case(noun, f"search: {what}", shown, {"search": words, "orderBy": order})


def _filtered(connection: Connection, noun: str, collection: Collection) -> Iterator[tuple[str, dict[str, Any]]]:
    for one in collection.filters:
        for what, value in _values(connection, noun, one):
            yield f"{one.name}: {what}", {_camel(one.name): {_camel(key): part for key, part in value.items()}}


def _values(connection: Connection, noun: str, one: Filter) -> Iterator[tuple[str, Mapping[str, Any]]]:
    statement = COUNTED.get((noun, one.name))
    if statement is None:
        yield from RANGES[one.kind].items()
        return
    found = sorted((count, value) for value, count in connection.execute(text(statement)) if value is not None)
    if not found:
        return  # no rows of the store have it
    full = [pair for pair in found if pair[0] >= FEWEST] or found[-1:]
    middle = max(FEWEST, full[-1][0] // 100)
    some = min(full, key=lambda pair: abs(pair[0] - middle))
    chosen = {"many": full[-1], "some": some, "few": full[0]}
    yield from ((what, {"eq": value}) for what, (_, value) in chosen.items())
    if one.kind is FilterKind.STRING and one.name not in ("mode", "country_code"):
        yield "contains, many", {"contains": str(full[-1][1])[:3]}
        yield "contains, few", {"contains": str(full[0][1])[1:]}


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(other.capitalize() for other in others)
