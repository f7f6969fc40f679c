"""Crashes in a dozen towns, read by a rule file of a user's own: what a pair of articles shares is one crash."""

import tomllib
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest

from db.engine import begin
from tests.stories.test_stories import tell
from tracker.rulebook import load_rulebook
from tracker.timeline.filters import Filters
from tracker.timeline.query import find_events
from tracker.values import Event, Evidence

FOLDER = Path(__file__).parents[1] / "data" / "road_accidents"
ARTICLES = tomllib.loads((FOLDER / "articles.toml").read_text(encoding="utf-8"))["article"]
FAMOUS = "Carver Bridge"
LEAST_PRECISION, LEAST_F1 = 0.98, 0.95
SHOWN = 0.5  # the least confidence of what is shown unless more is asked for


def pairs(events: Iterable[Event]) -> set[tuple[str, str]]:
    told = ({source.url for source in event.sources} for event in events)
    return {pair for urls in told for pair in combinations(sorted(urls), 2)}


@pytest.fixture
def events(sqlite_engine, now):
    tell(sqlite_engine, ARTICLES, now, load_rulebook([FOLDER / "rules"]))
    with begin(sqlite_engine, read_only=True) as session:
        return find_events(session, Filters(types=("road_accident",)))


def test_two_articles_share_a_crash_if_both_report_it(events):
    case = {row["url"]: row["case"] for row in ARTICLES}
    found = pairs(event for event in events if event.confidence >= SHOWN)
    right = {(a, b) for a, b in combinations(sorted(case), 2) if case[a] == case[b]}
    precision, recall = len(found & right) / len(found), len(found & right) / len(right)
    assert precision >= LEAST_PRECISION
    assert 2 * precision * recall / (precision + recall) >= LEAST_F1


def test_whoever_recalls_a_famous_crash_is_no_source_of_it(events):
    famous = next(event for event in events if event.interval.first.year == 2019)
    recalling = [row["url"] for row in ARTICLES if FAMOUS in row["text"]]
    reporting = [row["url"] for row in ARTICLES if row["case"] == "carver-bridge"]
    assert urls(famous.sources) == reporting
    assert urls(famous.recalled_by) == [url for url in recalling if url not in reporting]


def test_what_nobody_reports_and_others_recall_is_kept_and_not_shown(sqlite_engine, now):
    told = [row for row in ARTICLES if FAMOUS in row["text"] and row["case"] != "carver-bridge"]
    tell(sqlite_engine, told, now, load_rulebook([FOLDER / "rules"]))
    with begin(sqlite_engine, read_only=True) as session:
        kept = find_events(session, Filters(until=told[0]["day"].replace(year=2020)))
    assert [urls(event.sources) for event in kept] == [[row["url"] for row in told]]
    assert kept[0].confidence < SHOWN


def urls(sources: Iterable[Evidence]) -> list[str]:
    return sorted({source.url for source in sources}, key=lambda url: int(url.rpartition("/")[2]))
