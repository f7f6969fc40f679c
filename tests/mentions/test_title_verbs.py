"""Every verb that a trigger tells a happening by may stand in a title: else the title is a bare noun."""

import re
from pathlib import Path

import tracker
from tracker.mentions.language import load_language
from tracker.mentions.titles.headlines import headline_words
from tracker.rulebook import load_rulebook

EVENTS = Path(tracker.__file__).parent / "rules" / "en" / "events"
# What is mostly another word ("lay" is a form of "lie", too), or says of nobody what was done.
NO_TITLE = {
    "air",
    "beat",
    "buttonhole",
    "class",
    "commune",
    "commute",
    "compare",
    "court",
    "do",
    "engineer",
    "go-between",
    "iron",
    "lend",
    "lie",
    "loose",
    "pen",
    "perch",
    "powwow",
    "relay",
    "round",
    "sleep",
    "sort",
    "subject",
    "surface",
    "torpedo",
}


def test_the_verbs_of_triggers_may_stand_in_titles():
    language = load_language(load_rulebook())
    known = headline_words(language).verbs
    told = {
        verb
        for file in EVENTS.glob("*.toml")
        for verb in re.findall(r"~([a-z-]+)", file.read_text(encoding="utf-8"))
    }
    assert {verb for verb in told if verb not in known} <= NO_TITLE
