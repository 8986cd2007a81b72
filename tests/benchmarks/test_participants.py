"""How participants are compared with annotated ones."""

from __future__ import annotations

from benchmarks.participants import alike, count, names

TEXT = "Hungarian troops shelled the port of Varna."


def told(*participants):
    parts = [{"role": role, "name": name, "span": span} for role, name, span in participants]
    return {"1": {"events": [{"type": "ASSAULT", "participants": parts}, {"type": "AID", "participants": []}]}}


def sentence(**own):
    return {"id": "1", "text": TEXT, "type": "ASSAULT", "source": [{"actorText": "Hungarian"}], "target": "Varna"} | own


def test_a_participant_counts_in_its_role_by_name_or_as_written():
    counts = count([sentence()], told(("ACTOR", "Hungary", [0, 9]), ("ACTOR", "Varna", None)))
    assert counts == {("source", True): 1, ("target", False): 1, ("participants", True): 2}
    counts = count([sentence()], told(("VICTIM", None, [37, 42]), ("ACTOR", "Romania", None)))
    assert counts == {
        ("source", False): 1,
        ("target", True): 1,
        ("participants", True): 1,
        ("participants", False): 1,
    }


def test_sentences_whose_event_was_not_found_count_for_nothing():
    assert count([sentence(type="PROTEST")], told(("ACTOR", "Hungary", None))) == {}


def test_names_are_texts_or_records_or_missing():
    assert list(names(None)) == []
    assert list(names("Varna")) == ["Varna"]
    assert list(names([{"actorText": "Varna"}, {"actorText": None}])) == ["Varna"]


def test_names_are_alike_by_a_word_or_its_first_letters():
    assert alike({"hungarian"}, {"hungary"})
    assert alike({"un"}, {"un", "troops"})
    assert not alike({"iran"}, {"iraq"})
