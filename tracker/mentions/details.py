"""What a sentence tells of a local happening in detail: how old somebody is, at what hour, in which block of a road or
where two roads cross, in what kind of spot; by these reports of two that look alike are told apart."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.clock_hours import NOON, ClockHours, clock_hours
from tracker.mentions.language import Language

__all__ = [
    "AGE",
    "BLOCK",
    "CROSSING",
    "DETAILS",
    "HOUR",
    "REGION",
    "SPOT",
    "details_in",
    "regions_in",
    "roads_in",
]

# Among the names told around a happening: "+24", "~21.5", "^400 Brainerd Road", "*park", "&Springfield, Mass.",
# "%24th and Grand".
AGE, HOUR, BLOCK, SPOT, REGION, CROSSING = "+", "~", "^", "*", "&", "%"
DETAILS = frozenset((AGE, HOUR, BLOCK, SPOT, REGION, CROSSING))
BEFORE, BEHIND = 25, 45  # characters beside an age or an hour that say it is of something else
ROAD = r"(?:(?:[A-Z][\w’'.-]*|\d{1,3}(?:st|nd|rd|th)) ?){1,4}"
CROSSED = r"(?:(?:[A-Z][\w’'-]*\.?|\d{1,3}(?:st|nd|rd|th))(?: (?=[A-Z\d])|(?![\w’'.-]))){1,3}"
ROADS = re.compile(rf"(?<![\w.’'-]){ROAD}")
TOWN_AND_REGION = re.compile(
    r"(?<![\w.’'-])([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}), ((?:[A-Z]\.){2,3}|[A-Z]\w*\.?(?: [A-Z]\w+)?)"
    r"(?= ?[,(–—-]|\s*$)"
)


@dataclass(frozen=True, eq=False)
class DetailWords:
    """The words of a language that tell such details, ready to look for."""

    ages: re.Pattern[str]
    clock: ClockHours
    named_hours: re.Pattern[str]
    hours: Mapping[str, int]
    by_day_part: re.Pattern[str]
    loose: re.Pattern[str]
    numbers: Mapping[str, int]
    later_halves: frozenset[str]
    block: re.Pattern[str]
    crossing: re.Pattern[str]
    roads: frozenset[str]
    spot: re.Pattern[str]
    spots: Mapping[str, str]
    of_the_law: re.Pattern[str]
    clause_end: re.Pattern[str]
    other_hours: re.Pattern[str]


@lru_cache(maxsize=8)
def _words(language: Language) -> DetailWords:
    hours = {
        " ".join(row[:-1]): int(row[-1]) for row in map(str.split, language.words("hour_words"))
    }
    spots = {
        word.strip(): kind.strip()
        for row in language.words("spots")
        for kind, _, words in [row.partition(" = ")]
        for word in words.split(",")
    }
    numbers = {word: n for word, n in language.counts.get("cardinals", {}).items() if n <= NOON}
    joint, the = (language.any_of(name, exact=True) for name in ("conjunctions", "the"))
    number = rf"1?\d(?:[:.][0-5]\d)?|{any_of(tuple(numbers))}"
    return DetailWords(
        ages=re.compile(
            rf"(?<![\w.,$£€-])(?P<old>\d{{1,2}})(?={language.any_of('years_of_age')})"
            r"|(?<=, )(?P<set_off>\d{1,2})(?=[,.;]|$)"
            rf"|(?<!\w){language.any_of('before_ages')}\s(?P<one>\d{{1,2}})(?![\w:.]\w)(?: {joint} (?P<two>\d{{1,2}})(?!\w))?"
            rf"|(?<!\w){language.any_of('being_of_age')}\s(?P<three>\d{{1,2}})(?: {joint} (?P<four>\d{{1,2}}))?(?=[,.;](?!\d)|$)"
        ),
        clock=clock_hours(language.words("hours_before_noon"), language.words("hours_after_noon")),
        named_hours=re.compile(whole(tuple(hours))),
        hours=hours,
        by_day_part=re.compile(
            rf"(?<![\w:.])({number})(?: {language.any_of('oclock')})? {language.any_of('of_the_day')} ({language.any_of('day_parts')})"
        ),
        loose=re.compile(
            rf"(?<!\w){language.any_of('about_an_hour')} ({number})(?=[,;]|\.(?!\d)|\s{language.any_of('behind_an_hour')}\s|$)"
        ),
        numbers=numbers,
        later_halves=language.set_of("parts_after_noon"),
        block=re.compile(
            rf"(?<![\w,.$£€-])(\d{{1,5}})(?P<block> {language.any_of('blocks')}(?: {the})?)? ({ROAD})"
        ),
        crossing=re.compile(
            rf"(?<!\w){language.any_of('crossing_leads')} ({CROSSED}) {language.any_of('crossing_joins')} ({CROSSED})"
        ),
        roads=language.set_of("road_words"),
        spot=re.compile(whole(tuple(spots), exact=True)),
        spots=spots,
        of_the_law=re.compile(whole(language.words("of_the_law"))),
        clause_end=re.compile(rf"[.;:—]|\s{language.any_of('clause_joins')}\s"),
        other_hours=re.compile(whole(language.words("hours_of_others"))),
    )


@lru_cache(maxsize=512)
def details_in(text: str, language: Language) -> tuple[str, ...]:
    """The details that a sentence tells, marked."""
    words = _words(language)
    found = (
        *_ages(text, words),
        *_hours(text, words),
        *_blocks(text, words),
        *_crossings(text, words),
        *_spots(text, words),
    )
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=512)
def roads_in(text: str, language: Language) -> frozenset[str]:
    """The roads that a sentence names, by the last of their own words."""
    words = _words(language)
    named = (re.findall(r"[\w’'-]+", found[0]) for found in ROADS.finditer(text))
    return frozenset(
        told[at - 1].lower()
        for told in named
        for at, word in enumerate(told)
        if at and word in words.roads
    )


def regions_in(text: str) -> Iterator[str]:
    """The towns that a text names with the region they lie in: "SPRINGFIELD, Mass."."""
    for found in TOWN_AND_REGION.finditer(text):
        yield f"{REGION}{found[1]}, {found[2]}"


def _ages(text: str, words: DetailWords) -> Iterator[str]:
    if not any(sign.isdigit() for sign in text):
        return
    for found in words.ages.finditer(text):
        behind = words.clause_end.split(text[found.end() : found.end() + BEHIND], 1)[0]
        if not _of_the_law(text, found.start(), words) and not words.of_the_law.search(behind):
            yield from (AGE + age for age in found.groupdict().values() if age)


def _of_the_law(text: str, start: int, words: DetailWords) -> bool:
    """Whether what stands right before tells of whom the police hold."""
    return words.of_the_law.search(text, max(0, start - BEFORE), start) is not None


def _hours(text: str, words: DetailWords) -> Iterator[str]:
    for start, hour in _told_hours(text, words):
        before = text[max(0, start - BEFORE) : start]
        if not (words.of_the_law.search(before) or words.other_hours.search(before)):
            yield f"{HOUR}{hour:.1f}"


def _told_hours(text: str, words: DetailWords) -> Iterator[tuple[int, float]]:
    """Where the text tells an hour, and which: both where it does not say of which half of the day."""
    yield from words.clock.told_in(text)
    for found in words.named_hours.finditer(text):
        yield found.start(), words.hours[found[0].lower()]
    for found in words.by_day_part.finditer(text):
        yield (
            found.start(),
            _value(found[1], words) % NOON + NOON * (found[2].lower() in words.later_halves),
        )
    for found in words.loose.finditer(text):
        hour = _value(found[1], words) % NOON
        yield from ((found.start(), hour), (found.start(), hour + NOON))


def _value(said: str, words: DetailWords) -> float:
    if said.lower() in words.numbers:
        return words.numbers[said.lower()]
    hour, _, minute = said.replace(".", ":").partition(":")
    return int(hour) + int(minute or 0) / 60


def _blocks(text: str, words: DetailWords) -> Iterator[str]:
    for found in words.block.finditer(text):
        told = found[3].split()
        last = next((n for n, word in enumerate(told) if n and word.rstrip(".") in words.roads), 0)
        if last or found["block"]:
            yield f"{BLOCK}{found[1]} {' '.join(told[: last + 1]).rstrip('.')}"


def _crossings(text: str, words: DetailWords) -> Iterator[str]:
    for found in words.crossing.finditer(text):
        yield f"{CROSSING}{found[1].strip()} / {found[2].strip()}"


def _spots(text: str, words: DetailWords) -> Iterator[str]:
    for found in words.spot.finditer(text):
        if not _of_the_law(text, found.start(), words):
            yield SPOT + words.spots[found[0]]
