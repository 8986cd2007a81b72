"""Which reader this is: loads nothing, so that a server can say which articles an older one has read."""

VERSION = "8"
"""Changes whenever the same text may give other facts."""
