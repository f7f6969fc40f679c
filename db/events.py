"""Queries about mentions, events and their history."""
