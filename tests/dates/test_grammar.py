"""Reading rule files: what is refused, who wins, and where a rule is tried."""

import datetime as dt

import pytest

from tracker.dates import find_dates
from tracker.dates.heads import head_words
from tracker.dates.rules import grammar
from tracker.dates.scan import _places
from tracker.dates.timex import tag_document
from tracker.dates.view import view_of
from tracker.errors import RuleError
from tracker.rulebook import load_rulebook
from tracker.values import Document

PUBLISHED = dt.datetime(2024, 5, 8, 12, tzinfo=dt.UTC)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "en" / "dates").mkdir(parents=True)
    return tmp_path


def rulebook_with(folder, text, *, shipped=True):
    (folder / "en" / "dates" / "own.toml").write_text(text, encoding="utf-8")
    return load_rulebook([folder], shipped=shipped)


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        ("pattern = 'x'\nyields = { kind = 'day' }", "needs id"),
        ("id = 'own.x'\npattern = '{nonsense}'\nyields = { kind = 'day' }", "no word class"),
        ("id = 'own.x'\npattern = '(x'\nyields = { kind = 'day' }", "bad pattern"),
        ("id = 'own.x'\npattern = '(?:x+)+'\nyields = { kind = 'day' }", "repeat inside a repeat"),
        (
            "id = 'own.x'\npattern = 'x'\nyields = { kind = 'day' }\nonly_afer = 'on $'",
            "unknown key",
        ),
        ("id = 'own.x'\npattern = 'x'\nyields = { kind = 'day', stp = 1 }", "own.x.yields.stp"),
        ("id = 'own.x'\npattern = 'x'\nyields = { kind = 'dya' }", 'unknown kind "dya"'),
    ],
)
def test_a_wrong_rule_is_refused_by_file_and_line(folder, rule, complaint):
    rulebook = rulebook_with(folder, f"# a file of one's own\n[[rule]]\n{rule}\n", shipped=False)
    with pytest.raises(RuleError, match=complaint) as error:
        find_dates(Document("", "", "No date.", PUBLISHED), rulebook)
    assert "own.toml:" in str(error.value)


def test_a_later_folder_adds_rules_and_replaces_them_by_id(folder):
    rulebook = rulebook_with(
        folder,
        "[[rule]]\nid = 'own.feast'\npattern = 'harvest day'\nyields = { kind = 'fixed', date = [10, 3] }\n"
        "[[rule]]\nid = 'en.today'\npattern = 'this very day'\n"
        "yields = { kind = 'shift', unit = 'day', step = 0 }\n",
    )
    text = "They met on Harvest Day, in 2020 and today."
    found = find_dates(Document("", "", text, PUBLISHED), rulebook)
    assert [(date.rule, date.value) for date in found] == [
        ("own.feast", "2023-10-03"),
        ("en.year", "2020"),
    ]


@pytest.mark.parametrize(
    ("words", "text", "shipped", "own"),
    [
        (
            "[not_owned]\nagainst = 0",
            "They will vote on Friday against an attack.",
            "05-03",
            "05-10",
        ),
        ("[before_last_days]\n'well into' = 0", "A tour until well into Monday.", "05-06", "05-13"),
    ],
)
def test_the_small_words_around_a_date_are_rule_data(folder, words, text, shipped, own):
    (folder / "en" / "dates" / "words_own.toml").write_text(words, encoding="utf-8")
    for rulebook, value in ((load_rulebook(), shipped), (load_rulebook([folder]), own)):
        (found,) = find_dates(Document("", "", text, PUBLISHED), rulebook)
        assert found.value == f"2024-{value}"


@pytest.mark.parametrize("language", ["en", "ru", "ko", "zh"])
def test_every_rule_knows_the_words_it_can_begin_with(language):
    rules = grammar(load_rulebook(), language)
    assert rules.rules
    assert not rules.anywhere


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        ("today", {"today"}),
        ("(?:the )?last (?:week|year)", {"the last", "last week", "last year"}),
        (r"\d{1,2} may", {"0 may", "00 may"}),
        (r"may ?\d", {"may 0"}),
        (r"20\d\d", {"0000"}),
        ("三月", {"三 月"}),
    ],
)
def test_the_beginnings_of_a_pattern_are_read_off_it(pattern, heads):
    assert head_words(pattern) == heads


def test_a_range_is_one_date_found_and_two_expressions():
    text = "The visit runs from May 6 to 9."
    (found,) = find_dates(Document("", "", text, PUBLISHED), load_rulebook())
    assert found.interval is not None
    assert (found.interval.first, found.interval.last) == (dt.date(2024, 5, 6), dt.date(2024, 5, 9))
    records = tag_document("a", PUBLISHED, text, load_rulebook())
    assert [(record["text"], record["value"]) for record in records] == [
        ("May 6", "2024-05-06"),
        ("9", "2024-05-09"),
    ]


def test_a_long_article_loses_no_date():
    text = "The ministers of both countries met again in Oslo on March 5, 2019. " * 14_000
    assert len(find_dates(Document("", "", text, PUBLISHED), load_rulebook())) == 14_000


@pytest.mark.parametrize("text", ["March 5, 2019. " * 60_000, "the end of the " * 40_000])
def test_a_text_of_little_but_dates_is_read_in_part_and_that_is_told(text, caplog):
    assert len(find_dates(Document("", "", text, PUBLISHED), load_rulebook())) < 25_000
    assert "read to character" in caplog.text


@pytest.mark.parametrize(
    "unit", ["They met on 5 March in Oslo. ", "1-1 12 ", "may the ", "'98 1/2."]
)
def test_twice_the_text_is_twice_the_places_where_a_date_is_sought(unit):
    rules = grammar(load_rulebook(), "en")

    def places(copies):
        return sum(len(found) for _, found in _places(view_of(unit * copies), rules))

    one, two, three = places(100), places(200), places(300)
    assert three - two == two - one


def test_a_date_says_what_it_rests_on():
    text = "They will meet on Friday. On March 5, 2019 they signed; the next day they left."
    found = find_dates(Document("", "", text, PUBLISHED), load_rulebook())
    assert [(str(date.basis), date.anchor, date.reason) for date in found] == [
        ("relative", dt.date(2024, 5, 8), "future: 'will' stands before"),
        ("stated", None, ""),
        ("context", dt.date(2019, 3, 5), "from the date last spoken of"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met in the last week of April.", "2024-04"),
        ("They met in the first two months of 2023.", "2023"),
        ("They will meet on the first weekend of June.", "2024-W22-WE"),
    ],
)
def test_days_that_are_no_unit_are_written_as_the_unit_they_lie_in(text, value):
    (record,) = tag_document("a", PUBLISHED, text, load_rulebook())
    assert record["value"] == value
