"""Repeated tellings of one happening inside an article, made one mention."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from tracker.mentions.apart import called, people
from tracker.mentions.confidence import supported
from tracker.mentions.ends import TO_ITS_END
from tracker.mentions.reading import Reading
from tracker.mentions.windows import is_window
from tracker.values import RECALLED, Actor, Interval, Mention, Precision

__all__ = ["merge", "strangers"]

ANY, WIDE = "any", "wide"  # all mentions of a type, and those that touch very many months
MOST_MONTHS = 36
SURER = 0.15  # by so much a telling of the same days is better than one told before it


def merge(
    readings: Iterable[Reading],
    same_day: frozenset[str],
    apart: Callable[[Reading, Reading], bool],
    as_one: Callable[[Reading, Reading], bool],
) -> list[tuple[Mention, Reading]]:
    """One mention for each happening, with the reading it was taken from; of two tellings the better one
    leads. Different kinds of a type ("nuclear", "missile") are different happenings. Of the types in
    `same_day` a day inside a longer stretch is another happening; so are readings told `apart`, unless the sentence tells
    the two `as_one`."""
    told: list[tuple[Mention, Reading]] = []
    places = _Places()
    for reading in readings:
        mention = reading.mention
        if mention is None:
            continue
        at = next(
            (
                n
                for n in places.near(mention)
                if as_one(reading, told[n][1])
                or (_same(mention, told[n][0], same_day) and not apart(reading, told[n][1]))
            ),
            len(told),
        )
        if at == len(told):
            told.append((mention, reading))
        else:
            other, first = told[at]
            leads = _leads(mention, other)
            joined = _joined(mention, other) if leads else _joined(other, mention)
            told[at] = joined, reading if leads and not _only_ends(reading) else first
        places.add(told[at][0], at)
    return told


def _only_ends(reading: Reading) -> bool:
    """Whether it tells but until when that goes on which a fuller sentence told before."""
    return reading.dated is not None and reading.dated.reason == TO_ITS_END


class _Places:
    """Where those mentions stand that may be of one happening: of a type, and in the same months or with
    the same ordinal."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, object], set[int]] = {}

    def near(self, mention: Mention) -> list[int]:
        """The places of those that may be of one happening with the mention, in order."""
        if not self._by_key.get((mention.type, ANY)):
            return []
        wide = _months(mention.interval) is None
        keys = [(mention.type, ANY)] if wide else [*_keys(mention), (mention.type, WIDE)]
        return sorted(set().union(*(self._by_key.get(key, ()) for key in keys)))

    def add(self, mention: Mention, place: int) -> None:
        """Remembers where a mention stands."""
        for key in (*_keys(mention), (mention.type, ANY)):
            self._by_key.setdefault(key, set()).add(place)


def _keys(mention: Mention) -> Iterator[tuple[str, object]]:
    months = _months(mention.interval)
    yield from ((mention.type, month) for month in ((WIDE,) if months is None else months))
    if mention.ordinal:
        yield mention.type, f"the {mention.ordinal}th"


def _months(interval: Interval) -> range | None:
    """The months that it touches, counted from the year 0; None where they are many."""
    first, last = interval.first, interval.last
    months = range(12 * first.year + first.month, 12 * last.year + last.month + 1)
    return months if len(months) <= MOST_MONTHS else None


def _same(one: Mention, two: Mention, same_day: frozenset[str]) -> bool:
    if one.kind and two.kind and one.kind != two.kind:
        return False
    if not _compatible(one, two):
        return False
    if one.ordinal and one.ordinal == two.ordinal:
        near = 0 if _dated(one) and _dated(two) else 1
        return abs(one.interval.first.year - two.interval.first.year) <= near
    if one.interval.precision == two.interval.precision == Precision.DAY and strangers(one, two):
        return False
    if one.type in same_day and _other_parties(one, two):
        return False
    if one.interval == two.interval:
        return True
    if one.type in same_day and not (one.kind and one.kind == two.kind):
        return _is_end(one.interval, two.interval) or _is_end(two.interval, one.interval)
    return _finer(one.interval, two.interval) or _finer(two.interval, one.interval)


