"""What is to be done on a trip or at a meeting that was announced before."""

from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.facts import (
    tells_a_date,
)
from tracker.mentions.hits import Hit, View
from tracker.mentions.opening_days import are_of_one_paragraph
from tracker.mentions.reading import Reading
from tracker.mentions.reporting import bounds
from tracker.values import Precision, Status

__all__ = [
    "OF_THE_PLAN",
    "PLAN_DAYS",
    "is_of_a_plan",
    "of_the_plan",
    "of_what_comes_then",
    "tells_what_comes_then",
]

OF_THE_PLAN = "planned for what was announced before"
PLAN_DAYS = 10  # an announced trip may last longer than an occasion that is over
PLAN_SENTENCES = 3
WILL_REACH = 40  # characters before a hit in which "will" may stand


def is_of_a_plan(view: View, last: Reading | None) -> bool:
    """Whether the last happening is one that was announced, just before."""
    if last is None or last.mention is None or last.mention.status != Status.PLANNED:
        return False
    found = last.mention.interval
    near = 0 < view.number - last.view.number <= PLAN_SENTENCES
    return near and found.precision == Precision.DAY and found.days <= PLAN_DAYS


def of_the_plan(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The days of the trip announced just before, for what is to be done on it: "He will meet …"."""
    if last is None or last.mention is None or last.dated is None or not is_of_a_plan(view, last):
        return None
    cues, start = article.cues, max(0, hit.span.start - WILL_REACH)
    there = cues.occasions.there_opens.match(view.masked, view.head) is not None
    if tells_a_date(view, article) and not (there and _is_told_aside(view, article)):
        return None
    if cues.background.search(view.searched, start, hit.span.start):
        return None
    if cues.plans.required.search(view.masked, start, hit.span.end):
        return None  # "has to be approved by parliament"
    if cues.condition.match(view.masked, view.head):
        return None  # "Only when it has been amended will parliament vote"
    if hit.trigger.type == last.hit.trigger.type or cues.occasions.restated.match(view.masked):
        return None  # the same, told again
    if not cues.future.search(view.searched, start, hit.span.end):
        return None
    if not there and _is_somebody_else_s(hit, view, last):
        return None
    return last.dated._replace(interval=last.mention.interval, cost=2.2, reason=OF_THE_PLAN)


def tells_what_comes_then(view: View, article: Article) -> bool:
    """Whether the sentence tells what comes next on the day told before: "He will then be sworn in"."""
    return article.cues.occasions.then_next.search(view.searched) is not None


def of_what_comes_then(hit: Hit, view: View, article: Article) -> Dated | None:
    """The one day of the sentence before, which looks ahead, for what will be done then, though that tells nothing of
    its own: "The text will be read out on Monday. He will then be sworn in."."""
    start = max(0, hit.span.start - WILL_REACH)
    then = article.cues.occasions.then_next.search(view.searched, start, hit.span.end)
    if then is None or not view.number or tells_a_date(view, article):
        return None
    before = article.views[view.number - 1]
    days = [date for date in before.dates if date.interval]
    if len(days) != 1 or not are_of_one_paragraph(before, view, article):
        return None
    day, today = days[0].interval, article.today
    if day is None or day.days > 1 or today is None or day.first < today:
        return None
    told = before.searched, 0, before.at(days[0].span).start
    if not article.cues.future.search(*told) or bounds(days[0], before, article.cues):
        return None
    return Dated(days[0], day, 2.0, OF_THE_PLAN)


def _is_told_aside(view: View, article: Article) -> bool:
    """Whether each date of the sentence only says something of somebody: "the president, who took office in May"."""
    asides = article.cues.asides.relative_open
    return all(
        asides.search(view.masked[: view.at(date.span).start]) is not None
        for date in view.dates
        if date.interval
    )


def _is_somebody_else_s(hit: Hit, view: View, last: Reading) -> bool:
    """Whether whoever the sentence names first was not named where the plan was told."""
    people = (n for n in view.names if n.kind == "person")
    first = next((n for n in people if view.at(n.span).start < hit.span.start), None)
    known = {n.entity or n.text for n in last.view.names}
    return first is not None and (first.entity or first.text) not in known
