"""Titles of types whose noun is a verb in -ing as well: nobody is told to have done what befell them."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from tracker.mentions import find_mentions
from tracker.rulebook import load_rulebook
from tracker.values import Document

FOLDER = Path(__file__).parents[1] / "data" / "doings"
CASES = tomllib.loads((FOLDER / "cases.toml").read_text(encoding="utf-8"))["case"]
TYPES = {file.stem for file in (FOLDER / "rules" / "en" / "events").glob("*.toml")}
PUBLISHED = dt.datetime(2024, 5, 8, 12, tzinfo=dt.UTC)


def titles_of(text: str) -> list[str]:
    found = find_mentions(Document("", "", text, PUBLISHED), load_rulebook([FOLDER / "rules"]))
    return [mention.title for mention in found if mention.type in TYPES]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_a_title_says_whom_it_befell(case):
    assert titles_of(case["text"]) == [case["title"]]


@pytest.mark.parametrize(
    "text",
    [
        "Jasmine Ortiz, 17, of Fresno, was fatally shot on Sunday.",
        "Marcus Hill was found shot to death on Sunday, police said.",
        "Marcus Hill, who was shot in Fresno on Sunday, died in hospital.",
        "The man who died in Sunday's shooting in Fresno was Marcus Hill.",
        "Hill died after the shooting in Fresno on Sunday.",
        "Police named the victim of Sunday's fatal shooting as Marcus Hill.",
        "Family and friends of Marcus Hill, shot dead on Sunday in Fresno, met at a church.",
        "Marcus Hill's fatal shooting in Fresno on Sunday shocked his neighbors.",
        "An officer shot Marcus Hill in Fresno on Sunday.",
    ],
)
def test_nobody_who_was_shot_is_said_to_shoot(text):
    titles = titles_of(text)
    assert titles
    assert not any("Hill shoot" in title or "Ortiz shoot" in title for title in titles)
    assert not any(title.startswith(("Found shoot", "Man shoot", "17")) for title in titles)
