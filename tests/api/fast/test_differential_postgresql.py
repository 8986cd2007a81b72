"""On PostgreSQL; SQLite has a file of its own, so that both run at once."""

import pytest

from tests.api.conftest import serve
from tests.api.fast.differential import FIELDS, SCHEMA, Ways, compare_generated
from tests.api.fast.generated import every_field
from tests.store.world import make_world


@pytest.fixture(scope="module")
def ways(request, tmp_path_factory):
    for api in serve(make_world(request, tmp_path_factory, "postgresql")):
        yield Ways(api)


@pytest.mark.parametrize("field", FIELDS)
def test_generated_operations_are_answered_alike_both_ways(ways, field):
    compare_generated(ways, field)


@pytest.mark.parametrize("text", list(every_field(SCHEMA)))
def test_each_field_is_answered_alike_both_ways(ways, text):
    ways.compare_known(text)
