"""What mentions say of where their values were taken from."""

from dataclasses import replace

import pytest

from schema.mentions import CountMention, ParticipantMention, VictimsMention, WhenMention
from schema.spans import Excerpt
from schema.vocabulary import Basis, DatePrecision, Harm, ParticipantRole, VictimKind

WORDS = Excerpt(4, 10, "rebels")
REBELS = ParticipantMention(ParticipantRole.ACTOR, WORDS, "rebels", None)


def test_values_are_stated_unless_told_otherwise():
    count = CountMention(WORDS, 6, 6, 6)
    whole = (
        WhenMention(None, None, None, DatePrecision.UNKNOWN),
        count,
        VictimsMention(Harm.KILLED, VictimKind.FIGHTER, WORDS, count),
        REBELS,
    )
    assert {value.basis for value in whole} == {Basis.STATED}


@pytest.mark.parametrize("basis", Basis)
def test_a_participant_is_inferred_where_its_own_sentence_does_not_state_it(basis):
    assert replace(REBELS, basis=basis).inferred == (basis is not Basis.STATED)


def test_a_participant_that_is_only_called_inferred_has_that_basis():
    assert replace(REBELS, inferred=True).basis is Basis.INFERRED
    assert replace(REBELS, inferred=True, basis=Basis.CARRIED).basis is Basis.CARRIED
