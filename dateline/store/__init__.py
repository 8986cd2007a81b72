"""The only code that opens a connection to the database: engine, writer, queries, search, statistics, pages."""

from dateline.store.keeping.database import Database, open_database

__all__ = ["Database", "open_database"]
