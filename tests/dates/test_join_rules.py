"""Rules for two dates that are one: what is not complete is refused with the rule's name and line."""

import pytest

from tracker.dates import find_dates
from tracker.dates.join_rules import ways_to_join
from tracker.errors import RuleError
from tracker.rulebook import load_rulebook
from tracker.values import Document

WHOLE = {"id": '"en.own"', "kind": '"range"', "between": "' as far as '"}


def rulebook_of(folder, **changed):
    dates = folder / "en" / "dates"
    dates.mkdir(parents=True)
    lines = (f"{key} = {value}" for key, value in (WHOLE | changed).items() if value)
    (dates / "own.toml").write_text("[[join]]\n" + "\n".join(lines) + "\n")
    return load_rulebook([folder])


def test_a_way_of_one_s_own_is_taken_up(tmp_path):
    rulebook = rulebook_of(tmp_path)
    assert "en.own" in [way.id for way in ways_to_join(rulebook, "en")]
    document = Document("", "", "They stayed from 3 May 2024 as far as 6 May 2024.", None)
    assert [date.value for date in find_dates(document, rulebook)] == ["2024-05-03/2024-05-06"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"id": ""}, "needs id, between and kind"),
        ({"between": ""}, "needs id, between and kind"),
        ({"kind": ""}, "needs id, between and kind"),
        ({"kind": '"stretch"'}, "needs id, between and kind"),
        ({"between": "' (as far as '"}, "bad pattern in between"),
        ({"before": "'from ('"}, "bad pattern in before"),
        ({"not_before": "'[a-'"}, "bad pattern in not_before"),
        ({"not_after": "'*'"}, "bad pattern in not_after"),
        ({"only_after": "'on'"}, "unknown key"),
        ({"not_after": "3"}, "not_after is no pattern"),
    ],
)
def test_what_is_not_complete_is_refused(tmp_path, changed, said):
    with pytest.raises(RuleError, match=said):
        ways_to_join(rulebook_of(tmp_path, **changed), "en")


def test_the_error_names_file_line_and_rule(tmp_path):
    rulebook = rulebook_of(tmp_path, before="'from ('")
    with pytest.raises(RuleError) as raised:
        find_dates(Document("", "", "Nothing is dated here.", None), rulebook)
    error = raised.value
    assert (error.file, error.line, error.key) == (
        tmp_path / "en" / "dates" / "own.toml",
        2,
        "en.own",
    )
