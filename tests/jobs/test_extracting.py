"""Kept pages read again: a better extractor gives new versions, the same one nothing."""

import datetime as dt
from collections.abc import Iterator

import pytest
from sqlmodel import col, select

from db.engine import Engine, begin
from db.tables import Article, ArticleVersion, RawPage
from jobs.extracting import PagesRead, read_pages_again
from tracker.pipeline import Arrival, take_in
from tracker.workers import Workers

STORY = "".join(
    f"<p>The ferry across the bay runs again, the harbour office said in its notice number {n}.</p>"
    for n in range(6)
)
PAGE = (
    f"<html><head><title>Ferry resumes</title></head><body><article>{STORY}</article></body></html>"
)
WALL = (
    "<html><head><title>Just a moment...</title></head><body>Checking your browser.</body></html>"
)
URL = "https://gazette.example/ferry"


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    """Readers for all tests."""
    with Workers(count=1) as running:
        yield running


def stored(engine: Engine) -> list[ArticleVersion]:
    with begin(engine, read_only=True) as session:
        return list(session.exec(select(ArticleVersion).order_by(col(ArticleVersion.id))))


def take(engine: Engine, now: dt.datetime, arrival: Arrival, *, old_text: str = "") -> None:
    """Stores an arrival; with `old_text`, as an earlier extractor would have read it."""
    with begin(engine) as session:
        taken = take_in(session, arrival, now)
        if old_text:
            version = session.get_one(ArticleVersion, taken.version_id)
            version.text, version.text_hash = old_text, "old"


PAGES = [
    Arrival(URL, "Ferry resumes", page=PAGE.encode(), content_type="text/html", published=dt.datetime(2026, 3, 9, tzinfo=dt.UTC)),
    Arrival(URL, "Ferry resumes", text=STORY, text_is_html=True, origin="feed"),
]  # fmt: skip


@pytest.mark.parametrize("arrival", PAGES)
def test_what_todays_extractor_reads_otherwise_is_a_new_version(
    engine: Engine, now: dt.datetime, workers: Workers, arrival: Arrival
) -> None:
    take(engine, now, arrival, old_text="The ferry.")
    later = now + dt.timedelta(days=30)
    assert read_pages_again(engine, later, workers=workers) == PagesRead(read=1, changed=1)
    old, new = stored(engine)
    assert (old.current, new.current, new.number) == (False, True, 2)
    assert "notice number 5" in new.text
    assert new.published == old.published
    with begin(engine, read_only=True) as session:
        assert [page.version_id for page in session.exec(select(RawPage))] == [new.id]


@pytest.mark.parametrize("arrival", PAGES)
def test_the_same_text_changes_nothing(
    engine: Engine, now: dt.datetime, workers: Workers, arrival: Arrival
) -> None:
    take(engine, now, arrival)
    assert read_pages_again(engine, now, workers=workers) == PagesRead(read=1)
    assert len(stored(engine)) == 1


def test_a_rehearsal_only_counts(engine: Engine, now: dt.datetime, workers: Workers) -> None:
    take(engine, now, PAGES[0], old_text="The ferry.")
    assert read_pages_again(engine, now, workers=workers, rehearsal=True).changed == 1
    assert [version.text for version in stored(engine)] == ["The ferry."]


def test_a_page_that_is_none_today_is_named_and_its_article_kept(
    engine: Engine, now: dt.datetime, workers: Workers
) -> None:
    take(engine, now, PAGES[0])
    with begin(engine) as session:
        import zlib

        session.exec(select(RawPage)).one().body = zlib.compress(WALL.encode())
    found = read_pages_again(engine, now, workers=workers)
    assert (found.read, found.refused) == (0, 1)
    assert found.refusals[0].startswith(f"{URL}: bot_wall")
    assert len(stored(engine)) == 1


DATED = PAGE.replace("</head>", '<meta name="date" content="2026-03-09T08:30:00+09:00"></head>')


@pytest.mark.parametrize("origin", ["import", "page"])
def test_a_date_that_the_page_stated_is_read_again(
    engine: Engine, now: dt.datetime, workers: Workers, origin: str
) -> None:
    take(engine, now, Arrival(URL, page=DATED.encode(), content_type="text/html", origin=origin))
    with begin(engine) as session:  # as an earlier program took it from elsewhere on the page
        wrong = dt.datetime(2019, 1, 2, tzinfo=dt.UTC)
        session.exec(select(Article)).one().published = wrong
        session.exec(select(ArticleVersion)).one().published = wrong
    assert read_pages_again(engine, now, workers=workers).changed == 1
    assert stored(engine)[-1].published == dt.datetime(2026, 3, 8, 23, 30, tzinfo=dt.UTC)
    assert read_pages_again(engine, now, workers=workers).changed == 0


def test_a_date_that_came_with_the_page_keeps_its_time_zone(
    engine: Engine, now: dt.datetime, workers: Workers
) -> None:
    seoul = dt.timezone(dt.timedelta(hours=9))
    told = dt.datetime(2026, 3, 9, 8, 30, tzinfo=seoul)
    arrival = Arrival(URL, page=PAGE.encode(), content_type="text/html", published=told, origin="import")  # fmt: skip
    take(engine, now, arrival, old_text="The ferry.")
    assert read_pages_again(engine, now, workers=workers).changed == 1
    with begin(engine, read_only=True) as session:
        article = session.exec(select(Article)).one()
    assert (article.published, article.published_offset) == (told, 540)
