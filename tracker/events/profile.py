"""What of a source matters for telling happenings apart, worked out once."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tracker.events.knowledge import generic_words, relation_rules
from tracker.events.words import COMMON, COUNTING
from tracker.values import Actor, Interval, Mention, Place, Precision, Source, Status

__all__ = ["AHEAD", "Profile", "bit_of", "fold", "is_firm", "profile_of"]

AHEAD = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED, Status.UNCONFIRMED})
FIRM_DAYS = 16  # a longer stretch says "some time in it" more often than "all through it"
PUBLICATION = "publication"  # the date rule of what is told undated
# What of a profile is often empty: of two that lack it nothing need be asked.
FEATURES = (
    "marked", "guests", "people", "sides", "named", "located", "counted", "kind", "label", "core",
    "name_parts", "figures", "opening",
)  # fmt: skip
BITS = {feature: 1 << number for number, feature in enumerate(FEATURES)}
WEEK = 7
HEAD_POINTS, HEAD_DOUBT = 3.2, 2.0  # what the title's words can give; few words count less
WORDS_POINTS, WORDS_DOUBT = 2.8, 3.0
WORD = re.compile(r"[a-z0-9]+")
ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
CALENDAR = re.compile(r"\d{1,2}(st|nd|rd|th)?|(19|20)\d\d")
BEFORE_NAMED, BESIDE_NAMED = 45, 25  # characters
# "East Asia Summit", "Summit for Democracy"
PROPER = re.compile(r"(?:[A-Z][\w.’'-]* )+[A-Z]\w+|[A-Z]\w+ (?:for|of|of the|on) [A-Z]\w+")
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
    soft: bool  # only the day of the report is known: it happened then or before
    brief: bool  # of a type whose happenings take a day at most
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
    known: bool  # somebody of a gazetteer takes part, which tells more than names around it
    place: str  # finer than a country; empty where not told
    place_words: tuple[str, ...]
    country: str  # the country of the place; empty where not told
    located: bool  # has a place or its country
    numbers: Mapping[str, frozenset[str]]
    marked: bool  # has numbers, an ordinal or an original date
    kind: str  # what of its type, where rules tell kinds apart
    ordinal: int | None
    base: str | None
    counted: frozenset[int]  # "fourth": ordinal words of the title
    label: frozenset[str]  # the words of its proper name: "East Asia Summit"
    core: frozenset[str]  # telling words beside those that name it in the quote: "nuclear deal"
    head: frozenset[str]  # telling words of the title: the happening itself
    full_names: frozenset[str]  # names of several words told around it, of no gazetteer
    name_parts: frozenset[str]  # every word of the names told around it
    figures: frozenset[str]  # numbers said of somebody: ages
    opening: frozenset[str]  # telling words of the article's title and opening
    words: frozenset[str]  # telling words of title and quote
    heavy: frozenset[str]  # those that say more: long words and numbers
    head_weight: float
    words_weight: float
    most: float  # points that wording can give at best
    copy: bool
    features: int = 0  # which of FEATURES it has, one bit each

    @property
    def content(self) -> tuple[object, ...]:
        """Everything but where and when it was told: what two tellings of one text have in common."""
        return (
            self.type, self.first, self.last, self.day, self.ahead, self.people, self.named,
            self.sides, self.guests, self.hosts, self.place, self.country, self.ordinal, self.base,
            self.counted, self.label, self.core, self.kind, self.head,
            self.full_names, self.name_parts, self.figures, self.opening, self.soft, self.words, tuple(sorted(self.numbers.items())),
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
    full_names, name_parts = _told_around(mention.names)
    told: dict[str, Any] = dict(  # noqa: C408 - as the fields are written
        key=source.key,
        url=source.url,
        type=mention.type,
        first=mention.interval.first.toordinal(),
        last=_last(source),
        day=mention.interval.precision is Precision.DAY,
        firm=is_firm(mention.interval),
        soft=PUBLICATION in mention.rules,
        brief=mention.type in relation_rules().brief,
        ahead=mention.status in AHEAD,
        published=_day(source.published),
        people=_names(mention.actors, "person"),
        bodies=bodies,
        others=others,
        named=bodies | others,
        name_words=_name_words(bodies | others),
        sides=_sides(_taking_part(mention)),
        known=any(actor.entity for actor in mention.actors),
        guests=_in_roles(mention.actors, GUESTS),
        hosts=_in_roles(mention.actors, HOSTS),
        place=place,
        place_words=tuple(place.split()),
        country=country,
        located=bool(place or country),
        numbers=numbers,
        marked=bool(numbers or mention.ordinal is not None or mention.base),
        kind=mention.kind,
        ordinal=mention.ordinal,
        base=mention.base,
        counted=_counted(_named(source, BEFORE_NAMED) or mention.title),
        label=_label(source),
        core=_core(source),
        full_names=full_names,
        name_parts=name_parts,
        figures=frozenset(name for name in mention.names if name.isdigit()),
        opening=frozenset(root for word in mention.words if (root := _root(fold(word)))),
        head=head,
        words=words,
        heavy=heavy,
        head_weight=head_weight,
        words_weight=words_weight,
        most=most_of(head_weight, words_weight),
        copy=source.copy_of is not None,
    )
    return Profile(**told, features=_features(told))


def bit_of(feature: str) -> int:
    """The bit of a field of FEATURES."""
    return BITS[feature]


def _features(told: Mapping[str, Any]) -> int:
    return sum(bit for name, bit in BITS.items() if told[name])


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
    week = interval.days == WEEK and interval.first.weekday() == 0
    return interval.precision is Precision.DAY and interval.days <= FIRM_DAYS and not week


def _last(source: Source) -> int:
    """The last day it may lie in. "Last week", said on a Sunday, may be the week that ends that day."""
    last = source.mention.interval.last.toordinal()
    if source.mention.interval.days == WEEK and not is_firm(source.mention.interval):
        today = _day(source.published) or last
        return today if today - last == WEEK else last
    return last


def _day(instant: dt.datetime | None) -> int | None:
    return instant.date().toordinal() if instant else None


def _id(actor: Actor) -> str:
    return actor.entity or fold(actor.name)


def _names(actors: Iterable[Actor], kind: str) -> frozenset[str]:
    return frozenset(_id(actor) for actor in actors if actor.kind == kind)


def _told_around(names: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names of several words, and every word of all names, without those that many names share."""
    full, parts = set(), set()
    for name in names:
        told = fold(name).split()
        words = [word for word in told if _names_one(word)]
        parts.update(words)
        if len(words) == 1 and len(told) == 2:
            parts.add(" ".join(told))  # "elm street", which is not "elm avenue"
        if len(words) > 1:
            full.add(" ".join(words))
    return frozenset(full), frozenset(parts)


