import asyncio

import pytest
from sqlalchemy import Connection

from api.graphql.loaders import Loaders
from dateline.store import Database
from schema.errors import DatabaseError
from schema.ids import content_id
from tests.store.stories import PORTO, RUNIA


def echo(connection: Connection, ids: list[str]) -> dict[str, str]:
    return {identifier: identifier.upper() for identifier in ids if identifier != "none"}


class Counting(Database):
    """A database without tables that counts the levels."""

    def __init__(self):
        self.levels = 0

    async def read(self, function):
        self.levels += 1
        return function(None)


async def test_what_is_asked_for_at_once_is_one_level():
    database = Counting()
    loaders = Loaders(database)
    found = await asyncio.gather(*(loaders.load(echo, name) for name in ("a", "b", "a", "none")))
    assert (found, database.levels) == (["A", "B", "A", None], 1)
    assert await loaders.load(echo, "a") == "A"
    assert database.levels == 1


async def test_longer_ways_to_the_same_level_are_waited_for():
    database = Counting()
    loaders = Loaders(database)

    async def later(turns):
        first = await loaders.load(echo, "root")
        for _ in range(turns):
            await asyncio.sleep(0)
        return await loaders.load(echo, f"{first}{turns}")

    found = await asyncio.gather(*(later(turns) for turns in (0, 2, 4)))
    assert found == ["ROOT0", "ROOT2", "ROOT4"]
    assert database.levels == 2


async def test_one_read_that_fails_leaves_the_others():
    loaders = Loaders(Counting())

    def fail(connection: Connection, ids: list[str]) -> dict[str, str]:
        raise ZeroDivisionError

    good, bad = loaders.load(echo, "a"), loaders.load(fail, "a")
    assert await good == "A"
    with pytest.raises(ZeroDivisionError):
        await bad


async def test_a_database_that_does_not_answer_is_told_to_everybody():
    class Broken(Database):
        def __init__(self):
            pass

        async def read(self, function):
            raise DatabaseError("gone")

    loaders = Loaders(Broken())
    for name in ("a", "b"):
        with pytest.raises(DatabaseError):
            await loaders.load(echo, name)


async def test_many_ids_are_read_in_several_statements(monkeypatch):
    monkeypatch.setattr("api.graphql.loaders.LARGEST_BATCH", 3)
    sizes = []

    def sized(connection: Connection, ids: list[str]) -> dict[str, str]:
        sizes.append(len(ids))
        return echo(connection, ids)

    loaders = Loaders(Counting())
    await asyncio.gather(*(loaders.load(sized, f"n{number}") for number in range(8)))
    assert sizes == [3, 3, 2]


async def test_an_answer_that_nobody_waits_for_any_more_is_dropped():
    loaders = Loaders(Counting())
    waiting = loaders.load(echo, "a")
    waiting.cancel()
    assert await loaders.load(echo, "b") == "B"


def test_requests_at_the_same_time_do_not_mix(api):
    from concurrent.futures import ThreadPoolExecutor

    ids = [PORTO.id, RUNIA.id, content_id("location", "nowhere")] * 10
    query = "query ($id: ID!) { location(id: $id) { id } }"
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda one: api.ask(query, id=one)["location"], ids))
    assert [answer and answer["id"] for answer in answers] == [one if one != ids[2] else None for one in ids]
