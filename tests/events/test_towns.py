"""Which town a report of a happening among people whom nobody knows says it was in."""

from dataclasses import replace

from tests.telling import mention, source
from tracker.events import same
from tracker.values import Actor, Source, Span


def told(key: str, quote: str, *names: str, by: str = "") -> Source:
    """A report; `by` is the word of its quote that was read as the country whose capital it is."""
    report = mention("shooting", "2017-04-26", title=quote, names=names)
    if by:
        start = quote.index(by)
        span = Span(start, start + len(by))
        country = Actor("Norland", "norland", kind="country", country="norland", span=span)
        report = replace(report, actors=(country,))
    return source(key, report)


def reasons(one: Source, other: Source) -> str:
    return "; ".join(same(one, other).reasons)


def test_a_man_of_the_capital_does_not_speak_for_the_country():
    capital = told("a", "A Norberg man was shot", "Norberg", "@Norberg", by="Norberg")
    elsewhere = told("b", "A man was shot in Tarnby", "Tarnby", "@Tarnby")
    again = told("c", "A man was shot in Norberg", "Norberg", "@Norberg")
    assert "other towns (-3.0)" in reasons(capital, elsewhere)
    assert "same town" in reasons(capital, again)


def test_a_city_may_be_called_city_and_a_hospital_is_no_town():
    city = told("a", "A man was shot in Brill City", "@Brill City")
    police = told("b", "Two were shot", "The Brill City Police Department")
    assert "same town" in reasons(city, police)
    hospital = told("c", "A man was shot", "@Mercy Hospital")
    other = told("d", "A man died", "@Grace Hospital")
    assert "town" not in reasons(hospital, other)


def test_the_surname_of_an_officer_is_no_town():
    town = told("a", "A man was shot in Brill", "@Brill")
    officer = told("b", "Two were shot", "Mayor Ann Brill", "Officer Brill")
    assert "same town" not in reasons(town, officer)
