"""What a model sends is read as far as it can be, and taken for nothing else than words."""

import pytest

from dateline.extraction.model.answers import Said, decode, read_said
from schema.vocabulary import EventStatus, EventType

WHOLE = '{"events": [{"words": "Rebels shelled", "type": "ASSAULT", "status": "REPORTED", "date": "Friday"}]}'


@pytest.mark.parametrize(
    "content",
    [
        WHOLE,
        f"```json\n{WHOLE}\n```",
        f"Here are the events:\n{WHOLE}\nI hope this helps!",
        WHOLE.replace("]}", ",]}"),
        WHOLE.replace('"', "'"),
        WHOLE[:-2],
        WHOLE[:-4],
    ],
)
def test_answers_are_mended(content):
    (said,) = read_said(decode(content)) or []
    assert said == Said("Rebels shelled", None, EventType.ASSAULT, EventStatus.REPORTED, "Friday")


@pytest.mark.parametrize("content", ["", "no", "[[[[", '{"event": 1}', "null", "3", '"events"', "[" * 100_000])
def test_what_is_no_answer_tells_nothing(content):
    assert not read_said(decode(content))


def test_only_words_of_the_vocabulary_are_types():
    (said,) = (
        read_said({"events": [{"words": "x", "type": "WAR", "status": ["REPORTED"], "killed": 6, "doers": "a"}]}) or []
    )
    assert (said.type, said.status, said.killed, said.doers) == (None, None, "6", ("a",))
