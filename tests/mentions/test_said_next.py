"""The day told in the next sentence, what was done next in the same one, and greetings on the day itself."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The first ASEAN-Russia summit was a success. It was held in Kuala Lumpur on 13 December 2005.",
            "summit 2005-12-13 occurred",
        ),
        (
            "The Seventh Congress of the Workers' Party adopted a programme. It took place on 6-9 May 2016.",
            "plenary 2016-05-06..2016-05-09 occurred",
        ),
    ],
)
def test_the_next_sentence_tells_when_it_was(text: str, found: str) -> None:
    assert days(read(text)) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke at a forum of both ministries on the vote. It was held on 3 May.",
        "The fourth summit of the G20 ended well. It was not held in Riga on 3 May 2019.",
        "The president praised the new bridge to Estonia. It was held by rebels in May 2019.",
    ],
)
def test_the_next_sentence_tells_when_something_else_was(text: str) -> None:
    assert not [each for each in days(read(text)) if "05-03" in each or "2019" in each]


@pytest.mark.parametrize("link", ["following which", "after which", "at the end of which"])
def test_what_was_done_next_is_of_the_day_of_the_sentence(link: str) -> None:
    text = f"Sadyr Japarov and Xi Jinping held talks in Xi'an on Monday, {link} ten agreements were signed."
    assert days(read(text)) == ["agreement 2024-05-06 occurred", "summit 2024-05-06 occurred"]


@pytest.mark.parametrize("act", ["may be signed one day", "will be signed", "were not signed"])
def test_what_is_to_follow_is_not_of_the_day_of_the_sentence(act: str) -> None:
    text = (
        f"Sadyr Japarov and Xi Jinping held talks in Xi'an on Monday, after which agreements {act}."
    )
    assert days(read(text)) == ["summit 2024-05-06 occurred"]


def test_a_congress_that_closed_has_all_its_days_however_far_above_it_is_told() -> None:
    text = (
        "The Eighth Congress of the Workers' Party of Korea, which had begun a new era, closed on 4 May. "
        "Kim Jong Un spoke. The congress, which opened on 29 April, elected a committee."
    )
    assert days(read(text)) == ["plenary 2024-04-29..2024-05-04 occurred"]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Vladimir Putin congratulated Kassym-Jomart Tokayev on his 71st birthday.", "Tokayev"),
        (
            "Vladimir Putin called Kassym-Jomart Tokayev and congratulated him on his 71st birthday.",
            "Tokayev",
        ),
        (
            "Xi Jinping and Luong Cuong exchanged greetings on the 75th anniversary of ties between "
            "China and Vietnam.",
            "China",
        ),
    ],
)
def test_greetings_are_sent_on_the_day(text: str, whose: str) -> None:
    (found,) = read(text)
    assert (found.type, str(found.interval.first)) == ("anniversary", "2024-05-08")
    assert whose in found.title


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Putin congratulated the poet on her 70th birthday.",
        "The president congratulated the staff on the 50th anniversary of the factory.",
        "Luong Cuong congratulated Qatar on the upcoming 50th anniversary of ties with Vietnam.",
        "Vladimir Putin will congratulate Kassym-Jomart Tokayev on his 71st birthday.",
    ],
)
def test_private_days_and_those_to_come_have_none(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize("when", ["before the opening session", "ahead of the plenary session"])
def test_talks_around_a_sitting_are_not_the_summit(when: str) -> None:
    text = (
        "President Cyril Ramaphosa attended the BRICS summit in Kazan on Monday. "
        f"Ramaphosa held talks with his Chinese counterpart Xi Jinping {when}."
    )
    assert days(read(text)) == ["summit 2024-05-06 occurred"] * 2


def test_talks_of_the_two_who_hold_the_summit_are_the_summit() -> None:
    text = (
        "Donald Trump and Kim Jong Un held a summit in Singapore on Monday. "
        "The two leaders held talks after the opening session."
    )
    assert days(read(text)) == ["summit 2024-05-06 occurred"]


def test_a_summit_chaired_next_is_another() -> None:
    text = (
        "Qatari Amir Tamim bin Hamad Al Thani and Recep Tayyip Erdogan met in Doha on Monday. "
        "The Amir then chaired the Gulf-Turkish Summit."
    )
    assert days(read(text)) == ["summit 2024-05-06 occurred"] * 2


def test_a_body_that_begins_with_a_title_holds_nobody() -> None:
    (found,) = read("The General Customs Department of Laos and Vietnam's met in Hanoi on Monday.")
    assert not [actor for actor in found.actors if actor.kind == "person"]
