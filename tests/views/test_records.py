"""Events as data."""

import csv
import io
import json
import re

from hypothesis import given
from hypothesis import strategies as st

from tests.views.samples import anniversary, event, evidence
from tracker.values import Related
from tracker.views.clean import cell, for_markdown, one_line, printable, web_link
from tracker.views.records import (
    EVENT_COLUMNS,
    UPCOMING_COLUMNS,
    as_csv,
    as_json,
    as_jsonl,
    event_record,
    upcoming_record,
)


@given(st.text())
def test_json_lines_give_back_any_text_and_move_no_cursor(text: str) -> None:
    [line] = as_jsonl([{"title": text}])
    assert json.loads(line) == {"title": text}
    assert "\n" not in line
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", line)


@given(st.lists(st.text(min_size=1), max_size=4))
def test_csv_can_be_read_back_and_holds_no_formula(actors: list[str]) -> None:
    record = event_record(event(actors=tuple(actors), title=actors[0] if actors else "t"))
    [row] = csv.DictReader(io.StringIO(as_csv([record]), newline=""))
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in row.values())
    assert row["id"] == "abc"


def test_a_formula_in_a_title_is_shown_as_text() -> None:
    assert cell('=HYPERLINK("http://x")') == '\'=HYPERLINK("http://x")'
    assert cell("-1 degrees") == "'-1 degrees"
    assert cell("plain") == "plain"


def test_the_sources_of_a_record_name_span_and_sentence() -> None:
    record = event_record(event(sources=(evidence(),)))
    assert record["sources"][0]["span"] == [0, 9]
    assert record["sources"][0]["evidence"] == "They met."
    assert json.loads(as_json([record]))[0]["sources"] == record["sources"]


@given(st.text())
def test_nothing_a_terminal_obeys_is_left(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", printable(text))
    assert "\n" not in one_line(text)


def test_an_escape_sequence_is_disarmed() -> None:
    assert printable("\x1b[2J\x1b]0;title\x07gone") == "[2J]0;titlegone"


def test_markdown_of_a_title_is_shown_literally() -> None:
    assert for_markdown("*[x](y)* <b> # `c`") == r"\*\[x\](y)\* \<b\> \# \`c\`"


def test_only_web_addresses_become_links() -> None:
    assert web_link("https://a.example/x y") == "https://a.example/x%20y"
    assert web_link("javascript:alert(1)") == ""
    assert web_link("https://a.example/)>") == "https://a.example/%29%3E"


def test_the_columns_of_a_table_are_those_of_its_records() -> None:
    for columns, record in (
        (EVENT_COLUMNS, event_record(event())),
        (UPCOMING_COLUMNS, upcoming_record(anniversary())),
    ):
        assert as_csv([record]).splitlines()[0] == ",".join(columns)
        assert as_csv([], columns) == ",".join(columns) + "\n"


def test_a_relation_is_told_in_a_cell_by_kind_and_id() -> None:
    record = event_record(event(relations=(Related("part_of", "abcdef", "Forum"),)))
    [row] = csv.DictReader(io.StringIO(as_csv([record])))
    assert row["relations"] == "part_of abcdef"


def test_columns_that_only_some_records_have_are_there_for_all() -> None:
    records = [event_record(event()), event_record(event("b", changes=("new",)))]
    rows = list(csv.DictReader(io.StringIO(as_csv(records))))
    assert [row["changes"] for row in rows] == ["", "new"]
