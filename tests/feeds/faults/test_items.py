"""Faults 35 to 37: items that are not who they say they are, change their minds, or lie about the day."""

import datetime as dt

import pytest

from tests.feeds.desk import START, Desk
from tests.feeds.server import Server, reply, rss
from tracker.feeds.dates import read_date

BODY = "The ferry across the bay runs again from Monday, the harbour office said. " * 12


def item(title: str, link: str, guid: str = "", extra: str = "") -> str:
    """An item that carries its whole text."""
    identity = f'<guid isPermaLink="false">{guid}</guid>' if guid else ""
    text = f"<description><![CDATA[<p>{title}. {BODY}</p>]]></description>"
    return f"<title>{title}</title><link>{link}</link>{identity}{text}{extra}"


TITLES = ["Ferry resumes", "Bridge opens", "Market moves"]


def three(round_number: int, kind: str) -> bytes:
    """The same three items, with guids of that kind, as served the nth time."""
    guids = {
        "none": lambda n: "",
        "all the same": lambda n: "same",
        "new every time": lambda n: f"http://127.0.0.1/{n}?t={round_number}",
        "http or https": lambda n: f"http{'s' if round_number % 2 else ''}://127.0.0.1/{n}",
    }[kind]
    return rss(*(item(t, f"http://127.0.0.1/{n}", guids(n)) for n, t in enumerate(TITLES)))


@pytest.mark.parametrize("kind", ["none", "all the same", "new every time", "http or https"])
def test_fault_35_bad_guids_double_nothing(desk: Desk, server: Server, kind: str) -> None:
    desk.follow("news", server.url("/feed"))
    for number in range(3):
        server.routes["/feed"] = reply(200, three(number, kind))
        assert desk.look()["news"].new == (3 if number == 0 else 0)
    assert desk.titles() == sorted(TITLES)
    assert len(desk.texts()) == 3


def test_fault_35_links_between_http_and_https_double_nothing(desk: Desk, server: Server) -> None:
    desk.follow("news", server.url("/feed"))
    for scheme in ("http", "https", "http"):
        server.routes["/feed"] = reply(
            200, rss(item("Ferry resumes", f"{scheme}://127.0.0.1/ferry"))
        )
        desk.look()
    assert len(desk.articles()) == len(desk.texts()) == 1


def test_fault_35_a_story_in_three_feeds_is_one_article_seen_three_times(
    desk: Desk, server: Server
) -> None:
    links = [
        "http://127.0.0.1/ferry",
        "http://127.0.0.1/ferry?utm_source=rss",
        "http://127.0.0.1/ferry/",
    ]
    for number, link in enumerate(links):
        server.routes[f"/{number}"] = reply(200, rss(item("Ferry resumes", link)))
        desk.follow(f"feed {number}", server.url(f"/{number}"))
    desk.look()
    desk.look()
    assert len(desk.articles()) == 1
    assert len(desk.sightings()) == 3


def test_fault_36_an_item_edited_and_edited_back_is_three_versions_of_one_article(
    desk: Desk, server: Server
) -> None:
    desk.follow("news", server.url("/feed"))
    link = "http://127.0.0.1/ferry"
    first = item("Ferry resumes", link)
    second = first.replace("from Monday", "from Tuesday")
    for body in (first, second, second, first):
        server.routes["/feed"] = reply(200, rss(body))
        desk.later(hours=1)
        desk.look()
    (article,) = desk.articles()
    versions = desk.versions()
    assert [version.number for version in versions] == [1, 2, 3]
    assert ["Tuesday" in version.text for version in versions] == [False, True, False]
    assert [version.current for version in versions] == [False, False, True]
    assert {version.article_id for version in versions} == {article.id}


def test_fault_36_an_item_that_vanishes_and_returns_adds_nothing(
    desk: Desk, server: Server
) -> None:
    desk.follow("news", server.url("/feed"))
    both = rss(
        item("Ferry resumes", "http://127.0.0.1/f"), item("Bridge opens", "http://127.0.0.1/b")
    )
    server.routes["/feed"] = reply(200, both)
    desk.look()
    before = desk.contents()
    for body in (rss(item("Bridge opens", "http://127.0.0.1/b")), both):
        server.routes["/feed"] = reply(200, body)
        desk.later(hours=1)
        assert desk.look()["news"].new == 0
    assert desk.contents() == before


DATED = "<pubDate>Tue, 10 Mar 2026 09:00:00 GMT</pubDate>"
COUNTED = {
    "a guid that stays": "<title>Ferry resumes</title><guid isPermaLink='false'>ferry-1</guid><link>http://127.0.0.1/ferry?t={n}</link>",
    "nothing but its words and date": f"<title>Ferry resumes</title><link>http://127.0.0.1/ferry?_={{n}}</link><description>{BODY}</description>{DATED}",
    "words, date, and the link as guid": f"<title>Ferry resumes</title><guid>http://127.0.0.1/ferry?x={{n}}</guid><link>http://127.0.0.1/ferry?x={{n}}</link><description>{BODY}</description>{DATED}",
}  # fmt: skip


@pytest.mark.parametrize("name", COUNTED)
def test_fault_35_a_counter_in_a_link_makes_no_new_article(
    desk: Desk, server: Server, name: str
) -> None:
    desk.follow("news", server.url("/feed"))
    for n in (7, 8, 12):
        server.routes["/feed"] = reply(200, rss(COUNTED[name].format(n=n)))
        desk.later(hours=1)
        desk.look()
    (article,) = desk.articles()
    assert article.url.endswith("=7")
    assert len(desk.sightings()) == 1


