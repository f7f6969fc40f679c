"""The command that reads stored articles again, or says what that would change."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.context import current
from tracker.cli.failures import say
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.timeline.changes import Changes
    from tracker.timeline.difference import Difference

__all__ = ["describe", "register"]


def register(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command(rich_help_panel="Correct")(reprocess)


def reprocess(
    context: typer.Context,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would change; change nothing.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what today's rules have read already.")
    ] = False,
    pages: Annotated[
        bool, typer.Option("--pages", help="First take the text out of the kept pages again.")
    ] = False,
    format: Annotated[
        str, typer.Option("--format", "-f", help="Of a dry run: table or json.")
    ] = "table",
) -> None:
    """Reads stored articles again by today's rules and brings the timeline up to date.

    Judgements are never touched. Interrupted, it goes on where it stopped. With --pages, an article of which
    today's program makes another title, text or date gets a new version.

    [dim]Examples[/dim]
      tracker reprocess --dry-run
      tracker reprocess
      tracker reprocess --pages
    """
    if format not in ("table", "json"):
        raise UsageError(f'no format "{format}": there are table, json')
    if pages:
        _read_pages(context, dry_run)
    if dry_run:
        _rehearse(context, everything, format)
    else:
        _reread(context, everything)


def _read_pages(context: typer.Context, dry_run: bool) -> None:
    from jobs.extracting import read_pages_again
    from tracker.cli.progress import progress
    from tracker.clock import now

    here = current(context)
    with progress("reading pages") as report:
        found = read_pages_again(here.engine, now(), report, rehearsal=dry_run)
    will = "would come" if dry_run else "came"
    say(f"{found.read} kept pages read, {found.changed} {will} out otherwise")
    for refusal in found.refusals:
        say(f"no article by today's reading, kept as it was: {refusal}")


def _reread(context: typer.Context, everything: bool) -> None:
    from tracker.cli.progress import progress
    from tracker.clock import now
    from tracker.pipeline import publish
    from tracker.pipeline.rereading import reread

    here = current(context)
    with progress("reading articles") as report:
        counts = reread(here.engine, here.rulebook, now(), everything=everything, progress=report)
    changes = publish(here.engine, here.rulebook, now())
    print(f"{counts.read} articles read, {counts.mentions} mentions; events: {describe(changes)}")
    for failure in counts.failures:
        say(failure)
    if counts.failed:
        raise typer.Exit(1)


def describe(changes: "Changes") -> str:
    """ "3 new, 1 changed, 0 dropped, 0 merged"."""
    return (
        f"{len(changes.created)} new, {len(changes.changed)} changed, "
        f"{len(changes.dropped)} dropped, {len(changes.merged)} merged"
    )


def _rehearse(context: typer.Context, everything: bool, format: str) -> None:
    from tracker.cli.progress import progress
    from tracker.clock import now
    from tracker.pipeline.rereading import rehearse

    here = current(context)
    with progress("reading articles") as report:
        read, difference = rehearse(
            here.engine, here.rulebook, now(), everything=everything, progress=report
        )
    if format == "json":
        print(json.dumps({"read": read, **asdict(difference)}, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_page(read, difference)))


def _page(read: int, found: "Difference") -> list[str]:
    lines = [
        f"{read} articles would be read again: {len(found.added)} events added, "
        f"{len(found.dropped)} dropped, {len(found.merged)} merged, {len(found.moved)} dates moved, "
        f"{len(found.retitled)} titles changed, {len(found.changed)} otherwise changed, "
        f"{len(found.judgements_touched)} judgements touched"
    ]
    for sign, pairs in (("+", found.added), ("-", found.dropped), (">", found.merged)):
        lines += [f"{sign} {id}  {text}" for id, text in pairs]
    for moved in (*found.moved, *found.retitled, *found.changed):
        lines.append(f"~ {moved.id}  {moved.before}  →  {moved.after}")
    lines += [
        f"! judgement {number} would lose its mentions" for number in found.judgements_touched
    ]
    return lines
