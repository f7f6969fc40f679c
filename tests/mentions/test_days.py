"""Days that come round every year are told from their namesakes."""

import pytest

from tests.mentions.telling import read
from tracker.mentions.days import load_days, named_day
from tracker.rulebook import load_rulebook

DAYS = load_days(load_rulebook())


@pytest.mark.parametrize(
    ("near", "base"),
    [({"za"}, "1976-06-16"), ({"cn"}, "1919-05-04"), ({"kr"}, None), (set(), None)],
    ids=["one's own", "another's", "of neither", "of nobody"],
)
def test_a_name_that_many_days_have_is_told_by_whom_it_speaks_of(
    near: set[str], base: str | None
) -> None:
    day = named_day("celebrated youth day", None, 2027, None, near, near, DAYS)
    assert (day and day.base) == base


def test_the_words_of_the_day_itself_count_before_those_around_it():
    text = (
        "Young people in the DPRK greeted Youth Day under the care of the Workers' Party of Korea."
    )
    (found,) = read(text, published="2024-08-29")
    assert str(found.interval.first) == "2024-08-28"
