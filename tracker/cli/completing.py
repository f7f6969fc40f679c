"""What the shell offers after TAB: types, states, feeds, and the actors and places of the database.

Completion never fails, says nothing and creates nothing: where something is missing, it offers nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import typer

from tracker.answers.question import event_types
from tracker.cli.context import Context, current
from tracker.values import Status

__all__ = [
    "complete_actor",
    "complete_feed",
    "complete_place",
    "complete_status",
    "complete_type",
]

MOST = 50
Completer = Callable[[typer.Context, str], list[str]]


def _offering(words: Callable[[Context], Iterable[str]]) -> Completer:
    """A completer of those among `words` that begin with what was typed."""

    def complete(context: typer.Context, incomplete: str) -> list[str]:
        try:
            found = list(words(current(context)))
        except Exception:  # a shell prompt is no place for error messages
            return []
        start = incomplete.casefold()
        return [word for word in found if word.casefold().startswith(start)][:MOST]

    return complete


complete_type = _offering(event_types)
complete_status = _offering(lambda _: [status.value for status in Status])
complete_feed = _offering(lambda context: [feed.name for feed in context.settings.feeds])


def _told(column: str) -> Callable[[Context], list[str]]:
    def words(context: Context) -> list[str]:
        url = context.settings.database.url
        file = url.removeprefix("sqlite:///")
        if file != url and not Path(file).is_file():
            return []
        from db.engine import begin, open_engine
        from db.reports import told_names

        engine = open_engine(url)
        try:
            with begin(engine, read_only=True) as session:
                counts = Counter(told_names(session, column))
        finally:
            engine.dispose()
        return [name for name, _ in counts.most_common()]

    return words


complete_actor = _offering(_told("actors"))
complete_place = _offering(_told("place"))
