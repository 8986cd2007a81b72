import subprocess
import sys

PROGRAM = """
import ctypes, sqlite3, _sqlite3
from dateline.store.sqlite_memory import stop_counting_memory
is_set = stop_counting_memory()
connection = sqlite3.connect(":memory:")
found = connection.execute("SELECT count(*), max(value) FROM json_each('[1, 2, 3]')").fetchone()
used = ctypes.CDLL(_sqlite3.__file__).sqlite3_memory_used() if is_set else 0
print(found, used)
"""


def test_sqlite_works_without_counting_its_memory():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "(3, 3) 0"
