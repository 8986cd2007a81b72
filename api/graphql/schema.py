"""The schema: types, scalars and what surrounds every operation."""

from __future__ import annotations

from typing import Any

import strawberry
from graphql import GraphQLError, parse, validate
from strawberry.schema.config import StrawberryConfig

from api.graphql.context import Context
from api.graphql.documents import CheckedDocuments
from api.graphql.executor import ForgettingExecutor
from api.graphql.extensions import OperationGuard
from api.graphql.limits import Limits
from api.graphql.mutation import Mutation
from api.graphql.query import Query
from api.graphql.scalars import SCALARS
from api.graphql.subscription import Subscription


class DatelineSchema(strawberry.Schema):
    """Strawberry's schema, silent: `errors.shape_error` logs what is worth a log."""

    limits: Limits
    """On every operation."""
    documents: CheckedDocuments
    """What is known of those asked before."""

    def process_errors(self, errors: list[GraphQLError], execution_context: Any = None) -> None:
        """Nothing here."""

    def find_errors(self, document: str) -> list[str]:
        """What is wrong with a document, in words; nothing where it can be run."""
        try:
            return [error.message for error in validate(self._schema, parse(document))]
        except GraphQLError as error:
            return [error.message]

    async def stream(
        self,
        query: str | None,
        variable_values: dict[str, Any] | None = None,
        context_value: Any | None = None,
        *arguments: Any,
        **options: Any,
    ) -> Any:
        """An operation over a WebSocket or event stream, with a context of its own."""
        own = context_value.for_operation() if isinstance(context_value, Context) else context_value
        return await super().stream(query, variable_values, own, *arguments, **options)


def build_schema(limits: Limits | None = None) -> DatelineSchema:
    """The schema of the GraphQL API, with limits on every operation."""
    chosen, documents = limits or Limits(), CheckedDocuments()
    schema = DatelineSchema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        config=StrawberryConfig(scalar_map=SCALARS, sort_schema=True, disable_field_suggestions=True),
        extensions=[lambda: OperationGuard(chosen, documents)],
        execution_context_class=ForgettingExecutor,
    )
    schema.limits, schema.documents = chosen, documents
    return schema


def schema_text(schema: DatelineSchema) -> str:
    """The schema as SDL, stable from run to run."""
    return schema.as_str().rstrip() + "\n"
