import pytest

from schema.codes import event_codes
from schema.vocabulary import EventType

OWN = {EventType.CRIME, EventType.LEGAL, EventType.DISASTER, EventType.ACCIDENT, EventType.ELECTION}


@pytest.mark.parametrize("type_", EventType)
def test_plover_types_have_a_cameo_root_of_two_digits_and_ours_have_none(type_):
    codes = event_codes(type_, None, None)
    assert codes.plover == type_.value
    if type_ in OWN:
        assert codes.cameo_root is None
    else:
        assert codes.cameo_root is not None
        assert codes.cameo_root.isdigit()
        assert len(codes.cameo_root) == 2


@pytest.mark.parametrize(
    ("type_", "mode", "root"),
    [
        ("ACCUSE", None, "11"),
        ("ACCUSE", "investigate", "09"),
        ("ASSAULT", "beat", "18"),
        ("ASSAULT", "firearms", "19"),
        ("ASSAULT", "aerial", "19"),
        ("ASSAULT", "unconventional", "20"),
        ("COERCE", "arrest", "17"),
    ],
)
def test_the_mode_tells_roots_apart(type_, mode, root):
    assert event_codes(type_, mode, None).cameo_root == root


def test_acled_is_passed_on():
    assert event_codes("ASSAULT", None, "armed clash").acled == "armed clash"
