"""What of a source matters for telling happenings apart, worked out once."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tracker.events.words import COMMON, COUNTING
from tracker.values import Actor, Interval, Place, Precision, Source, Status

__all__ = ["AHEAD", "Profile", "fold", "is_firm", "profile_of"]

AHEAD = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED, Status.UNCONFIRMED})
FIRM_DAYS = 16  # a longer stretch says "some time in it" more often than "all through it"
GUESTS = frozenset({"guest", "visitor", "sender"})
HOSTS = frozenset({"host", "destination", "receiver"})


@dataclass(frozen=True, slots=True)
class Profile:
    """The features of one source. Days are ordinals; names are folded to lower-case ASCII."""

    key: str
    url: str
    type: str
    first: int
    last: int
    day: bool  # known to the day
    firm: bool  # the interval is the happening's own, not a window it lies in
    ahead: bool  # told before it happens
    published: int | None
    people: frozenset[str]
    bodies: frozenset[str]
    others: frozenset[str]  # names of no known kind
    sides: frozenset[str]  # countries taking part, by themselves or through a person or body
    guests: frozenset[str]
    hosts: frozenset[str]
    place: str  # finer than a country; empty where not told
    country: str  # the country of the place; empty where not told
    numbers: Mapping[str, frozenset[str]]
    ordinal: int | None
    base: str | None
    counted: frozenset[int]  # "fourth": ordinal words of the title
    head: frozenset[str]  # telling words of the title: the happening itself
    words: frozenset[str]  # telling words of title and quote
    copy: bool


@lru_cache(maxsize=200_000)
def profile_of(source: Source) -> Profile:
    """The profile of a source."""
    mention = source.mention
    head, words = _telling_words(source)
    place, country = _place(mention.place)
    return Profile(
        key=source.key,
        url=source.url,
        type=mention.type,
        first=mention.interval.first.toordinal(),
        last=mention.interval.last.toordinal(),
        day=mention.interval.precision is Precision.DAY,
        firm=is_firm(mention.interval),
        ahead=mention.status in AHEAD,
        published=_day(source.published),
        people=_names(mention.actors, "person"),
        bodies=_names(mention.actors, "body"),
        others=_names(mention.actors, ""),
        sides=_sides(mention.actors),
        guests=_in_roles(mention.actors, GUESTS),
        hosts=_in_roles(mention.actors, HOSTS),
        place=place,
        country=country,
        numbers=_numbers(mention.numbers),
        ordinal=mention.ordinal,
        base=mention.base,
        counted=_counted(mention.title),
        head=head,
        words=words,
        copy=source.copy_of is not None,
    )


def fold(name: str) -> str:
    """A name in lower-case ASCII letters and digits, so that spellings meet."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", plain)) or name.lower()


@lru_cache(maxsize=100_000)
def word_weight(word: str) -> float:
    """How much a shared word says: common ones nothing, long and numbered ones more."""
    if word.isdigit():
        return 2.0
    return 1.5 if len(word) > 6 else 1.0


def is_firm(interval: Interval) -> bool:
    """Whether the interval is the happening's own, not a window of time that it lies in: a month, or the
    calendar week of "last week"."""
    week = interval.days == 7 and interval.first.weekday() == 0
    return interval.precision is Precision.DAY and interval.days <= FIRM_DAYS and not week


def _day(instant: dt.datetime | None) -> int | None:
    return instant.date().toordinal() if instant else None


def _id(actor: Actor) -> str:
    return actor.entity or fold(actor.name)


def _names(actors: Iterable[Actor], kind: str) -> frozenset[str]:
    return frozenset(_id(actor) for actor in actors if actor.kind == kind)


def _sides(actors: Iterable[Actor]) -> frozenset[str]:
    found = (_id(a) if a.kind == "country" else a.country for a in actors)
    return frozenset(side for side in found if side)


def _in_roles(actors: Iterable[Actor], roles: frozenset[str]) -> frozenset[str]:
    return _sides(actor for actor in actors if actor.role in roles)


def _place(place: Place | None) -> tuple[str, str]:
    if place is None:
        return "", ""
    name = place.entity or fold(place.name)
    country = place.country or ""
    if place.entity and place.entity == country:
        return "", country
    return name, country


def _numbers(numbers: Iterable[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for number in numbers:
        kind, _, value = number.partition(":")
        found.setdefault(kind, set()).add(value)
    return {kind: frozenset(values) for kind, values in found.items()}


def _counted(title: str) -> frozenset[int]:
    words = fold(title).split()
    digits = (re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word) for word in words)
    return frozenset(COUNTING[word] for word in words if word in COUNTING) | frozenset(
        int(found[1]) for found in digits if found
    )


def _telling_words(source: Source) -> tuple[frozenset[str], frozenset[str]]:
    """The telling words of the title, and of title and quote: no common ones, no names already known
    as actors or place, no days and years (the dates have those)."""
    mention = source.mention
    known = {word for actor in mention.actors for word in fold(actor.name).split()}
    if mention.place:
        known.update(fold(mention.place.name).split())
    head = frozenset(_telling(fold(mention.title), known))
    return head, head | frozenset(_telling(fold(source.quote[:600]), known))


def _telling(text: str, known: set[str]) -> Iterable[str]:
    for word in text.split():
        if word not in COMMON and word not in known and not _is_calendar(word):
            yield _stem(word)


def _is_calendar(word: str) -> bool:
    return len(word) < 2 or bool(re.fullmatch(r"\d{1,2}(st|nd|rd|th)?|(19|20)\d\d", word))


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word
