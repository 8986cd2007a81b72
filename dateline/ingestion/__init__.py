"""Where extraction meets the store: articles are read in parallel, matched with what is known, and written."""
