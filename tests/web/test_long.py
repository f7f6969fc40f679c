"""A long timeline as pages: light to send, whatever its length."""

import gzip
import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from db.engine import Engine
from tests.bench.answers import fill
from tests.web.conftest import BASE, TOKEN, Tools, Visit, site
from tracker.rulebook import load_rulebook
from tracker.settings import Settings
from tracker.views.when import MONTHS
from tracker.web.app import make_app

EVENTS, PAGE = 1_200, 1_000
LARGEST_PAGE = 1_000_000
MONTH = re.compile(r"<h2>(\w+) (\d{4})</h2>")


@pytest.fixture
def long(sqlite_engine: Engine) -> Iterator[TestClient]:
    """A client of a timeline of many events."""
    fill(sqlite_engine, EVENTS)
    tools = Tools(sqlite_engine, Settings(), load_rulebook())
    with TestClient(make_app(site(tools)), base_url=BASE) as client:
        yield client


def test_a_page_of_a_thousand_events_is_no_megabyte_and_the_rest_is_behind_it(
    long: TestClient,
) -> None:
    page = long.get("/", params={"limit": PAGE})
    assert page.text.count('class="event ') == PAGE
    assert len(page.content) < LARGEST_PAGE
    assert f"Next {EVENTS - PAGE} events" in page.text
    months = [(int(year), MONTHS.index(name)) for name, year in MONTH.findall(page.text)]
    assert months == sorted(months, reverse=True)


def test_answers_are_sent_compressed_to_those_who_take_them_so(visit: Visit) -> None:
    client = visit()
    with client.stream("GET", "/", headers={"Accept-Encoding": "gzip"}) as answer:
        sent = b"".join(answer.iter_raw())
    plain = client.get("/", headers={"Accept-Encoding": "identity"})
    assert gzip.decompress(sent) == plain.content
    assert len(sent) < len(plain.content) / 4
    assert plain.headers.get("Content-Encoding") is None
    assert answer.headers["ETag"] == plain.headers["ETag"]
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_a_page_with_a_secret_in_it_is_not_compressed(visit: Visit) -> None:
    client = visit(token=TOKEN)
    assert client.post("/login", data={"token": TOKEN, "name": "Ann"}).status_code == 303
    answer = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers


def test_a_static_file_is_known_again_compressed_or_not(visit: Visit) -> None:
    client = visit()
    for encoding in ("gzip", "identity"):
        got = client.get("/static/pages.css", headers={"Accept-Encoding": encoding})
        assert got.headers["ETag"].startswith('W/"')
        again = client.get("/static/pages.css", headers={"If-None-Match": got.headers["ETag"]})
        assert again.status_code == 304
