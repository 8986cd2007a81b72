"""From files, folders, globs and standard input to raw articles: the encoding decided, nothing interpreted."""

from dateline.extraction.reading.articles import read_articles
from dateline.extraction.reading.sources import STANDARD_INPUT, Source, find_sources

__all__ = ["STANDARD_INPUT", "Source", "find_sources", "read_articles"]
