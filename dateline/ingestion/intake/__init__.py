"""One article into the store and out of it again, and what people decide about events and actors."""
