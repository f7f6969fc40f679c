"""Articles from files: what goes through, what is reported, and that doing it again changes nothing."""

import gzip
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text as sql
from sqlmodel import col, select

from db import migrate
from db.engine import Engine, begin, open_engine
from db.tables import Article, ArticleVersion
from jobs.importing import Summary, import_files
from tracker.errors import UsageError
from tracker.rulebook import load_rulebook
from tracker.workers import Workers

GOOD = {
    "id": "a1",
    "url": "https://gazette.example/1",
    "publisher": "Gazette",
    "title": "Ministers meet",
    "published": "2024-08-06",
    "text": "The two ministers held talks in Geneva on Monday.\n\nThey parted in peace.",
}
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ministers meet | Gazette</title>{head}</head><body>'
    "<article><h1>Ministers meet</h1><p>The two ministers held talks in Geneva on Monday, a spokesman said.</p>"
    "<p>They agreed to meet again in the autumn, officials of both countries said.</p></article></body></html>"
)
HEAD = (
    '<link rel="canonical" href="https://gazette.example/saved">'
    '<meta property="article:published_time" content="2024-08-06T10:00:00+02:00">'
)


def lines(path: Path, *records: object) -> str:
    path.write_text(
        "".join(one if isinstance(one, str) else json.dumps(one) + "\n" for one in records)
    )
    return str(path)


Bring = Callable[..., Summary]


@pytest.fixture(scope="module")
def bring() -> Iterator[Bring]:
    """Imports files, with the same two readers of pages for every test."""
    rulebook = load_rulebook(shipped=False)
    with Workers() as workers:

        def take_in(engine: Engine, *names: str, now) -> Summary:
            return import_files(engine, rulebook, names, now, workers=workers)

        yield take_in


def stored(engine: Engine) -> list[Article]:
    with begin(engine, read_only=True) as session:
        return list(session.exec(select(Article).order_by(col(Article.canonical_url))))


def dump(engine: Engine) -> list[list[tuple[object, ...]]]:
    names = ("article", "article_version", "article_alias", "mention", "event", "event_revision")
    with engine.connect() as connection:
        return [
            sorted(map(tuple, connection.execute(sql(f"SELECT * FROM {name}"))), key=repr)
            for name in names
        ]


def test_a_second_import_changes_no_row(bring: Bring, engine: Engine, tmp_path: Path, now):
    name = lines(tmp_path / "a.jsonl", GOOD, {**GOOD, "url": "https://gazette.example/2"})
    first = bring(engine, name, now=now)
    assert (first.new, first.read.read, first.problems) == (2, 2, ())
    before = dump(engine)
    again = bring(engine, name, now=now)
    assert (again.new, again.changed, again.same, again.read.read) == (0, 0, 2, 0)
    assert dump(engine) == before
    assert migrate.check(engine) == []


def test_a_file_that_holds_an_article_twice_changes_nothing_the_second_time(
    bring: Bring, engine: Engine, tmp_path: Path, now
):
    corrected = {**GOOD, "text": "The two ministers held talks in Bern on Monday."}
    name = lines(tmp_path / "a.jsonl", GOOD, corrected)
    first = bring(engine, name, now=now)
    assert (first.new, first.changed) == (1, 1)
    before = dump(engine)
    again = bring(engine, name, now=now)
    assert (again.changed, again.same) == (0, 2)
    assert dump(engine) == before


