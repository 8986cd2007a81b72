"""Text in, mentions out: no database, no HTTP, no network."""
