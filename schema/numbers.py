"""Bounds of numbers that the database, GraphQL and REST share."""

LARGEST_INT = 2**31 - 1
"""The largest Int of GraphQL, and of a column of numbers; larger numbers are shown as this."""
SMALLEST_INT = -(2**31)
"""The smallest Int of GraphQL."""
