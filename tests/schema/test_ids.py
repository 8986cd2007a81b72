from schema.ids import PREFIXES, content_id, noun_of


def test_the_same_content_has_the_same_id_and_other_content_another():
    assert content_id("event", "a", None) == content_id("event", "a", None)
    assert content_id("event", "a", None) != content_id("event", "a", "")
    assert content_id("event", "a", "b") != content_id("event", "b", "a")


def test_an_id_is_stable_over_releases():
    assert content_id("actor", "PERSON", "amara osei") == "act_s3f3sdlpc5lzkd32d6vutmru2l"


def test_each_noun_is_read_back_from_its_id():
    assert {noun_of(content_id(noun, 1)) for noun in PREFIXES} == set(PREFIXES)


def test_malformed_ids_name_no_noun():
    for malformed in ["", "evt_", "evt_ABC", "xxx_" + "a" * 26, "evt_" + "a" * 25, "evt_" + "é" * 26, "evt" + "a" * 26]:
        assert noun_of(malformed) is None
