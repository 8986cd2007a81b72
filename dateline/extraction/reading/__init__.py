"""From files, folders, globs and standard input to raw articles: format and encoding decided, nothing interpreted."""

from dateline.extraction.reading.articles import check_day, read_articles
from dateline.extraction.reading.fields import parse_mapping
from dateline.extraction.reading.inputs import Found, LeftOut, Remark, Rules, Withdrawal
from dateline.extraction.reading.sources import STANDARD_INPUT, Listed, Source, find_sources

__all__ = [
    "STANDARD_INPUT",
    "Found",
    "LeftOut",
    "Listed",
    "Remark",
    "Rules",
    "Source",
    "Withdrawal",
    "check_day",
    "find_sources",
    "parse_mapping",
    "read_articles",
]
