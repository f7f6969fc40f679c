"""The jobs: poll, read, extract, publish, housekeeping, and the daemon that runs them."""
