"""Where an event is said to be, when its sources say it more and less finely."""

from dataclasses import replace

from tests.telling import mention, source
from tracker.events import resolve, same
from tracker.values import Place


def told(*places: str):
    day = "2025-06-19"
    return resolve([source(str(n), mention("talks", day, place=p)) for n, p in enumerate(places)])


def test_a_town_and_its_country_are_no_dispute_and_the_town_says_more():
    event = told("Sweden", "Sweden", "Lund:Sweden")
    assert event.place == "Lund"
    assert [field for field, _, _ in event.rivals] == []


def test_two_towns_of_one_country_are_a_dispute():
    event = told("Lund:Sweden", "Lund:Sweden", "Malmo:Sweden")
    assert event.place == "Lund"
    assert ("place", "Malmo") in [(field, value) for field, value, _ in event.rivals]


def test_another_country_is_a_dispute():
    event = told("Lund:Sweden", "Norway")
    assert {event.place, *(value for _, value, _ in event.rivals)} == {"Lund", "Norway"}


def test_where_a_report_was_made_counts_only_where_nothing_else_is_told():
    def resolved(*places: str, reported: int):
        tellings = [mention("talks", "2025-06-19", place=place) for place in places]
        for number in range(reported):
            place = Place(places[number], places[number].lower(), reported=True)
            tellings[number] = replace(tellings[number], place=place)
        return resolve([source(str(n), one) for n, one in enumerate(tellings)])

    assert resolved("Lund", "Lund", "Oslo", reported=2).place == "Oslo"
    assert resolved("Lund", reported=1).place == "Lund"


def test_a_road_is_no_other_place_than_its_town():
    told = mention("talks", "2025-06-19", place="Brill", names=("Elm Street",))
    there = source("a", replace(told, place=Place("Elm Street")))
    reasons = same(there, source("b", replace(told, place=Place("Brill")))).reasons
    assert not any("place" in reason for reason in reasons)
