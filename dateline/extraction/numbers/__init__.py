"""Numbers of people as written: `six`, `at least 12`, `dozens`, `between 20 and 30`, `a man`."""

from dateline.extraction.numbers.quantities import Quantity, read_quantity

__all__ = ["Quantity", "read_quantity"]
