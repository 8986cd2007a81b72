"""Figures of speed and quality; each module prints a table, or one JSON object with --json."""
