"""REST beside GraphQL: the same nouns, filters and orders, from the same tables, with plain GET requests."""
