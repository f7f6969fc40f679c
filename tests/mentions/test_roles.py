"""Who receives whom, who leads, and where: the sentence beside the parts it tells."""

import tomllib
from pathlib import Path

import pytest

from tests.mentions.telling import read

DATA = Path(__file__).parents[1] / "data" / "roles"


def cases(file: str):
    found = tomllib.loads((DATA / file).read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["oddity"]) for case in found]


@pytest.mark.parametrize("case", cases("visits.toml"))
def test_everybody_plays_the_part_the_words_give(case):
    found = read(case["text"])[0]
    assert [f"{actor.name}: {actor.role}" for actor in found.actors] == case["actors"]
    assert (found.place.name if found.place else None) == case.get("place")


@pytest.mark.parametrize("case", cases("bystanders.toml"))
def test_who_is_only_named_beside_takes_no_part(case):
    found = read(case["text"])[0]
    assert [actor.name for actor in found.actors if not actor.bystander] == case["taking"]


@pytest.mark.parametrize("case", cases("places.toml"))
def test_a_happening_is_where_its_clause_or_the_text_around_says(case):
    found = read(case["text"])[-1 if case.get("last") else 0]
    assert (found.place.name if found.place else None) == case.get("place")


@pytest.mark.parametrize("case", cases("stand_ins.toml"))
def test_those_who_are_meant_without_a_name_take_part(case):
    found = read(case["text"])[-1]
    assert [actor.name for actor in found.actors if not actor.bystander] == case["taking"]


def test_leaders_named_in_another_clause_make_no_summit():
    text = (
        "Delegations of the two countries met in Helsinki on Monday{} an accord between"
        " President Joe Biden and President Xi Jinping."
    )
    kinds = {
        words: [one.type for one in read(text.format(words))]
        for words in (" as part of", ", which follows")
    }
    assert all("summit" not in found and found for found in kinds.values()), kinds
