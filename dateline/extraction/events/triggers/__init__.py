"""Triggers: which words tell an event, of what type, and how certainly it happened."""
