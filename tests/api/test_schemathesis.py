"""Operations that schemathesis makes from the schema: an answer in GraphQL's shape, never a failure."""

import hypothesis
import pytest
import schemathesis
from schemathesis.core.result import Ok

from api.graphql.negotiation import GRAPHQL_RESPONSE, JSON
from api.graphql.schema import build_schema, schema_text
from tests.api.fast.generated import SCALARS

EXAMPLES = 4
"""Operations of each root field; the same ones in every run."""
for name, strategy in SCALARS.items():
    schemathesis.graphql.scalar(name, strategy)
schema = schemathesis.graphql.from_file(schema_text(build_schema()))
OPERATIONS = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]


@pytest.mark.parametrize("operation", OPERATIONS, ids=[operation.label for operation in OPERATIONS])
def test_answers_are_graphql_and_never_failures(sqlite_api, operation):
    @hypothesis.settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(case=operation.as_strategy())
    def ask(case):
        body = {"query": case.body}
        for accept in (JSON, GRAPHQL_RESPONSE):
            response = sqlite_api.client.post("/graphql", json=body, headers={"Accept": accept})
            assert response.status_code in (200, 400), response.text
            answer = response.json()
            assert answer.get("data") is not None or answer["errors"]
            codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
            assert not codes & {"INTERNAL", "DATABASE"}, response.text

    ask()