def test_a_day_is_stored_as_that_day(bring: Bring, engine: Engine, tmp_path: Path, now):
    bring(engine, lines(tmp_path / "a.jsonl", GOOD), now=now)
    [article] = stored(engine)
    assert article.published is not None
    assert article.published.isoformat() == "2024-08-06T12:00:00+00:00"
    assert (article.published_source, article.published_offset) == ("import", 0)


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ("not json\n", "not JSON: Expecting value at column 1"),
        ('{"url": "https://gaz\n', "not JSON"),
        ("[1, 2]\n", "not a JSON object"),
        ({**GOOD, "published": None}, "no published"),
        ({**GOOD, "published": "soon"}, "published is no date: 'soon'"),
        ({**GOOD, "published": "2024-13-01"}, "published is no date"),
        ({**GOOD, "published": "9999-12-31"}, "no possible date"),
        ({**GOOD, "published": 1722934800}, "published is no text: 1722934800"),
        ({**GOOD, "url": ""}, "no url"),
        ({**GOOD, "url": "javascript:alert(1)"}, "url is no web address"),
        ({**GOOD, "text": ""}, "neither text nor html"),
        ({**GOOD, "text": ["a"]}, "text is no text"),
        ({**GOOD, "text": " \x00 "}, "there is no text"),
        (
            {**GOOD, "text": None, "html": "<html><title>Just a moment...</title></html>"},
            "bot_wall",
        ),
        (
            {**GOOD, "kind": "rumour"},
            "kind is 'rumour'; it may be state, government, wire, independent",
        ),
        ("[" * 100_000 + "\n", "not JSON"),
    ],
)
def test_a_bad_record_is_named_with_its_line_and_the_rest_goes_through(
    bring: Bring, sqlite_engine: Engine, tmp_path: Path, now, bad, problem: str
):
    last = {**GOOD, "url": "https://gazette.example/3"}
    name = lines(tmp_path / "a.jsonl", GOOD, "\n", bad, last)
    summary = bring(sqlite_engine, name, now=now)
    assert summary.new == 2
    assert len(summary.problems) == 1
    assert summary.problems[0].startswith(f"{name}:3: ")
    assert problem in summary.problems[0]
    assert len(stored(sqlite_engine)) == 2


def test_bytes_that_are_no_utf8_are_a_bad_record(
    bring: Bring, sqlite_engine: Engine, tmp_path: Path, now
):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"title": "caf\xe9"}\n' + json.dumps(GOOD).encode())
    summary = bring(sqlite_engine, str(path), now=now)
    assert (summary.new, summary.problems) == (
        1,
        (f"{path}:1: not UTF-8: invalid continuation byte at byte 15",),
    )


def test_a_byte_order_mark_and_odd_characters_do_no_harm(
    bring: Bring, engine: Engine, tmp_path: Path, now
):
    path = tmp_path / "a.jsonl"
    record = {
        **GOOD,
        "title": "Nul \x00 and \ud800 surrogate",
        "text": GOOD["text"] + " \x00\x0b\udfff",
    }
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(record).encode() + b"\r\n")
    assert bring(engine, str(path), now=now).problems == ()
    [article] = stored(engine)
    assert article.title == "Nul and surrogate"


def test_html_in_a_record_is_a_page_or_a_fragment(
    bring: Bring, sqlite_engine: Engine, tmp_path: Path, now
):
    fragment = {
        **GOOD,
        "text": None,
        "html": "<p>They <b>met</b> in Geneva.</p><script>alert(1)</script><p>They parted.</p>",
    }
    page = {**GOOD, "url": "https://gazette.example/2", "text": None, "html": PAGE.format(head="")}
    summary = bring(sqlite_engine, lines(tmp_path / "a.jsonl", fragment, page), now=now)
    assert summary.problems == ()
    with begin(sqlite_engine, read_only=True) as session:
        texts = session.exec(select(ArticleVersion.text).order_by(col(ArticleVersion.id))).all()
    assert texts[0] == "They met in Geneva.\n\nThey parted."
    assert texts[1].startswith("The two ministers held talks in Geneva")


def test_a_saved_page_says_its_own_address_and_date(
    bring: Bring, sqlite_engine: Engine, tmp_path: Path, now
):
    saved = tmp_path / "saved.html"
    saved.write_text(PAGE.format(head=HEAD))
    assert bring(sqlite_engine, str(saved), now=now).new == 1
    [article] = stored(sqlite_engine)
    assert article.url == "https://gazette.example/saved"
    assert (article.published_source, article.published_offset) == ("metadata", 120)
    assert article.title == "Ministers meet"


