"""Small articles, and the timeline they must become: through the whole pipeline, in any order."""

import datetime as dt
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from db.engine import Engine, begin
from tracker.pipeline import Arrival, publish, read_unread, take_in
from tracker.rulebook import Rulebook, load_rulebook
from tracker.timeline.query import find_events
from tracker.values import Event
from tracker.views.lives import life_of

STORIES = sorted(Path(__file__).parent.glob("*.toml"))
FIELDS = {
    "type": lambda event: event.type,
    "start": lambda event: event.interval.first.isoformat(),
    "end": lambda event: event.interval.last.isoformat(),
    "precision": lambda event: event.interval.precision.value,
    "status": lambda event: event.status.value,
    "place": lambda event: event.place,
    "ordinal": lambda event: event.ordinal,
    "life": lambda event: [f"{stage.status} {stage.days}" for stage in life_of(event)],
    "relations": lambda event: sorted(one.kind for one in event.relations),
    "sources": lambda event: len({source.url for source in event.sources}),
    "independent": lambda event: len({s.publisher for s in event.sources if s.independent}),
}


def read(story: Path) -> dict[str, Any]:
    return tomllib.loads(story.read_text(encoding="utf-8"))


def tell(
    engine: Engine,
    articles: Sequence[dict[str, Any]],
    now: dt.datetime,
    rulebook: Rulebook | None = None,
) -> None:
    """Takes the articles in one after another, as a daemon would."""
    rulebook = rulebook or load_rulebook()
    for row in articles:
        arrival = Arrival(
            url=row["url"],
            title=row["title"],
            text=row["text"].strip(),
            publisher=row["publisher"],
            published=dt.datetime.fromisoformat(row["published"]),
            origin="import",
        )
        with begin(engine) as session:
            take_in(session, arrival, now)
        read_unread(engine, rulebook, now)
        publish(engine, rulebook, now)


def timeline(engine: Engine) -> tuple[Event, ...]:
    with begin(engine, read_only=True) as session:
        return find_events(session)


def shown(event: Event, fields: Sequence[str]) -> dict[str, Any]:
    return {field: FIELDS[field](event) for field in fields}


@pytest.mark.parametrize("story", STORIES, ids=[story.stem for story in STORIES])
def test_story(engine, now, story):
    told = read(story)
    tell(engine, told["article"], now)
    events = timeline(engine)
    expected = told["event"]
    assert len(events) == len(expected), [(e.type, e.interval.first, e.title) for e in events]
    for event, row in zip(events, expected, strict=True):
        assert shown(event, list(row)) == row


@pytest.mark.parametrize("story", STORIES, ids=[story.stem for story in STORIES])
def test_told_backwards_it_is_the_same(sqlite_engine, now, story):
    told = read(story)
    if told.get("order_matters"):
        pytest.skip("one article is corrected by a later one")
    tell(sqlite_engine, list(reversed(told["article"])), now)
    fields = list(FIELDS)
    events = [shown(event, fields) for event in timeline(sqlite_engine)]
    for event, row in zip(events, told["event"], strict=True):
        assert {field: event[field] for field in row} == row
