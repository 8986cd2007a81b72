"""Rows for readers: pages, search, statistics, short lists, and statements made once for compiled queries."""
