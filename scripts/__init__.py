"""The command line: `dateline` (cli.py), its commands, and tools for maintainers (schema, openapi, settings)."""
