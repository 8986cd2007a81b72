"""SQLite set up for a server: without what it does for programs that this one is not.

It counts the memory it takes, by a lock of the whole process for every text of a row where it is built without its
look-aside memory, as Debian does.  And it locks a connection three times for every value of a row, in case two threads
use that connection at once, which neither the pool nor `plans.lanes` ever lets happen (PEP 249 calls that threadsafety
1; other systems build SQLite so).  Without both a thousand rows of eight columns are read in three fifths of the time.
"""

from __future__ import annotations

import _sqlite3
import ctypes

_OK = 0
_MULTITHREAD = 2
"""SQLITE_CONFIG_MULTITHREAD: threads may share the library, not a connection."""
_MEMSTATUS = 9
"""SQLITE_CONFIG_MEMSTATUS."""


def spare_locks() -> bool:
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
    is_set = config(_MULTITHREAD) == _OK and is_set
    return initialize() == _OK and is_set
