"""The values of one happening, resolved from the sources that tell it by stated rules.

Each value says which mentions gave it and why it won; the values that lost stay visible as rivals.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from tracker.events.profile import AHEAD, is_firm
from tracker.events.stages import stage_of
from tracker.events.words import fold
from tracker.text.titles import title_quality
from tracker.values import Event, Evidence, Interval, Mention, Precision, Source, Status

__all__ = ["independent_sources", "parted", "ranked", "resolve"]

EARLIEST = dt.datetime.min.replace(tzinfo=dt.UTC)
ASIDE = 0.45  # how sure at best the timeline is of what is only recalled
GRAINS = list(Precision)
READABLE = 10  # how much a title that reads well outweighs one that tells more
Sources = Sequence[Source]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value, the sources behind it, why it won, and what lost against it."""

    value: Any
    behind: tuple[Source, ...]
    why: str
    rivals: tuple[tuple[str, tuple[str, ...]], ...] = ()


def resolve(cluster: Sequence[Source]) -> Event:
    """The event that `cluster` tells; its `id` is empty, the ledger gives one."""
    sources = ranked(cluster)
    choices = {
        "type": _type(sources),
        "date": _date(sources),
        "status": _status(sources),
        "title": _title(sources),
        "actors": _actors(sources),
        "place": _place(sources),
        "ordinal": _plain(sources, lambda m: m.ordinal),
        "base": _base(sources),
    }
    dated: Mention = choices["date"].behind[0].mention
    reported, recalled = parted(map(_evidence, sources))
    return Event(
        id="",
        type=choices["type"].value,
        title=choices["title"].value,
        interval=choices["date"].value,
        basis=dated.basis,
        status=choices["status"].value,
        actors=choices["actors"].value,
        place=choices["place"].value,
        ordinal=choices["ordinal"].value,
        base=choices["base"].value,
        confidence=_confidence(sources),
        sources=reported,
        recalled_by=recalled,
        chosen=tuple(
            (field, _explain(choice)) for field, choice in choices.items() if choice.behind
        ),
        rivals=tuple(
            (field, value, keys)
            for field, choice in choices.items()
            for value, keys in choice.rivals
        ),
    )


def ranked(cluster: Sources) -> list[Source]:
    """Independent sources first, what is only recalled last, each kind from the earliest to the latest."""
    return sorted(
        cluster,
        key=lambda s: (s.mention.recalled, s.copy_of is not None, s.published or EARLIEST, s.key),
    )


def parted(told: Iterable[Evidence]) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """Those that report a happening and those that only recall it; all, where nobody reports it."""
    told = tuple(told)
    recalled = tuple(each for each in told if each.recalled)
    reported = tuple(each for each in told if not each.recalled)
    return (reported, recalled) if reported else (told, ())


def independent_sources(sources: Sources) -> int:
    """How many publishers tell it in words of their own: copies and repetitions count once."""
    own = {
        source.publisher or source.url
        for source in sources
        if source.copy_of is None and not source.mention.recalled
    }
    return len(own) or 1


def _explain(choice: Choice) -> str:
    names = dict.fromkeys(source.publisher or source.url for source in choice.behind)
    return f"{choice.why}: {', '.join(names)}"


def _evidence(source: Source) -> Evidence:
    return Evidence(
        url=source.url,
        publisher=source.publisher,
        published=source.published,
        evidence=source.quote,
        span=source.mention.evidence,
        independent=source.copy_of is None,
        kind=source.kind,
        mention=source.key,
        confidence=source.mention.confidence,
        recalled=source.mention.recalled,
    )


def _tally(sources: Sources, value_of: Callable[[Mention], Any]) -> dict[Any, list[Source]]:
    """The sources behind each value that is told at all."""
    found: dict[Any, list[Source]] = {}
    for source in sources:
        value = value_of(source.mention)
        if value is not None and value != "":
            found.setdefault(value, []).append(source)
    return found


def _choose(
    tally: dict[Any, list[Source]],
    rank: Callable[[Any, list[Source]], Any],
    why: str,
    say: Any = str,
) -> Choice:
    """The value of the best rank; the others are its rivals."""
    if not tally:
        return Choice(None, (), "")
    if len(tally) == 1:  # so for most values of most happenings
        [(only, behind)] = tally.items()
        return Choice(only, tuple(behind), "the only value told")
    best, *others = sorted(tally, key=lambda value: rank(value, tally[value]))
    rivals = tuple((say(value), tuple(s.key for s in tally[value])) for value in others)
    return Choice(best, tuple(tally[best]), why, rivals)


