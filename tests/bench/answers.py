"""What a page of a long timeline costs, beside the bare SQL it is made of.

    python -m tests.bench.answers [EVENTS]

Times are processor seconds, so that a busy machine does not count.
"""

import datetime as dt
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from sqlalchemy import event, insert
from sqlmodel import SQLModel

from db import migrate, tables
from db.engine import Engine, Session, begin, open_engine
from db.search import index_events
from db.words import event_words
from tests.bench.linking import NOW, Maker
from tests.web.conftest import Tools
from tracker.rulebook import load_rulebook
from tracker.settings import Settings
from tracker.timeline.event_rows import names_column
from tracker.timeline.query import Filters, find_page
from tracker.timeline.rows import mention_columns
from tracker.web.serving import beside, listen

PAGE = 1000
QUESTIONS = {
    "all": Filters(limit=PAGE),
    "a year in the middle": Filters(since=dt.date(2020, 1, 1), until=dt.date(2020, 12, 31), limit=PAGE),
    "an actor, newest first": Filters(actors=("country-7",), sort="newest", limit=PAGE),
    "a word and a type": Filters(search="bridge", types=("type-3",), limit=PAGE),
}  # fmt: skip


def fill(engine: Engine, count: int) -> None:
    """Events of ten years, each told by an article or two."""
    maker = Maker(4)
    with begin(engine) as session:
        for start in range(0, count, 10_000):
            _add(session, maker, range(start, min(start + 10_000, count)))


def _add(session: Session, maker: Maker, numbers: range) -> None:
    events, articles, versions, mentions, words = [], [], [], [], {}
    for number in numbers:
        day = dt.date(2015, 1, 5) + dt.timedelta(days=maker.random.randrange(3650))
        told, matter = maker.happening(day, f"type-{number % 10}", f"country-{number % 60}")
        id, actors = f"e{number:09}", [actor.name for actor in told.actors]
        events.append({
            "id": id, "type": told.type, "title": told.title, "start": day, "end": day, "actors": actors,
            "place": told.place and told.place.name, "actor_names": names_column(actors), "created": NOW,
            "place_names": "", "updated": NOW, "parties": {}, "chosen": [["date", "stated by both"]], "rivals": [],
        })  # fmt: skip
        quotes = []
        for copy in range(1 + number % 2):
            key = 2 * number + copy + 1
            source = maker.report(told, matter)
            quotes.append(source.quote)
            articles.append({
                "id": key, "canonical_url": source.url, "url": source.url, "publisher": source.publisher,
                "published": source.published, "first_seen": NOW, "state": "ready",
            })  # fmt: skip
            versions.append({
                "id": key, "article_id": key, "text": source.quote, "fetched": NOW, "title": told.title,
            })  # fmt: skip
            mentions.append({
                "key": source.key, "version_id": key, "article_id": key, "event_id": id, "stale": False,
                **mention_columns(told, source.quote),
            })  # fmt: skip
        words[id] = event_words(told.title, None, actors, quotes)
    for table, rows in ((tables.Article, articles), (tables.ArticleVersion, versions),
                        (tables.Event, events), (tables.Mention, mentions)):  # fmt: skip
        session.execute(insert(table), [blank(table) | row for row in rows])
    index_events(session, words)


def blank(table: type[SQLModel]) -> dict[str, Any]:
    """The columns of a table at their defaults: making a thousand SQLModel objects would take a second."""
    fields = table.model_fields.items()
    return {name: field.get_default(call_default_factory=True) for name, field in fields
            if not field.is_required()}  # fmt: skip


def cost(engine: Engine, act: Callable[[Session], Any]) -> float:
    """Processor seconds of the best of five."""
    times = []
    for _ in range(5):
        with begin(engine, read_only=True) as session:
            start = process_time()
            act(session)
            times.append(process_time() - start)
    return min(times)


def statements(engine: Engine, act: Callable[[Session], Any]) -> list[tuple[str, Any]]:
    """The SQL that it is made of."""
    told: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        if not statement.startswith("BEGIN"):
            told.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        with begin(engine, read_only=True) as session:
            act(session)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return told


def bare(session: Session, told: list[tuple[str, Any]]) -> None:
    cursor = session.connection().connection.cursor()
    for statement, parameters in told:
        cursor.execute(statement, parameters).fetchall()


def show_pages(engine: Engine) -> None:
    """The same pages as HTML from the true server, plain and compressed."""
    tools = Tools(engine, Settings(), load_rulebook())
    with listen("127.0.0.1", 0) as (place, url), beside(tools, "127.0.0.1", place):
        for name, asked in QUESTIONS.items():
            address = f"{url}?{urlencode(_words(asked), doseq=True)}"
            plain = _got(address, "identity")
            spent = min(_got(address, "identity")[0] for _ in range(5))
            packed = _got(address, "gzip")
            print(
                f"  {name:24} {spent * 1000:7.0f} ms as HTML of {plain[1]:,} bytes, {packed[1]:,} compressed"
            )


def _words(asked: Filters) -> dict[str, Any]:
    """The question as in an address; the made-up types are none that the pages know."""
    words = {"since": asked.since, "until": asked.until, "actor": asked.actors,
             "search": asked.search, "sort": asked.sort, "limit": asked.limit}  # fmt: skip
    return {name: value for name, value in words.items() if value}


def _got(address: str, encoding: str) -> tuple[float, int]:
    """Processor seconds of both ends, and bytes."""
    start = process_time()
    with urlopen(Request(address, headers={"Accept-Encoding": encoding})) as answer:
        size = len(answer.read())
    return process_time() - start, size


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'bench.db'}")
        migrate.upgrade(engine)
        fill(engine, count)
        print(f"a page of {PAGE} of {count} events, beside its bare SQL:")
        for name, asked in QUESTIONS.items():
            told = statements(engine, lambda session: find_page(session, asked))  # noqa: B023
            ours = cost(engine, lambda session: find_page(session, asked))  # noqa: B023
            theirs = cost(engine, lambda session: bare(session, told))  # noqa: B023
            print(
                f"  {name:24} {ours * 1000:7.0f} ms, {ours / theirs:4.1f} times the {theirs * 1000:.0f} ms of SQL"
            )
        show_pages(engine)
        engine.dispose()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
