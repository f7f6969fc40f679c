"""Reading stored texts and publishing what they tell, on both databases."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlmodel import col, select

import tracker.mentions
from db import migrate
from db.engine import Engine, begin
from db.tables import ArticleVersion, Event, Mention
from tracker.pipeline import Arrival, publish, read_unread, reading_digest, take_in
from tracker.pipeline.reading import LONGEST
from tracker.rulebook import load_rulebook

MONDAY = "The prime ministers of Norway and Finland held talks in Helsinki on Monday."
SUNDAY = "The prime ministers of Norway and Finland held talks in Helsinki on Sunday."
ONE = Arrival(
    url="https://gazette.example/1",
    title="Prime ministers meet",
    text=MONDAY,
    published=dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC),
    publisher="Gazette",
)


def take(engine: Engine, arrival: Arrival, now: dt.datetime) -> None:
    with begin(engine) as session:
        take_in(session, arrival, now)


def events(engine: Engine) -> list[Event]:
    with begin(engine, read_only=True) as session:
        query = select(Event).where(col(Event.dropped).is_(None), col(Event.redirect_to).is_(None))
        return list(session.exec(query))


def test_a_text_is_read_once_by_the_same_rules(engine: Engine, now):
    rulebook = load_rulebook()
    take(engine, ONE, now)
    steps: list[tuple[int, int]] = []
    first = read_unread(
        engine, rulebook, now, progress=lambda done, total: steps.append((done, total))
    )
    assert (first.read, first.failed, steps) == (1, 0, [(1, 1)])
    assert first.mentions >= 1
    assert read_unread(engine, rulebook, now).read == 0


def test_other_rules_read_every_current_text_again(sqlite_engine: Engine, now, tmp_path):
    take(sqlite_engine, ONE, now)
    read_unread(sqlite_engine, load_rulebook(), now)
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "note.txt").write_text("one more word\n")
    changed = load_rulebook([tmp_path])
    assert reading_digest(changed) != reading_digest(load_rulebook())
    assert read_unread(sqlite_engine, changed, now).read == 1


def test_one_text_that_cannot_be_read_does_not_lose_the_rest(
    sqlite_engine: Engine, now, monkeypatch: pytest.MonkeyPatch
):
    find = tracker.mentions.find_mentions

    def trip(document, rulebook):
        if "Sunday" in document.text:
            raise RecursionError("too deep")
        return find(document, rulebook)

    monkeypatch.setattr(tracker.mentions, "find_mentions", trip)
    for number, text in enumerate((MONDAY, SUNDAY, MONDAY + " They parted.")):
        take(sqlite_engine, replace(ONE, url=f"https://gazette.example/{number}", text=text), now)
    counts = read_unread(sqlite_engine, load_rulebook(), now)
    assert (counts.read, counts.failed) == (2, 1)
    assert counts.failures == ("https://gazette.example/1: RecursionError: too deep",)


@pytest.mark.parametrize("plan", ["MrpSrpMrp", "MrSrMrp", "MrpSMrp", "MSMrp"])
def test_edited_and_edited_back_tells_one_event_whenever_it_is_read(engine: Engine, now, plan: str):
    rulebook = load_rulebook()
    for step in plan:
        if step == "r":
            assert read_unread(engine, rulebook, now).failed == 0
        elif step == "p":
            publish(engine, rulebook, now)
        else:
            take(engine, replace(ONE, text=MONDAY if step == "M" else SUNDAY), now)
    [event] = events(engine)
    assert event.start == dt.date(2026, 3, 9)
    with begin(engine, read_only=True) as session:
        linked = session.exec(select(Mention).where(col(Mention.event_id).is_not(None))).all()
        current = session.exec(select(ArticleVersion.id).where(col(ArticleVersion.current))).one()
    assert {mention.version_id for mention in linked} == {current}
    assert migrate.check(engine) == []


def test_a_correction_of_the_date_moves_the_event(engine: Engine, now):
    rulebook = load_rulebook()
    for published in (ONE.published, dt.datetime(2026, 3, 3, 9, 0, tzinfo=dt.UTC)):
        take(engine, replace(ONE, published=published), now)
        read_unread(engine, rulebook, now)
        publish(engine, rulebook, now)
    assert [event.start for event in events(engine)] == [dt.date(2026, 3, 2)]


def test_today_is_the_publishers_day_not_ours(engine: Engine, now):
    """Half past eight on Tuesday morning in Seoul is still Monday night in London."""
    seoul = dt.timezone(dt.timedelta(hours=9))
    early = dt.datetime(2026, 3, 10, 8, 30, tzinfo=seoul)
    told = replace(ONE, text=MONDAY.replace("on Monday", "earlier on Tuesday"), published=early)
    take(engine, replace(told, text=None), now)
    take(engine, replace(told, published=early.astimezone(dt.UTC), origin="page"), now)
    read_unread(engine, load_rulebook(), now)
    publish(engine, load_rulebook(), now)
    assert [event.start for event in events(engine)] == [dt.date(2026, 3, 10)]


def test_copies_count_as_one_source(engine: Engine, now):
    rulebook = load_rulebook()
    longer = " ".join(
        [
            MONDAY,
            "They spoke of the ferry line, of timber and of the winter's ice, and had herring for lunch.",
        ]
        * 3
    )
    for number, name in enumerate(("Gazette", "Herald", "Courier")):
        published = dt.datetime(2026, 3, 10, 9 + number, 0, tzinfo=dt.UTC)
        take(
            engine,
            replace(
                ONE,
                url=f"https://{name}.example/1",
                publisher=name,
                text=longer,
                published=published,
            ),
            now,
        )
    read_unread(engine, rulebook, now)
    publish(engine, rulebook, now)
    assert [event.independent_sources for event in events(engine)] == [1]


def test_of_an_endless_text_only_the_beginning_is_read(
    sqlite_engine: Engine, now, monkeypatch: pytest.MonkeyPatch
):
    lengths: list[int] = []

    def note(document, rulebook):
        lengths.append(len(document.text))
        return ()

    monkeypatch.setattr(tracker.mentions, "find_mentions", note)
    take(sqlite_engine, replace(ONE, text=f"{MONDAY} " * 40_000), now)
    read_unread(sqlite_engine, load_rulebook(), now)
    assert lengths == [LONGEST]
