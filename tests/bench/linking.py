"""How fast mentions are linked: many look-alikes at once, and a long timeline piece by piece.

    python -m tests.bench.linking [MENTIONS] [SHUFFLED]

The long timeline is linked at once, then stored tenth by tenth, in the order of its days, as news comes;
a shorter one also in random order, where every tenth has something to say of every day.

Times are processor seconds, so that a busy machine counts less. What is compared with something else is the best
of several runs.
"""

import datetime as dt
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from db import migrate, tables
from db.bulk import add_rows
from db.engine import Engine, begin, open_engine
from tracker.events import link
from tracker.timeline.ledger import relink
from tracker.timeline.rows import mention_columns
from tracker.values import (
    Actor,
    Basis,
    Interval,
    Kind,
    Mention,
    Place,
    Precision,
    Source,
    Span,
    Status,
)

WORDS = """
    airline bridge canal cement coal digital energy ferry festival fishery grain harbour health
    library medical museum nuclear power railway satellite school steel timber tourism trade treaty
    visa water wheat wool
""".split()  # noqa: SIM905
TYPES = [f"type-{number}" for number in range(10)]
NOW = dt.datetime(2026, 3, 10, 12, tzinfo=dt.UTC)
TENTHS = 10
RUNS = 4


class Maker:
    """Makes happenings, and reports of them that differ a little."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.made = 0

    def happening(self, day: dt.date, type: str, country: str) -> tuple[Mention, list[str]]:
        """A happening of its own: people, place and matter are drawn."""
        pick = self.random
        words = pick.sample(WORDS, 4)
        person = f"person-{pick.randrange(300)}"
        actors = (
            Actor(country, country, kind="country"),
            Actor(person, person, kind="person", country=country),
        )
        place = Place(town := f"town-{pick.randrange(40)}", town, country)
        told = Mention(
            type,
            f"{country} holds {' '.join(words)} meeting",
            Interval(day, day, Precision.DAY),
            Basis.STATED,
            Status.OCCURRED,
            Span(0, 120),
            actors,
            place,
        )
        return told, words

    def report(self, told: Mention, words: list[str]) -> Source:
        """One article's telling of it."""
        self.made += 1
        day = told.interval.first + dt.timedelta(days=self.random.randrange(3))
        quote = f"{told.title} about {' '.join(words + self.random.sample(WORDS, 4))}."
        return Source(
            key=f"{self.random.getrandbits(64):016x}{self.made:08x}",
            mention=told,
            url=f"https://paper-{self.made % 50}.example/{self.made}",
            publisher=f"Paper {self.made % 50}",
            kind=Kind.INDEPENDENT,
            published=dt.datetime.combine(day, dt.time(9), dt.UTC),
            quote=quote,
        )

    def reports(self, count: int, *, days: int, types: int, countries: int) -> list[Source]:
        """`count` reports of happenings in a stretch of `days`, two or three a happening."""
        found: list[Source] = []
        while len(found) < count:
            day = dt.date(2015, 1, 5) + dt.timedelta(days=self.random.randrange(days))
            type = TYPES[self.random.randrange(types)]
            country = f"country-{self.random.randrange(countries)}"
            told, words = self.happening(day, type, country)
            found += [self.report(told, words) for _ in range(self.random.randrange(1, 5))]
        return found[:count]


def timed(sources: Sequence[Source]) -> tuple[float, int]:
    start = process_time()
    groups = link(sources)
    return process_time() - start, len(groups)


def dense(count: int = 1000) -> None:
    """Reports of one type, country and week."""
    sources = Maker().reports(count, days=7, types=1, countries=1)
    seconds, groups = timed(sources)
    print(
        f"{count} of one type, actor and week: {seconds / count * 1000:.2f} ms each, {groups} events"
    )


def long(count: int) -> None:
    """A timeline of ten years, all at once."""
    sources = Maker(2).reports(count, days=3650, types=10, countries=60)
    seconds, groups = timed(sources)
    print(f"{count} of ten years at once: {count / seconds:,.0f} a second, {groups} events")


def stored(count: int, *, as_it_comes: bool, runs: int = 1) -> None:
    """A timeline of ten years, tenth by tenth through a database; each tenth's best of so many runs."""
    sources = Maker(3).reports(count, days=3650, types=10, countries=60)
    if as_it_comes:
        sources.sort(key=lambda source: (source.published, source.key))
    costs = [min(tenth) for tenth in zip(*(_tenths(sources) for _ in range(runs)), strict=True)]
    rate = count / sum(costs)
    order = "as they come" if as_it_comes else "in random order"
    print(
        f"{count} stored {order}: {rate:,.0f} a second, "
        f"the last tenth costs {costs[-1] / costs[0]:.2f} times the first"
    )


def _tenths(sources: Sequence[Source]) -> list[float]:
    """What linking each tenth costs, in a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'bench.db'}")
        migrate.upgrade(engine)
        size = len(sources) // TENTHS
        costs = [
            _store(engine, sources[n * size : (n + 1) * size], n * size) for n in range(TENTHS)
        ]
        engine.dispose()
    return costs


def _store(engine: Engine, sources: Sequence[Source], first: int) -> float:
    """Stores reports (not counted) and links them (counted)."""
    with begin(engine) as session:
        told = list(enumerate(sources, first + 1))
        add_rows(session, tables.Article, [
            {"id": number, "canonical_url": each.url, "url": each.url, "publisher": each.publisher,
             "published": each.published, "first_seen": NOW, "state": "ready"}
            for number, each in told
        ])  # fmt: skip
        add_rows(session, tables.ArticleVersion, [
            {"id": number, "article_id": number, "text": each.quote, "text_hash": each.key, "fetched": NOW}
            for number, each in told
        ])  # fmt: skip
        add_rows(session, tables.Mention, [
            {"key": each.key, "version_id": number, "article_id": number,
             **mention_columns(each.mention, each.quote)}
            for number, each in told
        ])  # fmt: skip
    start = process_time()
    with begin(engine) as session:
        relink(session, NOW)
    return process_time() - start


if __name__ == "__main__":
    dense()
    long(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    stored(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, as_it_comes=True)
    stored(int(sys.argv[2]) if len(sys.argv) > 2 else 10_000, as_it_comes=False, runs=RUNS)
