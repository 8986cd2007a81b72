"""Whether reports tell of one happening and names mean one actor: blocking, comparison, clustering."""
