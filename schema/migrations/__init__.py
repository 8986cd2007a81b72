"""The history of the tables, by Alembic.  `dateline.store.keeping.migration` runs it; there is no ini file."""

HEAD = "0020"
"""The newest step, so that a database that has it is opened without loading Alembic."""
