"""The demonstration: articles that come along, and a small news site that serves them on this machine."""
