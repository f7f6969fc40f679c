"""Commands that answer: the timeline, the briefing, what is ahead, the calendar, one event, articles."""

import typer

__all__ = ["register"]

PANEL = "Ask"


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
