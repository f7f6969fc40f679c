"""Commands about feeds: how they fare, a dry run of one, exchanging lists of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.context import Context, current
from tracker.cli.failures import say
from tracker.cli.records import Rows, RowsOption, print_records
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.settings import FeedSettings

__all__ = ["feeds"]

feeds = typer.Typer(help="The feeds and how they fare.", no_args_is_help=True)

COLUMNS = ("name", "state", "last_success", "next_check", "weekly", "failures", "reason")
WORDS = ("name", "state", "last_success", "failures", "reason")  # leaves room for whole sentences


@feeds.command("list")
def list_feeds(context: typer.Context, format: RowsOption = Rows.TABLE) -> None:
    """Every feed: its state, when it last gave something, when it is looked at next, what is wrong.

    `tracker feeds problems` says in whole sentences what is wrong.

    [dim]Examples[/dim]
      tracker feeds list
      tracker feeds list --format json
    """
    from tracker.answers.feeds import feed_records

    records = feed_records(current(context))
    if not records:
        say("no feeds are configured: add [[feeds]] to config.toml")
    _show(records, format)


@feeds.command()
def problems(context: typer.Context, format: RowsOption = Rows.TABLE) -> None:
    """Only the feeds that are not well, and why; exits with 1 if there are any.

    [dim]Examples[/dim]
      tracker feeds problems
    """
    from tracker.answers.feeds import feed_records, in_words, is_unwell

    unwell = [one for one in feed_records(current(context)) if is_unwell(one)]
    if format is Rows.TABLE:
        unwell = [{**one, "reason": in_words(one)} for one in unwell]
    _show(unwell, format, WORDS)
    if unwell:
        raise typer.Exit(1)
    say("every feed is well")


@feeds.command()
def check(
    context: typer.Context,
    url: Annotated[str, typer.Argument(metavar="URL", help="An address, or a feed's name.")],
    links: Annotated[
        str,
        typer.Option(
            help="Read it as an index page: the CSS selector of its links.", show_default=False
        ),
    ] = "",
    limit: Annotated[int, typer.Option(help="Show so many items.", min=0)] = 10,
) -> None:
    """A dry run: every hop with its headers, the items, and the text of the first article.

    [dim]Examples[/dim]
      tracker feeds check https://example.org/rss.xml
      tracker feeds check 38north
      tracker feeds check https://example.org/news --links "h2.title a"
    """
    from jobs.checking import check_feed
    from tracker.cli.checked import in_lines

    here = current(context)
    seen = check_feed(here.settings, _feed_at(here, url, links))
    for line in in_lines(seen, limit):
        print(line)
    if seen.problem:
        raise typer.Exit(1)


@feeds.command("export")
def export_opml(
    context: typer.Context,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file.", show_default=False)
    ] = None,
) -> None:
    """The configured feeds as OPML, with everything that is set for them.

    [dim]Examples[/dim]
      tracker feeds export -o feeds.opml
    """
    from jobs.subscriptions import export_feeds

    settings = current(context).settings
    text = export_feeds(settings)
    if any(feed.headers for feed in settings.feeds):
        say("the headers set for feeds are included: mind who gets to see them")
    if output is None:
        print(text, end="")
    else:
        output.write_text(text, encoding="utf-8")
        print(f"written: {output}")


@feeds.command("import")
def import_opml(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An OPML file.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only print what would be added.")
    ] = False,
) -> None:
    """Adds the feeds of an OPML file to the configuration file.

    [dim]Examples[/dim]
      tracker feeds import feeds.opml --dry-run
      tracker feeds import feeds.opml
    """
    from jobs.subscriptions import import_feeds

    settings = current(context).settings
    found = import_feeds(file.read_bytes(), settings)
    for line in found.skipped:
        say(f"left out: {line}")
    if dry_run:
        print(found.tables, end="")
        return
    target = settings.file or Path("config.toml")
    if found.added:
        with target.open("a", encoding="utf-8") as config:
            config.write(found.tables)
    print(f"{len(found.added)} feeds added to {target}, {len(found.skipped)} left out")


def _feed_at(here: Context, url: str, links: str) -> "FeedSettings":
    from tracker.addresses import check_url
    from tracker.settings import FeedSettings

    for feed in here.settings.feeds:
        if url in (feed.name, feed.url):
            return feed.model_copy(update={"links": links or feed.links})
    try:
        return FeedSettings(name="check", url=check_url(url), links=links)
    except ValueError as error:
        reason = str(error).splitlines()[0]
        raise UsageError(f"neither a feed's name nor an address: {reason}") from error


def _show(records: list[dict[str, Any]], format: Rows, columns: tuple[str, ...] = COLUMNS) -> None:
    if format is not Rows.TABLE:
        print_records(records, format)
    elif records:
        from tracker.views.lists import list_table
        from tracker.views.terminal import console

        console().print(list_table(records, columns))
