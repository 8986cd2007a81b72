"""Processes that read articles: pools, a queue, limits, and the JSON of an analysis."""
