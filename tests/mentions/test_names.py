"""Names: known ones in any spelling, unknown ones by what stands beside them."""

import itertools
import string
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mentions.telling import read
from tracker.mentions.gazetteer import load_gazetteer
from tracker.mentions.names import Name, find_names
from tracker.mentions.spelling import fold, in_small_letters
from tracker.rulebook import load_rulebook

DATA = Path(__file__).parents[1] / "data" / "names"
CASES = [
    case
    for file in sorted(DATA.glob("*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]


def names(text: str, kind: str = "person") -> list[Name]:
    return [name for name in find_names(text, load_rulebook()) if name.kind == kind]


@pytest.mark.parametrize("case", CASES, ids=[case["oddity"] for case in CASES])
def test_unknown_people_are_known_by_what_stands_beside_them(case):
    found = [f"{n.text} | {n.title} | {n.country or ''}" for n in names(case["text"])]
    assert found == case["found"]


@pytest.mark.parametrize(
    ("spelling", "entity"),
    [
        ("Sergey Shoigu", "sergei-shoigu"),
        ("Sergei Shoygu", "sergei-shoigu"),
        ("President Volodymyr Zelenskiy", "volodymyr-zelenskyy"),
        ("President Volodymyr Zelensky", "volodymyr-zelenskyy"),
        ("Kim Jong-un", "kim-jong-un"),
        ("Kim\u00a0Jong\u00a0Un", "kim-jong-un"),
        ("Prime Minister Pedro Sánchez", "pedro-sanchez"),
        ("President Xi Jin-ping", "xi-jinping"),
        ("President Aleksandr Lukashenko", "alexander-lukashenko"),
        ("Ambassador Song Il-ho", "song-il-ho"),
        ("President Vladimir Vladimirovich Putin", "vladimir-putin"),
        ("Sergei Viktorovich Lavrov", "sergei-lavrov"),
        ("Prime Minister Justin P. Trudeau", "justin-trudeau"),
    ],
)
def test_spellings_are_one_person(spelling, entity):
    assert [name.entity for name in names(f"They met {spelling} on Monday.")] == [entity]


def test_letters_of_two_words_make_no_spelling_of_another():
    assert [name.entity for name in names("They met Kim Myong Gil on Monday.")] == [None]


def test_a_middle_name_is_not_left_out_where_the_family_name_stands_first():
    assert [name.entity for name in names("They met Premier Li Mei Qiang on Monday.")] == [None]


@pytest.mark.parametrize("pair", ["Trump and Kim", "Kim and Putin", "Putin and Xi"])
def test_a_common_surname_beside_a_leader_is_a_leader_s(pair):
    assert all(name.entity for name in names(f"{pair} met on Monday."))
    assert len(names(f"{pair} met on Monday.")) == 2


@pytest.mark.parametrize("text", ["Kim and his driver came.", "Kim and Lopez met."])
def test_a_common_surname_beside_others_is_nobody_s(text):
    assert not [name for name in names(text) if name.entity]


@pytest.mark.parametrize(
    "text",
    [
        "Frigates met in the Gulf of Oman.",
        "They camped at Lake Chad.",
        "Veterans of the Vietnam War left.",
        "Widows of the Iran-Iraq War came.",
        "The Panama Canal was closed.",
        "The Washington Post said so.",
        "A Native American sang.",
    ],
)
def test_a_sea_a_war_or_a_newspaper_is_no_country(text):
    assert not [name for kind in ("country", "person") for name in names(text, kind)]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Oman's Sea Guard came.", "Oman"),
        ("The Panama Canal Authority came.", "Panama"),
    ],
)
def test_a_longer_name_still_says_whose_it_is(text, country):
    assert country in [name.text for name in names(text, "country")]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Latin American presidents met.", "Latin America"),
        ("Central America's leaders met.", "Central America"),
        ("The Turkish Cypriot leader came.", "Northern Cyprus"),
        ("Northern Ireland's first minister came.", "Northern Ireland"),
        ("An Inner Mongolian troupe sang.", "Inner Mongolia"),
    ],
)
def test_a_region_with_a_country_s_name_in_its_own_is_not_that_country(text, region):
    assert [name.entry.name for name in names(text, "place") if name.entry] == [region]
    assert not names(text, "country")


