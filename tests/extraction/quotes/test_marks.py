"""Which mark opens, which closes, and which is an apostrophe, an inch or a foot."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extraction.parsing import find_paragraphs
from dateline.extraction.quotes.marks import MarkedPassage, find_passages


def _passages(text: str) -> tuple[MarkedPassage, ...]:
    return find_passages(text, find_paragraphs(text))


def _inside(text: str) -> list[str]:
    return [text[passage.start : passage.end] for passage in _passages(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"We will stay," he said.', ["We will stay,"]),
        ("“We will stay,” he said.", ["We will stay,"]),
        ("«We will stay», he said.", ["We will stay"]),
        ("„We will stay“, he said.", ["We will stay"]),
        ("``We will stay,'' he said.", ["We will stay,"]),
        ("‘We will stay,’ he said.", ["We will stay,"]),
        ("'We will stay,' he said.", ["We will stay,"]),
        ('He said: "We will stay." She left.', ["We will stay."]),
        ('"We," he said, "will stay."', ["We,", "will stay."]),
    ],
)
def test_kinds_of_marks(text, inside):
    assert _inside(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“He told me ‘never again’ and left,” she said.", ["He told me ‘never again’ and left,"]),
        ("\"He told me 'never again' and left,\" she said.", ["He told me 'never again' and left,"]),
        ("“It is the “Jewel of the Lake” to us,” she said.", ["Jewel of the Lake"]),
    ],
)
def test_marks_within_marks_are_left_alone(text, inside):
    found = _inside(text)
    assert len(found) == 1
    assert inside[0] in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "The fishermen's boats weren't at the lakes' shores.",
        "He was 6' tall and the gun was 5' long.",
        "It was the summer of '68, rock 'n' roll and all.",
        "A child's 20\" bicycle and a 5'11\" man.",
        "",
        "“”",
    ],
)
def test_apostrophes_feet_and_inches_are_no_quotations(text):
    assert _inside(text) == []


def test_inches_within_a_quotation_do_not_close_it():
    assert _inside('"He is 6\'2" tall and strong," she said.') == ["He is 6'2\" tall and strong,"]


def test_apostrophes_within_single_marks_do_not_close_them():
    assert _inside("‘We haven’t seen the drivers’ papers,’ he said.") == ["We haven’t seen the drivers’ papers,"]


def test_odd_mark_spoils_its_own_paragraph_at_most():
    text = 'He called it a "shame.\n\nThen he left. "We will stay," she said.'
    assert _inside(text) == ["We will stay,"]


def test_first_of_two_opening_marks_is_odd():
    assert _inside("The “plan was dropped. “We will stay,” she said.")[-1] == "We will stay,"


def test_paragraph_that_opens_and_never_closes_is_all_quotation():
    text = "“We will know who gave the order, and he will answer.\n\nHe did not say who."
    assert _inside(text) == ["We will know who gave the order, and he will answer."]


def test_chain_of_paragraphs():
    text = (
        "“I fear that this list is not closed.\n\n“We will know who gave the order.\n\n"
        "“He will answer for it,” he said.\n\n“Nobody else came,” she said."
    )
    passages = _passages(text)
    assert [text[passage.start : passage.end] for passage in passages] == [
        "I fear that this list is not closed.",
        "We will know who gave the order.",
        "He will answer for it,",
        "Nobody else came,",
    ]
    chains = [passage.chain for passage in passages]
    assert chains[0] == chains[1] == chains[2] != chains[3]


def test_chain_in_straight_marks_goes_on_where_a_cue_came_first():
    text = '"One," he said. "Two is next.\n\n"Three is last," he said.'
    passages = _passages(text)
    assert [text[passage.start : passage.end] for passage in passages] == ["One,", "Two is next.", "Three is last,"]
    assert passages[0].chain != passages[1].chain == passages[2].chain


def test_outer_bounds_hold_the_marks():
    text = "He said: ``We will stay.''"
    (passage,) = _passages(text)
    assert text[passage.outer_start : passage.outer_end] == "``We will stay.''"
    assert text[passage.span.start : passage.span.end] == "We will stay."


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab1 .,\n“”‘’\"'«»„`S"), max_size=80))
def test_passages_of_any_text_are_in_order_and_do_not_overlap(text):
    end = 0
    for passage in _passages(text):
        assert end <= passage.outer_start <= passage.start < passage.end <= passage.outer_end <= len(text)
        assert "\n" not in text[passage.start : passage.end]
        end = passage.outer_end


def test_a_long_paragraph_of_single_marks_is_no_work():
    text = "The mayors' sons’ 'friends left, 'again. " * 4_000
    started = time.process_time()
    found = _passages(text)
    # Minutes, if for each mark the rest of the paragraph were looked through.
    assert time.process_time() - started < 5
    assert len(found) > 3_000
