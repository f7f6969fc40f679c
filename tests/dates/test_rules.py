"""Every date rule has examples and counter-examples beside it, and they hold."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from tracker.dates import find_dates
from tracker.dates.rules import grammar
from tracker.dates.scan import scan
from tracker.dates.view import view_of
from tracker.rulebook import load_rulebook
from tracker.values import Document

RULEBOOK = load_rulebook()
FILES = [file for file in RULEBOOK.files if "/dates/" in file.name and file.path.suffix == ".toml"]


def examples() -> Iterator[Any]:
    for file in FILES:
        for number, row in enumerate(file.table.get("example", ()), 1):
            yield pytest.param(file.name.split("/")[0], row, id=f"{file.name}-{number}")


def rules() -> Iterator[Any]:
    for file in FILES:
        for row in _ways(file):
            yield pytest.param(file, row["id"], id=row["id"])


def _ways(file):
    """Everything of a rule file that reads dates and wants examples."""
    return [row for kind in ("rule", "join", "beside") for row in file.table.get(kind, ())]


@pytest.mark.parametrize(("language", "row"), list(examples()))
def test_an_example_holds(language, row):
    published = dt.datetime.combine(row["published"], dt.time(12), dt.UTC)
    document = Document("", "", row["text"], published, language=language)
    found = [
        {"phrase": date.phrase, "value": date.value} for date in find_dates(document, RULEBOOK)
    ]
    assert found == row.get("expect", [])


@pytest.mark.parametrize(("file", "rule"), list(rules()))
def test_a_rule_has_an_example_and_a_counter_example(file, rule):
    rows = [row for row in file.table.get("example", ()) if row["rule"] == rule]
    fired = [rule in _rules_of(file, row) for row in rows]
    assert True in fired, f"{file.name}: {rule} has no example in which it reads a date"
    assert False in fired, f"{file.name}: {rule} has no example in which it stays silent"


def _rules_of(file, row):
    """The rules that read something, or passed over something, in an example."""
    language = file.name.split("/")[0]
    published = dt.datetime.combine(row["published"], dt.time(12), dt.UTC)
    document = Document("", "", row["text"], published, language=language)
    silent: set[str] = set()
    scan(view_of(row["text"]), grammar(RULEBOOK, language), lambda match: _passed(match, silent))
    return silent | {date.rule for date in find_dates(document, RULEBOOK)}


def _passed(match, silent):
    if match.kind == "nothing":
        silent.add(match.rule.id)
    return match.kind == "nothing"


def test_rule_ids_are_unique():
    ids = [row["id"] for file in FILES for row in _ways(file)]
    assert len(ids) == len(set(ids))
