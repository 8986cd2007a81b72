"""The engine of Dateline: extraction (text in, mentions out), store (the database), ingestion (where they meet)."""

import os

# Each reading process has one core: threads of NumPy's matrix products would only be in each other's way.  NumPy looks
# at these when it is imported.
for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")
