"""Which reader this is: loads nothing, so that a server can say which articles an older one has read."""

VERSION = "7"
"""Changes whenever the same text may give other facts."""
