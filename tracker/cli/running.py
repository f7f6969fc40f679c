"""Commands that bring articles in: once, from files, as a daemon, and the demonstration."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.completing import complete_feed
from tracker.cli.context import current
from tracker.cli.failures import say
from tracker.cli.logs import LogForm, start_log
from tracker.cli.rereading import describe
from tracker.cli.web import HostOption, PortOption, Renewed, asked_place, pages, serve_pages
from tracker.errors import UsageError
from tracker.views.clean import one_line

if TYPE_CHECKING:
    from jobs.ingest import Summary

__all__ = ["register"]

PANEL = "Run"


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    app.command(rich_help_panel=PANEL)(demo)
    app.command(rich_help_panel=PANEL)(ingest)
    app.command("import", rich_help_panel=PANEL)(import_files)
    app.command(rich_help_panel=PANEL)(daemon)


def demo(
    context: typer.Context,
    web: Annotated[
        bool, typer.Option("--web", help="Then serves the result as pages, until Ctrl-C.")
    ] = False,
    host: HostOption = None,
    port: PortOption = None,
) -> None:
    """The whole way from feed to calendar on this machine alone, with articles that come along.

    [dim]Examples[/dim]
      tracker demo
      tracker demo --web
    """
    from tracker.cli.demo import run_demo
    from tracker.settings import WebSettings

    if web:
        serve_pages(asked_place(WebSettings(), host, port), lambda: run_demo()[1])
        return
    outcome, made = run_demo()
    made.close()
    raise typer.Exit(outcome)


def ingest(
    context: typer.Context,
    feed: Annotated[
        list[str] | None,
        typer.Option(
            "--feed",
            help="Only this feed, due or not; may be repeated.",
            metavar="NAME",
            show_default=False,
            autocompletion=complete_feed,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every feed, due or not.")] = False,
) -> None:
    """Looks at the feeds that are due once, takes in what is new, brings the timeline up to date.

    [dim]Examples[/dim]
      tracker ingest
      tracker ingest --all
      tracker ingest --feed 38north --feed dailynk
    """
    from jobs.ingest import ingest_once
    from tracker.cli.progress import progress

    here = current(context)
    with progress("feeds") as report:
        summary = ingest_once(
            here.engine,
            here.settings,
            here.rulebook,
            names=tuple(feed or ()),
            everything=everything,
            progress=report,
        )
    for line in _feed_lines(summary):
        print(line)
    for url, why in summary.pages.failures:
        say(f"{url}: {why}")
    for failure in summary.read.failures:
        say(failure)
    raise typer.Exit(summary.exit_code)


def _feed_lines(summary: "Summary") -> Iterator[str]:
    """A line for every feed that was asked and one for the whole."""
    width = max((len(report.name) for report in summary.feeds), default=0)
    for report in summary.feeds:
        told = f"{report.new} new, {report.changed} changed"
        if not report.fine:
            told = f"failed: {report.message or report.reason}"
        yield one_line(f"{report.name}:") + " " * (width - len(report.name) + 1) + one_line(told)
    pages, read = summary.pages, summary.read
    if not summary.feeds:
        yield "no feed is due (--all asks every one)"
    yield (
        f"{len(summary.feeds)} feeds asked, {sum(not one.fine for one in summary.feeds)} failed; "
        f"{pages.fetched} pages fetched, {pages.failed} failed, {pages.skipped} set aside; "
        f"{read.read} articles read, {read.mentions} mentions found"
    )
    if summary.changes:
        yield f"events: {describe(summary.changes)}"


def import_files(
    context: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help='JSONL, saved HTML pages, WARC; "-" is standard input.'
        ),
    ],
) -> None:
    """Takes in articles from files: JSONL (id, url, publisher, title, published, text or html), HTML, WARC.

    [dim]Examples[/dim]
      tracker import articles.jsonl
      tracker import saved-page.html crawl.warc.gz
      curl -s https://example.org/articles.jsonl | tracker import -
    """
    from jobs.importing import import_files as take_in
    from tracker.cli.progress import progress
    from tracker.clock import now

    here = current(context)
    with progress("articles") as report:
        summary = take_in(here.engine, here.rulebook, files, now(), progress=report)
    for problem in summary.problems:
        say(problem)
    print(summary.describe())
    if summary.problems:
        raise typer.Exit(1)


def daemon(
    context: typer.Context,
    form: Annotated[LogForm, typer.Option("--log", help="How the log is written.")] = LogForm.TEXT,
    web: Annotated[
        bool, typer.Option("--web", help="Also serves the pages, as `tracker web` does.")
    ] = False,
    host: HostOption = None,
    port: PortOption = None,
) -> None:
    """Looks at the feeds when they are due, day after day, until it is stopped (SIGTERM or Ctrl-C).

    [dim]Examples[/dim]
      tracker daemon
      tracker daemon --web
      tracker --config /etc/tracker/config.toml daemon --log json
    """
    from jobs.daemon import run_daemon
    from tracker.pulse import Pulse

    here = current(context)
    start_log(form)
    if not web and (host is not None or port is not None):
        raise UsageError("--host and --port are for the pages: add --web")
    if not web:
        run_daemon(here.engine, here.settings)
        return
    held = Renewed(here.engine, here.settings, here.rulebook)
    pulse = Pulse()
    with pages(held, asked_place(here.settings.web, host, port), pulse):
        run_daemon(here.engine, here.settings, reload=held.renew, pulse=pulse)
