"""What an answer is made from."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.engine import Engine
    from tracker.rulebook import Rulebook
    from tracker.settings import Settings

__all__ = ["Means"]


class Means(Protocol):
    """The database, the settings and the rules: each edge holds them in its own way."""

    @property
    def engine(self) -> "Engine":
        """The database."""

    @property
    def settings(self) -> "Settings":
        """The configuration in force."""

    @property
    def rulebook(self) -> "Rulebook":
        """The rules in force."""
