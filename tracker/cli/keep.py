"""Commands that look after what is stored: articles, feeds, the database."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.answers import periods
from tracker.cli.context import current
from tracker.cli.failures import say
from tracker.cli.feeds import feeds
from tracker.cli.records import Rows, RowsOption, print_records
from tracker.errors import StorageError

if TYPE_CHECKING:
    from db.reports import ArticleRow

__all__ = ["register"]

PANEL = "Keep"


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    app.command(rich_help_panel=PANEL)(articles)
    app.add_typer(feeds, name="feeds", rich_help_panel=PANEL)
    database = typer.Typer(help="The database: upgrade, check, copy.", no_args_is_help=True)
    for command in (upgrade, check, backup):
        database.command()(command)
    app.add_typer(database, name="db", rich_help_panel=PANEL)


def articles(
    context: typer.Context,
    feed: Annotated[
        str | None, typer.Option(help="Listed by this feed.", show_default=False)
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(help="Of this publisher.", show_default=False)
    ] = None,
    state: Annotated[
        str | None,
        typer.Option(
            help="pending, ready, teaser, blocked, skipped or failed.", show_default=False
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(help="Published from this day on.", metavar="DAY", show_default=False),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(help="Published up to this day.", metavar="DAY", show_default=False),
    ] = None,
    search: Annotated[
        str,
        typer.Option(help="With these words in the title.", metavar="WORDS", show_default=False),
    ] = "",
    limit: Annotated[
        int | None, typer.Option(help="At most so many.", min=1, show_default=False)
    ] = None,
    text: Annotated[bool, typer.Option("--text", help="With the whole text.")] = False,
    format: RowsOption = Rows.TABLE,
) -> None:
    """The stored articles, newest first.

    [dim]Examples[/dim]
      tracker articles --limit 20
      tracker articles --feed 38north --state failed
      tracker articles --since 2025-06-01 --text --format jsonl > articles.jsonl
    """
    from db.engine import begin
    from db.reports import article_rows

    after = periods.day(until) + dt.timedelta(days=1) if until else None
    with begin(current(context).engine, read_only=True) as session:
        rows = article_rows(
            session, feed=feed, publisher=publisher, state=state, search=search, limit=limit, text=text,
            since=_midnight(periods.day(since)) if since else None,
            until=_midnight(after) if after else None,
        )  # fmt: skip
    if not rows:
        say("no articles match")
    if format is Rows.TABLE:
        _print_articles(rows, text)
    else:
        print_records([_article_record(row, text) for row in rows], format)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.min, dt.UTC)


def _article_record(row: "ArticleRow", text: bool) -> dict[str, Any]:
    record = {
        "url": row.article.url,
        "title": row.article.title,
        "published": row.article.published.isoformat() if row.article.published else None,
        "publisher": row.article.publisher,
        "feed": row.feeds[0] if row.feeds else None,
        "feeds": list(row.feeds),
        "state": row.article.state,
        "reason": row.article.reason,
        "versions": row.versions,
    }
    return {**record, "text": row.text} if text else record


def _print_articles(rows: "list[ArticleRow]", text: bool) -> None:
    from tracker.views.lists import article_texts, list_table
    from tracker.views.terminal import console

    if text:
        console().print(article_texts([_article_record(row, True) for row in rows]))
    elif rows:
        records = [_article_record(row, False) for row in rows]
        console().print(
            list_table(records, ("published", "title", "publisher", "state", "versions"))
        )


def upgrade(context: typer.Context) -> None:
    """Creates the database or brings it to this program's version; harmless where it is there already.

    [dim]Examples[/dim]
      tracker db upgrade
      tracker --database postgresql+psycopg://localhost/tracker db upgrade
    """
    from db.migrate import HEAD
    from tracker.cli.database import shown

    engine = current(context).engine
    print(f"{shown(engine)} has schema {HEAD}, the newest")


def check(context: typer.Context) -> None:
    """Looks for damage: the file itself, rows that point nowhere, quotes outside their text, words that
    are not found. Also says how many articles were read by older rules.

    [dim]Examples[/dim]
      tracker db check
    """
    from db.migrate import check as find_problems
    from tracker.cli.database import shown
    from tracker.pipeline.reading import count_unread

    here = current(context)
    engine = here.engine
    problems = find_problems(engine)
    if not problems and (older := count_unread(engine, here.rulebook)):
        say(f"{older} articles were read by older rules, or not yet: tracker reprocess reads them")
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(1)
    print(f"{shown(engine)} is sound")


def backup(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Where the copy goes; must not exist yet.")
    ],
) -> None:
    """Writes a consistent copy of an SQLite database, also while the daemon runs.

    [dim]Examples[/dim]
      tracker db backup tracker-2026-11-22.db
    """
    from db.migrate import BackupError
    from db.migrate import backup as copy

    try:
        copy(current(context).engine, file)
    except BackupError as error:
        raise StorageError(str(error)) from error
    print(f"written: {file}")
