"""Commands that bring articles in: once, from files, as a daemon, and the demonstration."""

import typer

__all__ = ["register"]

PANEL = "Run"


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
