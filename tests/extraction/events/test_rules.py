"""The lexicon of events: every entry is one that the code can read."""

from __future__ import annotations

import pytest

from dateline.extraction.events.triggers.company import Condition
from dateline.extraction.events.triggers.rules import FILES, Rule, event_rules
from dateline.extraction.lexicon import load_lexicon
from schema.vocabulary import EventType

KEYS = set("type mode acled harm deadly suffered verbs nouns echoes of pairs subjects clauses unless".split())


def entries():
    return [entry for name in FILES for entry in load_lexicon(f"events/{name}")["rule"]]


def test_entries_have_known_keys_and_types():
    for entry in entries():
        assert set(entry) <= KEYS, entry
        assert entry["type"] in EventType.__members__


def test_pairs_have_verbs_and_nouns():
    for entry in entries():
        for line in [*entry.get("pairs", ()), *entry.get("subjects", ()), *entry.get("of", ())]:
            verbs, colon, nouns = line.partition(" : ")
            assert verbs.split(), line
            assert colon, line
            assert nouns.split(), line


def test_every_type_has_a_rule():
    assert {EventType[entry["type"]] for entry in entries()} == set(EventType)


def test_longer_conditions_come_first():
    for conditions in event_rules().verbs.values():
        weights = [condition.weight for condition in conditions]
        assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("condition", "weight"),
    [
        (Condition(Rule(EventType.ASSAULT)), 0),
        (Condition(Rule(EventType.ASSAULT), particle="up"), 1),
        (Condition(Rule(EventType.ASSAULT), nouns=frozenset({"bomb"})), 2),
        (Condition(Rule(EventType.ASSAULT), nouns=frozenset({"fire"}), preposition="under"), 3),
    ],
)
def test_weight_counts_what_is_asked_for(condition, weight):
    assert condition.weight == weight


def test_compound_has_a_rule_of_its_own(parse_text):
    doc = parse_text("The drone strike killed two people.")
    rule = event_rules().of_noun(doc[2])
    assert rule is not None
    assert rule.mode == "drone"


def test_nouns_after_of_decide(parse_text):
    rules = event_rules()
    release = parse_text("The release of prisoners began.")[1]
    album = parse_text("The release of albums began.")[1]
    rule = rules.of_noun(release)
    assert rule is not None
    assert rule.type is EventType.RETREAT
    assert rules.of_noun(album) is None
