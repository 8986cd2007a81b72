"""Dates as written, and the days that they mean, counted from the day of publication."""

from dateline.extraction.times.expressions import TimeExpression
from dateline.extraction.times.finding import find_times

__all__ = ["TimeExpression", "find_times"]