def test_a_saved_page_without_address_or_date_is_reported(
    bring: Bring, sqlite_engine: Engine, tmp_path: Path, now
):
    nameless, dateless = tmp_path / "nameless.html", tmp_path / "dateless.html"
    nameless.write_text(PAGE.format(head=""))
    dateless.write_text(
        "<!-- saved from url=(0029)https://gazette.example/old -->" + PAGE.format(head="")
    )
    summary = bring(sqlite_engine, str(nameless), str(dateless), now=now)
    assert summary.problems == (
        f"{nameless}: the page does not say its address (no canonical link)",
        f"{dateless}: the page states no date of publication",
    )


def archived(url: str, kind: str, body: bytes, status: str = "200 OK") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-08-07T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:{url}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def archive(compressed: bool) -> bytes:
    page = PAGE.format(head=HEAD.replace("saved", "archived")).encode()
    wall = b"<title>Just a moment...</title><p>Verify you are human</p>"
    records = [
        archived("https://gazette.example/archived", "text/html; charset=utf-8", page),
        archived("https://gazette.example/logo.png", "image/png", b"\x89PNG"),
        archived("https://gazette.example/gone", "text/html", page, "404 Not Found"),
        archived("https://gazette.example/wall", "text/html", wall),
    ]
    return b"".join(gzip.compress(record) if compressed else record for record in records)


@pytest.mark.parametrize("compressed", [True, False])
def test_a_web_archive_gives_its_articles_and_nothing_else(
    bring: Bring, sqlite_engine: Engine, tmp_path: Path, now, compressed: bool
):
    path = tmp_path / ("crawl.warc.gz" if compressed else "crawl.warc")
    path.write_bytes(archive(compressed))
    summary = bring(sqlite_engine, str(path), now=now)
    assert (summary.new, summary.set_aside, summary.problems) == (1, 1, ())
    assert [one.url for one in stored(sqlite_engine)] == ["https://gazette.example/archived"]


def test_a_broken_web_archive_gives_what_was_whole(
    bring: Bring, sqlite_engine: Engine, tmp_path: Path, now
):
    path = tmp_path / "crawl.warc"
    path.write_bytes(archive(False)[:-40] + b"\r\n\r\nWARC/1.0\r\nbroken")
    summary = bring(sqlite_engine, str(path), now=now)
    assert summary.new == 1


@pytest.mark.parametrize("compressed", [True, False])
def test_a_web_archive_that_was_cut_gives_no_half_of_a_page(
    bring: Bring, sqlite_engine: Engine, tmp_path: Path, now, compressed: bool
):
    page = (
        PAGE.format(head=HEAD.replace("canonical", "x"))
        .replace("autumn", f"autumn {os.urandom(400).hex()}")
        .encode()
    )
    records = [archived(f"https://gazette.example/{n}", "text/html", page) for n in range(2)]
    last = records[1][:-300]  # in the middle of its second paragraph
    packed = gzip.compress(records[0]) + gzip.compress(records[1])[:-200]
    path = tmp_path / "crawl.warc"
    path.write_bytes(packed if compressed else records[0] + last)
    summary = bring(sqlite_engine, str(path), now=now)
    assert [one.url for one in stored(sqlite_engine)] == ["https://gazette.example/0"]
    assert f"{path}:record 2: the record ends before its end" in summary.problems


