"""The schema: types, scalars and what surrounds every operation."""

from __future__ import annotations

from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig

from api.graphql.documents import ValidDocuments
from api.graphql.extensions import OperationGuard
from api.graphql.limits import Limits
from api.graphql.query import Query
from api.graphql.scalars import SCALARS


class DatelineSchema(strawberry.Schema):
    """Strawberry's schema, silent: `errors.shape_error` logs what is worth a log."""

    def process_errors(self, errors: list[GraphQLError], execution_context: Any = None) -> None:
        """Nothing here."""


def build_schema(limits: Limits | None = None) -> DatelineSchema:
    """The schema of the GraphQL API, with limits on every operation."""
    chosen, documents = limits or Limits(), ValidDocuments()
    return DatelineSchema(
        query=Query,
        config=StrawberryConfig(scalar_map=SCALARS, sort_schema=True, disable_field_suggestions=True),
        extensions=[lambda: OperationGuard(chosen, documents)],
    )


def schema_text(schema: DatelineSchema) -> str:
    """The schema as SDL, stable from run to run."""
    return schema.as_str().rstrip() + "\n"
