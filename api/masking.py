"""What of an error is for clients."""

from __future__ import annotations

import logging

from schema.errors import DatabaseError, DatelineError, DiskFullError

log = logging.getLogger("dateline.api")


def masked(error: DatelineError) -> DatelineError:
    """The error as clients see it: what a database's driver says names hosts, users and paths, so the log keeps it."""
    if not isinstance(error, DatabaseError) or error.__cause__ is None or isinstance(error, DiskFullError):
        return error
    log.error("%s", error)
    return DatabaseError("The database does not answer now.", hint="Try it again in a few seconds.")
