"""However the articles come in, the timeline is the same."""

import datetime as dt
import random
import shutil
from itertools import groupby
from pathlib import Path

import pytest

from db.engine import Engine, begin, open_engine
from tests.events.test_cases import CASES, told
from tests.telling import article
from tracker.timeline.ledger import relink
from tracker.timeline.query import find_events
from tracker.values import Source

CORPUS = [
    (told(number, row), case["name"])
    for case in CASES
    for number, row in enumerate(case["mentions"])
]


def timeline(engine: Engine) -> list[tuple[object, ...]]:
    with begin(engine, read_only=True) as session:
        return sorted(
            (
                event.type,
                event.interval.first,
                event.interval.last,
                event.title,
                event.status,
                event.actors,
                event.place or "",
                tuple(sorted(source.url for source in event.sources)),
            )
            for event in find_events(session)
        )


def store(engine: Engine, corpus: list[tuple[Source, str]], now, batch: int) -> None:
    for start in range(0, len(corpus), batch):
        with begin(engine) as session:
            for source, name in corpus[start : start + batch]:
                url = f"{source.url}/{name.replace(' ', '-')}/{source.key}"
                published = source.published.date().isoformat() if source.published else ""
                article(session, url, source.mention, now=now, published=published)
            relink(session, now)


@pytest.fixture
def whole(sqlite_url, now):
    engine = open_engine(sqlite_url)
    store(engine, CORPUS, now, len(CORPUS))
    found = timeline(engine)
    engine.dispose()
    return found


@pytest.mark.parametrize(("seed", "batch"), [(1, 1), (2, 1), (3, 5), (4, 17), (5, 40)])
def test_shuffled_articles_give_the_same_timeline(whole, migrated_file, tmp_path, now, seed, batch):
    path = tmp_path / "shuffled.db"
    path.write_bytes(migrated_file.read_bytes())
    engine = open_engine(f"sqlite:///{path}")
    corpus = list(CORPUS)
    random.Random(seed).shuffle(corpus)
    store(engine, corpus, now, batch)
    assert timeline(engine) == whole
    engine.dispose()


def test_a_timeline_made_anew_has_the_ids_that_came_with_the_reports(
    sqlite_url: str, migrated_file: Path, tmp_path: Path, now: dt.datetime
) -> None:
    """As the articles were published, and all at once in another order."""
    corpus = sorted(CORPUS, key=_day)
    engine = open_engine(sqlite_url)
    for _, group in groupby(corpus, _day):
        told = list(group)
        store(engine, told, now, len(told))
    other = open_engine(f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'anew.db')}")
    random.Random(7).shuffle(corpus)
    store(other, corpus, now, len(corpus))
    assert ids(engine) == ids(other)
    engine.dispose()
    other.dispose()


def _day(told: tuple[Source, str]) -> str:
    published = told[0].published
    return published.date().isoformat() if published else "9999"


def ids(engine: Engine) -> set[str]:
    with begin(engine, read_only=True) as session:
        return {event.id for event in find_events(session)}
