"""Commands for those who write rules: check a folder of them, try a draft on articles."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.context import current
from tracker.cli.failures import say
from tracker.cli.trying import try_draft

if TYPE_CHECKING:
    from tracker.rulebook import Rulebook

__all__ = ["register"]

PANEL = "Correct"
rules = typer.Typer(name="rules", help="Rule files: check them, try a draft.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    rules.command("try")(try_draft)
    app.add_typer(rules, rich_help_panel=PANEL)


@rules.command("check")
def check(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FOLDER]", help="A rules folder beside the shipped one.", show_default=False
        ),
    ] = None,
) -> None:
    """Reads every rule file, names what is wrong by file and line, and runs the examples.

    [dim]Examples[/dim]
      tracker rules check
      tracker rules check my-rules
    """
    from tracker.rulebook import load_rulebook

    rulebook = load_rulebook([folder]) if folder else current(context).rulebook
    faults = list(_faults(rulebook))
    for fault in faults:
        print(fault)
    say(f"{_count(rulebook)}: {len(faults)} wrong" if faults else f"{_count(rulebook)}: all fine")
    raise typer.Exit(1 if faults else 0)


def _faults(rulebook: "Rulebook") -> Iterator[str]:
    from tracker.dates.examples import faults_of_dates
    from tracker.mentions.examples import check_examples, missing_examples
    from tracker.mentions.rules import load_rules

    for file, row, fault in faults_of_dates(rulebook):
        name, text = str(row.get("rule") or row["id"]), str(row.get("text", ""))
        line = file.line_of(text[:40]) if text else file.line_of(f'"{name}"')
        yield f"{file.path}:{line or 1}: {name}: " + (f'"{text}" {fault}' if text else fault)
    for language in _languages(rulebook):
        for kind in load_rules(rulebook, language).types.values():
            for missing in missing_examples(kind):
                yield f"{kind.file.path if kind.file else kind.type}: {missing}"
        for outcome in check_examples(rulebook, language):
            if outcome.fault:
                file, example = outcome.example.file, outcome.example
                line = file.line_of(example.text[:40]) or 1
                yield f'{file.path}:{line}: {example.rule}: "{example.text}" {outcome.fault}'


def _languages(rulebook: "Rulebook") -> list[str]:
    names = {file.name.split("/")[0] for file in rulebook.files if "/events/" in file.name}
    return sorted(names)


def _count(rulebook: "Rulebook") -> str:
    from tracker.dates.examples import date_files, date_rules
    from tracker.mentions.rules import load_rules

    kinds = [k for name in _languages(rulebook) for k in load_rules(rulebook, name).types.values()]
    triggers = sum(len(kind.triggers) for kind in kinds)
    examples = sum(len(kind.examples) for kind in kinds)
    files = date_files(rulebook)
    dates = sum(len(date_rules(file)) for file in files)
    more = sum(len(file.table.get("example", ())) for file in files)
    return f"{len(kinds)} event types, {triggers} rules, {examples} examples; {dates} date rules, {more} examples"
