import pytest
from graphql import parse
from graphql.language import FloatValueNode, IntValueNode, StringValueNode, Visitor, visit

from api.graphql.fast.literals import find_literals, lift_literals, read_string


def test_strings_and_numbers_are_lifted_and_equal_ones_share_a_number():
    skeleton = lift_literals('{ a(x: 5, y: "5", z: 5.0, w: 5) }')
    assert skeleton.literals == ("5", '"5"', "5.0")
    assert skeleton.text == "{ a(x: \0i0\0, y: \0s1\0, z: \0f2\0, w: \0i0\0) }"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("{ a(x: 5) }", "{ a(x: 6) }", True),
        ("{ a(x: 5) }", "{ a(x: 5.0) }", False),
        ("{ a(x: 5) }", '{ a(x: "5") }', False),
        ("{ a(x: 5, y: 5) }", "{ a(x: 5, y: 6) }", False),
        ("{ a(x: 5) }", "{ a(x: 05) }", False),
        ("{ a(x: true) }", "{ a(x: false) }", False),
        ("{ a1(x: 5) }", "{ a2(x: 5) }", False),
        ('{ a(x: "#") }', '{ a(x: "\\"") }', True),
        ('{ a(x: """b""") }', '{ a(x: """b\\"""c""") }', True),
    ],
)
def test_texts_share_a_skeleton_where_they_differ_in_literals_only(one, other, same):
    assert (lift_literals(one).text == lift_literals(other).text) is same


@pytest.mark.parametrize(
    "text",
    [
        '{ a(x: "a # b", y: 1) # "c" 2\n b(z: -3.5e+10) }',
        '{ a(x: ["", "\\\\", "\\u0041"], y: {z: -0}) }',
        '{ a(x: """block "quoted" \\""" 1""", y: 1) }',
        "query ($a: Int = 3) { b3(c: $a, d: [1 2]) }",
    ],
)
def test_the_literals_found_are_those_that_a_parser_finds(text):
    starts: set[int] = set()

    class Starts(Visitor):
        def enter(self, node, *_):
            if isinstance(node, StringValueNode | IntValueNode | FloatValueNode):
                assert node.loc
                starts.add(node.loc.start)

    visit(parse(text), Starts())
    assert set(find_literals(text)) == starts


@pytest.mark.parametrize(
    ("literal", "value"),
    [('"a"', "a"), ('"\\n\\u00e9"', "\né"), ('"""\n  two\n  lines"""', "two\nlines"), ('"é🙂"', "é🙂")],
)
def test_texts_are_read_as_graphql_reads_them(literal, value):
    assert read_string(literal) == value
