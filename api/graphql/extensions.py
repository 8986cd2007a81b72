"""What surrounds every operation: its limits and price before it runs, the shape of its errors after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphql import GraphQLError, OperationDefinitionNode
from strawberry.extensions import SchemaExtension
from strawberry.types import StreamExecutionResult
from strawberry.types.graphql import OperationType

from api.graphql.context import Context
from api.graphql.documents import CheckedDocuments
from api.graphql.errors import shape_error
from api.graphql.lengths import find_length_excess
from api.graphql.limits import NOTHING, Limits, find_excess, measure_document


class OperationGuard(SchemaExtension):
    """Refuses what is too large before it is validated, tells the price, and gives errors their one shape."""

    def __init__(self, limits: Limits, documents: CheckedDocuments) -> None:
        self._limits = limits
        self._documents = documents
        self._measure = NOTHING

    def on_operation(self) -> Iterator[None]:
        """Limits tokens before parsing; shapes what went wrong at the end."""
        context: Context = self.execution_context.context
        context.start_operation()
        self.execution_context.parse_options["max_tokens"] = self._limits.tokens
        yield
        self._shape(self.execution_context.result)

    def on_stream_result(self, result: StreamExecutionResult) -> Iterator[None]:
        """The same for each result of a subscription, and for all that goes over a WebSocket or event stream."""
        self._shape(result)
        yield

    def _shape(self, result: Any) -> None:
        if getattr(result, "errors", None):
            request_id = self.execution_context.context.request_id
            result.errors = [shape_error(error, request_id) for error in result.errors]

    def on_parse(self) -> Iterator[None]:
        """Takes the document from an earlier operation of the same text; GraphQLError where it is too long."""
        query = self.execution_context.query
        if query is not None and (too_long := find_length_excess(query, self._limits)) is not None:
            raise too_long
        known = self._documents.get(query)
        if known is not None:
            self.execution_context.graphql_document = known.document
        yield

    def on_validate(self) -> Iterator[None]:
        """Measures first: rules of validation can take long on hostile documents."""
        self.execution_context.pre_execution_errors = self._refusals() or self._faults()
        yield

    def _faults(self) -> list[GraphQLError]:
        operation = self.execution_context
        assert operation.query is not None
        assert operation.graphql_document is not None
        schema = operation.schema._schema
        return list(self._documents.check(schema, operation.query, operation.graphql_document).faults)

    def _refusals(self) -> list[GraphQLError]:
        document = self.execution_context.graphql_document
        assert document is not None
        try:
            self._measure = measure_document(document, self.execution_context.variables or {})
        except RecursionError as error:
            return [GraphQLError("The document nests too deeply.", original_error=error)]
        operations = sum(isinstance(one, OperationDefinitionNode) for one in document.definitions)
        if operations > 1 and self.execution_context._provided_operation_name is None:
            return [GraphQLError(f"The document has {operations} operations; operationName must name one of them.")]
        context: Context = self.execution_context.context
        if self.execution_context.operation_type is OperationType.SUBSCRIPTION and not context.is_streamed:
            hint = "Ask with Accept: text/event-stream, or over a WebSocket that speaks graphql-transport-ws."
            return [GraphQLError("A subscription has no single answer.", extensions={"hint": hint})]
        context.measure, context.most_cost = self._measure, self._limits.cost
        return list(find_excess(self._measure, self._limits))

    def get_results(self) -> dict[str, Any]:
        """`extensions.cost` of the answer: the price, and the highest that is served."""
        return {"cost": {"price": min(self._measure.cost, 2**53), "limit": self._limits.cost}}
