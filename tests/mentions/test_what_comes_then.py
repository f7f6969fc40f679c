"""What comes next on the day told before, what is done at once, and a day set apart by a comma."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # whoever is named there is named there
            "From Fiji, the Queen will travel to Chad on May 14 and 15. There, Queen Mary will meet with President Deby, "
            "who took office in March, to talk about trade.",
            ["delegation 2024-05-14..2024-05-15 planned", "summit 2024-05-14..2024-05-15 planned"],
        ),
        (
            "The Queen will visit Chad on May 14. Foreign Minister Eva Lind will host a dinner.",
            ["delegation 2024-05-14 planned"],
        ),
        (  # the sentence before tells no happening
            "The coffin will be taken to the square on Saturday. The former president will then be buried in Lomé.",
            ["ceremony 2024-05-11 planned"],
        ),
        (
            "The minister said on Tuesday that prices will rise. Parliament will then vote on the budget.",
            [],
        ),
        (
            "The bill was read out on Monday. If it passes, parliament will then vote on the budget.",
            [],
        ),
        (
            "The Authority read a report on 8 May.\n\nIt thanked its partners.\n\nThe till is full.\n\nThe Authority "
            "further resolves to impose the following measures with immediate effect: a ban on flights to Chad.",
            ["sanctions 2024-05-08 planned"],
        ),
        ("The bank cut 300 jobs with immediate effect.", []),
        (
            "The president today signed a proclamation marking Pan American Day, April 14.",
            ["anniversary 2024-04-14 occurred"],
        ),
        (  # set for June is the next one
            "In Geneva, a tenth round of talks on the border between Chad and Niger ended on April 30; the next is set "
            "for June 8.",
            ["talks 2024-04-30 occurred"],
        ),
    ],
)
def test_days_of_what_comes_then(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected
