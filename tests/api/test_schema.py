from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLScalarType,
    build_schema,
    find_breaking_changes,
    specified_scalar_types,
)

from api.graphql import schema as served
from api.graphql.enums import OrderDirection
from dateline.store.reading.collections import NOUNS
from schema.vocabulary import EventType

SCHEMA = served.build_schema()
GRAPHQL = SCHEMA._schema
ROOT = Path(__file__).parents[2]
CONTRACT = ROOT / ".." / "shared" / "contract" / "core.graphql"


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract is kept beside the project, not in it")
def test_the_served_schema_breaks_nothing_of_the_contract():
    core = build_schema(CONTRACT.read_text(encoding="utf-8"))
    assert [change.description for change in find_breaking_changes(core, GRAPHQL)] == []


def test_the_committed_schema_is_the_served_one():
    stored = (ROOT / "schema" / "schema.graphql").read_text(encoding="utf-8")
    assert stored == served.schema_text(SCHEMA), "run: python -m scripts.schema"


def own_types():
    skipped = set(specified_scalar_types)
    return [one for name, one in GRAPHQL.type_map.items() if not name.startswith("__") and name not in skipped]


def elements():
    """Every described thing with its path."""
    for one in own_types():
        yield one.name, one
        if isinstance(one, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            for name, field in one.fields.items():
                yield f"{one.name}.{name}", field
                for argument, value in getattr(field, "args", {}).items():
                    yield f"{one.name}.{name}({argument})", value
        if isinstance(one, GraphQLEnumType):
            for name, value in one.values.items():
                yield f"{one.name}.{name}", value


def values_of(name):
    enum = GRAPHQL.type_map[name]
    assert isinstance(enum, GraphQLEnumType)
    return enum.values


def fields_of(name):
    one = GRAPHQL.type_map[name]
    assert isinstance(one, GraphQLInputObjectType)
    return one.fields


def test_everything_is_described():
    undescribed = [path for path, one in elements() if not (one.description or "").strip()]
    assert undescribed == []
    assert len(list(elements())) > 300


def test_descriptions_are_sentences():
    loose = [path for path, one in elements() if one.description[-1] not in ".»?!"]
    assert loose == []


def test_enum_values_have_the_words_of_the_vocabulary():
    values = values_of("EventType")
    assert values["AID"].description == EventType.AID.description
    assert set(values) == {member.value for member in EventType}
    assert OrderDirection.ASC.description.startswith("The lowest first")


def test_inputs_have_every_filter_and_order_of_the_store():
    for name, collection in NOUNS.items():
        noun = name.capitalize()
        where = {"".join(part.title() for part in f"_{entry.name}".split("_")).lower() for entry in collection.filters}
        given = {field.lower() for field in fields_of(f"{noun}Where")}
        assert given == where | {"and", "or", "not"}
        assert set(values_of(f"{noun}OrderField")) == set(collection.orders or ())


def test_lists_never_hold_null_but_where_an_id_may_lead_nowhere():
    loose = [
        f"{one.name}.{name}"
        for one in own_types()
        if isinstance(one, GraphQLObjectType)
        for name, field in one.fields.items()
        if "[" in str(field.type) and not str(field.type).endswith("!]!")
    ]
    assert loose == ["Query.nodes"]


@pytest.mark.parametrize("name", ["Date", "DateTime"])
def test_scalars_say_their_format(name):
    scalar = GRAPHQL.type_map[name]
    assert isinstance(scalar, GraphQLScalarType)
    assert scalar.specified_by_url == "https://www.rfc-editor.org/rfc/rfc3339#section-5.6"


def test_field_names_have_no_trace_of_tables():
    names = {path.split(".")[-1] for path, _ in elements() if "." in path}
    assert not {name for name in names if name.endswith(("Id", "_id"))} - {"geonamesId", "articleId", "externalId"}