def _support(sources: Sources) -> int:
    return -independent_sources(sources)


def _plain(sources: Sources, value_of: Callable[[Mention], Any]) -> Choice:
    tally = _tally(sources, value_of)
    return _choose(
        tally,
        lambda value, told: (_support(told), -len(str(value)), str(value)),
        "told by most independent sources",
    )


def _place(sources: Sources) -> Choice:
    """Where: a town says more than its country, and the country nothing else; where a report was made
    counts where none says more."""
    places = [source.mention.place for source in sources if source.mention.place]
    said = any(not place.reported for place in places)
    told_of = [place for place in places if not (said and place.reported)]
    finer = {place.country for place in told_of if place.country and place.entity != place.country}

    def told(mention: Mention) -> str | None:
        place = mention.place
        if place is None or place.entity in finer or (said and place.reported):
            return None
        return place.name

    return _plain(sources, told)


def _type(sources: Sources) -> Choice:
    return _choose(
        _tally(sources, lambda m: m.type),
        lambda value, told: (_support(told), value),
        "told by most independent sources",
    )


def _base(sources: Sources) -> Choice:
    return _choose(
        _tally(sources, lambda m: m.base),
        lambda value, told: (-len(value), _support(told), value),
        "the finest date told",
    )


def _date(sources: Sources) -> Choice:
    """The most precise date that most independent sources support. A report of the happening outweighs a
    plan, save one that knows only the month; one day's report of a longer meeting supports the whole of it."""
    reports = [s for s in sources if s.mention.status not in AHEAD] or list(sources)
    planned = [s for s in sources if s.mention.status in AHEAD]
    if _latest_status(sources) is Status.POSTPONED:
        reports = [max(planned, key=lambda s: (s.published or EARLIEST, s.key))]
    tally = _tally(sources, lambda m: m.interval)
    kept = [s for s in planned if s not in reports and _sharpens(s, reports)]
    counted = _tally([*reports, *kept], lambda m: m.interval)
    choice = _choose(
        tally,
        lambda value, told: (value not in counted, *_date_rank(value, counted)),
        "the most precise date that most independent sources support",
        lambda interval: _say(interval),
    )
    return _from_first_to_last(_whole_stretch(choice, counted), [*reports, *kept])


def _from_first_to_last(choice: Choice, sources: Sources) -> Choice:
    """Where one tells the day it began and another the day it ended, the happening is all days between."""
    if len(sources) == 1:
        return choice
    begin, end = (
        _tally([s for s in sources if told(stage_of(s))], lambda m: m.interval)
        for told in (attrgetter("begins"), attrgetter("ends"))
    )
    if not (begin and end):
        return choice
    first, last = _best_told(begin), _best_told(end)
    if first.first >= last.last:
        return choice
    whole = Interval(first.first, last.last, Precision.DAY)
    if choice.value == whole or not whole.holds(choice.value):
        return choice
    lost = (_say(choice.value), tuple(s.key for s in choice.behind))
    return Choice(
        whole,
        (*begin[first], *end[last]),
        "from the day it began to the day it ended",
        (*choice.rivals, *((lost,) if choice.value not in (first, last) else ())),
    )


def _best_told(tally: Mapping[Interval, list[Source]]) -> Interval:
    return min(tally, key=lambda days: (-_support(tally[days]), days.first))


def _sharpens(plan: Source, reports: Sequence[Source]) -> bool:
    """Whether a plan names the days of what a report only tells the month or year of."""
    days = plan.mention.interval
    told = [report.mention.interval for report in reports]
    return days.precision is Precision.DAY and all(
        interval.precision is not Precision.DAY and interval.holds(days) for interval in told
    )


def _date_rank(value: Interval, tally: dict[Interval, list[Source]]) -> tuple[Any, ...]:
    support = [
        s for other, told in tally.items() if other == value or _within(value, other) for s in told
    ]
    firm = _is_its_own(value, tally)
    return (
        not firm,
        GRAINS.index(value.precision),
        -sum(s.mention.basis.value != "inferred" for s in support[:1]),
        _support(support) if support else 0,
        -value.days if firm else value.days,
        value.first,
    )


