"""Whatever comes in, in whatever order and however many at a time, makes the same events."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from db import tables
from db.engine import begin, open_engine
from tests.events.test_order import MENTIONS
from tests.telling import article
from tracker.timeline.ledger import relink
from tracker.values import Mention

DAYS = ["", "2024-05-07", "2024-05-20"]
TOLD = st.lists(st.tuples(MENTIONS, st.sampled_from(DAYS)), min_size=2, max_size=8)
Told = list[tuple[int, tuple[Mention, str]]]


def events(empty: Path, told: Told, batch: int, now) -> set[frozenset[str]]:
    """The events, each as the addresses that tell it, once the articles came in `batch` by `batch`."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "batches.db"
        path.write_bytes(empty.read_bytes())
        engine = open_engine(f"sqlite:///{path}")
        for start in range(0, len(told), batch):
            with begin(engine) as session:
                for number, (mention, published) in told[start : start + batch]:
                    url = f"https://news.example/{number}"
                    article(session, url, mention, now=now, text=f"{number}", published=published)
                relink(session, now)
        found: dict[str, set[str]] = {}
        with begin(engine, read_only=True) as session:
            for row in session.exec(select(tables.Mention)):
                found.setdefault(row.event_id or "", set()).add(row.key)
        engine.dispose()
    assert "" not in found
    return {frozenset(keys) for keys in found.values()}


@pytest.fixture(scope="module")
def empty(migrated_file: Path) -> Path:
    return migrated_file  # a path: hypothesis prints what a test is given


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(told=TOLD, seed=st.integers(0, 99), batch=st.integers(1, 5))
def test_any_order_and_any_batches_make_the_same_events(empty, now, told, seed, batch):
    numbered = list(enumerate(told))
    shuffled = random.Random(seed).sample(numbered, len(numbered))
    assert events(empty, shuffled, batch, now) == events(empty, numbered, len(numbered), now)