@lru_cache(maxsize=100_000)
def _names_one(word: str) -> bool:
    return not (len(word) < 2 or word.isdigit() or word in COMMON or word in generic_words())


def _name_words(names: Iterable[str]) -> frozenset[str]:
    words = {word for name in names for word in re.split(r"[ -]", name) if len(word) > 1}
    return frozenset(words - LINKING)


def _sides(actors: Iterable[Actor]) -> frozenset[str]:
    found = (_id(a) if a.kind == "country" else a.country for a in actors)
    return frozenset(side for side in found if side)


def _taking_part(mention: Mention) -> Iterable[Actor]:
    """The actors but for the country that only its capital stands for, as the place."""
    place = mention.place
    if place is None or place.span is None:
        return mention.actors
    return (a for a in mention.actors if a.span != place.span or a.name == place.name)


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


def _named(source: Source, before: int) -> str:
    """The words that name the happening in the quote, and so many characters before them."""
    offset = source.mention.evidence.start
    for field, span in source.mention.spans:
        if field == "type" and span.start >= offset:
            return source.quote[max(0, span.start - offset - before) : span.end - offset]
    return ""


def _label(source: Source) -> frozenset[str]:
    """The words of the proper name by which the quote calls the happening, if it does."""
    told, named = _named(source, BEFORE_NAMED), _named(source, 0)
    found = next((f for f in PROPER.finditer(told) if f.end() > len(told) - len(named)), None)
    if found is None:
        return frozenset()
    people = {w for a in source.mention.actors if a.kind == "person" for w in fold(a.name).split()}
    words = fold(re.sub("[.-]", "", found[0])).split()  # a U.S.-ASEAN summit is no ASEAN summit
    return frozenset() if people.intersection(words) else frozenset(words) - LINKING


def _core(source: Source) -> frozenset[str]:
    """The telling words that name the happening in the quote, and those right beside them."""
    known = {word for actor in source.mention.actors for word in fold(actor.name).split()}
    return frozenset(_telling(fold(_named(source, BESIDE_NAMED).partition(" ")[2]), known))


def _counted(title: str) -> frozenset[int]:
    words = fold(title).split()
    digits = (ORDINAL.fullmatch(word) for word in words if word[0].isdigit())
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
