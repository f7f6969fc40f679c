"""The filter options that `events`, `ical` and others share, and the question they make."""

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from tracker.answers.question import event_types, question
from tracker.cli.completing import (
    complete_actor,
    complete_place,
    complete_status,
    complete_type,
)
from tracker.cli.context import current
from tracker.values import Status

__all__ = ["filtered"]

PANEL = "Filters"


def _option(help: str, *names: str, **more: Any) -> Any:
    return typer.Option(*names, help=help, show_default=False, rich_help_panel=PANEL, **more)


Text = str | None
Texts = list[str] | None
OPTIONS: dict[str, Any] = {
    "quarter": Annotated[Text, _option("Only this quarter, such as 2025Q2.", metavar="QUARTER")],
    "month": Annotated[Text, _option("Only this month, such as 2025-06.", metavar="MONTH")],
    "year": Annotated[Text, _option("Only this year.", metavar="YEAR")],
    "since": Annotated[Text, _option("From this day on, such as 2025-06-21.", metavar="DAY")],
    "until": Annotated[Text, _option("Up to this day.", metavar="DAY")],
    "types": Annotated[
        Texts, _option("Of this type; may be repeated.", "--type", metavar="TYPE",
                       autocompletion=complete_type)
    ],
    "actors": Annotated[
        Texts, _option("With this person, country or body; may be repeated.", "--actor", metavar="NAME",
                       autocompletion=complete_actor)
    ],
    "places": Annotated[Texts, _option("At this place; may be repeated.", "--place", metavar="NAME", autocompletion=complete_place)],
    "statuses": Annotated[list[Status] | None, _option(f"In this state ({', '.join(Status)}); may be repeated.", "--status", metavar="STATUS", autocompletion=complete_status)],
    "search": Annotated[Text, _option("With these words in title, evidence or article text.", metavar="WORDS")],
    "min_sources": Annotated[int, _option("Told by at least so many independent sources.", min=0)],
    "min_confidence": Annotated[float | None, _option("At least so sure, from 0 to 1; else as the configuration says.", min=0, max=1, metavar="SHARE")],
    "related": Annotated[Text, _option("Related to this event: part of it, its anniversary, …", metavar="ID")],
    "as_of": Annotated[Text, _option("As the articles published by this day told it.", "--as-of", metavar="DAY")],
    "as_of_seen": Annotated[Text, _option("As the articles fetched by this day told it.", "--as-of-seen", metavar="DAY")],
    "changed_since": Annotated[Text, _option("Only what is new or different since this day.", "--changed-since", metavar="DAY")],
}  # fmt: skip


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the filter options added; it is called with `filters` made of them."""
    own = [p for p in inspect.signature(command).parameters.values() if p.name != "filters"]
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=option,
                          default=0 if name == "min_sources" else None)
        for name, option in OPTIONS.items()
    ]  # fmt: skip

    @functools.wraps(command)
    def wrapped(*args: Any, **given: Any) -> None:
        answers = {name: given.pop(name) for name in OPTIONS}
        means = current(given["context"])
        types = event_types(means) if answers["types"] else ()
        least = means.settings.timeline.min_confidence
        command(*args, **given, filters=question(types, answers, least))

    own = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    wrapped.__signature__ = inspect.Signature(own + shared)  # type: ignore[attr-defined]
    wrapped.__annotations__ = {}
    return wrapped
