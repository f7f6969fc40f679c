"""Events found by words: in what is said of them, and in the articles that tell them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from db import migrate, search
from db.engine import begin, open_engine
from tests.telling import article, mention
from tracker.timeline.ledger import relink
from tracker.timeline.query import Filters, find_events

TREATY = "Norland and Sudland sign fisheries treaty"
DRILL = "Naval drill off Málaga"
TREATY_TEXT = (
    f"{TREATY}. The joint statement speaks of denuclearization. The border talks go on."
    "\n\nBorder talks in Lund"
)


def fill(engine, now):
    with begin(engine) as session:
        article(
            session, "https://a.example/treaty",
            mention("agreement", "2024-05-08", "Norland:country, Sudland:country", TREATY),
            mention("talks", "2024-05-02", "Sudland:country", "Border talks in Lund", "Lund"),
            now=now, published="2024-05-09", text=TREATY_TEXT,
        )  # fmt: skip
        article(
            session, "https://b.example/drill",
            mention("exercise", "2024-06-01", "Norland:country", DRILL, quote="The fleet sails today"),
            now=now, published="2024-06-02", text="The fleet sails today. A statement, joint or not, is due.",
        )  # fmt: skip
        relink(session, now)
    return engine


@pytest.fixture
def filled(engine, now):
    return fill(engine, now)


def found(engine, question, **more):
    with begin(engine, read_only=True) as session:
        return {event.type for event in find_events(session, Filters(search=question, **more))}


CASES = [
    ("fisheries", {"agreement"}),  # title
    ("lund", {"talks"}),  # place
    ("fleet sail", {"exercise"}),  # evidence
    ("denuclearization", {"agreement", "talks"}),  # only in the text: whatever it tells
    ("denuc*", {"agreement", "talks"}),
    ("nuclear*", set()),
    ('"joint statement"', {"agreement", "talks"}),
    ('"statement joint"', {"exercise"}),
    ("talks", {"talks"}),  # in the text of the other too, but there they mean these
    ("malaga", {"exercise"}),
    ("MÁLAGA", {"exercise"}),
    ("treaty nowhere", set()),
    ("fish", {"agreement"}),
    ('"fish"', set()),
    ("sea", set()),  # too short to be a beginning
]


@pytest.mark.parametrize(("question", "expected"), CASES)
def test_words_find_events(filled, question, expected):
    assert found(filled, question) == expected


@pytest.mark.parametrize(("question", "expected"), CASES)
def test_words_find_the_same_in_the_timeline_of_a_day(filled, question, expected):
    assert found(filled, question, as_of=dt.date(2024, 12, 31)) == expected


@pytest.mark.parametrize(
    "question",
    ['"', '""', "*", "a*b*", "(", ")", "NEAR(", "a NEAR/2 b", "words:treaty", "^treaty", "' OR 1=1 --",
     "treaty' | 'x':*", "&!|<->", "\\", "\x00", "\ud800", "{words} :", "- -treaty", '"a" + "b"', ";" * 999,
     "x " * 50_000, " ".join(map(str, range(5000)))],
)  # fmt: skip
def test_no_question_is_an_error(filled, question):
    assert found(filled, question) <= {"agreement", "talks", "exercise"}


def test_what_asks_nothing_finds_all_and_what_holds_no_word_nothing(filled):
    assert found(filled, "  ") == {"agreement", "talks", "exercise"}
    assert found(filled, '"?!"') == set()


@given(
    st.lists(
        st.sampled_from(['"', "*", " ", "joint", "statement", "talks", "bor", "lund", "á", "-"])
    )
)
def test_both_ways_of_finding_agree_whatever_is_asked(filled_once, pieces):
    question = "".join(pieces)
    assert found(filled_once, question) == found(filled_once, question, as_of=dt.date(2024, 12, 31))


@pytest.fixture(scope="module")
def filled_once(migrated_file, tmp_path_factory):
    import shutil

    path = shutil.copy(migrated_file, tmp_path_factory.mktemp("search") / "once.db")
    engine = open_engine(f"sqlite:///{path}")
    yield fill(engine, dt.datetime(2026, 3, 10, 12, tzinfo=dt.UTC))
    engine.dispose()


def test_a_changed_text_and_a_changed_title_are_found_by_their_new_words(filled, now):
    with begin(filled) as session:
        article(
            session, "https://b.example/drill",
            mention("exercise", "2024-06-01", "Norland:country", "Air drill off Málaga"),
            now=now, published="2024-06-02", text="Air drill off Málaga. Bombers flew.",
        )  # fmt: skip
        relink(session, now)
    assert found(filled, "naval") == set()
    assert found(filled, "sails") == set()
    assert found(filled, "due") == set()
    assert found(filled, "air") == found(filled, "bombers") == {"exercise"}
    assert migrate.check(filled) == []


def test_a_missing_index_entry_is_noticed_and_made_good(filled):
    with begin(filled) as session:
        session.execute(
            text("DELETE FROM search_text WHERE id IN (SELECT min(id) FROM search_text)")
        )
        session.execute(
            text("UPDATE search_text SET digest = 'x' WHERE id = (SELECT max(id) FROM search_text)")
        )
    assert migrate.check(filled) == [
        "1 events and 1 texts are not found by their words: run `tracker reprocess`"
    ]
    with begin(filled) as session:
        search.repair(session)
    assert migrate.check(filled) == []
    assert found(filled, "fisheries") == {"agreement"}


def test_an_index_that_does_not_fit_its_texts_is_noticed(sqlite_engine, now):
    fill(sqlite_engine, now)
    with begin(sqlite_engine) as session:
        session.execute(text("DROP TRIGGER search_text_changed"))
        session.execute(text("UPDATE search_text SET words = 'other words' WHERE id = 1"))
    assert "does not fit" in migrate.check(sqlite_engine)[0]


def test_a_copy_of_the_database_finds_the_same(sqlite_engine, now, tmp_path):
    fill(sqlite_engine, now)
    migrate.backup(sqlite_engine, tmp_path / "copy.db")
    copy = open_engine(f"sqlite:///{tmp_path / 'copy.db'}")
    assert found(copy, "denuc* fisheries") == {"agreement"}
    assert migrate.check(copy) == []
    copy.dispose()
