"""The filter options that `events`, `ical` and others share, and the question they make."""

import datetime as dt
import functools
import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli import periods
from tracker.cli.completing import (
    complete_actor,
    complete_place,
    complete_status,
    complete_type,
    event_types,
)
from tracker.cli.context import Context, current
from tracker.errors import UsageError
from tracker.values import Status

if TYPE_CHECKING:
    from tracker.timeline.query import Filters

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
    "search": Annotated[Text, _option("With these words in title or evidence.", metavar="WORDS")],
    "min_sources": Annotated[int, _option("Told by at least so many independent sources.", min=0)],
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
        command(*args, **given, filters=_question(current(given["context"]), answers))

    own = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    wrapped.__signature__ = inspect.Signature(own + shared)  # type: ignore[attr-defined]
    wrapped.__annotations__ = {}
    return wrapped


def _question(context: Context, answers: dict[str, Any]) -> "Filters":
    from tracker.timeline.query import Filters

    since, until = _days(answers)
    if answers["as_of"] and answers["as_of_seen"]:
        raise UsageError("--as-of and --as-of-seen do not go together")
    known_on = answers["as_of"] or answers["as_of_seen"]
    changed = answers["changed_since"]
    return Filters(
        since=since,
        until=until,
        types=_known_types(context, tuple(answers["types"] or ())),
        actors=tuple(answers["actors"] or ()),
        places=tuple(answers["places"] or ()),
        statuses=tuple(status.value for status in answers["statuses"] or ()),
        search=answers["search"] or "",
        min_sources=answers["min_sources"],
        related=answers["related"] or "",
        as_of=periods.day(known_on) if known_on else None,
        seen=bool(answers["as_of_seen"]),
        changed_since=periods.day(changed) if changed else None,
    )


def _days(answers: dict[str, Any]) -> tuple[dt.date | None, dt.date | None]:
    readers = {"quarter": periods.quarter, "month": periods.month, "year": periods.year}
    spans = [read(answers[name]) for name, read in readers.items() if answers[name]]
    if answers["since"]:
        spans.append((periods.day(answers["since"]), dt.date.max))
    if answers["until"]:
        spans.append((dt.date.min, periods.day(answers["until"])))
    since = max((span[0] for span in spans), default=dt.date.min)
    until = min((span[1] for span in spans), default=dt.date.max)
    if since > until:
        raise UsageError(f"no day lies from {since} to {until}: the periods asked for do not meet")
    return since if since > dt.date.min else None, until if until < dt.date.max else None


def _known_types(context: Context, types: tuple[str, ...]) -> tuple[str, ...]:
    known = event_types(context)
    for name in types:
        if name not in known:
            raise UsageError(f'no event type "{name}": there are {", ".join(known)}')
    return types
