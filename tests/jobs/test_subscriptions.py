"""What is configured, exported and imported again is what was there."""

import tomllib
from datetime import timedelta
from ipaddress import ip_network

from jobs.subscriptions import export_feeds, import_feeds
from tracker.settings import FeedSettings, Settings
from tracker.values import Kind

FEEDS = (
    FeedSettings(name="plain", url="https://h.example/1"),
    FeedSettings(
        name='Everything "set"',
        url="https://h.example/2?key=a&b=c",
        publisher="Bay Gazette",
        kind=Kind.STATE,
        language="ko",
        full_text="page",
        interval=timedelta(minutes=30),
        enabled=False,
        headers={"X-Key": 'hush "quoted" \\ é'},
        allow_private=(ip_network("10.0.0.0/8"),),
        links="h2 > a[href]",
    ),
    FeedSettings(name="in English, whatever it says", url="https://h.example/3", language="en"),
)


def test_a_round_trip_loses_nothing() -> None:
    found = import_feeds(export_feeds(Settings(feeds=FEEDS)).encode(), Settings())
    tables = tomllib.loads(found.tables)["feeds"]
    back = tuple(FeedSettings.model_validate(table) for table in tables)
    assert back == FEEDS
    assert [feed.model_fields_set for feed in back] == [feed.model_fields_set for feed in FEEDS]
    assert found.skipped == ()


def test_feeds_that_are_there_already_are_left_out() -> None:
    settings = Settings(feeds=FEEDS)
    found = import_feeds(export_feeds(settings).encode(), settings)
    assert (found.tables, len(found.skipped)) == ("", len(FEEDS))


def test_a_name_that_is_taken_gets_a_number_and_a_bad_address_is_reported() -> None:
    text = (
        '<opml version="2.0"><body><outline text="plain" xmlUrl="https://other.example/"/>'
        '<outline text="bad" xmlUrl="ftp://other.example/"/></body></opml>'
    )
    found = import_feeds(text.encode(), Settings(feeds=FEEDS))
    assert found.added == ("plain 2",)
    assert len(found.skipped) == 1
    assert found.skipped[0].startswith("bad: url")
