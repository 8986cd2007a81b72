"""One shape for every GraphQL error: message, `extensions.code`, `extensions.hint`.

What Dateline raises on purpose keeps its words; what graphql-core finds wrong in a document keeps its words, cut short;
everything else is logged in full and masked, with the request's id so that the two can be brought together.
"""

from __future__ import annotations

import logging

from graphql import GraphQLError, GraphQLSyntaxError

from api.masking import masked
from schema.errors import DatelineError

log = logging.getLogger("dateline.graphql")

LONGEST_MESSAGE = 300
"""Characters: messages of graphql-core repeat what the client sent."""


def shape_error(error: GraphQLError, request_id: str) -> GraphQLError:
    """The error as clients see it."""
    original = error.original_error
    if isinstance(original, RecursionError):
        return _rebuild(error, "The document nests too deeply.", {"code": "LIMIT", "hint": "Flatten it."})
    if isinstance(original, GraphQLError):
        return _rebuild(error, original.message, dict(original.extensions or {}))
    if isinstance(original, DatelineError) and original.code != DatelineError.code:
        told = masked(original)
        return _rebuild(error, told.message, {"code": told.code, "hint": told.hint})
    if original is not None:
        log.error("request %s failed", request_id, exc_info=original)
        hint = f"Nothing is wrong with your query. Report the request id {request_id}."
        return _rebuild(
            error, "Something went wrong here.", {"code": "INTERNAL", "hint": hint, "requestId": request_id}
        )
    return _rebuild(error, error.message, dict(error.extensions or {}))


def _rebuild(error: GraphQLError, message: str, extensions: dict[str, object]) -> GraphQLError:
    extensions.setdefault("code", _code_of(error))
    extensions.setdefault("hint", _hint_of(error))
    if extensions["hint"] is None:
        del extensions["hint"]
    short = message if len(message) <= LONGEST_MESSAGE else message[:LONGEST_MESSAGE] + " …"
    return GraphQLError(
        short, nodes=error.nodes, source=error.source, positions=error.positions, path=error.path, extensions=extensions
    )


def _code_of(error: GraphQLError) -> str:
    if _is_too_long(error):
        return "LIMIT"
    if isinstance(error, GraphQLSyntaxError):
        return "SYNTAX"
    return "BAD_QUERY"


def _hint_of(error: GraphQLError) -> str:
    if _is_too_long(error):
        return "Split the query, or put long lists into variables."
    if isinstance(error, GraphQLSyntaxError):
        return "The explorer at /graphql shows where a query is malformed while you type."
    return "The explorer at /graphql lists every field and argument."


def _is_too_long(error: GraphQLError) -> bool:
    """Whether graphql-core's parser stopped at the most tokens."""
    return isinstance(error, GraphQLSyntaxError) and "Parsing aborted" in error.message
