"""Look-alikes of a type that came with a rule file: small reports, and which of them tell one happening."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.stories.test_local_news import RULES
from tracker.events import link
from tracker.mentions import find_mentions
from tracker.rulebook import load_rulebook
from tracker.values import Document, Kind, Source

FILE = Path(__file__).parents[1] / "data" / "look_alikes.toml"
STORIES = tomllib.loads(FILE.read_text(encoding="utf-8"))["story"]


def sources(number: int, row: dict[str, Any]) -> list[Source]:
    """What the article reports, not what it only recalls."""
    document = Document(
        url=f"https://paper.example/{number}",
        title=row["title"],
        text=row["text"],
        published=dt.datetime.fromisoformat(f"{row['day']}T15:00:00+00:00"),
        publisher=row.get("publisher", f"Paper {number}"),
    )
    told = [m for m in find_mentions(document, load_rulebook([RULES])) if m.type == "shooting"]
    return [
        Source(f"{document.url}#{at}", mention, document.url, document.publisher,
               Kind.INDEPENDENT, document.published, mention.evidence.of(document.text))
        for at, mention in enumerate(told)
        if not mention.recalled
    ]  # fmt: skip


@pytest.mark.parametrize("story", STORIES, ids=[story["name"] for story in STORIES])
def test_each_happening_has_the_articles_that_report_it(story):
    told = [source for n, row in enumerate(story["article"]) for source in sources(n, row)]
    expected: dict[int, set[str]] = {}
    for number, row in enumerate(story["article"]):
        expected.setdefault(row["case"], set()).add(f"https://paper.example/{number}")
    groups = [{source.url for source in group} for group in link(told)]
    assert sorted(groups, key=sorted) == sorted(expected.values(), key=sorted)
