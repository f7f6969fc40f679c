"""Hours by the clock are read in one way, whoever asks for them."""

import pytest

from tracker.mentions.clock_hours import clock_hours

CLOCK = clock_hours(("a.m.", "am"), ("p.m.", "pm"))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("at 7:15 a.m. and at 9 pm", [7.25, 21.0]),
        ("at 12 a.m. and at 12.30 PM", [0.0, 12.5]),
        ("at 5 amid rain, at 17:10, at 1:75 pm, in 2019", []),
    ],
)
def test_an_hour_is_told_with_its_half_of_the_day(text, hours):
    assert [hour for _, hour in CLOCK.told_in(text)] == hours
