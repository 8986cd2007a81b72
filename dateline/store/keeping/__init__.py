"""The database itself: opening, migrating, timing, copying and cleaning it, and how rows and words go in."""
