"""Whether two tellings of one type are told as two happenings: at other hours, of another sort, to another
place, one still ahead where the other is done, beside the other or after it. The words that show it are the
lexicon tellings.toml and the `sorts` of the type."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import whole
from tracker.mentions.event_types import EventType
from tracker.mentions.language import Language
from tracker.mentions.look_alikes import are_look_alikes
from tracker.mentions.reading import Reading
from tracker.values import Actor, Mention, Precision, Status

__all__ = ["called", "last_name", "people", "tells_one_more", "told_apart"]

BEFORE = 12  # characters before a happening in which it is told to be one more
AROUND = 60  # characters behind a happening in which it is put beside another, or its matter told
BESIDE = 64  # characters behind it in which the sitting stands that it was held around
NEARBY = 12  # characters behind a happening in which "on" begins what it is on
CLAUSE_END = re.compile(r"[,;:()—]")
LONG_WORD = re.compile(r"(?<![\w’'-])[a-z]{4,}")


@dataclass(frozen=True, eq=False)
class Tellings:
    """The words of a language that part happenings."""

    another: re.Pattern[str]
    beside: re.Pattern[str]
    around: re.Pattern[str]
    following: re.Pattern[str]
    then_sat_in: re.Pattern[str]
    matters: re.Pattern[str]
    new: re.Pattern[str]
    among: re.Pattern[str]
    several: re.Pattern[str]
    one_more: re.Pattern[str]


@lru_cache(maxsize=8)
def _tellings(language: Language) -> Tellings:
    return Tellings(
        another=re.compile(rf"\W*{whole(language.words('begins_another'))}"),
        beside=_any_of("beside_another", language),
        around=_any_of("around_its_sessions", language),
        following=_any_of("follows_another", language),
        then_sat_in=_any_of("then_sat_in", language),
        matters=_any_of("on_matters", language),
        new=_any_of("new_ones", language),
        among=_any_of("among_those", language),
        several=re.compile(rf"{whole(language.words('several_ones'))}|(?<![\w-])\d+(?![\w-])"),
        one_more=_any_of("one_more_beside", language),
    )


@lru_cache(maxsize=64)
def _any_of(lexicon: str, language: Language) -> re.Pattern[str]:
    return re.compile(whole(language.words(lexicon)))


def told_apart(one: Reading, two: Reading, kind: EventType, language: Language) -> bool:
    """Whether the later telling is of another happening of its kind than the first, whatever their days are."""
    assert one.mention is not None
    assert two.mention is not None
    first, second = sorted((one, two), key=lambda reading: (reading.view.number, reading.hit.span))
    words = _tellings(language)
    return (
        _differ(_hour(one), _hour(two))
        or _differ(_sort(one, kind, language), _sort(two, kind, language))
        or _differ(_destination(one.mention), _destination(two.mention))
        or _one_is_ahead(one.mention, two.mention)
        or (kind.pairs and _other_pair(one.mention, two.mention))
        or (kind.pairs and (_pair_at(one, two) or _pair_at(two, one)))
        or (kind.matters and _is_on_another(first, second, words))
        or (kind.matters and _is_one_beside_several(first, second, kind, language))
        or _begins_another(first, second, words)
        or _stands_beside(first, second, words)
        or _is_talk_around(first, second, words)
        or are_look_alikes(first, second, kind, language)
    )


def _differ(one: object, two: object) -> bool:
    """Whether both are known, and not the same."""
    return bool(one and two and one != two)


def _hour(reading: Reading) -> str:
    """When of the day it was: "Monday morning"."""
    value = reading.dated.date.value if reading.dated else ""
    hour = value.partition("T")[2]
    return hour if hour.isalpha() else ""


def _sort(reading: Reading, kind: EventType, language: Language) -> str:
    """Of what sort of its type it is, by the lexicon of the sort: that of its last word which says so; "" where
    none does, or the same word is of several sorts."""
    said = reading.hit.span.of(reading.view.masked)
    ends = {
        name: max((found.end() for found in _any_of(name, language).finditer(said)), default=0)
        for name in kind.sorts
    }
    last = max(ends.values(), default=0)
    found = [name for name, end in ends.items() if end == last]
    return found[0] if last and len(found) == 1 else ""


def _destination(mention: Mention) -> str | None:
    """The country that the words of the happening themselves lead to ("arrives in Oslo"), unless it is that
    of who goes there: whoever returns home ends the journey the other telling is of."""
    place, said = mention.place, dict(mention.spans).get("type")
    if place is None or place.span is None or said is None or not said.holds(place.span):
        return None
    country = place.country or place.entity
    home = any(a.kind == "person" and a.country == country for a in mention.actors)
    return None if home else country


def _one_is_ahead(one: Mention, two: Mention) -> bool:
    """Whether one is planned for a day of a month in which the other has happened."""
    statuses = {one.status, two.status}
    coarse = Precision.MONTH in (one.interval.precision, two.interval.precision)
    return statuses == {Status.PLANNED, Status.OCCURRED} and one.interval != two.interval and coarse


def _other_pair(one: Mention, two: Mention) -> bool:
    """Whether the two who meet in one are not the two of the other, though somebody is in both."""
    first, second = people(one), people(two)
    return len(first) == len(second) == 2 and first != second


def _pair_at(one: Reading, two: Reading) -> bool:
    """Whether two people met in one, and the other is the meeting of a body of many, named by it: the "G20
    summit" where they met. What a body holds with a country is a meeting of two."""
    assert one.mention is not None
    assert two.mention is not None
    if len(people(one.mention)) != 2 or one.hit.trigger.type == two.hit.trigger.type:
        return False
    end = two.hit.span.end
    named = [a for a in two.mention.actors if a.span and two.view.at(a.span).start < end]
    kinds = {actor.kind for actor in named if not actor.bystander}
    return "body" in kinds and kinds.isdisjoint(("country", "person"))


