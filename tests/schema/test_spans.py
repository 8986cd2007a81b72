import pytest

from schema.spans import Excerpt, OffsetMap, Span, merge_spans, utf16_offset


def test_an_excerpt_is_cut_from_its_text():
    assert Excerpt.cut("Kyiv said", 0, 4) == Excerpt(0, 4, "Kyiv")


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (0, 10), (5, 4)])
def test_an_excerpt_out_of_bounds_is_refused(start, end):
    with pytest.raises(ValueError, match="no excerpt"):
        Excerpt.cut("Kyiv said", start, end)


def test_a_span_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="no span"):
        Span(4, 3)


def test_touching_spans_do_not_overlap():
    assert not Span(0, 4).overlaps(Span(4, 6))
    assert Span(0, 5).overlaps(Span(4, 6))


def test_utf16_offsets_count_characters_beyond_the_basic_plane_twice():
    assert [utf16_offset("a🙂b", offset) for offset in range(4)] == [0, 1, 3, 4]


def test_merged_spans_are_sorted_and_joined_where_they_touch():
    assert merge_spans([Span(5, 7), Span(0, 2), Span(2, 4)]) == (Span(0, 4), Span(5, 7))


def test_an_offset_map_leads_back_to_the_raw_text():
    raw = "JUNK Kyiv said. JUNK More."
    clean = "Kyiv said. More."
    offsets = OffsetMap(((0, 5), (11, 21)))
    for position in range(len(clean)):
        assert raw[offsets.raw(position)] == clean[position]
    assert offsets.raw_span(0, 16) == (5, 26)


def test_two_cleanings_in_a_row_compose():
    raw = "xxabcxxdefxx"
    middle_map = OffsetMap(((0, 2), (3, 7)))
    middle = "abcdef"
    clean_map = OffsetMap(((0, 1), (1, 2), (3, 5)))
    clean = "bcdf"
    composed = clean_map.after(middle_map)
    for position in range(len(clean)):
        assert middle[clean_map.raw(position)] == clean[position]
        assert raw[composed.raw(position)] == clean[position]
