"""Several happenings that one sentence or one report tells beside each other."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    "text",
    [
        "A concert devoted to the 60th anniversary of the pact was given in Lima on Monday.",
        "A reception to mark the 60th anniversary of the pact was held in Lima on Monday.",
        "The exhibition celebrating the 60th anniversary of the museum opened in Lima on Monday.",
        "A meeting marking the 60th founding anniversary of the academy was held on Monday.",
        "President Boric received President Lula on Monday.\nA banquet was then given to mark the 60th"
        " anniversary of the pact.",
    ],
)
def test_what_keeps_an_anniversary_is_told_beside_it(text: str) -> None:
    found = days(read(text))
    assert "anniversary 2024-05-06 occurred" in found
    assert "ceremony 2024-05-06 occurred" in found


@pytest.mark.parametrize(
    "text",
    [
        "Celebrations of the 60th anniversary of the pact were held in Lima on Monday.",
        "A banquet in honour of the visit was held in Lima on Monday.",
    ],
)
def test_the_celebration_of_a_day_is_one_happening(text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("The two signed 14 agreements on Monday. A joint statement was issued.", 2),
        ("On Monday they adopted the Lima Declaration, and a dozen papers were inked by aides.", 2),
        ("On Monday the two ministers signed a treaty on water and a protocol on mines.", 2),
        (
            "On Monday they signed a Joint Statement on further trade, as well as a Joint Statement on peace.",
            2,
        ),
        ("On Monday they signed an agreement on visas and a memorandum on air traffic.", 2),
        ("Three papers were signed on Monday, including a declaration on energy.", 1),
        ("On Monday they signed a treaty on water. The treaty on water bans dams.", 1),
        ("On Monday they signed a treaty on water and spoke of a protocol on mines.", 1),
    ],
)
def test_new_things_of_a_row_are_signed_each_on_its_own(text: str, signed: int) -> None:
    assert days(read(text)) == ["agreement 2024-05-06 occurred"] * signed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The sanctions imposed on Niger in July 2023 were eased on Monday.",
            ["sanctions 2023-07-01..2023-07-31 occurred", "sanctions 2024-05-06 occurred"],
        ),
        (
            "Seoul on Monday suspended the military accord of September 19, 2018.",
            ["agreement 2018-09-19 occurred", "agreement 2024-05-06 occurred"],
        ),
        (
            "The border treaty signed in Riga in May 2015 was renewed in July 2020.",
            [
                "agreement 2015-05-01..2015-05-31 occurred",
                "agreement 2020-07-01..2020-07-31 occurred",
            ],
        ),
        (
            "Kenya on Monday signed the treaty of May 6, 2024, with Uganda.",
            ["agreement 2024-05-06 occurred"],
        ),
        (
            "North Korea on Monday scrapped the 19 September 2018 accord.",
            ["agreement 2024-05-06 occurred"],
        ),
    ],
)
def test_what_something_is_done_to_has_the_day_of_its_making(text, expected):
    assert days(read(text)) == expected
