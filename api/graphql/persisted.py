"""Documents that clients name instead of sending: trusted ones from a folder, and those that clients registered before.

A trusted document is `name.graphql` in the operator's folder, asked for by `documentId`: its name, or `sha256:` and the
hash of its text.  Where nothing else is allowed, any other text is refused.  Automatic ones follow Apollo's protocol: a
client sends the hash alone, learns that it is not known, and sends hash and text once.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schema.errors import QueryError, SettingError

MOST_CHARACTERS = 2_000_000
"""Of all registered documents together; the one that was not used for longest makes room."""
LONGEST = 100_000
"""Characters of one registered document."""
UNKNOWN_HINT = "Send the text with its hash once."
TRUSTED_HINT = "Ask the operator of this server to add the document, then name it by documentId."


class PersistedDocuments:
    """Texts by what clients call them."""

    def __init__(self, trusted: Mapping[str, str] | None = None, *, trusted_only: bool = False) -> None:
        self._trusted = dict(trusted or {})
        self._hashes = {hash_of(text): text for text in self._trusted.values()}
        self._only = trusted_only
        self._registered: OrderedDict[str, str] = OrderedDict()
        self._characters = 0

    def find(self, query: str | None, document_id: object, extensions: Mapping[str, Any] | None) -> str | None:
        """The text of the document that a request means; None where it names none.

        Raises QueryError for a document that is not known or not trusted, and for a hash that is not the text's.
        """
        if document_id is not None:
            return self._trusted_text(query, document_id)
        digest = _digest(extensions)
        if digest is not None:
            query = self._automatic_text(query, digest)
        if self._only and query is not None and hash_of(query) not in self._hashes:
            raise QueryError("This server runs trusted documents only.", hint=TRUSTED_HINT, code="UNTRUSTED_DOCUMENT")
        return query

    def __len__(self) -> int:
        """How many documents are registered."""
        return len(self._registered)

    def _trusted_text(self, query: str | None, document_id: object) -> str:
        if query is not None or not isinstance(document_id, str):
            hint = "Send either documentId, a string, or query."
            raise QueryError("The request's documentId makes no sense.", hint=hint, code="BAD_REQUEST")
        text = self._trusted.get(document_id) or self._hashes.get(document_id.removeprefix("sha256:").lower())
        if text is None:
            message = f"There is no trusted document {document_id[:80]!r}."
            raise QueryError(message, hint=TRUSTED_HINT, code="UNKNOWN_DOCUMENT")
        return text

    def _automatic_text(self, query: str | None, digest: str) -> str:
        if query is None:
            known = self._hashes.get(digest) or self._registered.get(digest)
            if known is None:
                # Clients know what to do by these very words.
                raise QueryError("PersistedQueryNotFound", hint=UNKNOWN_HINT, code="PERSISTED_QUERY_NOT_FOUND")
            if digest in self._registered:
                self._registered.move_to_end(digest)
            return known
        if hash_of(query) != digest:
            hint = "sha256Hash is the SHA-256 of the query's text in UTF-8, in hexadecimal."
            raise QueryError("The hash is not that of the query.", hint=hint, code="BAD_REQUEST")
        if not self._only:
            self._register(digest, query)
        return query

    def _register(self, digest: str, text: str) -> None:
        if digest in self._registered or len(text) > LONGEST:
            return
        self._registered[digest] = text
        self._characters += len(text)
        while self._characters > MOST_CHARACTERS:
            _, oldest = self._registered.popitem(last=False)
            self._characters -= len(oldest)


def hash_of(text: str) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_trusted(folder: Path | None) -> dict[str, str]:
    """The documents of a folder, by name; SettingError where it cannot be read."""
    if folder is None:
        return {}
    if not folder.is_dir():
        raise SettingError(f"There is no folder of documents at {folder}.", hint="Check DATELINE_DOCUMENTS_DIR.")
    try:
        return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.graphql"))}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"A document in {folder} cannot be read: {error}.", hint="Save it as UTF-8.") from error


def _digest(extensions: Mapping[str, Any] | None) -> str | None:
    """The hash of Apollo's extension; QueryError where it is malformed."""
    told = (extensions or {}).get("persistedQuery")
    if told is None:
        return None
    digest = told.get("sha256Hash") if isinstance(told, dict) and told.get("version") == 1 else None
    if not isinstance(digest, str):
        hint = 'It looks like {"version": 1, "sha256Hash": "..."}.'
        raise QueryError("The request's extensions.persistedQuery makes no sense.", hint=hint, code="BAD_REQUEST")
    return digest.lower()
