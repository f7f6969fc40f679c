"""Look-alike happenings stay apart; one happening told in many ways comes together."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.telling import mention, source
from tracker.events import link
from tracker.values import Source

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


def told(number: int, row: dict[str, Any]) -> Source:
    known = {"event", "type", "when", "who", "title", "place", "published", "article"}
    more = {name: value for name, value in row.items() if name not in known}
    for name in more.keys() & {"names", "numbers", "rules", "words"}:
        more[name] = tuple(more[name])
    day = dt.date.fromisoformat(row["published"])
    key = f"{row['event']}-{number}"
    return source(
        key,
        mention(row["type"], row["when"], row["who"], row["title"], row.get("place", ""), **more),
        published=dt.datetime.combine(day, dt.time(12), dt.UTC),
        url=f"https://news.example/{row.get('article', key)}",
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case):
    sources = [told(number, row) for number, row in enumerate(case["mentions"])]
    expected: dict[str, set[str]] = {}
    for row, each in zip(case["mentions"], sources, strict=True):
        expected.setdefault(row["event"], set()).add(each.key)
    groups = [{each.key for each in group} for group in link(sources)]
    assert sorted(groups, key=sorted) == sorted(expected.values(), key=sorted)
