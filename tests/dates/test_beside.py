"""Rules for a day told beside another: what is not complete is refused with the rule's name."""

import pytest

from tracker.dates.beside import ways_beside
from tracker.dates.rules import grammar
from tracker.errors import RuleError
from tracker.rulebook import load_rulebook

WHOLE = {"id": '"en.own"', "before": "'the day after $'", "sign": "1", "unit": '"day"'}


def ways_of(folder, **changed):
    dates = folder / "en" / "dates"
    dates.mkdir(parents=True)
    lines = (f"{key} = {value}" for key, value in (WHOLE | changed).items())
    (dates / "own.toml").write_text("[[beside]]\n" + "\n".join(lines) + "\n")
    rulebook = load_rulebook([folder])
    return ways_beside(rulebook, grammar(rulebook, "en"))


def test_a_way_of_one_s_own_is_taken_up(tmp_path):
    assert "en.own" in [way.id for way in ways_of(tmp_path)]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"unit": '"month"'}, "needs id, before, sign"),
        ({"sign": "2"}, "needs id, before, sign"),
        ({"unit": '"weekday"'}, "belongs to unit weekday"),
        ({"before": "'the {weekday} after $'"}, "belongs to unit weekday"),
        ({"before": "'the (day after $'"}, "bad pattern in before"),
        ({"befor": "'on $'"}, "unknown key"),
    ],
)
def test_what_is_not_complete_is_refused(tmp_path, changed, said):
    with pytest.raises(RuleError, match=said):
        ways_of(tmp_path, **changed)
