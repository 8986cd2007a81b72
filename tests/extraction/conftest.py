"""What is slow to load, once for the session and only when asked for: model, gazetteer, the whole extractor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.extraction.gazetteer import Gazetteer
    from dateline.extraction.pipeline import Extractor
    from schema.mentions import Analysis


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The gazetteer of the user's cache folder, built where it is not there."""
    from dateline.extraction.gazetteer import Gazetteer

    return Gazetteer.open()


@pytest.fixture(scope="session")
def parse_text() -> Callable[[str], Doc]:
    """`parse_text(text)`: the parse of a text."""
    from dateline.extraction.parsing import load_model, parse

    nlp = load_model("").nlp
    return lambda text: next(parse(nlp, [text]))


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """An extractor with the default model."""
    from dateline.extraction.pipeline import Extractor

    return Extractor()


@pytest.fixture(scope="session")
def read_text(extractor: Extractor) -> Callable[..., Analysis]:
    """`read_text(text, published_at=...)`: all that a plain text says."""
    from dateline.extraction.cleaning import clean_text

    return lambda text, **metadata: extractor.read(clean_text(text, **metadata))
