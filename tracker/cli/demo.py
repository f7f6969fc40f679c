"""The demonstration: from a news site on this machine to a timeline and a calendar, told step by step."""

import datetime as dt
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rich.text import Text

from db.engine import begin
from jobs.ingest import Summary, ingest_once
from tracker.answers.ahead import due
from tracker.answers.briefing import briefing_of
from tracker.answers.calendar import calendar_of
from tracker.answers.periods import quarter_of
from tracker.cli.context import Context
from tracker.clock import now
from tracker.demo.site import Site, serve
from tracker.demo.stories import load_outlets
from tracker.errors import StorageError
from tracker.timeline.query import Filters, find_events
from tracker.values import Event, Precision
from tracker.views.sheets import briefing_page
from tracker.views.tables import upcoming_table
from tracker.views.terminal import console

__all__ = ["run_demo"]

FOLDER = "demo-output"


def run_demo() -> tuple[int, Context]:
    """Runs the demonstration; its files lie in `demo-output` in the current folder. Gives the exit code
    and what it made, for those who want to ask it more."""
    started = time.monotonic()
    today = now().date()
    folder = _fresh_folder()
    screen = console()
    site = Site(load_outlets(today))
    with serve(site) as base:
        context = _configure(folder, site)
        articles = sum(len(outlet.stories) for outlet in site.outlets.values())
        _step(
            f"A news site with {articles} articles by {len(site.outlets)} publishers is up at {base}"
        )
        first = _pass(context)
        _step(f"First look at its feeds: {_told(first)}")
        site.correct()
        site.answers.clear()
        second = _pass(context)
        _step(
            f"A publisher corrects an article. Second look: {_told(second)} ({site.answers[304]} unchanged feeds)"
        )
    busiest = _busiest_quarter(context)
    for title, days in (("This quarter", quarter_of(today)), ("The busiest quarter", busiest)):
        if days:
            screen.print(Text(f"\n{title}", style="bold underline"))
            screen.print(briefing_page(briefing_of(context, *days, today)))
    with begin(context.engine, read_only=True) as session:
        ahead = due(context, session, today, 365)
    screen.print(Text("\nUpcoming, a year ahead", style="bold underline"))
    screen.print(upcoming_table(ahead, today))
    _close(context, folder, busiest, time.monotonic() - started)
    return max(first.exit_code, second.exit_code), context


def _step(text: str) -> None:
    console().print(Text.assemble(("● ", "green"), text))


def _fresh_folder() -> Path:
    """`demo-output` here, or in a temporary folder where this one cannot be written; emptied of old runs."""
    folder = Path(FOLDER)
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="tracker-demo-"))
    if not os.access(folder, os.W_OK):
        folder = Path(tempfile.mkdtemp(prefix="tracker-demo-"))
    for name in (
        "demo.db",
        "demo.db-wal",
        "demo.db-shm",
        "demo.db-journal",
        "timeline.ics",
        "config.toml",
    ):
        (folder / name).unlink(missing_ok=True)
    return folder


def _configure(folder: Path, site: Site) -> Context:
    """Writes the demonstration's own configuration, so that its database can be asked afterwards."""
    feeds = "".join(
        f'\n[[feeds]]\nname = "{outlet.slug}"\nurl = "{url}"\n'
        f'publisher = "{outlet.publisher}"\nkind = "{outlet.kind}"\n'
        for outlet, url in site.feeds()
    )
    config = folder / "config.toml"
    config.write_text(
        "# Written by `tracker demo`. The news site of the feeds is up only while that runs.\n"
        '[database]\nurl = "sqlite:///demo.db"\n\n[fetch]\nallow_private = ["127.0.0.0/8"]\n'
        + feeds,
        encoding="utf-8",
    )
    return Context(config=config, quiet=True)


def _pass(context: Context) -> Summary:
    summary = ingest_once(context.engine, context.settings, context.rulebook, everything=True)
    for problem in summary.problems:
        console().print(Text(f"  {problem}", style="red"))
    return summary


def _told(summary: Summary) -> str:
    new = sum(report.new for report in summary.feeds)
    changed = sum(report.changed for report in summary.feeds)
    events = len(summary.changes.created) if summary.changes else 0
    moved = len(summary.changes.changed) if summary.changes else 0
    return f"{new} new articles, {changed} changed; {events} new events, {moved} changed"


def _busiest_quarter(context: Context) -> tuple[dt.date, dt.date] | None:
    with begin(context.engine, read_only=True) as session:
        events = find_events(session, Filters())
    counts = Counter(quarter_of(event.interval.first) for event in _dated(events))
    return max(counts, key=lambda days: (counts[days], days)) if counts else None


def _dated(events: Iterable[Event]) -> Iterable[Event]:
    return (event for event in events if event.interval.precision is Precision.DAY)


def _close(
    context: Context, folder: Path, busiest: tuple[dt.date, dt.date] | None, seconds: float
) -> None:
    calendar = folder / "timeline.ics"
    try:
        content, _ = calendar_of(context, Filters(), "Demonstration")
        calendar.write_bytes(content)
    except OSError as error:
        raise StorageError(f"cannot write {calendar}: {error.strerror}") from error
    name = f"{busiest[0].year}Q{(busiest[0].month + 2) // 3}" if busiest else ""
    print(f"\nThe calendar file: {calendar}   ({seconds:.0f} s in all)\n\nTry next:")
    for command in (
        f"quarter {name} --format md",
        "events --search treaty",
        "upcoming --days 730",
    ):
        print(f"  tracker --config {folder / 'config.toml'} {command}")
