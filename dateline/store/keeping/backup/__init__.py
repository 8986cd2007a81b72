"""Copies of a whole store, taken while it is in use, and put back: a file of SQLite, an archive of PostgreSQL."""

from dateline.store.keeping.backup.kinds import Copied, back_up, restore, suffix_of

__all__ = ["Copied", "back_up", "restore", "suffix_of"]
