"""Commands by which people correct the timeline: judgements, which no re-reading overwrites."""

import getpass
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.context import current
from tracker.cli.failures import say
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.answers.deciding import Desk
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


def _desk(context: typer.Context) -> "Desk":
    from tracker.answers.deciding import Desk
    from tracker.clock import now

    return Desk(current(context).engine, _user(), now())


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
    number = _desk(context).merge(ids, why)
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
    number = _desk(context).split(id, source, why)
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
    number = _desk(context).differ(one, other, why)
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
    from tracker.answers.deciding import edited
    from tracker.answers.question import event_types

    words = {"date": date, "title": title, "type": type, "status": status, "place": place}
    if not any(words.values()):
        raise UsageError("nothing to set: give --date, --title, --type, --status or --place")
    value = edited(event_types(current(context)) if type else (), words)
    number = _desk(context).edit(id, value, why)
    print(f"judgement {number}: {id} has {_values(value)}")


def hide(context: typer.Context, id: Id, why: Why = "") -> None:
    """This is no event for the timeline: it is left out of every answer.

    [dim]Examples[/dim]
      tracker hide 6fywck2oli --why "an opinion piece"
    """
    number = _desk(context).hide(id, why)
    print(f"judgement {number}: {id} is hidden")


def pin(context: typer.Context, id: Id, why: Why = "") -> None:
    """This event is right as it is: later readings neither change nor drop it.

    [dim]Examples[/dim]
      tracker pin 6fywck2oli
    """
    number = _desk(context).pin(id, why)
    print(f"judgement {number}: {id} is pinned")


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
    undone = _desk(context).undo(number)
    print(f"undone: judgement {_line(undone)}")


def _values(value: Mapping[str, Any]) -> str:
    """What was set, in words; the days as one."""
    days = "/".join(dict.fromkeys(value[name] for name in ("start", "end") if name in value))
    said = [f"date {days}"] if days else []
    said += [f"{k} {v}" for k, v in value.items() if k not in {"start", "end", "precision"}]
    return ", ".join(said)


def _line(judgement: "Judgement") -> str:
    made = f"{judgement.made:%Y-%m-%d}" if judgement.made else ""
    value = _values(judgement.value) if judgement.verb == "edit" else ""
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
    with _desk(context).session() as session:
        new, known = judgements.import_judgements(session, records)
        clashes = judgements.contradictions(session)
    print(f"{new} new, {known} known already")
    for numbers in clashes:
        say(
            f"judgements {' and '.join(map(str, numbers))} contradict each other: neither is applied"
        )
    if clashes:
        raise typer.Exit(1)
