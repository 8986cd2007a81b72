import subprocess
import sys

PROGRAM = """
import ctypes, sqlite3, _sqlite3
from dateline.store.keeping.sqlite_library import spare_locks
is_set = spare_locks()
connection = sqlite3.connect(":memory:")
found = connection.execute("SELECT count(*), max(value) FROM json_each('[1, 2, 3]')").fetchone()
library = ctypes.CDLL(_sqlite3.__file__)
used, mutex = 0, None
if is_set:
    used = library.sqlite3_memory_used()
    opened = ctypes.c_void_p()
    assert library.sqlite3_open(b":memory:", ctypes.byref(opened)) == 0
    library.sqlite3_db_mutex.restype = ctypes.c_void_p
    mutex = library.sqlite3_db_mutex(opened)
print(found, used, mutex)
"""


def test_sqlite_works_without_counting_its_memory_and_without_locking_connections():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "(3, 3) 0 None"
