"""Bulk export: rows of the store as files that other programs read.  It changes nothing and knows no HTTP.

`views` says what a row of each noun holds, `formats` how rows are written, `streaming` how they come from the store.
"""

from dateline.exporting.dataset import Terms, export_dataset
from dateline.exporting.exports import Export, expected_rows, export_file, export_months, export_stream
from dateline.exporting.formats import FORMATS, format_named, format_of_path
from dateline.exporting.remote import RemoteStore
from dateline.exporting.selecting import parse_since, parse_where, read_moment
from dateline.exporting.streaming import Choice, count_rows, snapshot
from dateline.exporting.views import DATASET, VIEWS, view_named

__all__ = [
    "DATASET",
    "FORMATS",
    "VIEWS",
    "Choice",
    "Export",
    "RemoteStore",
    "Terms",
    "count_rows",
    "expected_rows",
    "export_dataset",
    "export_file",
    "export_months",
    "export_stream",
    "format_named",
    "format_of_path",
    "parse_since",
    "parse_where",
    "read_moment",
    "snapshot",
    "view_named",
]
