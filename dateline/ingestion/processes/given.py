"""One article as a JSON object, for `dateline analyze` and for `POST /v1/analyze`: by the keys that seeding knows."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dateline.extraction.reading import Rules
from dateline.extraction.reading.formats.jsons import read_object
from dateline.extraction.reading.inputs import Input, LeftOut
from schema.errors import SourceError
from schema.mentions import RawArticle


def article_of(given: Mapping[str, Any], origin: str) -> RawArticle:
    """The article of an object; SourceError for one without a text, or with a field of a wrong type.

    Unlike in a run over files, an empty text is allowed, and a wrong day stays: reading it reports the error.
    """
    reason = "there is no article in it"
    for found in read_object(dict(given), Input("", io.BytesIO(), Rules(exact=True))):
        if isinstance(found, RawArticle):
            return replace(found, origin=origin)
        if isinstance(found, SourceError):
            raise found
        if isinstance(found, LeftOut):
            reason = found.reason
    raise SourceError(f"This is not read: {reason}.", hint='Send an object like {"text": "..."}.')
