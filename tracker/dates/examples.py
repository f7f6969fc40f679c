"""Runs the examples that stand beside the date rules: what a rule must read, and what it must pass over."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from tracker.dates.find import find_dates
from tracker.dates.rules import grammar
from tracker.dates.scan import Match, scan
from tracker.dates.view import view_of
from tracker.rulebook import Rulebook, RuleFile
from tracker.values import Document

__all__ = ["date_files", "date_rules", "faults_of_dates", "wrong_dates"]

Row = Mapping[str, Any]


def faults_of_dates(rulebook: Rulebook) -> Iterator[tuple[RuleFile, Row, str]]:
    """Each example that does not hold and each rule that lacks one, with its file and what is wrong.

    Raises RuleError naming file, line and key for whatever cannot be understood.
    """
    for file in date_files(rulebook):
        examples = file.table.get("example", ())
        for row in examples:
            wrong = wrong_dates(row, file, rulebook)
            if wrong:
                yield file, row, wrong
        for row in date_rules(file):
            spoke = [
                row["id"] in _rules_in(each, file, rulebook)
                for each in examples
                if each["rule"] == row["id"]
            ]
            for speaks, lacks in ((True, "no example"), (False, "no counter-example")):
                if speaks not in spoke:
                    yield file, row, f"has {lacks}"


def date_files(rulebook: Rulebook) -> list[RuleFile]:
    """The files of date rules, of every language."""
    return [f for f in rulebook.files if "/dates/" in f.name and f.path.suffix == ".toml"]


def date_rules(file: RuleFile) -> list[Row]:
    """Everything of a file that reads dates and wants examples."""
    return [row for kind in ("rule", "join", "beside") for row in file.table.get(kind, ())]


def wrong_dates(example: Row, file: RuleFile, rulebook: Rulebook) -> str:
    """What the dates of an example are, where they are not those that it expects; "" where it holds."""
    dates = find_dates(_document(example, file), rulebook)
    found = [{"phrase": date.phrase, "value": date.value} for date in dates]
    if found == example.get("expect", []):
        return ""
    return "yields " + (", ".join(f"{d['phrase']} = {d['value']}" for d in found) or "nothing")


def _rules_in(example: Row, file: RuleFile, rulebook: Rulebook) -> set[str]:
    """The rules that read something, or pass over something, in an example."""
    document = _document(example, file)
    spoke = {date.rule for date in find_dates(document, rulebook)}

    def passed_over(match: Match) -> bool:
        nothing = match.kind == "nothing"
        spoke.update([match.rule.id] if nothing else [])
        return nothing

    scan(view_of(document.text), grammar(rulebook, document.language), passed_over)
    return spoke


def _document(example: Row, file: RuleFile) -> Document:
    published = dt.datetime.combine(example["published"], dt.time(12), dt.UTC)
    return Document("", "", str(example["text"]), published, language=file.name.split("/")[0])