def _dated(mention: Mention) -> bool:
    """Whether the text says when; else the year of the report was taken."""
    return any(name == "date" for name, _ in mention.spans)


def _falls_on_base(mention: Mention) -> bool:
    """Whether an anniversary is put on the very day of the year it counts from."""
    return bool(mention.base) and mention.interval.first.isoformat()[4:] == (mention.base or "")[4:]


def _finer(fine: Interval, coarse: Interval) -> bool:
    return coarse.holds(fine) and coarse.precision != Precision.YEAR


def _is_end(day: Interval, stretch: Interval) -> bool:
    """Whether it is the day on which a stretch of days begins or ends."""
    days = day.precision == stretch.precision == Precision.DAY
    return days and day.days == 1 < stretch.days and day.first in (stretch.first, stretch.last)


def _better(one: Mention, two: Mention) -> bool:
    """Whether `one` says more of when it was: the day in a month, but all the days of a congress."""
    first, second = one.interval, two.interval
    windows = is_window(first, one.rules) or is_window(second, two.rules)
    if first.precision == second.precision == Precision.DAY and not windows:
        return first.holds(second) and first != second
    return _finer(first, second)


def strangers(one: Mention, two: Mention) -> bool:
    """Whether both name people and nobody is named by both, or the countries that act are not the same."""
    first, second = people(one), people(two)
    if first and second:
        return not first & second
    first, second = _nations(one), _nations(two)
    return bool(first and second and not first & second)


def _other_parties(one: Mention, two: Mention) -> bool:
    """Whether a sentence tells that what one party did was done by another: "OFAC listed two banks; the EU adopted
    measures the same day"."""
    if one.evidence != two.evidence:
        return False
    first, second = _nations(one, opens=1), _nations(two, opens=1)
    return bool(first and second and not first & second)


def _nations(mention: Mention, opens: int = 0) -> set[str]:
    """The countries of those told of before the happening, or with the first of its words: who does it, not whom it
    is done to."""
    start = next((span.start for name, span in mention.spans if name == "type"), 0) + opens
    return {
        actor.country or actor.entity or actor.name
        for actor in mention.actors
        if actor.span and actor.span.start < start and actor.kind in ("country", "body")
    }


def _compatible(one: Mention, two: Mention) -> bool:
    return not (one.numbers and two.numbers and not set(one.numbers) & set(two.numbers))


def _leads(second: Mention, first: Mention) -> bool:
    """Whether of two tellings the second is better."""
    if _better(second, first) or (_dated(second) and not _dated(first)):
        return True
    if first.interval == second.interval and second.confidence - first.confidence > SURER:
        return True
    days = first.interval.precision == second.interval.precision == Precision.DAY
    return days and _falls_on_base(second) and not _falls_on_base(first)


def _joined(best: Mention, other: Mention) -> Mention:
    return replace(
        best,
        actors=tuple(_union(best.actors, other.actors)),
        place=best.place or other.place,
        ordinal=best.ordinal or other.ordinal,
        base=best.base or other.base,
        numbers=best.numbers or other.numbers,
        rules=_rules(best, other),
        kind=best.kind or other.kind,
        names=tuple(sorted({*best.names, *other.names})),
        words=best.words or other.words,
        confidence=supported(best, other),
    )


def _rules(best: Mention, other: Mention) -> tuple[str, ...]:
    """The rules of both. What one of them tells as news is not only recalled."""
    rules = dict.fromkeys((*best.rules, *other.rules))
    if not (best.recalled and other.recalled):
        rules.pop(RECALLED, None)
    return tuple(rules)


def _union(first: Sequence[Actor], second: Iterable[Actor]) -> Iterable[Actor]:
    """Each actor once. Who only the other telling names takes part where the better one names nobody, or
    no person; else they stand beside."""
    taking = [actor for actor in first if not actor.bystander]
    people = any(actor.kind == "person" for actor in taking)
    seen = {called(actor): actor for actor in first}
    for actor in second:
        key = called(actor)
        lacking = not taking or (actor.kind == "person" and not people)
        known = seen.setdefault(key, actor if lacking else replace(actor, bystander=True))
        if lacking and known.bystander and not actor.bystander:
            seen[key] = replace(known, bystander=False)
    return seen.values()
