"""Clusters made step by step, by looking at what a change may move only, are those of all reports at once."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dateline.ingestion.linking import clustering
from dateline.ingestion.linking.clustering import cluster, rejoin
from dateline.store.judging.judgements import Pair, StoredReport

FIRST_DAY = datetime(2024, 11, 1, tzinfo=UTC)
PERSON = float("inf")
NO_DATABASE: Any = None


class Store:
    """Reports and pairs as dictionaries, asked as the database is."""

    def __init__(self, monkeypatch):
        self.reports, self.pairs, self.read = {}, [], set()
        for name in ("find_pairs", "find_pairs_among", "find_reports", "reports_of_events"):
            monkeypatch.setattr(clustering, name, getattr(self, name))

    def find_pairs(self, _, ids):
        return [pair for pair in self.pairs if pair.subject_id in ids or pair.object_id in ids]

    def find_pairs_among(self, _, ids):
        return [pair for pair in self.pairs if pair.subject_id in ids and pair.object_id in ids]

    def find_reports(self, _, ids):
        return [self.reports[key] for key in ids if key in self.reports]

    def reports_of_events(self, _, events):
        found = [report for report in self.reports.values() if report.event_id in events]
        self.read |= {report.id for report in found}
        return found

    def assign(self, event_of):
        for key, event_id in event_of.items():
            old = self.reports[key]
            self.reports[key] = StoredReport(old.id, old.article_id, event_id, old.published_at)

    def events(self):
        return {key: report.event_id for key, report in self.reports.items()}

    def at_once(self):
        return cluster(list(self.reports.values()), self.pairs)


def add(store, chance, number, near):
    """An article of one or two reports, alike with some that are stored."""
    day = FIRST_DAY + timedelta(days=chance.randrange(30))
    own = [StoredReport(f"r{number}-{part}", f"a{number}", "", day) for part in range(chance.choice((1, 1, 2)))]
    others = list(store.reports)[-near:]
    ends = [(report.id, other) for report in own for other in chance.sample(others, min(len(others), 3))]
    new = [Pair(min(pair), max(pair), round(chance.uniform(6.5, 12), 1), standing=True) for pair in ends]
    event_of = rejoin(NO_DATABASE, (), own, new)
    store.reports |= {report.id: report for report in own}
    store.pairs += new
    store.assign(event_of)


def change(store, chance):
    """A pair that is withdrawn, one that a person makes, or an article that goes."""
    what = chance.choice(("withdrawn", "said", "gone"))
    if what == "gone":
        gone = chance.choice(list(store.reports.values())).article_id
        events = {report.event_id for report in store.reports.values() if report.article_id == gone}
        store.reports = {key: report for key, report in store.reports.items() if report.article_id != gone}
        left = {key for key, report in store.reports.items() if report.event_id in events}
        store.pairs = [pair for pair in store.pairs if {pair.subject_id, pair.object_id} <= set(store.reports)]
        store.assign(rejoin(NO_DATABASE, left))
        return
    if what == "said":
        one, other = sorted(chance.sample(list(store.reports), 2))
        store.pairs.append(Pair(one, other, PERSON, standing=True))
    else:
        place = chance.randrange(len(store.pairs))
        old = store.pairs[place]
        one, other = old.subject_id, old.object_id
        store.pairs[place] = Pair(one, other, old.score, standing=False)
    store.assign(rejoin(NO_DATABASE, [one, other]))


@pytest.mark.parametrize("seed", range(40))
def test_what_a_change_moves_is_found_without_looking_at_all(monkeypatch, seed):
    chance = random.Random(seed)
    store = Store(monkeypatch)
    for number in range(60):
        add(store, chance, number, near=12)
        assert store.events() == store.at_once(), number
        if number > 10 and chance.random() < 0.3:
            change(store, chance)
            assert store.events() == store.at_once(), number


def test_a_chain_of_a_thousand_reports_costs_a_newcomer_no_more_than_its_neighbours(monkeypatch):
    store = Store(monkeypatch)
    chance = random.Random(1)
    for number in range(1000):
        store.read.clear()
        add(store, chance, number, near=12)
    assert len(set(store.events().values())) > 100
    assert len(store.read) < 100
    assert store.events() == store.at_once()
