"""Which reader of a cluster gets what, with a cluster that is played: readers are lost and come back when told."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from dateline.ingestion.processes import ray_pool
from dateline.ingestion.processes.options import ReadingOptions
from dateline.ingestion.processes.pool import AHEAD, BATCH
from dateline.ingestion.processes.ray_pool import RayPool
from schema.errors import PoisonError, UnavailableError
from schema.mentions import Analysis, RawArticle
from tests.ingestion.orders import obey


class LostError(Exception):
    """What Ray raises for a reader that is gone."""


class Actor:
    """A played reader; what was asked of it and not fetched is lost with it."""

    def __init__(self):
        self.life = 0
        self.is_alive = True
        self.taken = []
        self.read = SimpleNamespace(remote=self._read)
        self.ready = SimpleNamespace(remote=lambda: Answer(self, lambda: True))

    def _read(self, raws):
        self.taken.append([raw.content for raw in raws])
        return Answer(self, lambda: [self._obey(raw) for raw in raws], life=self.life)

    def _obey(self, raw):
        if raw.content == "die":
            self.die()
            self.is_alive = True
            raise LostError("the reader died")
        return obey(raw)

    def die(self):
        self.is_alive = False
        self.life += 1


class Answer:
    """A reference: of one life of its actor, or of whatever life comes."""

    def __init__(self, actor, function, life=None):
        self.actor, self._function, self._life = actor, function, life

    @property
    def is_there(self):
        return self.actor.is_alive

    def get(self):
        if not self.actor.is_alive or self._life not in (None, self.actor.life):
            raise LostError("the reader died")
        return self._function()


class Cluster:
    """What the pool asks of Ray."""

    exceptions = SimpleNamespace(
        RayActorError=LostError, WorkerCrashedError=LostError, NodeDiedError=LostError, ObjectLostError=LostError
    )

    def __init__(self):
        self.actors = []

    def init(self, **_):
        pass

    def shutdown(self):
        pass

    def remote(self, **_):
        return lambda kind: SimpleNamespace(remote=self._start)

    def _start(self, options):
        self.actors.append(Actor())
        return self.actors[-1]

    def wait(self, answers, timeout):
        there = [answer for answer in answers if answer.is_there]
        return there, [answer for answer in answers if not answer.is_there]

    def get(self, answer):
        return answer.get()


@pytest.fixture
def cluster(monkeypatch):
    played = Cluster()
    monkeypatch.setattr(ray_pool, "import_ray", lambda: played)
    monkeypatch.setattr(ray_pool, "PAUSE_SECONDS", 0.0)
    return played


@pytest.fixture
def pool(cluster):
    with RayPool("played", 2, ReadingOptions()) as opened:
        yield opened


CONTENTS = [f"article {number}" for number in range(20 * BATCH)]


def read(pool, contents=CONTENTS):
    return pool.read(RawArticle("x", content) for content in contents)


def texts(results):
    return [result.source.text for result in results if isinstance(result, Analysis)]


def test_both_readers_get_as_much_in_order(pool, cluster):
    assert texts(read(pool)) == CONTENTS
    assert [len(actor.taken) for actor in cluster.actors] == [10, 10]


def test_a_reader_that_is_not_there_yet_gets_nothing(cluster):
    pool = RayPool("played", 2, ReadingOptions())
    cluster.actors[1].is_alive = False
    results = read(pool)
    first = [next(results) for _ in range(8 * BATCH)]
    assert cluster.actors[1].taken == []
    cluster.actors[1].is_alive = True
    assert texts([*first, *results]) == CONTENTS
    assert len(cluster.actors[1].taken) > AHEAD


def test_what_a_lost_reader_had_is_read_by_the_other_once_and_in_order(pool, cluster):
    lost, other = cluster.actors
    results = read(pool)
    first = [next(results) for _ in range(4 * BATCH)]
    lost.die()
    given = len(lost.taken)
    assert texts([*first, *results]) == CONTENTS
    assert len(lost.taken) == given
    assert sum(len(batch) for batch in other.taken) > len(CONTENTS) / 2


def test_a_reader_that_comes_back_is_given_work_again(pool, cluster):
    lost = cluster.actors[0]
    results = read(pool)
    first = [next(results) for _ in range(4 * BATCH)]
    lost.die()
    first += [next(results) for _ in range(4 * BATCH)]
    given = len(lost.taken)
    lost.is_alive = True
    assert texts([*first, *results]) == CONTENTS
    assert len(lost.taken) > given + 2


def test_an_article_that_ends_two_readers_is_set_aside_alone(pool, cluster):
    contents = CONTENTS.copy()
    contents[BATCH + 3] = "die"
    results = list(read(pool, contents))
    assert isinstance(results.pop(BATCH + 3), PoisonError)
    assert texts(results) == CONTENTS[: BATCH + 3] + CONTENTS[BATCH + 4 :]


def test_a_cluster_without_any_reader_is_waited_for_and_then_told(pool, cluster, monkeypatch):
    results = read(pool)
    next(results)
    for actor in cluster.actors:
        actor.die()
    monkeypatch.setattr(ray_pool, "START_SECONDS", 0.05)
    with pytest.raises(UnavailableError, match=r"no place for a reader in 0\.05 seconds"):
        list(results)
