"""One extractor for all, to which any model can be given; and a server whose answers a test writes."""

from collections.abc import Callable, Iterator

import pytest

from dateline.extraction.cleaning import clean_text
from dateline.extraction.model.reader import SecondReader
from dateline.extraction.pipeline import Extractor
from schema.mentions import Analysis
from schema.readers import ReaderKind, Shown
from tests.model.scripted import Server


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The reader of rules."""
    return Extractor()


@pytest.fixture
def read(extractor: Extractor) -> Iterator[Callable[..., Analysis]]:
    """`read(text, model, kind)`: what the article says by the rules and this model."""

    version = extractor.version

    def read(text, model=None, kind=ReaderKind.BOTH, shown=Shown.RULES, **metadata):
        second = SecondReader(kind, model, shown) if model is not None else None
        extractor._second, extractor.version = second, f"{version}, {second.version}" if second else version
        return extractor.read(clean_text(text, **{"published_at": "2024-05-16", **metadata}))

    yield read
    extractor._second, extractor.version = None, version


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()
