"""What every command works with: the settings, the rules and the database, opened on first use."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tracker.cli.failures import say

if TYPE_CHECKING:
    from db.engine import Engine
    from tracker.rulebook import Rulebook
    from tracker.settings import Settings

__all__ = ["Context", "current"]


@dataclass(frozen=True, eq=False)
class Context:
    """The global options, and what follows from them."""

    config: Path | None = None
    database: str | None = None
    debug: bool = False
    quiet: bool = False  # says nothing about a database it creates

    @cached_property
    def settings(self) -> "Settings":
        """The configuration in force."""
        from tracker.settings import load_settings

        return load_settings(self.config, self.database)

    @cached_property
    def rulebook(self) -> "Rulebook":
        """The shipped rules and those the configuration adds."""
        from tracker.rulebook import load_rulebook

        return load_rulebook(self.settings.rules.folders)

    @cached_property
    def engine(self) -> "Engine":
        """The database, created or brought up to date where needed, with a word about it."""
        from tracker.cli.database import open_database

        return open_database(self.settings.database.url, (lambda _: None) if self.quiet else say)

    def close(self) -> None:
        """Lets go of the database, if it was opened."""
        if "engine" in self.__dict__:
            self.engine.dispose()


def current(context: typer.Context) -> Context:
    """The options of this run."""
    if found := context.find_object(Context):
        return found
    asked = context.find_root().params  # completion: the options are read, nothing has been run
    return Context(asked.get("config"), asked.get("database"), quiet=True)
