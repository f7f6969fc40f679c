"""What is looked for near a new mention: nothing that may tell the same happening is passed over."""

import datetime as dt
import itertools
import json
from types import SimpleNamespace
from typing import Any

import pytest

from db import events as queries
from db import migrate
from db.engine import begin
from tests.telling import interval, mention, source
from tracker.events.candidates import reach
from tracker.events.profile import profile_of
from tracker.timeline.linking import may_meet
from tracker.values import Status

SUNDAY = dt.datetime(2024, 6, 30, 9, tzinfo=dt.UTC)
WHEN = ["2024-06-19", "2024-06-17/2024-06-23", "2024-06-22/2024-06-23", "2024-06", "2024"]
RULES = [(), ("publication",), ("en.week",)]


@pytest.mark.parametrize(("when", "status", "rules"), [*itertools.product(WHEN, Status, RULES)])
def test_what_reaches_a_day_may_meet_it(when, status, rules):
    told = mention("summit", when, status=status, rules=rules)
    first, last = reach(profile_of(source("a", told, published=SUNDAY)))
    days = interval(when)
    row: Any = SimpleNamespace(
        start=days.first, end=days.last, status=status.value, rules=json.dumps(rules)
    )
    assert all(may_meet(row, [(1, 2), (day, day)]) for day in (first, last))
    assert not may_meet(row, [(first - 40, first - 30)])
    assert not may_meet(row, [(last + 30, last + 40)])
    assert not may_meet(row, [])


def test_few_old_versions_are_found_without_a_look_at_every_mention(sqlite_engine):
    asked: list[str] = []
    migrate.upgrade(sqlite_engine)
    with begin(sqlite_engine) as session:
        raw: Any = session.connection().connection.driver_connection
        raw.set_trace_callback(asked.append)
        assert queries.retired(session) == []
        raw.set_trace_callback(None)
        plan = [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {asked[-1]}")]
    assert "ix_article_version_replaced" in plan[0]
    assert "SEARCH mention" in plan[1]
