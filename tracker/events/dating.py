"""When a happening was, chosen from the days, stretches and months that its sources tell. Pure."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

from tracker.events.choices import (
    EARLIEST,
    Choice,
    Sources,
    choose,
    latest_status,
    support_of,
    tally_of,
    undisputed,
)
from tracker.events.intervals import is_firm
from tracker.events.profile import AHEAD, profile_of
from tracker.values import Interval, Precision, Source, Status

__all__ = ["date_of"]

GRAINS = list(Precision)


def date_of(sources: Sources) -> Choice:
    """The most precise date that most independent sources support. A report of the happening outweighs a
    plan, save one that knows only the month, or that it began as planned; one day's report of a longer meeting supports
    the whole of it."""
    tally = tally_of(sources, lambda m: m.interval)
    if len(tally) == 1:
        return undisputed(tally)
    reports = [s for s in sources if s.mention.status not in AHEAD] or list(sources)
    planned = [s for s in sources if s.mention.status in AHEAD]
    if latest_status(sources) is Status.POSTPONED:
        reports = [max(planned, key=lambda s: (s.published or EARLIEST, s.key))]
    kept = [
        s for s in planned if s not in reports and (_sharpens(s, reports) or _borne_out(s, reports))
    ]
    counted = tally_of([*reports, *kept], lambda m: m.interval)
    choice = choose(
        tally,
        lambda value, told: (value not in counted, *_date_rank(value, counted)),
        "the most precise date that most independent sources support",
        _say,
    )
    return _from_first_to_last(_whole_stretch(choice, counted), [*reports, *kept])


def _from_first_to_last(choice: Choice, sources: Sources) -> Choice:
    """Where one tells the day it began and another the day it ended, the happening is all days between."""
    if len(sources) == 1:
        return choice
    staged = [(s, profile_of(s).stage) for s in sources]
    begin, end = (
        tally_of([s for s, stage in staged if told(stage)], lambda m: m.interval)
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
    return min(tally, key=lambda days: (-support_of(tally[days]), days.first))


def _sharpens(plan: Source, reports: Sequence[Source]) -> bool:
    """Whether a plan names the days of what a report only tells the month or year of."""
    days = plan.mention.interval
    told = [report.mention.interval for report in reports]
    return days.precision is Precision.DAY and all(
        interval.precision is not Precision.DAY and interval.holds(days) for interval in told
    )


def _borne_out(plan: Source, reports: Sequence[Source]) -> bool:
    """Whether a plan of several days came true so far: it began on the first or ended on the last of them, and no
    report tells otherwise."""
    days = plan.mention.interval
    told = [(report.mention.interval, profile_of(report).stage) for report in reports]
    if days.precision is not Precision.DAY or days.days == 1:
        return False
    if any(i.days > 1 and i.precision is Precision.DAY for i, _ in told):
        return False
    true = [i.first == days.first for i, stage in told if stage.begins]
    true += [i.last == days.last for i, stage in told if stage.ends]
    return bool(true) and all(true) and is_firm(plan.mention)


def _date_rank(value: Interval, tally: dict[Interval, list[Source]]) -> tuple[Any, ...]:
    support = [
        s for other, told in tally.items() if other == value or _within(value, other) for s in told
    ]
    firm = _is_its_own(value, tally)
    return (
        not firm,
        GRAINS.index(value.precision),
        -sum(s.mention.basis.value != "inferred" for s in support[:1]),
        support_of(support) if support else 0,
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
    best = max(longer, key=lambda i: (-support_of(tally[i]), -i.days, i.first))
    rivals = tuple(r for r in choice.rivals if r[0] != _say(best))
    lost = ((_say(value), tuple(s.key for s in choice.behind)),)
    return Choice(
        best, tuple(tally[best]), "the stretch of days that the reports lie in", lost + rivals
    )


def _say(interval: Interval) -> str:
    if interval.first == interval.last:
        return interval.first.isoformat()
    return f"{interval.first}/{interval.last}"
