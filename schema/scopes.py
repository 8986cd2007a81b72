"""Scopes: what the holder of an API key may do."""

from enum import StrEnum


class Scope(StrEnum):
    """One kind of doing; none implies another."""

    READ = "read"
    """Ask: GraphQL, REST, subscriptions, analysis of a text that is not kept."""
    EXPORT = "export"
    """Take whole lists as files."""
    INGEST = "ingest"
    """Add articles."""
    CORRECT = "correct"
    """Merge, correct and withdraw."""


OPENABLE = frozenset({Scope.READ, Scope.EXPORT})
"""What may be allowed to everybody: a change has to have a name to it."""
