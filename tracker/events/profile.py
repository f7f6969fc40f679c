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
HEAD_POINTS, HEAD_DOUBT = 3.2, 2.0  # what the title's words can give; few words count less
WORDS_POINTS, WORDS_DOUBT = 2.8, 3.0
WORD = re.compile(r"[a-z0-9]+")
CALENDAR = re.compile(r"\d{1,2}(st|nd|rd|th)?|(19|20)\d\d")
LINKING = {"of", "the", "and", "for", "de", "al"}
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
    named: frozenset[str]  # bodies and others
    name_words: frozenset[
        str
    ]  # the words of their names: a council shares some with its organisation
    sides: frozenset[str]  # countries taking part, by themselves or through a person or body
    guests: frozenset[str]
    hosts: frozenset[str]
    place: str  # finer than a country; empty where not told
    country: str  # the country of the place; empty where not told
    numbers: Mapping[str, frozenset[str]]
    marked: bool  # has numbers, an ordinal or an original date
    ordinal: int | None
    base: str | None
    counted: frozenset[int]  # "fourth": ordinal words of the title
    head: frozenset[str]  # telling words of the title: the happening itself
    words: frozenset[str]  # telling words of title and quote
    heavy: frozenset[str]  # those that say more: long words and numbers
    head_weight: float
    words_weight: float
    most: float  # points that wording can give at best
    copy: bool

    @property
    def content(self) -> tuple[object, ...]:
        """Everything but where and when it was told: what two tellings of one text have in common."""
        return (
            self.type, self.first, self.last, self.day, self.ahead, self.people, self.named,
            self.sides, self.guests, self.hosts, self.place, self.country, self.ordinal, self.base,
            self.counted, self.head, self.words, tuple(sorted(self.numbers.items())),
        )  # fmt: skip


@lru_cache(maxsize=200_000)
def profile_of(source: Source) -> Profile:
    """The profile of a source."""
    mention = source.mention
    head, words = _telling_words(source)
    heavy = frozenset(word for word in words if len(word) > 6 or word.isdigit())
    place, country = _place(mention.place)
    head_weight = len(head) + len(head & heavy) / 2
    words_weight = len(words) + len(heavy) / 2
    bodies, others = _names(mention.actors, "body"), _names(mention.actors, "")
    numbers = _numbers(mention.numbers)
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
        bodies=bodies,
        others=others,
        named=bodies | others,
        name_words=_name_words(bodies | others),
        sides=_sides(mention.actors),
        guests=_in_roles(mention.actors, GUESTS),
        hosts=_in_roles(mention.actors, HOSTS),
        place=place,
        country=country,
        numbers=numbers,
        marked=bool(numbers or mention.ordinal is not None or mention.base),
        ordinal=mention.ordinal,
        base=mention.base,
        counted=_counted(mention.title),
        head=head,
        words=words,
        heavy=heavy,
        head_weight=head_weight,
        words_weight=words_weight,
        most=most_of(head_weight, words_weight),
        copy=source.copy_of is not None,
    )


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name in lower-case ASCII letters and digits, so that spellings meet."""
    plain = name if name.isascii() else _ascii(name)
    return " ".join(WORD.findall(plain.lower())) or name.lower()


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def most_of(head: float, words: float) -> float:
    """The points for sharing so much of the title's words and of all words."""
    return HEAD_POINTS * head / (head + HEAD_DOUBT) + WORDS_POINTS * words / (words + WORDS_DOUBT)


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


def _name_words(names: Iterable[str]) -> frozenset[str]:
    words = {word for name in names for word in re.split(r"[ -]", name) if len(word) > 1}
    return frozenset(words - LINKING)


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
        if word not in known and (root := _root(word)):
            yield root


@lru_cache(maxsize=100_000)
def _root(word: str) -> str:
    """What a word has in common with its forms; empty for a word that tells nothing."""
    if word in COMMON or len(word) < 2 or CALENDAR.fullmatch(word):
        return ""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word
