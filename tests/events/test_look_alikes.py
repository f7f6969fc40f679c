"""What parts two local happenings of one town and one day or the next, and what does not."""

import pytest

from tests.telling import mention, source
from tracker.events import same
from tracker.values import Source, Span

TOWN = ("@Quillton", "Elm Road")


def told(
    key: str, *details: str, when: str = "2024-05-06", quote: str = "A man was hurt"
) -> Source:
    return source(key, mention("fire", when, title=quote, names=(*TOWN, *details)))


def joined(one: Source, other: Source) -> bool:
    return same(one, other).value >= 0.53


@pytest.mark.parametrize(
    ("ours", "theirs", "one"),
    [
        (("+34",), ("+34", "+20"), True),
        (("+34",), ("+35",), True),
        (("+34",), ("+60",), False),
        (("^400 Elm Road",), ("^415 Elm Rd",), True),
        (("^400 Elm Road",), ("^3100 Elm Road", "*home"), False),
        (("*park",), ("*park", "*home"), True),
        (("*park", "~18.0"), ("*store", "~14.0"), False),
        (("~23.3",), ("~23.7",), True),
        (("~19.0",), ("~23.3",), False),
        (("~24.0",), ("~0.2",), True),
        (("&Quillton, Mo.",), ("&Quillton, Missouri",), True),
        (("&Quillton, Mo.",), ("&QUILLTON, Mass.",), False),
    ],
)
def test_details_part_look_alikes_of_one_road(ours, theirs, one):
    assert joined(told("a", *ours), told("b", *theirs)) is one


def test_the_hour_before_midnight_and_the_one_behind_it_are_of_one_night():
    late, early = told("a", "~23.8"), told("b", "~0.3", when="2024-05-07")
    noon = told("c", "~12.0", when="2024-05-07")
    assert joined(late, early)
    assert not joined(late, noon)


def test_other_roads_weigh_more_where_the_sentences_name_them():
    def on(key: str, road: str, quote: str) -> Source:
        return source(key, mention("fire", "2024-05-06", title=quote, names=("@Quillton", road)))

    mill = on("b", "Mill Road", "A man was hurt on Mill Road")
    told_of = same(on("a", "Elm Road", "A man was hurt on Elm Road"), mill).reasons
    beside = same(on("a", "Elm Road", "A man was hurt"), mill).reasons
    assert any("other roads in their sentences" in reason for reason in told_of)
    assert "other roads (-3.2)" in beside


def test_the_morning_is_not_the_afternoon():
    def on(key: str, when: str) -> Source:
        quote = f"A man was hurt on Monday {when}"
        spans = (("date", Span(quote.index("Monday"), len(quote))),)
        return source(key, mention("fire", "2024-05-06", title=quote, names=TOWN, spans=spans))

    found = same(on("a", "morning"), on("b", "afternoon")).reasons
    assert any("another half of the day" in reason for reason in found)


def test_a_court_is_no_road():
    ours = source("a", mention("fire", "2024-05-06", names=("@Quillton", "Superior Court")))
    assert "other roads" not in " ".join(same(ours, told("b")).reasons)


def test_the_hours_of_another_happening_do_not_date_it():
    quote = "A man was hurt on Monday afternoon"
    at = quote.index("Monday afternoon")
    spans = (("date", Span(at, len(quote))),)
    fire = mention("fire", "2024-05-06", title=quote, names=(*TOWN, "~9.0"), spans=spans)
    assert "hour" not in " ".join(same(source("a", fire), told("b", "~21.0")).reasons)
