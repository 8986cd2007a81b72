"""From a raw article to the text whose offsets count: what stands around the story recognised and left out."""

from dateline.extraction.cleaning.article import clean, clean_text, with_dateline

__all__ = ["clean", "clean_text", "with_dateline"]