def test_a_compressed_file_that_is_damaged_gives_what_comes_before(
    bring: Bring, sqlite_engine: Engine, tmp_path: Path, now
):
    records = [
        {**GOOD, "url": f"https://gazette.example/{n}", "text": os.urandom(3000).hex()}
        for n in range(100)
    ]
    whole = bytearray(gzip.compress("\n".join(map(json.dumps, records)).encode()))
    whole[len(whole) // 2 : len(whole) // 2 + 400] = bytes(400)
    packed = tmp_path / "a.jsonl.gz"
    packed.write_bytes(whole)
    summary = bring(sqlite_engine, str(packed), now=now)
    assert 20 < summary.new <= 100
    assert any("cannot be read to its end" in problem for problem in summary.problems)


def test_a_compressed_file_and_standard_input_are_read_too(
    bring: Bring, sqlite_engine: Engine, tmp_path: Path, now, monkeypatch: pytest.MonkeyPatch
):
    packed = tmp_path / "a.jsonl.gz"
    packed.write_bytes(gzip.compress(json.dumps(GOOD).encode()))
    assert bring(sqlite_engine, str(packed), now=now).new == 1
    piped = io.TextIOWrapper(
        io.BytesIO(json.dumps({**GOOD, "url": "https://gazette.example/2"}).encode() + b"\nbad")
    )
    monkeypatch.setattr(sys, "stdin", piped)
    summary = bring(sqlite_engine, "-", now=now)
    assert (summary.new, summary.problems) == (
        1,
        ("standard input:2: not JSON: Expecting value at column 1",),
    )


def test_a_file_cut_in_the_middle_gives_what_was_whole(
    bring: Bring, sqlite_engine: Engine, tmp_path: Path, now
):
    packed = tmp_path / "a.jsonl.gz"
    records = [
        {**GOOD, "url": f"https://gazette.example/{n}", "text": os.urandom(3000).hex()}
        for n in range(200)
    ]
    whole = gzip.compress("\n".join(map(json.dumps, records)).encode())
    packed.write_bytes(whole[: len(whole) // 2])
    summary = bring(sqlite_engine, str(packed), now=now)
    assert 50 < summary.new < 150
    assert "cannot be read to its end" in summary.problems[-1]


def test_a_missing_file_is_named_before_anything_is_stored(
    bring: Bring, sqlite_engine: Engine, tmp_path: Path, now
):
    name = lines(tmp_path / "a.jsonl", GOOD)
    for missing in (str(tmp_path / "none.jsonl"), str(tmp_path)):
        with pytest.raises(UsageError, match=str(missing)):
            bring(sqlite_engine, name, missing, now=now)
    assert stored(sqlite_engine) == []


def test_an_import_killed_at_any_moment_is_finished_by_the_next(
    bring: Bring, sqlite_url: str, tmp_path: Path, now
):
    records = [
        {**GOOD, "url": f"https://gazette.example/{n}", "text": f"{GOOD['text']} It was round {n}."}
        for n in range(120)
    ]
    name = lines(tmp_path / "a.jsonl", *records)
    program = (
        "import sys, datetime as dt\n"
        "from db.engine import open_engine\n"
        "from jobs.importing import import_files\n"
        "from tracker.rulebook import load_rulebook\n"
        "def told(done, total): print(done, flush=True)\n"
        "now = dt.datetime(2026, 3, 10, tzinfo=dt.UTC)\n"
        "import_files(open_engine(sys.argv[1]), load_rulebook(shipped=False), sys.argv[2:], now, told)\n"
    )
    for steps in (1, 2, 20):  # in the first batch, between batches, while reading
        process = subprocess.Popen(
            [sys.executable, "-c", program, sqlite_url, name], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        for _ in range(steps):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        engine = open_engine(sqlite_url)
        assert migrate.check(engine) == []
        engine.dispose()
    engine = open_engine(sqlite_url)
    bring(engine, name, now=now)
    with begin(engine, read_only=True) as session:
        versions = session.exec(select(ArticleVersion)).all()
    assert len(stored(engine)) == len(versions) == 120
    assert all(version.rules for version in versions)
    assert migrate.check(engine) == []
    engine.dispose()


def test_a_page_that_nobody_can_read_in_time_is_reported_with_its_line(
    bring: Bring, engine: Engine, tmp_path: Path, now
):
    page = {key: value for key, value in GOOD.items() if key != "text"}
    page |= {"url": "https://gazette.example/2", "html": PAGE.format(head=HEAD)}
    name = lines(tmp_path / "a.jsonl", GOOD, page, {**GOOD, "url": "https://gazette.example/3"})
    with Workers(count=1, seconds=0) as hasty:
        summary = import_files(engine, load_rulebook(shipped=False), [name], now, workers=hasty)
    assert summary.problems == (f"{name}:2: parse_timeout: it takes more than 0 s to read",)
    assert (summary.new, len(stored(engine))) == (2, 2)
    assert bring(engine, name, now=now).problems == ()
    assert len(stored(engine)) == 3
