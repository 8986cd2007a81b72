"""Where Alembic meets the connection that `dateline.store.keeping.migration` hands it in `attributes`."""

from alembic import context

from schema.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
