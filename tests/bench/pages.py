"""What a page of a long timeline costs on its way to a browser, beside the bare SQL it is made of.

python -m tests.bench.pages [EVENTS]
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from starlette.testclient import TestClient

from db import migrate
from db.engine import Engine, Session, begin, open_engine
from tests.bench.answers import PAGE, bare, cost, fill, statements
from tracker.rulebook import Rulebook, load_rulebook
from tracker.settings import Settings
from tracker.timeline.query import Filters, find_page
from tracker.web.app import make_app
from tracker.web.site import Site

ADDRESSES = {
    f"/?sort=date&limit={PAGE}": Filters(limit=PAGE),
    f"/api/v1/events?limit={PAGE}": Filters(limit=PAGE),
    "/": Filters(limit=50, sort="newest"),
    "/picture": None,
}


@dataclass(frozen=True)
class Tools:
    """What pages are made from."""

    engine: Engine
    settings: Settings
    rulebook: Rulebook


def fetched(client: TestClient, address: str) -> tuple[float, int]:
    """Processor seconds of the best of five, and how many bytes came."""
    times, size = [], 0
    for _ in range(5):
        start = process_time()
        size = len(client.get(address).content)
        times.append(process_time() - start)
    return min(times), size


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'bench.db'}")
        migrate.upgrade(engine)
        fill(engine, count)
        client = TestClient(make_app(Site(Tools(engine, Settings(), load_rulebook()))))
        client.get("/")
        print(f"pages of {count} events:")
        for address, asked in ADDRESSES.items():
            ours, size = fetched(client, address)
            print(
                f"  {address:28} {ours * 1000:6.0f} ms, {size / 1000:5.0f} KB{_beside(engine, ours, asked)}"
            )
        engine.dispose()


def _beside(engine: Engine, ours: float, asked: Filters | None) -> str:
    if asked is None:
        return ""

    def find(session: Session) -> object:
        return find_page(session, asked)

    told = statements(engine, find)
    with begin(engine, read_only=True) as session:
        find(session)
    theirs = cost(engine, lambda session: bare(session, told))
    return f", {ours / theirs:4.1f} times the {theirs * 1000:.0f} ms of SQL"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
