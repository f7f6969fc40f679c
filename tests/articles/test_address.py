"""One key for every spelling of an article's address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.articles.address import canonical_address, clean_address, same_site

KEY = "https://gazette.example/world/talks?id=7&page=2"


@pytest.mark.parametrize(
    "spelling",
    [
        "https://gazette.example/world/talks?id=7&page=2",
        "http://www.gazette.example/world/talks/?page=2&id=7#comments",
        "HTTPS://GAZETTE.example:443/world//talks?id=7&page=2&utm_source=rss&utm_medium=feed",
        "https://m.gazette.example/world/talks?id=7&page=2&fbclid=abc",
        "https://mobile.gazette.example/world/talks/amp/?id=7&page=2",
        "https://amp.gazette.example/world/talks.amp?id=7&page=2&amp=1",
        "https://gazette.example/amp/world/talks?id=7&page=2",
        "https://gazette.example/world/talks/index.html?id=7&page=2",
        "https://gazette.example/world/talks;jsessionid=1A2B?id=7&page=2",
        "https://gazette.example/w%6Frld/talks?id=7&page=2",
        "https://www-gazette-example.cdn.ampproject.org/c/s/www.gazette.example/world/talks?id=7&page=2",
        "https://www.google.com/amp/s/www.gazette.example/world/talks?id=7&page=2",
        "  https://gazette.example/world/talks?id=7&page=2\n",
    ],
)
def test_every_spelling_has_the_same_key(spelling: str):
    assert canonical_address(spelling) == KEY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://gazette.example/a?id=7", "https://gazette.example/a?id=8"),
        ("https://gazette.example/a", "https://gazette.example/A"),
        ("https://gazette.example/a?amp=230", "https://gazette.example/a"),
        ("http://127.0.0.1:8000/a", "http://127.0.0.1:8001/a"),
        ("https://gazette.example/#!/a", "https://gazette.example/#!/b"),
        ("https://news.gazette.example/a", "https://gazette.example/a"),
        ("https://m.example/a", "https://example/a"),
    ],
)
def test_different_articles_keep_different_keys(one: str, other: str):
    assert canonical_address(one) != canonical_address(other)


@pytest.mark.parametrize(
    "address",
    [
        "", "nothing", "javascript:alert(1)", "file:///etc/passwd", "ftp://gazette.example/a", "https:///a",
        "http://127.0.0.1:80\\@gazette.example/", "https://user:secret@gazette.example/a", "https://gaz ette.example/",
        "https://[::1", "https://gazette.example:99999/", "https://gazette.example/" + "a" * 2048,
    ],
)  # fmt: skip
def test_what_is_no_web_address_has_no_key(address: str):
    assert canonical_address(address) is None
    assert clean_address(address) is None


def test_a_relative_address_is_made_absolute():
    assert (
        clean_address("../b.html", "http://gazette.example/x/a.html")
        == "http://gazette.example/b.html"
    )


def test_letters_of_every_script_are_spelt_one_way():
    assert canonical_address("https://gazette.example/뉴스") == canonical_address(
        "https://gazette.example/%EB%89%B4%EC%8A%A4"
    )
    assert canonical_address("https://신문.example/a") == canonical_address(
        "https://xn--z92b13l.example/a"
    )


def test_mobile_hosts_are_the_same_site_and_other_hosts_are_not():
    assert same_site("http://m.gazette.example/a", "https://www.gazette.example/b")
    assert not same_site("https://gazette.example/a", "https://herald.example/a")
    assert not same_site("http://127.0.0.1:8000/a", "http://127.0.0.1:8001/a")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_and_a_key_is_its_own_key(text: str):
    for address in (text, f"https://gazette.example/{text}", f"http://{text}/a?{text}#{text}"):
        key = canonical_address(address)
        if key is not None:
            assert canonical_address(key) == key


@pytest.mark.parametrize("stamp", ["t=1773136800", "_=1773136800123", "nocache=1773136801"])
def test_fault_35_the_second_of_asking_is_no_part_of_an_address(stamp: str):
    plain = canonical_address("https://gazette.example/news?id=7")
    assert canonical_address(f"https://gazette.example/news?id=7&{stamp}") == plain


def test_a_short_number_of_the_same_name_may_be_the_article():
    one, other = (canonical_address(f"https://gazette.example/thread?t={n}") for n in (101, 102))
    assert one != other
