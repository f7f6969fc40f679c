"""Happenings of a type that came with a rule file, in towns of no gazetteer: told apart and put together."""

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from tests.stories.local_news import articles
from tracker.events import link
from tracker.mentions import find_mentions
from tracker.rulebook import load_rulebook
from tracker.values import Document, Kind, Source

RULES = Path(__file__).parents[1] / "data" / "rules"
LEAST_PRECISION, LEAST_F1 = 0.92, 0.88
Pairs = set[tuple[str, str]]


def news(document: Document) -> list[Source]:
    """What the article tells as its news, not what it only recalls."""
    told = [m for m in find_mentions(document, load_rulebook([RULES])) if m.type == "shooting"]
    return [
        Source(f"{document.url}#{number}", mention, document.url, document.publisher,
               Kind.INDEPENDENT, document.published, mention.evidence.of(document.text))
        for number, mention in enumerate(told)
        if mention.words
    ]  # fmt: skip


def pairs(groups: Iterable[Iterable[str]]) -> Pairs:
    return {pair for group in groups for pair in combinations(sorted(set(group)), 2)}


def test_look_alikes_in_many_towns_are_told_apart():
    corpus = articles(150, days=60)  # in one town of ten there are two a day
    by_shooting: dict[int, list[str]] = {}
    for document, number in corpus:
        by_shooting.setdefault(number, []).append(document.url)
    right = pairs(by_shooting.values())
    groups = link(source for document, _ in corpus for source in news(document))
    found = pairs([source.url for source in group] for group in groups)
    precision, recall = len(found & right) / len(found), len(found & right) / len(right)
    assert precision >= LEAST_PRECISION
    assert 2 * precision * recall / (precision + recall) >= LEAST_F1
