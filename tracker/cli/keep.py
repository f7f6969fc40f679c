"""Commands that look after feeds and the database."""

import typer

__all__ = ["register"]

PANEL = "Keep"


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
