"""How long a document is, found out without parsing it: to parse takes a hundred times longer than to count."""

from __future__ import annotations

import re
from itertools import islice

from graphql import GraphQLError

from api.graphql.limits import Limits

_TOKEN = re.compile(
    r"""
    (?: [\s,\ufeff]++ | \#[^\n\r]*+ )*+  # what counts for nothing
    (?: ( \"{3} (?: [^"\\] | \\"{3} | \\(?!"{3}) | "(?!"") )*+ (?:"{3})?  # a block string, or what begins as one
        | " (?: [^"\\\n\r] | \\. )*+ "?
        | [_A-Za-z][_0-9A-Za-z]*+
        | -?[0-9][0-9.eE+-]*+
        | \.\.\.
        | [^\s,]
        )
      | \Z  # so that no start is tried in vain
    )
    """,
    re.VERBOSE,
)
"""Nothing is tried twice, so that no text takes longer than its length."""


def count_tokens(text: str, most: int) -> int:
    """The tokens of a document, but not beyond `most`."""
    return sum(found.lastindex is not None for found in islice(_TOKEN.finditer(text), most))


def find_length_excess(text: str, limits: Limits) -> GraphQLError | None:
    """The error for a document that is too long to be parsed."""
    if len(text) > limits.characters:
        message = f"This document has {len(text):,} characters; the limit is {limits.characters:,}."
        return _refusal(message, "Put long texts and lists into variables.")
    # No document has more tokens than characters.
    if len(text) > limits.tokens and count_tokens(text, limits.tokens + 1) > limits.tokens:
        message = f"This document has more than {limits.tokens:,} tokens."
        return _refusal(message, "Split the query, or put long lists into variables.")
    return None


def _refusal(message: str, hint: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": "LIMIT", "hint": hint})
