"""The codebook: every closed set of the schema with what each value means."""

from __future__ import annotations

from enum import Enum
from functools import cache

from api.graphql.describing import doc
from api.graphql.enums import VOCABULARIES
from dateline.store.reading.statistics import Dimension


@cache
def codebook() -> str:
    """The whole of it, as Markdown."""
    parts = ["# Codebook"]
    vocabularies: list[type[Enum]] = [*VOCABULARIES, Dimension]
    for vocabulary in vocabularies:
        values = (f"- `{member.name}`: {member.description}" for member in vocabulary)  # type: ignore[attr-defined]
        parts += [f"## {vocabulary.__name__}", doc(vocabulary), "\n".join(values)]
    return "\n\n".join(parts) + "\n"