def _is_its_own(value: Interval, tally: Mapping[Interval, Sources]) -> bool:
    """Whether somebody tells the interval as the happening's own, not as a time that it lies in."""
    return any(is_firm(source.mention) for source in tally.get(value, ()))


def _within(longer: Interval, shorter: Interval) -> bool:
    """Whether a stretch of days holds a day's report."""
    return longer.days > 1 and longer.holds(shorter) and shorter.precision is Precision.DAY


def _whole_stretch(choice: Choice, tally: dict[Interval, list[Source]]) -> Choice:
    """A stretch of days told by somebody holds the chosen day: the happening is the stretch."""
    value: Interval = choice.value
    longer = [i for i in tally if i != value and _is_its_own(i, tally) and _within(i, value)]
    if not longer:
        return choice
    best = max(longer, key=lambda i: (-_support(tally[i]), -i.days, i.first))
    rivals = tuple(r for r in choice.rivals if r[0] != _say(best))
    lost = ((_say(value), tuple(s.key for s in choice.behind)),)
    return Choice(
        best, tuple(tally[best]), "the stretch of days that the reports lie in", lost + rivals
    )


def _say(interval: Interval) -> str:
    if interval.first == interval.last:
        return interval.first.isoformat()
    return f"{interval.first}/{interval.last}"


def _latest_status(sources: Sources) -> Status:
    occurred = [s for s in sources if s.mention.status is Status.OCCURRED]
    if occurred:
        return Status.OCCURRED
    latest = max(sources, key=lambda s: (s.published or EARLIEST, s.key))
    return latest.mention.status


def _status(sources: Sources) -> Choice:
    """A report that it happened settles it; otherwise what was said last."""
    value = _latest_status(sources)
    tally = _tally(sources, lambda m: m.status)
    why = "a report says so" if value is Status.OCCURRED else "said last"
    return _choose(
        tally, lambda status, told: (status is not value, status.value), why, lambda s: s.value
    )


def _title(sources: Sources) -> Choice:
    """The title that reads best, of the source that tells most in words of its own."""

    def rank(title: str, told: list[Source]) -> tuple[Any, ...]:
        worth = max(map(_fullness, told)) + READABLE * title_quality(title)
        return (-worth, _support(told), title)

    choice = _choose(_tally(sources, lambda m: m.title), rank, "reads best and tells most")
    return Choice(choice.value or "", choice.behind, choice.why)


def _fullness(source: Source) -> float:
    mention = source.mention
    told = len(mention.actors) + 2 * (mention.place is not None) + len(mention.numbers)
    own = source.copy_of is None
    happened = mention.status not in AHEAD
    return 4 * happened + 2 * own + min(told, 6) + mention.confidence


def _actors(sources: Sources) -> Choice:
    """Everybody who takes part, the source that names most first; one name an actor."""
    taking = {s.key: [a for a in s.mention.actors if not a.bystander] for s in sources}
    order = sorted(sources, key=lambda s: (-len(taking[s.key]), s.published or EARLIEST, s.key))
    names: dict[str, str] = {}
    for source in order:
        for actor in taking[source.key]:
            names.setdefault(actor.entity or fold(actor.name), actor.name)
    behind = tuple(source for source in order if taking[source.key])
    return Choice(tuple(names.values()), behind, "the fullest list, completed by the others")


def _confidence(sources: Sources) -> float:
    """Grows with every independent source: what one alone doubts, two doubt less. What nobody reports and
    others only recall is not shown unless asked for."""
    reported = [source for source in sources if not source.mention.recalled]
    if not reported:
        return min(ASIDE, max(source.mention.confidence for source in sources))
    best: dict[str, float] = {}
    for source in reported:
        if source.copy_of is None or source.copy_of == source.url:
            name = source.publisher or source.url
            best[name] = max(best.get(name, 0.0), source.mention.confidence)
    doubt = 1.0
    for confidence in best.values():
        doubt *= 1 - confidence
    return round(1 - doubt, 3) if best else max(s.mention.confidence for s in reported)
