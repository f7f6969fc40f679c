"""Articles: one per canonical address; new, changed or same, and why; copies of one wire story."""
