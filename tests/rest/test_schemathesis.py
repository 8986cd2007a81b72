"""Requests made from the OpenAPI document, sensible ones and others, never get an answer that is not in it."""

import hypothesis
import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from api.rest.openapi import openapi
from schema.errors import SourceError

EXAMPLES = 6
"""Requests an operation; the same ones in every run."""
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]
schema = schemathesis.openapi.from_dict(openapi())
OPERATIONS = [
    (path, method) for path, item in openapi()["paths"].items() for method in item if method in ("get", "post")
]


@pytest.mark.parametrize(("path", "method"), OPERATIONS, ids=[f"{method} {path}" for path, method in OPERATIONS])
def test_answers_are_in_the_document(rest, monkeypatch, path, method):
    async def read_nothing(_raw, _client):
        raise SourceError("Not read here.")

    # A model in a process of its own is slow to load, and what a text says is tried elsewhere.
    monkeypatch.setattr(rest.client.app.state.reading_room, "analyze", read_nothing)
    operation = schema[path][method.upper()]

    @hypothesis.settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(case=operation.as_strategy())
    def ask(case):
        case.call_and_validate(app=rest.client.app, checks=CHECKS)

    ask()
