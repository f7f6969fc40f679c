"""What is told around a happening: roads and towns of no gazetteer, and where an earlier one was."""

from pathlib import Path

import pytest

from tests.mentions.telling import read
from tracker.rulebook import load_rulebook

RULES = load_rulebook([Path(__file__).parents[1] / "data" / "rules"])


def told(text: str):
    return [m for m in read(text, "2024-05-08", RULES) if m.type == "shooting"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A man was shot on Tuesday on West 15th Avenue.", {"West 15th Avenue"}),
        ("A man was shot on Tuesday, Quillton police said.", {"Quillton", "@Quillton"}),
        ("Quillton police said a man was shot on Tuesday.", {"Quillton", "@Quillton"}),
        ("A man was shot on Tuesday, the Quillton Police Department said.", {"@Quillton"}),
        ("A man was shot on Tuesday, according to Quillton police.", {"@Quillton"}),
        ("A man was shot on Tuesday in St. Quill.", {"St. Quill", "@St. Quill"}),
        ("A man was shot on Tuesday in Chicago.", {"@Chicago"}),
    ],
)
def test_roads_and_towns_are_kept(text, names):
    assert names <= set(told(text)[0].names)


def test_whoever_is_shot_is_no_town():
    found = told(
        "A trial began in the Maria Tarn case. She was shot on Tuesday in Maria Tarn shooting."
    )
    assert "@Maria Tarn" not in found[0].names


def test_an_earlier_happening_was_in_the_town_of_the_article():
    text = (
        "A man was shot on Tuesday in Quillton.\n\n"
        "A woman was shot on April 2 outside a bar.\n\nA boy was shot on April 3 in Marfield."
    )
    where = {
        m.interval.first.isoformat(): {name for name in m.names if name[0] == "@"}
        for m in told(text)
    }
    assert where == {
        "2024-05-07": {"@Quillton"},
        "2024-04-02": {"@Quillton"},
        "2024-04-03": {"@Marfield"},
    }


def test_a_road_called_after_a_capital_takes_no_part():
    found = told("A man was shot on Tuesday on Washington Street in Quillton.")
    assert found[0].actors == ()
    assert "Washington Street" in found[0].names


def test_the_day_of_an_arrest_is_not_that_of_its_cause():
    text = (
        "A man was arrested on Monday in connection with a shooting that left two hurt on April 2."
    )
    assert [m.interval.first.isoformat() for m in told(text)] == ["2024-04-02"]


def test_what_names_no_party_is_told_of_the_country_its_sentence_or_article_speaks_of():
    text = (
        "France has long asked for it. French ministers were glad, and proud. France will go on.\n\n"
        "An agreement was signed in July 2023.\n\nAn agreement for Norwegian waters was signed on May 3."
    )
    about = {m.interval.first.month: m.names for m in read(text) if m.type == "agreement"}
    assert "=fr" in about[7]
    assert not any(name == "=fr" for name in about[5])


def recalled(text: str) -> dict[str, bool]:
    return {mention.interval.first.isoformat(): mention.recalled for mention in told(text)}


def test_what_an_article_tells_beside_its_own_news_is_only_recalled():
    found = recalled(
        "A man was shot on Tuesday in Quillton.\n\nOn April 2 a woman was shot in Marfield."
    )
    assert found == {"2024-05-07": False, "2024-04-02": True}


def test_what_happened_the_day_before_is_told_beside_the_news():
    found = recalled(
        "A man was shot on Tuesday in Quillton.\n\nOn Monday a woman was shot in Marfield."
    )
    assert found == {"2024-05-07": False, "2024-05-06": False}


def test_an_article_on_a_trial_is_about_the_old_crime():
    found = told("A man pleaded guilty on Tuesday. He shot Maria Tarn on March 2, 2022.")
    assert [(bool(each.words), each.recalled) for each in found] == [(True, False)]


def test_what_only_the_end_of_a_long_article_tells_of_long_ago_is_recalled():
    column = "The council spoke of budgets. " * 9
    assert recalled(f"{column}A girl was shot in Marfield on May 3, 2012.") == {"2012-05-03": True}


def test_where_somebody_known_takes_part_or_the_type_says_so_it_is_told():
    assert recalled(
        "A man was shot on Tuesday in Quillton.\n\nDonald Trump was shot on April 2, 2022."
    ) == {"2024-05-07": False, "2022-04-02": False}
    tests = read("Norway tested a missile on Tuesday. A missile was tested on April 2, 2022.")
    assert not any(each.recalled for each in tests)


def test_a_day_says_more_than_the_weekend_that_it_lies_in():
    found = told(
        "A man was shot in Quillton at the weekend. He was shot on Saturday, a friend said."
    )
    assert [(m.interval.first.isoformat(), m.interval.days) for m in found] == [("2024-05-04", 1)]
