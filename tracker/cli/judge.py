"""Commands by which people correct the timeline: judgements, which no re-reading overwrites."""

import getpass
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli import periods
from tracker.cli.completing import event_types
from tracker.cli.context import Context, current
from tracker.cli.failures import say
from tracker.errors import UsageError

if TYPE_CHECKING:
    from db.engine import Session
    from db.events import Told
    from tracker.timeline.judgements import Judgement

__all__ = ["register"]

PANEL = "Correct"
Id = Annotated[str, typer.Argument(metavar="ID", help="An event's id, or its first letters.")]
Why = Annotated[str, typer.Option(help="Why; kept with the judgement.", show_default=False)]

judgement_commands = typer.Typer(
    name="judgements", help="What people decided: list, export, import.", no_args_is_help=True
)


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    for command in (merge, split, differ, edit, hide, pin, undo):
        app.command(rich_help_panel=PANEL)(command)
    app.add_typer(judgement_commands, rich_help_panel=PANEL)


@contextmanager
def _timeline(context: typer.Context) -> Iterator["Session"]:
    """A session in which the timeline follows the judgements made in it."""
    from db.engine import begin
    from tracker.clock import now
    from tracker.timeline.ledger import relink

    with begin(current(context).engine) as session:
        yield session
        relink(session, now())


