"""Many articles into the store: from files, or from the store itself after an update; runs go on where they stopped."""
