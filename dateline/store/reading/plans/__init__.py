"""Statements that are made once and run many times, with exactly the columns that a selection asks for."""
