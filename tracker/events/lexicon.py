"""The words of the languages by which linking tells one happening from another: all of them from lexicons."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.clock_hours import ClockHours, clock_hours
from tracker.rulebook import load_rulebook

__all__ = ["Lexicon", "lexicon", "listed"]

COUNTED = 20  # what is counted so far in words; ordinals beyond are of anniversaries


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The shipped words, of all languages together, in small letters."""

    untelling: frozenset[str]  # they tell no happening from another
    counting: Mapping[str, int]
    spells: frozenset[str]  # "the second day" counts days, "for the first time" nothing
    in_a_row: frozenset[str]
    day_counted: frozenset[str]
    day_parts: frozenset[str]
    close_parts: frozenset[frozenset[str]]  # one's end is the other's beginning
    day_hours: tuple[tuple[int, str], ...]  # from which hour of the clock on which of them is meant
    clock: ClockHours
    name_links: frozenset[str]
    officials: frozenset[str]
    counties: frozenset[str]
    no_roads: frozenset[str]  # names that end as those of roads do
    # words for a part of a day, from which hour to which
    hours: tuple[tuple[re.Pattern[str], int, int], ...]
    aim_marks: frozenset[str]
    leaving_for: frozenset[str]
    label: re.Pattern[str]  # the proper name of a happening: "Asia Summit", "Summit for Democracy"
    called: re.Pattern[str]  # one in front of a verb: "the Minsk accords" signed there
    nth_day: re.Pattern[str]  # in folded words
    done_to_it: re.Pattern[str]  # at the end of what stands before its name: "ended their joint"
    does_to_it: re.Pattern[str]  # at the beginning of what names it
    article: re.Pattern[str]  # at the beginning of a name
    body_before: re.Pattern[str]  # at the end of what stands before a body: "the summit of the"
    beside: re.Pattern[str]  # a meeting that is beside another: "on the sidelines of"
    at_body: re.Pattern[str]  # at the end of what stands before a body: "the second day of the"
    of_many: re.Pattern[str]  # many countries that are only counted: "leaders of 53 countries"
    on_matter: re.Pattern[str]  # from where a title says what a pact is on
    place: re.Pattern[str]  # from where a title says where it was


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The words, read once."""
    counting = {word: int(row["value"]) for word, row in listed("ordinals.csv")}
    counting = {word: number for word, number in counting.items() if number <= COUNTED}
    article, of = _any("the"), _any("of_whom")
    return Lexicon(
        untelling=frozenset(_phrases("untelling")),
        counting=counting,
        spells=frozenset(_phrases("spells")),
        in_a_row=frozenset(_phrases("in_a_row_of")),
        day_counted=frozenset(_phrases("day_counted")),
        day_parts=frozenset(_phrases("day_parts")),
        close_parts=frozenset(frozenset(pair.split()) for pair in _phrases("close_day_parts")),
        day_hours=tuple((int(hour), part) for hour, part in map(str.split, _phrases("day_hours"))),
        clock=clock_hours(
            tuple(_phrases("hours_before_noon")), tuple(_phrases("hours_after_noon"))
        ),
        name_links=frozenset(_phrases("name_links")),
        officials=frozenset(_phrases("officials")),
        counties=frozenset(_phrases("counties")),
        no_roads=frozenset(_phrases("no_roads")),
        hours=tuple(_hours(phrase) for phrase in _phrases("parts_of_day")),
        aim_marks=frozenset(_phrases("aim_marks")),
        leaving_for=frozenset(_phrases("leaving_for")),
        label=re.compile(
            rf"(?:[A-Z][\w.’'-]* )+(?:[A-Z]\w+|{_any('label_nouns')}\b)|[A-Z]\w+ {_any('label_links')} [A-Z]\w+$"
        ),
        called=re.compile(rf"(?:[A-Z][\w.’'-]* )+{_any('label_nouns')} ?$"),
        nth_day=re.compile(
            rf"\b({'|'.join(counting)}|\d{{1,2}}(?:st|nd|rd|th)) "
            rf"(?:{_any('in_a_row_of')} )?{_any('day_counted')}\b"
        ),
        done_to_it=re.compile(rf"\b([a-z]+) {_any('done_to_what')}(?: [\w’'-]+){{0,3}} $"),
        does_to_it=re.compile(rf"([a-z]+) {_any('done_to_what')} "),
        article=re.compile(rf"{article} "),
        body_before=re.compile(rf"\b{of} (?:{article} )?$"),
        beside=re.compile(rf"\b{_any('beside_another')} "),
        at_body=re.compile(rf"\b{_any('at_another')} (?:{article} )?$"),
        of_many=re.compile(
            rf"\b(?:\d\d+|{_any('many')})(?: [\w’'-]+){{0,2}} {_any('states_counted')}\b"
        ),
        on_matter=re.compile(rf" {_any('on_matters')} "),
        place=re.compile(rf" {_any('title_places')} "),
    )


def _hours(phrase: str) -> tuple[re.Pattern[str], int, int]:
    """A row of `parts_of_day`: "early hours 0 6"."""
    *words, first, last = phrase.split()
    told = re.escape(" ".join(words))
    return re.compile(rf"(?<![\w-]){told}(?!\w)"), int(first), int(last)


def listed(name: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The words of a lexicon that is a list of its own, in small letters, each with its row."""
    return (
        (str(row["word"]).lower(), row)
        for file in load_rulebook().files
        if file.name.endswith(f"/lexicons/{name}")
        for row in file.rows
    )


def _phrases(name: str) -> Iterator[str]:
    """The phrases of a lexicon among others of a file."""
    for file in load_rulebook().files:
        if "/lexicons/" in file.name and file.name.endswith(".toml"):
            yield from file.table.get(name, ())


def _any(name: str) -> str:
    return f"(?:{'|'.join(map(re.escape, _phrases(name))) or '(?!)'})"
