"""Rows of actors, kept as a vote of the articles at a cost that does not grow with the number of articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, update

from dateline.store.keeping.among import among
from dateline.store.keeping.folding import fold, spelling_key
from dateline.store.keeping.insertion import add_to_rows, insert_missing, update_rows
from dateline.store.writing.rows import Rows
from schema.tables import ACTOR, ACTOR_REDIRECT, ACTOR_TALLY, APPEARANCE, OFFICE
from schema.tables.columns import order_key
from schema.vocabulary import ActorKind, ActorSector, Basis

Tally = tuple[str, str, int]
"""Aspect, value, in how many articles."""

MOST_ALIASES_SEARCHED = 50

_KEY = ("actor_id", "aspect", "value")
_KNOWN = select(ACTOR.c.id).where(among(ACTOR.c.id))
_TOLD = select(*(ACTOR_TALLY.c[name] for name in (*_KEY, "articles"))).where(among(ACTOR_TALLY.c.actor_id))
_MERGED = select(ACTOR_REDIRECT.c.actor_id).where(among(ACTOR_REDIRECT.c.actor_id)).distinct()


def known_actors(connection: Connection, appearances: Rows) -> set[str]:
    """Ids of those actors that other articles have told of already."""
    wanted = {row["actor_id"] for row in appearances}
    return set(connection.execute(_KNOWN, {"wanted": wanted}).scalars()) if wanted else set()


def add_appearances(connection: Connection, appearances: Rows) -> None:
    """Makes missing actors and counts what the article says of each.  Call `refresh_actors` for the known ones."""
    tallies = _tallies(appearances)
    stubs: Rows = [{"id": actor_id, **actor_columns(tallies[actor_id])} for actor_id in sorted(tallies)]
    insert_missing(connection, ACTOR, [{**stub, "event_count": 0, "quote_count": 0} for stub in stubs])
    add_to_rows(connection, ACTOR_TALLY, _tally_rows(tallies), key=_KEY, columns=["articles"])


def remove_appearances(connection: Connection, appearances: Rows) -> None:
    """Takes back what an article said of its actors."""
    tallies = _tallies(appearances)
    rows = _tally_rows(tallies)
    if not rows:
        return
    own = {name: ACTOR_TALLY.c[name] == bindparam(f"own_{name}") for name in _KEY}
    connection.execute(
        update(ACTOR_TALLY).where(*own.values()).values(articles=ACTOR_TALLY.c.articles - bindparam("less")),
        [{**{f"own_{name}": row[name] for name in _KEY}, "less": row["articles"]} for row in rows],
    )
    connection.execute(
        delete(ACTOR_TALLY).where(ACTOR_TALLY.c.actor_id.in_(sorted(tallies)), ACTOR_TALLY.c.articles <= 0)
    )


def refresh_actors(connection: Connection, actor_ids: Collection[str]) -> set[str]:
    """Sets the voted columns of these actors; returns those that no article mentions any more."""
    if not actor_ids:
        return set()
    tallies: dict[str, list[Tally]] = defaultdict(list)
    for actor_id, *tally in connection.execute(_TOLD, {"wanted": actor_ids}):
        tallies[actor_id].append((tally[0], tally[1], tally[2]))
    rows = [{"id": actor_id, **actor_columns(tallies[actor_id])} for actor_id in sorted(tallies)]
    for row, articles in _count_articles_of_merged(connection, rows):
        row["article_count"] = articles
    update_rows(connection, ACTOR, rows)
    return set(actor_ids) - set(tallies)


def _count_articles_of_merged(connection: Connection, rows: Rows) -> Iterator[tuple[dict[str, Any], int]]:
    """Rows of actors made of several, which one article may name by both of their ids, with how many articles do."""
    by_id = {row["id"]: row for row in rows}
    columns = APPEARANCE.c
    merged = connection.execute(_MERGED, {"wanted": by_id}).scalars().all()
    for actor_id in merged:
        articles = select(func.count(columns.article_id.distinct())).where(columns.actor_id == actor_id)
        yield by_id[actor_id], connection.execute(articles).scalar_one()


def remove_actors(connection: Connection, actor_ids: Collection[str]) -> None:
    """Deletes actors that nothing refers to any more."""
    if actor_ids:
        gone = sorted(actor_ids)
        connection.execute(delete(ACTOR_REDIRECT).where(ACTOR_REDIRECT.c.actor_id.in_(gone)))
        connection.execute(delete(ACTOR).where(ACTOR.c.id.in_(gone)))


def actor_columns(tallies: Iterable[Tally]) -> dict[str, Any]:
    """The voted columns: what most articles say; what is not known has no vote."""
    aspects: dict[str, Counter[str]] = defaultdict(Counter)
    for aspect, value, articles in tallies:
        aspects[aspect][value] += articles
    name = _winner(aspects["NAME"] or aspects["ALIAS"])
    aliases = aspects["NAME"] + aspects["ALIAS"]
    del aliases[name]
    shown = sorted(aliases, key=lambda alias: (-aliases[alias], alias))[:MOST_ALIASES_SEARCHED]
    del aspects["SECTOR"][ActorSector.UNKNOWN]
    country, basis = _country(aspects)
    return {
        "name": name,
        "name_key": fold(name),
        "kind": _winner(aspects["KIND"]),
        "sector": _winner(aspects["SECTOR"]) or ActorSector.UNKNOWN.value,
        "country_code": country,
        "country_basis": basis,
        "external_ids": " ".join(sorted(aspects["EXTERNAL"])),
        "search_text": "\n".join((name, *shown)),
        "article_count": aspects["KIND"].total(),
    }


def _country(aspects: Mapping[str, Counter[str]]) -> tuple[str | None, str | None]:
    """The country that most articles state, else the one that most take from elsewhere, and its surest basis."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for value, articles in aspects["BASIS"].items():
        code, _, basis = value.partition(" ")
        told[basis][code] += articles
    code = _winner(told[Basis.STATED]) or _winner(aspects["COUNTRY"])
    surest = next((one.value for one in Basis if told[one][code]), None)
    return code or None, surest