NUMBERED = {
    "one guid for all": "<title>Bulletin {n}</title><guid isPermaLink='false'>bulletin</guid><link>http://127.0.0.1/b?id={n}</link>",
    "one title for all": "<title>Bulletin</title><link>http://127.0.0.1/b?id={n}</link>",
    "the same words on another day": f"<title>Bulletin</title><link>http://127.0.0.1/b?id={{n}}</link><description>{BODY}</description><pubDate>Tue, 10 Mar 2026 0{{n}}:00:00 GMT</pubDate>",
}  # fmt: skip


@pytest.mark.parametrize("name", NUMBERED)
def test_fault_35_a_number_in_a_link_is_another_article(
    desk: Desk, server: Server, name: str
) -> None:
    desk.follow("news", server.url("/feed"))
    for n in (7, 8, 9):
        server.routes["/feed"] = reply(200, rss(NUMBERED[name].format(n=n)))
        desk.later(hours=1)
        assert desk.look()["news"].new == 1
    assert len(desk.articles()) == 3


def test_fault_35_two_links_of_one_document_are_two_articles(desk: Desk, server: Server) -> None:
    items = [COUNTED["nothing but its words and date"].format(n=n) for n in (7, 8)]
    server.routes["/feed"] = reply(200, rss(*items))
    desk.follow("news", server.url("/feed"), full_text="page")
    desk.look()
    assert len(desk.articles()) == 2


NOW = START
UTC = dt.UTC
KOREA = dt.timezone(dt.timedelta(hours=9))
DATES: list[tuple[str, dt.datetime | None]] = [
    ("", None),
    ("yesterday-ish", None),
    ("mer, 16 nov 2022 10:20:30 +0100", dt.datetime(2022, 11, 16, 9, 20, 30, tzinfo=UTC)),
    ("Seg, 24 Set 2018 08:09:10 -0300", dt.datetime(2018, 9, 24, 11, 9, 10, tzinfo=UTC)),
    ("Вт, 3 мар 2020 10:00:05 +0300", dt.datetime(2020, 3, 3, 7, 0, 5, tzinfo=UTC)),
    ("2020년 3월 4일 10:00", dt.datetime(2020, 3, 4, 10, 0, tzinfo=UTC)),
    ("Thu,28 Jul 2022 4:35:5 GMT+9", dt.datetime(2022, 7, 28, 4, 35, 5, tzinfo=KOREA)),
    ("1763805600", dt.datetime(2025, 11, 22, 10, 0, tzinfo=UTC)),
    ("0001-01-01T00:00:00Z", None),
    ("Thu, 01 Jan 1970 00:00:00 GMT", None),
    ("9999-12-31T23:59:59Z", None),
    ("10000-01-01", None),
    ("2026-13-45", None),
    ("Tue, 10 Mar 2026 09:00:00 +9999", None),
    ("Sun, 19 Apr 2026 12:00:00 GMT", None),  # 40 days ahead
    ("Wed, 11 Mar 2026 11:00:00 GMT", dt.datetime(2026, 3, 11, 11, 0, tzinfo=UTC)),  # 23 hours
    ("Tue, 10 Mar 2026 09:00:00 GMT", dt.datetime(2026, 3, 10, 9, 0, tzinfo=UTC)),
    ("2026-03-10T18:00:00+09:00", dt.datetime(2026, 3, 10, 9, 0, tzinfo=UTC)),
    ("Tue, 10 Mar 2026 04:00:00 EST", dt.datetime(2026, 3, 10, 9, 0, tzinfo=UTC)),
    ("March 10, 2026 9:00 am", dt.datetime(2026, 3, 10, 9, 0, tzinfo=UTC)),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_fault_37_a_date_is_right_to_the_second_or_absent(
    text: str, expected: dt.datetime | None
) -> None:
    assert read_date(text, NOW)[0] == expected


def test_fault_37_what_is_stored_is_right_or_absent(desk: Desk, server: Server) -> None:
    links = [f"http://127.0.0.1/{n}" for n in range(len(DATES))]
    items = [
        item(f"Story {n}", links[n], extra=f"<pubDate>{text}</pubDate>" if text else "")
        for n, (text, _) in enumerate(DATES)
    ]
    server.routes["/feed"] = reply(200, rss(*items))
    desk.follow("news", server.url("/feed"))
    assert desk.look()["news"].new == len(DATES)
    stored = {article.url: article.published for article in desk.articles()}
    assert stored == {link: date for link, (_, date) in zip(links, DATES, strict=True)}
    raw = {article.url: article.published_raw for article in desk.articles()}
    assert raw[links[14]] == DATES[14][0]  # a date ahead of us is kept in its own words
    assert all(article.first_seen == desk.now for article in desk.articles())


@pytest.mark.parametrize("day", range(1, 29))
def test_fault_37_every_date_of_one_publishers_form_is_read(day: int) -> None:
    for hour, minute, second in ((4, 35, 5), (14, 5, 59), (0, 0, 0)):
        stated = dt.datetime(2022, 7, day, hour, minute, second, tzinfo=KOREA)
        text = f"{stated:%a},{day} Jul 2022 {hour}:{minute}:{second} GMT+9"
        assert read_date(text, NOW) == (stated, "")


@pytest.mark.parametrize(("configured", "stored"), [({}, "fr"), ({"language": "de"}, "de")])
def test_the_language_of_a_feed_counts_where_the_configuration_gives_none(
    desk: Desk, server: Server, configured: dict[str, str], stored: str
) -> None:
    item_ = "<title>Bac</title><link>http://127.0.0.1/f</link>"
    server.routes["/feed"] = reply(200, rss(item_, channel="<language>fr</language>"))
    desk.follow("news", server.url("/feed"), **configured)
    desk.look()
    assert desk.articles()[0].language == stored