def _decide(
    session: "Session",
    verb: str,
    ids: Sequence[str],
    why: str,
    *,
    sides: "Sequence[Sequence[Told]] | None" = None,
    value: dict[str, Any] | None = None,
) -> int:
    from tracker.clock import now
    from tracker.timeline import judgements
    from tracker.timeline.query import find_event

    events = [find_event(session, id).id for id in ids]
    if len(set(events)) < len(events):
        raise UsageError(f"{' and '.join(ids)} are one event already")
    return judgements.decide(
        session,
        verb,
        sides or judgements.sides_of(session, events),
        events=events,
        value=value,
        why=why,
        who=_user(),
        now=now(),
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may give its user no name
        return ""


def merge(
    context: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID ID…", help="Two or more events.")],
    why: Why = "",
) -> None:
    """These events are one. The first keeps its id; the ids of the others lead to it.

    [dim]Examples[/dim]
      tracker merge 6fywck2oli fdtklq3s4h --why "one summit, two names"
    """
    if len(ids) < 2:
        raise UsageError("give two events or more: tracker merge ID ID")
    with _timeline(context) as session:
        number = _decide(session, "same", ids, why)
    print(f"judgement {number}: {', '.join(ids)} are one event, {ids[0]}")


def split(
    context: typer.Context,
    id: Id,
    source: Annotated[
        list[str], typer.Option("--source", metavar="URL", help="An article that tells another.")
    ],
    why: Why = "",
) -> None:
    """What these articles tell is another event than the rest of it.

    [dim]Examples[/dim]
      tracker split 6fywck2oli --source https://news.example/another-visit
    """
    from tracker.timeline import judgements

    with _timeline(context) as session:
        (told,) = judgements.sides_of(session, [id])
        apart = [each for each in told if {each[1].url, each[1].canonical_url} & set(source)]
        if not apart or len(apart) == len(told):
            known = ", ".join(dict.fromkeys(article.url for _, article, _ in told))
            raise UsageError(f"--source must name some, not all of its articles: {known}")
        rest = [each for each in told if each not in apart]
        number = _decide(session, "different", [id], why, sides=[rest, apart])
    print(f"judgement {number}: {id} is two events")


def differ(
    context: typer.Context,
    one: Annotated[str, typer.Argument(metavar="ID")],
    other: Annotated[str, typer.Argument(metavar="ID")],
    why: Why = "",
) -> None:
    """These events are not the same and must never be taken for one.

    [dim]Examples[/dim]
      tracker differ 6fywck2oli fdtklq3s4h
    """
    with _timeline(context) as session:
        number = _decide(session, "different", [one, other], why)
    print(f"judgement {number}: {one} and {other} are different events")


def edit(
    context: typer.Context,
    id: Id,
    date: Annotated[
        str,
        typer.Option(
            help="2025-06-21, 2025-06-21/2025-06-23, 2025-06, 2025Q2 or 2025.", show_default=False
        ),
    ] = "",
    title: Annotated[str, typer.Option(help="Its title.", show_default=False)] = "",
    type: Annotated[str, typer.Option(help="Its type.", show_default=False)] = "",
    status: Annotated[str, typer.Option(help="Its status.", show_default=False)] = "",
    place: Annotated[str, typer.Option(help="Its place.", show_default=False)] = "",
    why: Why = "",
) -> None:
    """Sets values of an event by hand; what the articles say stays visible.

    [dim]Examples[/dim]
      tracker edit 6fywck2oli --date 2025-06-21/2025-06-23 --title "12th plenary meeting"
    """
    value: dict[str, Any] = {
        name: text for name, text in (("title", title), ("place", place)) if text
    }
    if type:
        value["type"] = _type(current(context), type)
    if status:
        value["status"] = _status(status)
    if date:
        value.update(_days(date))
    if not value:
        raise UsageError("nothing to set: give --date, --title, --type, --status or --place")
    with _timeline(context) as session:
        number = _decide(session, "edit", [id], why, value=value)
    print(f"judgement {number}: {id} has {', '.join(f'{k} {v}' for k, v in value.items())}")


def _type(context: Context, text: str) -> str:
    known = event_types(context)
    if text not in known:
        raise UsageError(f'no event type "{text}": there are {", ".join(known)}')
    return text


def _status(text: str) -> str:
    from tracker.values import Status

    if text not in list(Status):
        raise UsageError(f'no status "{text}": there are {", ".join(Status)}')
    return text


def _days(text: str) -> dict[str, str]:
    if "/" in text:
        first, last = map(periods.day, text.split("/", 1))
        precision = "day"
    elif "q" in text.lower():
        (first, last), precision = periods.quarter(text), "quarter"
    elif text.count("-") == 2:
        first = last = periods.day(text)
        precision = "day"
    elif "-" in text:
        (first, last), precision = periods.month(text), "month"
    else:
        (first, last), precision = periods.year(text), "year"
    if last < first:
        raise UsageError(f'"{text}" ends before it begins')
    return {"start": first.isoformat(), "end": last.isoformat(), "precision": precision}


def hide(context: typer.Context, id: Id, why: Why = "") -> None:
    """This is no event for the timeline: it is left out of every answer.

    [dim]Examples[/dim]
      tracker hide 6fywck2oli --why "an opinion piece"
    """
    with _timeline(context) as session:
        number = _decide(session, "hide", [id], why)
    print(f"judgement {number}: {id} is hidden")


def pin(context: typer.Context, id: Id, why: Why = "") -> None:
    """This event is right as it is: later readings neither change nor drop it.

    [dim]Examples[/dim]
      tracker pin 6fywck2oli
    """
    from tracker.timeline.query import find_event

    with _timeline(context) as session:
        event = find_event(session, id)
        value = {
            "title": event.title,
            "type": event.type,
            "status": event.status.value,
            "place": event.place,
            "start": event.interval.first.isoformat(),
            "end": event.interval.last.isoformat(),
            "precision": event.interval.precision.value,
        }
        number = _decide(session, "pin", [event.id], why, value=value)
    print(f"judgement {number}: {event.id} is pinned")


def undo(
    context: typer.Context,
    number: Annotated[
        int | None, typer.Argument(metavar="[NUMBER]", help="Which; else the last one.")
    ] = None,
) -> None:
    """Takes a judgement back.

    [dim]Examples[/dim]
      tracker undo
      tracker undo 3
    """
    from tracker.clock import now
    from tracker.timeline import judgements

    with _timeline(context) as session:
        undone = judgements.undo(session, number, now())
    print(f"undone: judgement {_line(undone)}")


def _line(judgement: "Judgement") -> str:
    made = f"{judgement.made:%Y-%m-%d}" if judgement.made else ""
    value = ", ".join(f"{name} {text}" for name, text in judgement.value.items())
    parts = (judgement.verb, " ".join(judgement.events), value, made, judgement.who, judgement.why)
    return f"{judgement.number}  " + "  ".join(part for part in parts if part)


@judgement_commands.command("list")
def list_judgements(
    context: typer.Context,
    undone: Annotated[bool, typer.Option("--undone", help="Also those taken back.")] = False,
) -> None:
    """Every judgement in force: its number, what it says, when, who and why.

    [dim]Examples[/dim]
      tracker judgements list
    """
    from db.engine import begin
    from tracker.timeline import judgements

    with begin(current(context).engine, read_only=True) as session:
        for each in judgements.judgements(session, undone=undone):
            print(_line(each) + ("  (undone)" if each.undone else ""))
        clashes = judgements.contradictions(session)
    for numbers in clashes:
        say(
            f"judgements {' and '.join(map(str, numbers))} contradict each other: neither is applied"
        )
    if clashes:
        raise typer.Exit(1)


@judgement_commands.command("export")
def export_judgements(context: typer.Context) -> None:
    """The judgements in force as JSONL, for another database.

    [dim]Examples[/dim]
      tracker judgements export > judgements.jsonl
    """
    from db.engine import begin
    from tracker.timeline import judgements

    with begin(current(context).engine, read_only=True) as session:
        for record in judgements.export(session):
            print(json.dumps(record, ensure_ascii=False, sort_keys=True))


@judgement_commands.command("import")
def import_judgements(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help='JSONL from `export`; "-" is standard input.')],
) -> None:
    """Takes in exported judgements; what is here already is not doubled.

    [dim]Examples[/dim]
      tracker judgements import judgements.jsonl
    """
    from tracker.timeline import judgements

    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
        records = [json.loads(line) for line in text.splitlines() if line.strip()]
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from error
    except json.JSONDecodeError as error:
        raise UsageError(f"{file}: not JSON: {error.msg}") from error
    with _timeline(context) as session:
        new, known = judgements.import_judgements(session, records)
        clashes = judgements.contradictions(session)
    print(f"{new} new, {known} known already")
    for numbers in clashes:
        say(
            f"judgements {' and '.join(map(str, numbers))} contradict each other: neither is applied"
        )
    if clashes:
        raise typer.Exit(1)
