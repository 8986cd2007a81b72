"""Documents that were parsed and found valid before, by their text: clients send the same few again and again.

Checking a document costs more than answering it from an index.  Only valid ones are kept, and only so many.
"""

from __future__ import annotations

from collections import OrderedDict

from graphql import DocumentNode

MOST_DOCUMENTS = 500
LONGEST_DOCUMENT = 10_000
"""Characters; longer ones are written by programs and rarely come twice."""


class ValidDocuments:
    """The documents used last."""

    def __init__(self, most: int = MOST_DOCUMENTS) -> None:
        self._most = most
        self._documents: OrderedDict[str, DocumentNode] = OrderedDict()

    def get(self, text: str | None) -> DocumentNode | None:
        """The parsed document, None where it is not known."""
        if text is None or text not in self._documents:
            return None
        self._documents.move_to_end(text)
        return self._documents[text]

    def keep(self, text: str | None, document: DocumentNode) -> None:
        """Remembers a valid document; the one that was not used for longest makes room."""
        if text is None or len(text) > LONGEST_DOCUMENT:
            return
        self._documents[text] = document
        if len(self._documents) > self._most:
            self._documents.popitem(last=False)

    def __len__(self) -> int:
        return len(self._documents)