def _is_on_another(first: Reading, second: Reading, words: Tellings) -> bool:
    """Whether the later one is told as new, and is on another matter: "a treaty on water … an accord on visas"."""
    hit, text = second.hit.span, second.view.masked
    start = max(0, hit.start - BEFORE)
    if not words.new.search(text, start, hit.end) or words.among.search(
        text, max(0, hit.start - AROUND), hit.end
    ):
        return False
    end = hit.start if first.view is second.view else len(first.view.masked)
    matters = [_matter(first, words, end), _matter(second, words, len(text))]
    return all(matters) and matters[0].isdisjoint(matters[1])


def _is_one_beside_several(
    first: Reading, second: Reading, kind: EventType, language: Language
) -> bool:
    """Whether one of the two tells several things and the other a single one of some sort of them, which is not
    named as one of those: "14 agreements were signed. A joint statement was issued"."""
    if "earlier" in second.hit.trigger.needs:
        return False  # "the document" is the one told before, however many points it has
    words, said = _tellings(language), [one.hit.span.of(one.view.masked) for one in (first, second)]
    many = [words.several.search(each) is not None for each in said]
    sorts = [_sort(one, kind, language) for one in (first, second)]
    if many[0] == many[1] or sorts[many.index(True)] or not sorts[many.index(False)]:
        return False
    text, spot = second.view.masked, second.hit.span
    return not words.among.search(text, max(0, spot.start - AROUND), spot.end)


def _matter(reading: Reading, words: Tellings, end: int) -> frozenset[str]:
    """What it is told to be on, as the longer words of its clause, up to where the other begins."""
    hit, text = reading.hit.span, reading.view.masked
    said = words.matters.search(text, hit.start, hit.end + NEARBY)
    if said is None:
        return frozenset()
    behind = CLAUSE_END.split(text[said.end() : min(end, said.end() + AROUND)])[0]
    return frozenset(word.lower().rstrip("s") for word in LONG_WORD.findall(behind))


def _begins_another(first: Reading, second: Reading, words: Tellings) -> bool:
    """Whether the later sentence opens by going on to another: "Separately, the two signed …"; or its own
    words tell one more: "three other documents"."""
    if _is_one_more(second, words):
        return True
    if first.view is second.view:
        between = second.view.masked[first.hit.span.end : second.hit.span.start]
        return words.following.search(between) is not None
    text, head = second.view.masked, second.view.head
    sat_in = words.then_sat_in.search(
        text, max(head, second.hit.span.start - AROUND), second.hit.span.end
    )
    return sat_in is not None or words.another.match(text, head) is not None


def tells_one_more(reading: Reading, language: Language) -> bool:
    """Whether the words of a happening tell it as one more of its type: "three other documents"."""
    return _is_one_more(reading, _tellings(language))


def _is_one_more(reading: Reading, words: Tellings) -> bool:
    hit = reading.hit.span
    start = max(0, hit.start - BEFORE)
    return words.one_more.search(reading.view.masked, start, hit.end) is not None


def _stands_beside(first: Reading, second: Reading, words: Tellings) -> bool:
    """Whether one is told as held on the sidelines of something, and the other is not of the same people."""
    if first.view is second.view:
        between = second.view.masked[first.hit.span.end : second.hit.span.start]
        return words.beside.search(between) is not None
    beside = [_is_beside(reading, words) for reading in (first, second)]
    if beside[0] == beside[1]:
        return False
    assert first.mention is not None
    assert second.mention is not None
    return not people(first.mention) & people(second.mention)


def _is_talk_around(first: Reading, second: Reading, words: Tellings) -> bool:
    """Whether the later one is of talks that leaders had by the way, before or after what others sat in too, and the
    first is that sitting: "chaired the summit … held talks with his counterpart before the opening session"."""
    assert first.mention is not None
    assert second.mention is not None
    kind = first.mention.type
    if first.view is second.view or first.hit.trigger.type != kind:
        return False
    hit, text = second.hit.span, second.view.masked
    found = words.around.search(text, hit.end, hit.end + BESIDE)
    if found is None or "," in text[hit.end : found.end()]:
        return False
    return second.hit.trigger.type != kind and bool(people(second.mention))


def _is_beside(reading: Reading, words: Tellings) -> bool:
    hit, text = reading.hit.span, reading.view.masked
    return words.beside.search(text, hit.start, hit.end + AROUND) is not None


def people(mention: Mention) -> set[str]:
    """Who is named as a person."""
    return {called(actor) for actor in mention.actors if actor.kind == "person"}


def called(actor: Actor) -> str:
    """What tells somebody from others: of whom only the text knows the last name, as short as it is told elsewhere."""
    return actor.entity or (last_name(actor.name) if actor.kind == "person" else actor.name)


def last_name(name: str) -> str:
    """The last word of somebody's name, by which the text calls them where nobody knows more."""
    return name.rpartition(" ")[2]