def refresh_offices(connection: Connection, offices: Iterable[tuple[str, str]]) -> None:
    """Marks the newest of each (actor id, title key)."""
    rows = [{"own_actor": actor_id, "own_key": title_key} for actor_id, title_key in sorted(set(offices))]
    if not rows:
        return
    for statement in _newest_offices():
        connection.execute(statement, rows)


@cache
def _newest_offices() -> tuple[Any, Any]:
    """What marks none, and then the newest, of the offices of `:own_actor` with `:own_key`.  Made once."""
    columns, other = OFFICE.c, OFFICE.alias()
    own = (columns.actor_id == bindparam("own_actor"), columns.title_key == bindparam("own_key"))
    newest = (
        select(other.c.id)
        .where(other.c.actor_id == bindparam("own_actor"), other.c.title_key == bindparam("own_key"))
        .order_by(order_key(other.c.as_of, descending=True).desc(), other.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        update(OFFICE).where(*own, columns.newest).values(newest=False),
        update(OFFICE).where(columns.id == newest).values(newest=True),
    )


def _winner(counts: Mapping[str, int]) -> str:
    """The value of most articles; of equally many the longest, then the first in the alphabet."""
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default="")


def _aspect(appearance: Mapping[str, Any]) -> str:
    """The name of an actor that was merged into another is an alias of that one."""
    return "NAME" if appearance["own_id"] == appearance["actor_id"] else "ALIAS"


def _tallies(appearances: Rows) -> dict[str, list[Tally]]:
    tallies: dict[str, list[Tally]] = defaultdict(list)
    for row in appearances:
        said = tallies[row["actor_id"]]
        said.extend([(_aspect(row), row["name"], 1), ("KIND", row["kind"], 1), ("SECTOR", row["sector"], 1)])
        if row["country_code"]:
            said.append(("COUNTRY", row["country_code"], 1))
            said.append(("BASIS", f"{row['country_code']} {row['country_basis'] or Basis.STATED.value}", 1))
        said.extend(("EXTERNAL", identifier, 1) for identifier in row["external_ids"].split())
        said.extend(("ALIAS", alias, 1) for alias in row["aliases"])
        spelling = spelling_key(row["name"]) if row["kind"] == ActorKind.PERSON.value else None
        if spelling is not None:
            said.append(("SPELLING", spelling, 1))
    return tallies


def _tally_rows(tallies: Mapping[str, Sequence[Tally]]) -> Rows:
    return [
        {
            "actor_id": actor_id,
            "aspect": aspect,
            "value": value,
            "key": fold(value) if aspect in {"NAME", "ALIAS", "SPELLING"} else None,
            "articles": articles,
        }
        for actor_id in sorted(tallies)
        for aspect, value, articles in tallies[actor_id]
    ]