@pytest.mark.parametrize(
    ("written", "name"),
    [("SANA'A", "Sana'a"), ("N'DJAMENA", "N'Djamena"), ("NEW YORK", "New York"), ("Rome", "Rome")],
)
def test_a_name_in_capitals_is_written_as_elsewhere(written, name):
    assert in_small_letters(written) == name


def test_the_name_of_a_town_is_nobody_s():
    assert names("He came to the border town of Dong Dang on Tuesday.") == []


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The Ministry of Fisheries and the WPK agreed.", ["Ministry of Fisheries", "WPK"]),
        ("The Grain Exports Commission voted.", ["Grain Exports Commission"]),
        ("Workers' Party of Korea cadres came.", ["Workers' Party of Korea"]),
        ("The Peruvian Senate and the Chilean Trade Board met.", ["Senate", "Trade Board"]),
        ("With the Trade Board away, it met.", ["Trade Board"]),
        ("After the Senate Committee met, they left.", ["Senate Committee"]),
    ],
)
def test_bodies_are_known_by_the_words_of_their_names(text, bodies):
    assert [name.text for name in names(text, "body")] == bodies


def test_a_town_that_is_a_surname_is_none():
    found = find_names("Foreign Secretary Del Lima met Rosa Osaka in Osaka.", load_rulebook())
    assert [name.text for name in found if name.kind == "place"] == ["Osaka"]


def test_the_south_of_a_longer_name_is_no_country():
    text = "The South African minister left, The South said. The South Pacific pays US$5."
    found = find_names(text, load_rulebook())
    assert [name.entity for name in found if name.kind == "country"] == ["za", "kr"]


def test_every_country_has_its_people_and_most_a_capital():
    aliases = [a for group in load_gazetteer(load_rulebook()).aliases.values() for a in group]
    countries = {a.entry.id for a in aliases if a.entry.kind == "country"}
    people = {a.entry.id for a in aliases if a.form == "demonym"}
    capitals = {a.entry.id for a in aliases if a.form == "capital"}
    assert len(countries) > 195
    assert len(countries - people) < 10
    assert len(countries - capitals) < 25


@given(st.text(st.sampled_from(string.ascii_letters + "éŁø’‑\u00a0 .,"), max_size=120))
def test_names_lie_in_the_text_and_apart(text):
    found = find_names(text, load_rulebook())
    assert len(fold(text)) == len(text)
    assert all(name.text == name.span.of(text).replace("’", "'") for name in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


def test_a_family_name_that_stands_first_means_the_only_one_of_it_whom_the_text_names():
    text = "Premier Li Qiang flew to Seoul. On Friday Li met the president of Palau."
    assert [name.entity for name in find_names(text, load_rulebook()) if name.text == "Li"] == [
        "li-qiang"
    ]
    both = text + " Li Hui, an envoy, stayed at home."
    assert not [name for name in find_names(both, load_rulebook()) if name.text == "Li"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The Putin-Kim summit was short.", ["vladimir-putin", "kim-jong-un"]),
        ("The Macron-Scholz meeting was short.", ["emmanuel-macron", "olaf-scholz"]),
        ("The Lee-Park meeting was short.", []),
        ("The Molotov-Ribbentrop pact is well known.", []),
        ("Trump-era tariffs remain.", []),
    ],
)
def test_two_who_met_are_known_by_a_pair_of_surnames(text, people):
    assert [name.entity for name in names(text)] == people


def test_two_gentlemen_are_known_by_their_surnames():
    met = read("Messrs Blinken and Kuleba met in Kyiv on Monday.")[0]
    assert [a.name for a in met.actors if a.kind == "person"] == ["Antony Blinken", "Dmytro Kuleba"]
