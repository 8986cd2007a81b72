"""The engine of Dateline: extraction (text in, mentions out), store (the database), ingestion (where they meet)."""
