"""The demonstration: runs anywhere, twice, and shows what it promises."""

import datetime as dt
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.cli.conftest import Tracker
from tracker.demo.site import Site, serve
from tracker.demo.stories import load_outlets

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def site() -> Site:
    return Site(load_outlets(TODAY))


def test_there_are_a_dozen_articles_by_four_publishers_and_one_correction(site: Site) -> None:
    stories = [story for outlet in site.outlets.values() for story in outlet.stories]
    assert len(stories) >= 12
    assert len(site.outlets) >= 4
    assert [story.slug for story in stories if story.first] == ["second-quarter"]
    assert all(story.published.tzinfo for story in stories)


@pytest.mark.parametrize("month", range(1, 13))
def test_the_almanac_has_something_for_every_quarter(month: int) -> None:
    almanac = load_outlets(dt.date(2026, month, 28))[-1]
    [story] = almanac.stories
    assert story.text
    assert story.published.date() <= dt.date(2026, month, 28)


def test_the_site_answers_unchanged_feeds_with_304_and_changed_ones_with_the_correction(
    site: Site,
) -> None:
    with serve(site):
        addresses = {outlet.slug: url for outlet, url in site.feeds()}
        tags = {slug: _ask(url)[1] for slug, url in addresses.items()}
        assert {_ask(url, tags[slug])[0] for slug, url in addresses.items()} == {304}
        page = f"{site.base}/taedong-review/second-quarter.html"
        assert "June 21 to 24" in _ask(page)[2]
        site.correct()
        fresh = {slug for slug, url in addresses.items() if _ask(url, tags[slug])[0] == 200}
        assert fresh == {"taedong-review"}
        assert "June 21 to 23" in _ask(page)[2]
        assert _ask(f"{site.base}/nothing/here.html")[0] == 404


def _ask(url: str, tag: str = "") -> tuple[int, str, str]:
    request = urllib.request.Request(url, headers={"If-None-Match": tag} if tag else {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers["ETag"], answer.read().decode()
    except urllib.error.HTTPError as error:
        error.close()
        return error.code, "", ""


def test_the_demonstration_runs_twice_and_shows_what_it_promises(
    tracker: Tracker, folder: Path
) -> None:
    for _ in range(2):
        shown = tracker("demo")
        assert (shown.code, shown.err) == (0, "")
    out = shown.out
    for part in (
        "This quarter",
        "The busiest quarter",
        "Upcoming",
        "The calendar file: demo-output/timeline.ics",
        "Try next",
    ):
        assert part in out
    assert "0 new articles, 1 changed" in out
    commands = [
        line.split()[1:] for line in out.splitlines() if line.startswith("  tracker --config")
    ]
    assert len(commands) == 3
    assert Calendar.from_ical((folder / "demo-output" / "timeline.ics").read_bytes()).walk("VEVENT")


@pytest.fixture
def demonstrated(tracker: Tracker) -> Tracker:
    """The program after the demonstration, asking its database."""
    tracker("demo")
    return lambda *arguments: tracker("--config", "demo-output/config.toml", *arguments)


def test_what_it_found_is_true(demonstrated: Tracker) -> None:
    """A few facts that the articles state, each once: merged, cancelled, corrected."""
    import json

    events = [
        json.loads(line) for line in demonstrated("events", "--format", "jsonl").out.splitlines()
    ]

    def found(type: str, start: str) -> Any:
        [event] = [one for one in events if (one["type"], one["start"]) == (type, start)]
        return event

    signing = found("agreement", "2024-06-19")
    assert len({source["url"] for source in signing["sources"]}) == 2
    plenary = found("plenary", "2025-06-21")
    assert plenary["end"] == "2025-06-23"
    assert found("exercise", "2025-08-18")["status"] == "occurred"
    assert found("ceremony", "2027-03-19")["status"] == "planned"
    assert found("summit", "2025-06-17")["status"] == "cancelled"
    assert found("weapons_test", "2025-10-22")
    assert found("sanctions", "2025-07-24")
