"""Queries compiled to SQL and to code that makes their answers; docs/fast-path.md follows one through it.

What is not compiled, and whatever goes wrong, is left to ordinary execution, whose answers are the measure.
"""
