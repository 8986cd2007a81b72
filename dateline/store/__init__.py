"""The only code that opens a connection to the database: engine, writer, queries, search, statistics, pages."""
