"""Pages to ask: over a timeline of the demonstration's articles, or of whatever a test tells."""

import datetime as dt
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from db.engine import Engine, begin, open_engine
from jobs.importing import import_files
from tests.telling import article, mention
from tracker.demo.stories import load_outlets
from tracker.rulebook import Rulebook, load_rulebook
from tracker.settings import Settings, WebSettings
from tracker.timeline.ledger import relink
from tracker.web.app import make_app
from tracker.web.serving import names
from tracker.web.site import Site

NOW = dt.datetime(2026, 3, 10, 12, 0, tzinfo=dt.UTC)
BASE = "http://127.0.0.1:8080"
TOKEN = "correct horse battery staple"
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{7*7}} =cmd|\r\nSet-Cookie: a=b \x1b[31m\u202eevil"

Visit = Callable[..., TestClient]


@dataclass(frozen=True)
class Tools:
    """What pages are made from."""

    engine: Engine
    settings: Settings
    rulebook: Rulebook


@pytest.fixture(scope="session")
def stocked_file(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Path:
    """A database with the demonstration's articles, read; copy it, do not write to it."""
    folder = tmp_path_factory.mktemp("stocked")
    records = [
        {
            "url": f"https://{outlet.slug}.example/{story.slug}",
            "publisher": outlet.publisher,
            "title": story.title,
            "published": story.published.isoformat(),
            "text": story.text,
        }
        for outlet in load_outlets(NOW.date())
        for story in outlet.stories
    ]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "articles.jsonl").write_text(lines, encoding="utf-8")
    path = Path(shutil.copy(migrated_file, folder / "stocked.db"))
    engine = open_engine(f"sqlite:///{path}")
    assert not import_files(engine, load_rulebook(), [str(folder / "articles.jsonl")], NOW).problems
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    engine.dispose()
    return path


@pytest.fixture
def stocked(stocked_file: Path, tmp_path: Path) -> Iterator[Tools]:
    """The demonstration's timeline, for this test alone."""
    engine = open_engine(f"sqlite:///{shutil.copy(stocked_file, tmp_path / 'stocked.db')}")
    yield Tools(engine, Settings(), load_rulebook())
    engine.dispose()


@pytest.fixture
def told(sqlite_engine: Engine) -> Tools:
    """A timeline of one hostile event, told by an article at an address that is none of the web."""
    with begin(sqlite_engine) as session:
        event = mention(
            "summit", "2026-03-01", "Norland:country", HOSTILE, place=HOSTILE, quote=HOSTILE
        )
        article(session, "javascript:alert(3)", event, now=NOW, text=HOSTILE, publisher=HOSTILE)
        relink(session, NOW)
    return Tools(sqlite_engine, Settings(), load_rulebook())


def site(tools: Tools, token: str = "", host: str = "127.0.0.1") -> Site:
    """The site of a timeline, at the fixed instant."""
    settings = Settings(web=WebSettings(token=token))
    return Site(replace(tools, settings=settings), names(host, ()), lambda: NOW)


@pytest.fixture
def visit(stocked: Tools) -> Iterator[Visit]:
    """A client of the pages: `visit()`, or `visit(token=TOKEN)` where one is set."""
    opened = []

    def open_client(tools: Tools = stocked, **more: str) -> TestClient:
        client = TestClient(make_app(site(tools, **more)), base_url=BASE, follow_redirects=False)
        opened.append(client)
        return client

    yield open_client
    for client in opened:
        client.close()


@pytest.fixture
def client(visit: Visit) -> TestClient:
    """A client of the demonstration's timeline, without a token."""
    return visit()


def first_id(client: TestClient, **asked: str) -> str:
    """The id of the first event that fits."""
    id: str = client.get("/api/v1/events", params=asked).json()[0]["id"]
    return id
