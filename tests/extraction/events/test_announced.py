"""What is said will, must or will not be done: demands, refusals, agreements and threats, each with its neighbour."""

import pytest

from schema.vocabulary import EventType


def types(read_text, text):
    return {event.type for event in read_text(text).events}


@pytest.mark.parametrize(
    ("text", "told", "not_told"),
    [
        ("Syria said it would not accept any more refugees.", EventType.REJECT, EventType.AGREE),
        ("Syria said Libya must hand over the men.", EventType.REQUEST, EventType.RETREAT),
        ("The government is prepared to impose martial law.", EventType.THREATEN, EventType.COERCE),
        ("Rebel leaders have vowed to attack the capital.", EventType.THREATEN, EventType.ASSAULT),
        ("Norway is willing to send aid to Lebanon.", EventType.AGREE, EventType.AID),
        ("France said it would send troops to Chad on Monday.", None, EventType.REJECT),
        ("Rebels attacked the capital.", EventType.ASSAULT, EventType.THREATEN),
        ("The government imposed martial law.", EventType.COERCE, EventType.THREATEN),
    ],
    ids=["refusal", "demand", "threat", "vow", "offer", "announcement", "attack", "martial law"],
)
def test_what_is_announced_is_not_done(read_text, text, told, not_told):
    found = types(read_text, text)
    assert told is None or told in found
    assert not_told not in found
