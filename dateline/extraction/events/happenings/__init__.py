"""Happenings: the state of the story, the mentions of one event joined, and its fields filled from all of them."""
