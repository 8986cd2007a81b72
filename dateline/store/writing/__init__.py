"""Rows from facts: articles, reports, the events and actors made of them, and their removal."""
