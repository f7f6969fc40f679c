"""What an arrival does to the stored articles, on both databases."""

import dataclasses
import datetime as dt
import zlib
from dataclasses import replace

import pytest
from sqlalchemy import text as sql
from sqlmodel import col, select

from db import migrate
from db.engine import Engine, begin
from db.tables import Article, ArticleVersion, Feed, RawPage, Sighting
from tracker.errors import ReadError
from tracker.pipeline import Arrival, Outcome, Taken, publish, set_aside, take_in
from tracker.rulebook import load_rulebook

TEXT = (
    "The two ministers met for an hour at the palace on Tuesday and spoke of trade.\n\n"
    "They agreed to meet again in the autumn, officials said."
)
URL = "https://www.gazette.example/2026/03/ministers-meet"


def arrival(**changes) -> Arrival:
    plain = Arrival(
        url=URL,
        title="Ministers meet",
        text=TEXT,
        published=dt.datetime(2026, 3, 10, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=9))),
        publisher="Gazette",
    )
    return replace(plain, **changes)


def page(
    text: str = TEXT, *, head: str = "", title: str = "Ministers meet in the capital"
) -> bytes:
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | Gazette</title>{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()


def take(engine: Engine, one: Arrival, now: dt.datetime) -> Taken:
    with begin(engine) as session:
        return take_in(session, one, now)


def rows(engine: Engine) -> tuple[list[Article], list[ArticleVersion]]:
    with begin(engine, read_only=True) as session:
        articles = session.exec(select(Article).order_by(Article.canonical_url)).all()
        versions = session.exec(
            select(ArticleVersion).order_by(
                col(ArticleVersion.article_id), col(ArticleVersion.number)
            )
        ).all()
    return list(articles), list(versions)


def dump(engine: Engine) -> list[list[tuple[object, ...]]]:
    with engine.connect() as connection:
        names = ("article", "article_version", "article_alias", "sighting", "mention", "event")
        return [
            sorted(map(tuple, connection.execute(sql(f"SELECT * FROM {name}"))), key=repr)
            for name in names
        ]


def test_an_announced_article_waits_for_its_text(engine: Engine, now):
    taken = take(engine, arrival(text=None), now)
    assert (taken.outcome, taken.state) == (Outcome.NEW, "pending")
    taken = take(engine, arrival(), now)
    assert (taken.outcome, taken.state, taken.reason) == (Outcome.NEW, "ready", "first text")


def test_the_same_again_changes_no_row(engine: Engine, now):
    for one in (arrival(text=None), arrival(), arrival(text=None)):
        take(engine, one, now)
    before = dump(engine)
    later = now + dt.timedelta(days=1)
    for one in (
        arrival(),
        arrival(text=None),
        arrival(url=URL + "/?utm_source=rss#top"),
        arrival(text=TEXT + " \n"),
    ):
        assert take(engine, one, later).outcome is Outcome.SAME
    assert dump(engine) == before


def test_edited_and_edited_back_are_three_versions_of_one_article(engine: Engine, now):
    edited = TEXT.replace("autumn", "winter")
    outcomes = [take(engine, arrival(text=text), now).outcome for text in (TEXT, edited, TEXT)]
    assert outcomes == [Outcome.NEW, Outcome.CHANGED, Outcome.CHANGED]
    articles, versions = rows(engine)
    assert len(articles) == 1
    assert [(one.number, one.text, one.current) for one in versions] == [
        (1, TEXT, False),
        (2, edited, False),
        (3, TEXT, True),
    ]
    assert migrate.check(engine) == []


def test_a_changed_title_or_date_is_a_new_version_too(engine: Engine, now):
    take(engine, arrival(), now)
    assert take(engine, arrival(title="Ministers met"), now).reason == "title changed"
    moved = arrival(title="Ministers met", published=dt.datetime(2026, 3, 9, 8, 0, tzinfo=dt.UTC))
    assert take(engine, moved, now).reason == "publication date changed"


def test_one_article_has_one_row_however_its_address_is_spelt(engine: Engine, now):
    for url in (URL, URL.replace("https://www.", "http://m."), URL + "/amp/", URL + "?fbclid=1"):
        take(engine, arrival(url=url), now)
    articles, versions = rows(engine)
    assert (len(articles), len(versions)) == (1, 1)
    assert articles[0].url == URL


def test_the_publishers_own_offset_is_kept(engine: Engine, now):
    take(
        engine,
        arrival(
            published=dt.datetime(2026, 3, 10, 0, 30, tzinfo=dt.timezone(dt.timedelta(hours=9)))
        ),
        now,
    )
    [article], _ = rows(engine)
    assert article.published == dt.datetime(2026, 3, 9, 15, 30, tzinfo=dt.UTC)
    assert article.published_offset == 540
    assert article.published_source == "feed"


def test_an_item_without_a_date_has_the_day_of_its_address(engine: Engine, now):
    take(engine, arrival(url="https://gazette.example/2026/03/09/talks", published=None), now)
    [article], _ = rows(engine)
    assert article.published == dt.datetime(2026, 3, 9, 12, 0, tzinfo=dt.UTC)
    assert article.published_source == "markup"


def test_an_impossible_date_is_kept_as_written_and_not_believed(engine: Engine, now):
    for raw in ("Thu, 01 Jan 1970 00:00:00 GMT", "9999-12-31", "2026-13-45", "soon"):
        take(engine, arrival(url=f"{URL}/{raw[:4]}", published=None, published_raw=raw), now)
    articles, _ = rows(engine)
    assert [one.published for one in articles] == [None] * 4
    assert {one.published_raw for one in articles} == {
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "9999-12-31",
        "2026-13-45",
        "soon",
    }
    assert {one.published_source for one in articles} == {"refused"}


def test_a_date_from_the_future_is_refused(engine: Engine, now):
    take(engine, arrival(published=now + dt.timedelta(days=40)), now)
    [article], _ = rows(engine)
    assert (article.published, article.published_source) == (None, "refused")


def test_a_page_is_read_and_kept_as_it_was_served(engine: Engine, now):
    served = page(
        head='<meta property="article:published_time" content="2026-03-09T18:00:00+01:00">'
    )
    take(engine, arrival(text=None, page=served, content_type="text/html", published=None), now)
    [article], [version] = rows(engine)
    assert version.text == TEXT
    assert version.title == article.title == "Ministers meet in the capital"
    with begin(engine, read_only=True) as session:
        raw = session.get_one(RawPage, version.id)
    assert zlib.decompress(raw.body) == served
    assert article.published_source == "metadata"
    assert article.published_offset == 60


def test_nul_and_lone_surrogates_never_reach_the_database(engine: Engine, now):
    dirty = "The two min\x00isters met\ud800 for\x0b an hour."
    take(engine, arrival(title="Min\x00isters\udfff meet", text=dirty, credit="\x00Wire"), now)
    [article], [version] = rows(engine)
    assert (article.title, version.text) == ("Ministers meet", "The two ministers met for an hour.")


@pytest.mark.parametrize(
    ("served", "kind", "state"),
    [
        (
            b"<title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>",
            "text/html",
            "blocked",
        ),
        (b"%PDF-1.7 ...", "application/pdf", "skipped"),
        (b"", "text/html", "failed"),
        (page(TEXT + "\n\nSubscribe to continue reading."), "text/html", "teaser"),
    ],
)
def test_what_is_no_article_leaves_no_text(
    engine: Engine, now, served: bytes, kind: str, state: str
):
    take(engine, arrival(text=None), now)
    taken = take(engine, arrival(text=None, page=served, content_type=kind), now)
    assert (taken.outcome, taken.state) == (Outcome.SKIPPED, state)
    [article], versions = rows(engine)
    assert versions == []
    assert article.reason


def test_a_wall_in_front_of_a_known_article_leaves_it_as_it_was(engine: Engine, now):
    take(engine, arrival(), now)
    before = dump(engine)
    wall = b"<title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>"
    taken = take(engine, arrival(text=None, page=wall, content_type="text/html"), now)
    assert taken.outcome is Outcome.SKIPPED
    with begin(engine) as session:
        set_aside(session, taken.article_id, "failed", "timeout", now)
    assert dump(engine) == before


def test_an_address_that_is_none_is_refused(engine: Engine, now):
    for url in (
        "javascript:alert(1)",
        "http://127.0.0.1:80\\@gazette.example/",
        "https://user@gazette.example/",
        "",
    ):
        with pytest.raises(ReadError, match="bad_url"):
            take(engine, arrival(url=url), now)


def listed(engine: Engine, article_id: int, now: dt.datetime, name: str) -> None:
    with begin(engine) as session:
        feed = session.exec(select(Feed).where(Feed.name == name)).first()
        if feed is None:
            feed = Feed(
                name=name, url=f"https://{name}.example", configured_url=f"https://{name}.example"
            )
            session.add(feed)
            session.flush()
        session.add(Sighting(feed_id=feed.id or 0, article_id=article_id, first_seen=now))


def test_two_feed_links_whose_pages_name_one_address_are_one_article(engine: Engine, now):
    head = f'<link rel="canonical" href="{URL}">'
    for name, url in (("one", URL + "?story=9"), ("two", URL + "?id=7")):
        taken = take(engine, arrival(url=url, text=None), now)
        listed(engine, taken.article_id, now, name)
        take(
            engine, arrival(url=url, text=None, page=page(head=head), content_type="text/html"), now
        )
    articles, versions = rows(engine)
    assert (len(articles), len(versions)) == (1, 1)
    before = dump(engine)
    for url in (URL + "?story=9", URL + "?id=7", URL):
        assert take(engine, arrival(url=url, text=None), now).outcome is Outcome.SAME
    assert dump(engine) == before
    with begin(engine, read_only=True) as session:
        assert len(session.exec(select(Sighting)).all()) == 2


@pytest.mark.parametrize(
    "claimed", ["https://www.gazette.example/", "https://elsewhere.example/2026/03/ministers-meet"]
)
def test_a_page_that_names_its_home_page_or_another_site_is_still_itself(
    engine: Engine, now, claimed: str
):
    served = page(head=f'<link rel="canonical" href="{claimed}">')
    take(engine, arrival(text=None, page=served, content_type="text/html"), now)
    other = arrival(
        url=URL + "-again",
        text=None,
        page=page(TEXT + "\n\nMore was said.", head=f'<link rel="canonical" href="{claimed}">'),
        content_type="text/html",
    )
    take(engine, other, now)
    articles, _ = rows(engine)
    assert [one.canonical_url for one in articles] == [
        "https://gazette.example/2026/03/ministers-meet",
        "https://gazette.example/2026/03/ministers-meet-again",
    ]


LONG = "\n\n".join(
    f"In part {number} of the accord the two sides promise to open crossing {number} to lorries and to tell"
    f" each other {number} days ahead when the bridge has to be shut for repairs or high water."
    for number in range(1, 6)
)


def copies(engine: Engine) -> dict[str, str | None]:
    articles, _ = rows(engine)
    names = {one.id: one.publisher for one in articles}
    return {one.publisher: names.get(one.copy_of_id) for one in articles}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
@pytest.mark.parametrize("at_once", [True, False])
def test_copies_point_to_the_earliest_whatever_came_first(
    engine: Engine, now, order, at_once: bool
):
    told = [
        arrival(
            url="https://a.example/1",
            publisher="A",
            text=LONG,
            published=now - dt.timedelta(hours=9),
        ),
        arrival(
            url="https://b.example/1",
            publisher="B",
            text=LONG,
            published=now - dt.timedelta(hours=2),
        ),
        arrival(
            url="https://c.example/1", publisher="C", text=LONG.split("\n\n", 2)[2], published=now
        ),
    ]
    rulebook = load_rulebook(shipped=False)
    for place in order:
        take(engine, told[place], now)
        if not at_once:
            publish(engine, rulebook, now)
    publish(engine, rulebook, now)
    assert copies(engine) == {"A": None, "B": "A", "C": "A"}
    before = dump(engine)
    publish(engine, rulebook, now)
    assert dump(engine) == before


def test_a_copy_that_is_rewritten_stands_on_its_own(engine: Engine, now):
    rulebook = load_rulebook(shipped=False)
    for name in ("A", "B"):
        take(engine, arrival(url=f"https://{name}.example/1", publisher=name, text=LONG), now)
    publish(engine, rulebook, now)
    assert copies(engine) == {"A": None, "B": "A"}
    take(engine, arrival(url="https://B.example/1", publisher="B", text=TEXT * 3), now)
    publish(engine, rulebook, now)
    assert copies(engine) == {"A": None, "B": None}


@pytest.mark.parametrize("at_once", [True, False])
def test_a_text_reprinted_every_few_days_stays_one_story_however_long(
    engine: Engine, now, at_once: bool
):
    rulebook = load_rulebook(shipped=False)
    for number in range(7):
        said = now - dt.timedelta(days=4 * (6 - number))
        told = arrival(url=f"https://{number}.example/1", publisher=str(number), text=LONG)
        take(engine, dataclasses.replace(told, published=said), now)
        if not at_once:
            publish(engine, rulebook, now)
    publish(engine, rulebook, now)
    assert copies(engine) == {"0": None} | {str(number): "0" for number in range(1, 7)}
