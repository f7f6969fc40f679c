"""Commands that show why something was read as it was, and read it again."""

import typer

__all__ = ["register"]

PANEL = "Correct"


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
