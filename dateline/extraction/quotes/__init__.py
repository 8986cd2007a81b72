"""Quotes: who said what, in which words."""

from dateline.extraction.notes import Stage
from dateline.extraction.quotes.marks import MARKS_STAGE
from dateline.extraction.quotes.speech import find_quotes

STAGE = Stage("quotes", frozenset({"marks", "actors"}), frozenset({"quotes"}), find_quotes)

__all__ = ["MARKS_STAGE", "STAGE"]
