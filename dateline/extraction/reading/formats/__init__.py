"""Readers of formats: one module each, from bytes to articles."""
