"""Which date of its sentence a trigger takes."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence

from tracker.mentions.accused import is_of_the_charge
from tracker.mentions.article import Article
from tracker.mentions.brackets import only_ends
from tracker.mentions.clauses import part_around
from tracker.mentions.cues import Cues
from tracker.mentions.dated import Dated
from tracker.mentions.distance import distance
from tracker.mentions.hits import Hit, View
from tracker.mentions.lasting import lasting
from tracker.mentions.narrowing import narrowed
from tracker.mentions.turning import turned
from tracker.mentions.which_one import gone_by, is_of_the_main_clause, tells_which_one
from tracker.values import Basis, DateFound, Interval, Precision

__all__ = ["LONGEST", "date_of"]

LIMIT = 3.0
FARTHEST, WHICH_ONE = 4.5, 2.0  # as far as a date of the clause that tells which one may stand
YEAR_LIMIT = 0.7
LONG_PAST = 300  # days
LONGEST = 400  # days, of a year or "between April 2021 and April 2022"; a decade dates no happening
YEAR = re.compile(r"\d{4}")
ITS_AIM = 50  # characters behind the day on which it was agreed in which stands what
MATTER = 60  # characters before a happening in which what it had stands
CALLED_OFF = 24  # characters before "plans for" in which these are given up
WEEK = 7  # days
NEXT_DAYS = 7  # a weekday behind what is given up is that on which it was
NEAREST = 8  # dates on each side
RIGHT_BEHIND = 24  # characters between a happening and its own date
HEADING = re.compile(r"\d{4}(?:\s[^\W\d_][\w’'-]*){1,3}\s*$")  # "2018 summits"


def date_of(hit: Hit, hits: Sequence[Hit], view: View, article: Article) -> Dated | None:
    """The cheapest date for this trigger, None when every one belongs elsewhere."""
    if HEADING.match(view.sentence.text):
        return None
    cues, yearly = article.cues, article.rules.types[hit.trigger.type].anniversary
    near = [
        dated
        for date in _around(hit, view)
        if date.interval is not None
        and date.interval.days <= LONGEST
        and (dated := _distance(hit, date, hits, view, article)).cost < _limit(date)
        and (yearly or not _vague(date, article.today))
        and not only_ends(date, article.document.text, cues)
        and not _ends_another(date, hit, hits, view, cues)
        and (dated.close or hit.trigger.date != "phrase")
        and not _is_remembered(date, hit, view, article)
        and not _is_of_the_decision(date, hit, view, article)
        and not _is_of_its_matter(date, hit, view, article)
        and not is_of_the_charge(date, hit, view, article)
        and not is_of_the_main_clause(date, hit, view, article)
    ]
    best = min(near, key=lambda dated: dated.cost, default=None)
    if best and _is_rough(best.date, cues):
        return None  # "severed more than 50 years ago"
    best = _to_the_day(narrowed(best, near, view), article) if best else None
    if best:
        best = gone_by(best, hit, view, article) or turned(best, hit, view, article)
    return lasting(best, hit, hits, view, article) if best else None


def _distance(
    hit: Hit, date: DateFound, hits: Sequence[Hit], view: View, article: Article
) -> Dated:
    """How far a date is; one in the clause that tells which one is meant is of its phrase."""
    dated = distance(hit, date, hits, view, article.cues)
    phrase = hit.trigger.date == "phrase" and not dated.close and dated.cost < FARTHEST
    if phrase and tells_which_one(date, hit, view, article):
        return dated._replace(cost=min(dated.cost, WHICH_ONE), close=True)
    return dated


def _to_the_day(dated: Dated, article: Article) -> Dated:
    """ "A week earlier" than a day of which the text has told, as the day that it comes to."""
    date, week = dated.date, dated.interval
    day = date.anchor
    if (
        date.basis != Basis.CONTEXT
        or week.days != WEEK
        or day is None
        or dated.interval != date.interval
    ):
        return dated
    if not any(
        d.interval and d.interval.days == 1 and d.interval.first == day for d in article.dates
    ):
        return dated
    found = week.first + dt.timedelta((day - week.first).days % WEEK)
    return dated._replace(
        interval=Interval(found, found, Precision.DAY), reason=f"{dated.reason}, to the day"
    )


def _around(hit: Hit, view: View) -> Sequence[DateFound]:
    """The dates of the sentence that stand nearest on both sides: no more could be its own."""
    at = bisect_left(view.dates, view.in_article(hit.span).start, key=lambda date: date.span.start)
    return view.dates[max(0, at - NEAREST) : at + NEAREST]


def _limit(date: DateFound) -> float:
    """How far a date may be: a bare year dates only what it stands by."""
    coarse = date.interval is not None and date.interval.precision == Precision.YEAR
    return YEAR_LIMIT if coarse else LIMIT


def _is_remembered(date: DateFound, hit: Hit, view: View, article: Article) -> bool:
    """Whether a day long past is that of what is remembered: "a parade commemorating the uprising in 1945"."""
    if article.today is None or date.interval is None:
        return False
    if article.rules.types[hit.trigger.type].anniversary:
        return False
    past = (article.today - date.interval.last).days > LONG_PAST
    spot = view.at(date.span).start
    return past and bool(article.cues.marking.search(view.masked, hit.span.start, spot))


def _is_given_up(date: DateFound, matter: int, start: int, view: View, article: Article) -> bool:
    """Whether the day is that of what is called off ("scrapped plans for a summit in May") and lies ahead."""
    when, today = date.interval, article.today
    if when is None or today is None or (when.first - today).days <= NEXT_DAYS:
        return False
    cues, near = article.cues, max(start, matter - CALLED_OFF)
    return (
        cues.cancelled.search(view.searched, near, matter)
        or cues.standing.halts.search(view.masked, near, matter)
    ) is not None


def _is_of_its_matter(date: DateFound, hit: Hit, view: View, article: Article) -> bool:
    """Whether a date is of what was done about something that a happening had, or told of it: "published the costs of
    the summit on Monday", "a briefing on Monday on the summit", not "preparations for the summit on Monday"."""
    text, cues, start = view.masked, article.cues, max(0, hit.span.start - MATTER)
    matter = cues.matter_of.search(text, start, hit.span.start)
    if matter is None or any(map(article.language.is_past, hit.span.of(text).lower().split())):
        return False
    clause = part_around(text, hit.span, cues.clause_end)
    spot = view.at(date.span).start
    if _is_given_up(date, matter.start(), clause.start, view, article):
        return False
    if spot < hit.span.start:
        return spot < matter.start("of")  # not "the costs of Wednesday's parade"
    if text[hit.span.end : spot].strip() in article.language.set_of("of_whom"):
        return False  # "told reporters about the summit of 2 May"
    done = cues.past.search(text, hit.span.end, spot)
    close = spot - hit.span.end <= RIGHT_BEHIND and not done
    told = cues.past.search(text, max(view.head, clause.start), matter.start())
    return told is not None or not close


