"""The command that tries a draft of an event type on articles: what it would find, without storing anything."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.context import current
from tracker.cli.failures import say
from tracker.cli.records import Rows, RowsOption, print_records
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.rulebook import Rulebook
    from tracker.values import Document

__all__ = ["try_draft"]


def try_draft(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The draft: one event type.")],
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLES…", help='JSONL; "-" is standard input.')
    ],
    language: Annotated[
        str | None,
        typer.Option(
            help="The draft's language; else that of the folder it lies in, else en.",
            show_default=False,
        ),
    ] = None,
    reasons: Annotated[
        bool, typer.Option("--reasons", help="Also the words that gave nothing, and why.")
    ] = False,
    format: RowsOption = Rows.TABLE,
) -> None:
    """What a draft rule file would find in articles, without storing anything.

    The rules folder that the draft lies in (…/en/events/protest.toml) is read as well.

    [dim]Examples[/dim]
      tracker rules try my-rules/en/events/protest.toml articles.jsonl
      tracker rules try protest.toml articles.jsonl --reasons --format json
    """
    from tracker.rulebook import folder_of, with_draft

    if not file.is_file():
        raise UsageError(f"{file}: there is no such file")
    home = folder_of(file)
    language = language or (home[1] if home else "en")
    rulebook = with_draft(current(context).rulebook, file, language)
    ids = _ids(rulebook, file, language)
    shown: list[dict[str, Any]] = []
    found = 0
    for document in _documents(articles):
        records = _records(document, rulebook, ids, reasons)
        found += sum(not record["reason"] for record in records)
        if format is Rows.JSONL:
            print_records(records, format)  # as they come: nothing is lost when it is stopped
        else:
            shown += records
    _show(shown, format)
    say(f"{found} mentions found by {file}")


def _ids(rulebook: "Rulebook", file: Path, language: str) -> set[str]:
    """The ids of the draft's rules; a wrong draft raises RuleError with its line."""
    from tracker.mentions.rules import load_rules

    load_rules(rulebook, language)
    draft = next(f for f in rulebook.files if f.path == file)
    return {str(row["id"]) for row in draft.table.get("trigger", [])}


def _documents(names: list[str]) -> "Iterator[Document]":
    from jobs.records import read_records, require_files
    from tracker.values import Document

    require_files(names)
    for name in names:
        for record in read_records(name):
            arrival = record.arrival
            if record.problem or arrival is None or not arrival.text:
                say(f"{record.where}: {record.problem or 'has no text; only texts are tried'}")
                continue
            yield Document(
                arrival.url,
                arrival.title,
                arrival.text,
                arrival.published,
                arrival.publisher,
                language=arrival.language,
            )


def _records(
    document: "Document", rulebook: "Rulebook", ids: Collection[str], reasons: bool
) -> list[dict[str, Any]]:
    """What the draft's rules found in an article, in text order, and if asked what they did not."""
    from tracker.mentions import explain, find_mentions
    from tracker.views.tried import mention_record, silent_record

    found = [
        mention_record(mention, document, [id for id in mention.rules if id in ids])
        for mention in find_mentions(document, rulebook)
        if not set(mention.rules).isdisjoint(ids)
    ]
    silent = explain(document, rulebook, beaten=True) if reasons else ()
    found += [
        silent_record(told.type, told.rule, told.words, told.sentence.span, told.reason, document)
        for told in silent
        if told.mention is None and told.rule in ids and told.told_by not in ids
    ]
    return sorted(found, key=lambda record: record["span"])


def _show(records: list[dict[str, Any]], format: Rows) -> None:
    if format is not Rows.TABLE:
        print_records(records, format)
    elif records:
        from tracker.views.terminal import console, widen
        from tracker.views.tried import tried_table

        screen = console()
        screen.print(tried_table(records, widen(screen)))
