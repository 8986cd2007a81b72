"""The twelve articles annotated before the program read them hold what README.md promises of their form."""

import json
import random
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.quality.draw_blind import SEED, TAKEN, WINDOW, drawn_titles, drawn_windows, whole_articles

ARTICLES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "blind_events.jsonl").read_text(encoding="utf-8").splitlines()
]
TYPES = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE"
    " COERCE ASSAULT CRIME LEGAL DISASTER ACCIDENT ELECTION".split()
)
STATUS = {"REPORTED", "CLAIMED", "DENIED", "PLANNED", "HYPOTHETICAL"}
FIELDS = {"date", "place", "agent", "patient", "killed", "injured", "said_by"}
FLAT = str.maketrans("’‘“”\u00a0", "''\"\" ")

each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])


def flat(text: str) -> str:
    """The text as the scorer compares it: straight quotation marks, small letters."""
    return text.translate(FLAT).lower()


def anchors(article: dict[str, Any]) -> Iterator[str]:
    for event in article["events"]:
        yield event["anchor"]
        yield from event["retold"]
    yield from article["not_events"]


def test_the_articles_are_the_first_twelve_of_the_draw():
    chance = random.Random(SEED)
    drawn_windows(chance)
    assert [article["title"] for article in ARTICLES] == drawn_titles(chance)[:TAKEN]


@each_article
def test_article_is_of_the_length_promised(article):
    assert 150 <= len(article["text"].split()) <= 700


@each_article
def test_every_anchor_stands_once_in_the_text(article):
    text = flat(article["text"])
    assert {anchor: text.count(flat(anchor)) for anchor in anchors(article)} == dict.fromkeys(anchors(article), 1)


@each_article
def test_no_two_anchors_share_words(article):
    text = flat(article["text"])
    spans = sorted((text.index(flat(anchor)), len(anchor)) for anchor in anchors(article))
    assert all(start + length <= following for (start, length), (following, _) in pairwise(spans))


@each_article
def test_values_are_of_the_vocabulary(article):
    for event in article["events"]:
        assert set(event["types"]) <= TYPES
        assert set(event["status"]) <= STATUS
        assert set(event["optional"]) <= FIELDS
        assert all(event[field] for field in event["optional"])


@each_article
def test_dates_are_days_in_order_and_say_where_they_are_from(article):
    for event in article["events"]:
        first, last = event["date"] or ("1000-01-01", "1000-01-01")
        assert date.fromisoformat(first) <= date.fromisoformat(last)
        assert (event["date"] is None) == (event["date_from"] == "none")
        assert (event["place"] is None) == (event["place_from"] == "none")


@each_article
def test_names_and_quotes_stand_in_the_text(article):
    text = flat(article["text"])
    names = [row[0] for key in ("quotes", "actors", "places") for row in article[key]]
    assert [name for name in names if flat(name) not in text] == []


def record(title: str, length: int) -> str:
    """A record of the collection of this many characters."""
    head, tail = f'https://example.org/{title},2019-01-01,{title},"', '\n"\n'
    return head + "x" * (length - len(head) - len(tail)) + tail


def test_only_articles_whole_in_the_windows_are_found():
    text = record("first", WINDOW) + record("second", WINDOW + 100) + record("third", WINDOW - 100)
    assert whole_articles(text, [0, 1, 2]) == ["first", "second", "third"]
    assert whole_articles(text, [0, 2]) == ["first", "third"]
    assert whole_articles(text, [1, 2]) == ["second", "third"]
    assert whole_articles(text, [1]) == []