def _is_of_the_decision(date: DateFound, hit: Hit, view: View, article: Article) -> bool:
    """Whether a day is the one on which it was agreed that something that lasts will be: "in March the two
    presidents agreed to meet"; or pledged that something will: "on Monday promised to lift"."""
    spot, text, cues = view.at(date.span), view.masked, article.cues
    lasts = article.rules.types[hit.trigger.type].lasts
    if spot.end > hit.span.start:
        aside = cues.standing.decided_aside.fullmatch(
            text, hit.span.end, max(hit.span.end, spot.start)
        )
        return lasts and aside is not None and text[spot.end : spot.end + 1] == ","
    bound = cues.standing.bound_then.match(text, spot.end, hit.span.start)
    if bound and not _is_still_ahead(date, article):
        return lasts or not cues.standing.decided_then.match(text, spot.end, hit.span.start)
    if not lasts:
        return False
    then = article.cues.grammar.infinitive_inside.match(text, spot.end)
    near = "," not in text[spot.end : hit.span.start] and hit.span.start - spot.end <= ITS_AIM
    if then and near and not _is_still_ahead(date, article):
        return cues.standing.decided_when.search(text[: spot.start]) is not None
    words, decided = hit.span.of(view.masked), article.cues.decided_to
    ends = (found.end() for found in article.cues.grammar.infinitive_word.finditer(words))
    return any(decided.search(words, 0, end) for end in ends)


def _ends_another(date: DateFound, hit: Hit, hits: Sequence[Hit], view: View, cues: Cues) -> bool:
    """Whether it is the last word of a clause that tells which one is meant, and the hit the verb right behind that:
    "the deals that they signed in Lima on 3 May | come into force"."""
    spot, start = view.at(date.span), hit.span.start
    before = (other.span for other in hits if other is not hit and other.span.end <= start)
    return any(
        span.holds(spot)
        and span.end == spot.end
        and start - span.end == 1
        and not cues.relatives.isdisjoint(span.of(view.masked).split())
        for span in before
    )


def _is_still_ahead(date: DateFound, article: Article) -> bool:
    """Whether the day lies ahead, or may: one that is not known to have gone by."""
    when, today = date.interval, article.today
    return when is None or today is None or when.first > today


def _is_rough(date: DateFound, cues: Cues) -> bool:
    """Whether a year is only counted roughly: "severed more than 50 years ago"."""
    year = date.interval is not None and date.interval.precision == Precision.YEAR
    return year and cues.roughly.match(date.phrase) is not None


def _vague(date: DateFound, today: dt.date | None) -> bool:
    """ "This year" dates nothing; a year said by its number may."""
    found = date.interval
    if found is None or today is None or YEAR.search(date.phrase):
        return False
    return found.precision == Precision.YEAR and found.first <= today <= found.last
