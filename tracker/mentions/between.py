"""The words between a happening and a date, without those that do not part the two."""

import re
from collections.abc import Sequence

from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.mentions.marks import MARKS
from tracker.values import DateFound, Span

__all__ = [
    "behind",
    "done_next",
    "is_of_all_of_it",
    "up_to_hour",
    "without_asides",
    "without_how_long",
]

ASIDE_SIGN = re.compile("[,(—–]")  # there is no aside without one
APPOSED = re.compile(r",[^,;]{1,70},")
DATE = MARKS["date"]
SIGNS = re.compile("[,;:—–]")
TAIL = 5  # words and signs behind a day that is at the end of its sentence


def up_to_hour(gap: Span, view: View, cues: Cues) -> Span:
    """The words up to a date without what only bounds its hour: "was shot | just after midnight Thursday", "met |
    shortly before 9 on Friday"."""
    found = cues.parting.about_an_hour.search(view.masked, gap.start, gap.end)
    if found is None or not (found["hour"] or cues.parting.hour.match(view.sentence.text, gap.end)):
        return gap
    return Span(gap.start, found.start())


def is_of_all_of_it(hit: Hit, date: DateFound, between: str, view: View, cues: Cues) -> bool:
    """Whether the only day of a sentence, at its end, is of what was done as of what went on meanwhile or had just
    been: "signed it as crowds gathered outside on Sunday", "was shot after an argument in Boise on Sunday"."""
    if date.interval is None or date.interval.days > 1 or SIGNS.search(between):
        return False
    dated = sum(other.interval is not None for other in view.dates)
    ends = len(view.masked[view.at(date.span).end :].split()) <= TAIL
    if dated > 1 or not ends or not cues.past.search(view.masked, *hit.span):
        return False
    words = between.lower().split()
    if not (cues.relatives | cues.speech).isdisjoint(words):
        return False
    joints = cues.breaks | cues.parting.following | cues.parting.at_that_time
    links = [n for n, word in enumerate(words) if word in joints]
    if len(links) != 1:
        return False
    link = words[links[0]]
    acts = cues.past.search(" ".join(words[links[0] :])) is not None
    return link in cues.parting.at_that_time or (link in cues.parting.following and not acts)


def done_next(between: str, date: DateFound, hit: Hit, view: View, cues: Cues) -> str:
    """The words up to what somebody did next on a day, or where they had gone to, without the one that joins it:
    "was shown around on Monday before the two sat down", "flew to Rome on Monday, where he signed"; else ""."""
    assert date.interval is not None
    if date.span.start > view.sentence.span.start + hit.span.start or date.interval.days > 1:
        return ""
    done = cues.past.match(view.masked, hit.span.start)
    joined = cues.parting.and_then.search(between) if done else None
    there = None if joined else cues.parting.where_they.search(between)
    if there and (done or cues.past.search(between, there.end())):
        joined = there
    return between[: joined.start()] + between[joined.end() :] if joined else ""


def behind(
    between: str, gap: Span, hits: Sequence[Hit], view: View, cues: Cues
) -> tuple[bool, str]:
    """Whether an occasion that stands between has the date behind it, and the words up to that without the
    occasion, without who held it ("the drill that Chad began on Monday"), and without who watched and what only tells when
    ("was called off minutes before lift-off on Monday")."""
    if cues.parting.which_they.fullmatch(between) and not any(gap.holds(o.span) for o in hits):
        return False, " "
    between = cues.parting.how_often.sub(" ", between)
    company = _without_company(between, gap, hits, view, cues)
    own = company != between and _has_its_time(company, cues)
    company = cues.parting.before_whom.sub(" ", cues.parting.moments_from.sub(" ", company))
    between = cues.parting.alongside.sub(" ", cues.asides.timing.sub(" ", company))
    whole = APPOSED.sub(" ", company)  # ", set for Friday, has been put off until"
    if any(_is_set_for_it(words, gap, hits, cues) for words in (between, whole)):
        return own, " "
    return own, _told_behind(between, cues)


def _is_set_for_it(between: str, gap: Span, hits: Sequence[Hit], cues: Cues) -> bool:
    """Whether the day was set for the happening: "a meeting of the two is being arranged for Friday"."""
    set_for = cues.plans.put_off_to.regex.search(between)
    told = between[: set_for.start()] if set_for else ","
    if SIGNS.search(told):
        return False
    clause = cues.breaks.isdisjoint(told.lower().split())
    return clause and not any(gap.holds(other.span) for other in hits)


def _without_company(between: str, gap: Span, hits: Sequence[Hit], view: View, cues: Cues) -> str:
    """The words up to a date without the occasion they name on the way: "signed after the talks on Monday"."""
    for other in hits:
        if gap.holds(other.span) and _in_company(gap.start, other.span, view.masked, cues):
            return view.masked[other.span.end : gap.end]
    return between


def _in_company(start: int, occasion: Span, text: str, cues: Cues) -> bool:
    """Whether the words before an occasion bind to it, the verb it begins with included ("after holding"),
    with no other clause before them."""
    verb = text.find(" ", occasion.start, occasion.end) + 1
    for end in (occasion.start, verb):
        found = cues.occasions.company.search(text, start, end) if end else None
        if found and "," not in text[start : found.start()]:
            return True
    return False


def _has_its_time(company: str, cues: Cues) -> bool:
    """Whether the words behind an occasion tell when it was: "signed after the summit, which opened on Monday"."""
    return (
        cues.asides.timing.match(company) or cues.asides.timing_inside.search(company)
    ) is not None


def _told_behind(between: str, cues: Cues) -> str:
    """The words between ", which took place" and a date, however much was told of the happening before it; all
    of them where the happening has had its date by then."""
    found = cues.asides.timing_inside.search(between)
    if found is None:
        return between
    told = between[: found.start()]
    has = DATE in told and not cues.since_before_date.regex.search(told.partition(DATE)[0])
    has = has or _is_counted_from(told, cues)
    return between if has else between[found.end() :]


def _is_counted_from(told: str, cues: Cues) -> bool:
    """Whether what has its time is what the happening is counted from: "ten years after the first treaty"."""
    return cues.parting.units_after.search(told) is not None


def without_how_long(between: str, gap: Span, view: View, cues: Cues) -> str:
    """The words without the time after which it came about: "ended after three hours on Monday"."""
    for date in view.dates:
        spot = view.at(date.span)
        if date.interval is None and gap.holds(spot):
            after = cues.after_days.search(view.masked, gap.start, spot.start)
            between = (
                between.replace(view.masked[after.start() : spot.end], " ") if after else between
            )
    return between


def without_asides(between: str, cues: Cues) -> str:
    """The words without what is told by the way, and without dates that only bound a time."""
    if DATE in between:
        between = cues.parting.bounded.sub(" ", between)
    if not ASIDE_SIGN.search(between):
        return between
    between = cues.asides.one_of_a_row.sub(" ", between)
    return APPOSED.sub("  ", cues.asides.aside.sub(" ", between))
