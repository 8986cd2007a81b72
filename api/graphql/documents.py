"""Documents that were parsed and checked before, by their text: clients send the same few again and again.

Checking a document costs more than answering it from an index.  Only so many are kept: of those at fault just the last
few, which both ways of answering look at.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphql import DocumentNode, GraphQLError, GraphQLSchema, specified_rules, validate
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from api.graphql.fast.recent import Recent

MOST_DOCUMENTS = 500
MOST_FAULTY = 16
LONGEST_DOCUMENT = 10_000
"""Characters; longer ones are written by programs and rarely come twice."""
MOST_FAULTS = 10
"""Of a document that cannot run, so many are told, and no more looked for."""
RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)


@dataclass(frozen=True, slots=True)
class Checked:
    """A document, and what is wrong with it."""

    document: DocumentNode
    faults: tuple[GraphQLError, ...]
    """The first few; empty where it can be run."""


class CheckedDocuments:
    """The documents used last."""

    def __init__(self, most: int = MOST_DOCUMENTS) -> None:
        self._valid: Recent[str, Checked] = Recent(most)
        self._faulty: Recent[str, Checked] = Recent(MOST_FAULTY)

    def get(self, text: str | None) -> Checked | None:
        """The checked document, None where it is not known."""
        return None if text is None else self._valid.get(text) or self._faulty.get(text)

    def check(self, schema: GraphQLSchema, text: str, document: DocumentNode) -> Checked:
        """Looks for faults, or remembers them; the one that was not used for longest makes room."""
        known = self.get(text)
        if known is not None:
            return known
        faults = validate(schema, document, RULES, max_errors=MOST_FAULTS, hide_suggestions=True)
        checked = Checked(document, tuple(faults[:MOST_FAULTS]))
        if len(text) <= LONGEST_DOCUMENT:
            (self._faulty if faults else self._valid).keep(text, checked)
        return checked

    def __len__(self) -> int:
        return len(self._valid) + len(self._faulty)
