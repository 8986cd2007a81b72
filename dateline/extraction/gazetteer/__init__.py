"""Names of places and what they can mean: one SQLite file, built once on this machine, opened in milliseconds."""

from dateline.extraction.gazetteer.lookup import Gazetteer
from dateline.extraction.gazetteer.names import name_key

__all__ = ["Gazetteer", "name_key"]
