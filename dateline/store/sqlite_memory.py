"""SQLite without a count of the memory it takes: each count takes a lock of the whole process, for every text of a row.

Where it is built without its look-aside memory, as Debian does, it allocates for each of those; without the count a row
of eight columns is read in five sixths of the time.
"""

from __future__ import annotations

import _sqlite3
import ctypes

_OK = 0
_MEMSTATUS = 9
"""SQLITE_CONFIG_MEMSTATUS."""


def stop_counting_memory() -> bool:
    """Sets it for the whole process, in which nothing of SQLite may be open yet; False where it cannot be set."""
    path = getattr(_sqlite3, "__file__", None)
    if path is None:
        return False
    library = ctypes.CDLL(path)
    try:
        shutdown, config, initialize = library.sqlite3_shutdown, library.sqlite3_config, library.sqlite3_initialize
    except AttributeError:  # A library inside the module may hide its functions.
        return False
    config.argtypes = [ctypes.c_int]
    if shutdown() != _OK:
        return False
    is_set: bool = config(_MEMSTATUS, ctypes.c_int(0)) == _OK
    return initialize() == _OK and is_set
