"""The dates that go on from the one a trigger takes: "in 2006, 2009 and 2013", "Oslo on May 5 and Rome on May 8"."""

import re
from collections.abc import Sequence

from tracker.mentions.article import Article
from tracker.mentions.belonging import PART
from tracker.mentions.dated import Dated
from tracker.mentions.dating import LONGEST
from tracker.mentions.gapped import gapped, is_next_entry
from tracker.mentions.hits import Hit, View
from tracker.mentions.turning import turned
from tracker.values import Basis, DateFound, Precision, Span

__all__ = ["further_dates"]

BRACKETS = re.compile(r"\)([^()]*)\(")
NEXT_CLAUSE = 3  # words behind a date in which the verb of another clause stands
ITS_SUBJECT = 7  # … or, where they begin with its subject


def further_dates(
    dated: Dated, hit: Hit, hits: Sequence[Hit], view: View, article: Article
) -> list[Dated]:
    """The dates that go on from the one taken: "in 2006, 2009 and 2013", "Oslo on May 5 and Rome on May 8"; not where
    it was on one of them ("on Friday or Saturday")."""
    found: list[Dated] = []
    at = view.at(dated.date.span)
    own = Span(hit.span.end, max(hit.span.end, at.start))
    if any(own.holds(other.span) for other in hits if other is not hit):
        return []  # the days are those of what stands between
    if at.start < hit.span.start or article.cues.range_before.search(
        view.masked, max(0, at.start - 12), at.start
    ):
        return []
    for date in view.dates:
        spot = view.at(date.span)
        if date.interval is None or spot.start < at.end:
            continue
        between = view.masked[at.end : spot.start]
        if _is_no_other(date, dated, between):
            continue
        next_entry = is_next_entry(between, view.masked[spot.end :], article)
        if not next_entry and _ends_the_row(hit, hits, dated, date, at, view, article):
            break
        found.append(dated._replace(date=date, interval=date.interval, cost=dated.cost + 0.3))
        at = spot
    return [turned(each, hit, view, article) for each in found]


def _ends_the_row(
    hit: Hit,
    hits: Sequence[Hit],
    dated: Dated,
    date: DateFound,
    at: Span,
    view: View,
    article: Article,
) -> bool:
    """Whether a date behind the one `at` a place is no further one of the hit."""
    spot = view.at(date.span)
    gap = Span(at.end, spot.start)
    assert date.interval is not None
    if any(gap.start <= other.span.start < gap.end for other in hits):
        return True
    between = gap.of(view.masked)
    if date.interval.days > LONGEST or article.cues.either.search(between):
        return True
    apposed = between.strip() == "," and date.basis == Basis.CONTEXT and not _is_bare(date)
    goes_on = _goes_on(between, article) or _is_next_day(between, dated, date, article)
    told = hit.span.of(view.masked)
    if apposed or (not goes_on and gapped(gap, view, article, told) is None):
        return True  # "on Tuesday, the eve of the summit" is one day
    listed = _is_listed(at, date, between, view, article)
    return not listed and _is_another_s(view.masked[spot.end :], article)


def _is_bare(date: DateFound) -> bool:
    """Whether it is a number alone, which goes on a row: "on March 4, 11 and 18"."""
    return date.phrase.partition(",")[0].isdigit()


def _is_no_other(date: DateFound, dated: Dated, between: str) -> bool:
    """Whether it is the day on which the dates taken end, or the year of something else ("will mark its founding on
    28 May 1975, next year")."""
    assert date.interval is not None
    if dated.interval.days > 1 and dated.interval.last == date.interval.last:
        return True
    whole = date.interval.precision == Precision.YEAR
    return whole and dated.interval.precision == Precision.DAY and between.strip() == ","


def _is_listed(one: Span, date: DateFound, between: str, view: View, article: Article) -> bool:
    """Whether a day stands with the one before it as of one thing: "on May 5 and 16", "on Monday and Friday"; what
    "5 May and 7 May" are may be of two clauses."""
    if between.strip(" ,") not in {"", *article.cues.joining}:
        return False
    first, then = one.of(view.sentence.text), date.phrase
    counted = first.isalpha() and " " in then and not any(map(str.isdigit, then))
    return then.isalnum() or (first.isalnum() and not counted)  # not "on Monday, and a day later"


def _is_next_day(between: str, dated: Dated, date: DateFound, article: Article) -> bool:
    """Whether a day stands behind another, each with its own small word: "on May 1, on May 9 and again …"."""
    days = (dated.interval.precision, date.interval and date.interval.precision)
    words = [part.lower() for part in PART.findall(between)]
    led = words[:1] == [","] and len(words) == 2 and words[1] in article.cues.before_days
    return led and days == (Precision.DAY, Precision.DAY)


def _goes_on(between: str, article: Article) -> bool:
    cues = article.cues
    if inside := BRACKETS.fullmatch(between):  # "in Oslo (May 5) and in Rome (May 8)"
        between = inside[1]
    if cues.one_more.search(between):
        return True
    if not cues.goes_on.match(between):
        return False
    parts = PART.findall(between)
    words = [part.lower() for part in parts]
    if words == [","]:
        return True
    if _opens_a_clause(parts, article):
        return False
    if not cues.joining.intersection(words[:2]) or cues.to_the_end.intersection(words):
        return False
    return len(words) <= 8 and not any(
        word in cues.breaks
        or word in cues.verbal
        or word in cues.speech
        or article.language.is_past(word)
        for word in words
    )


def _opens_a_clause(parts: Sequence[str], article: Article) -> bool:
    """Whether what else is to be done follows: "will meet on Monday and speak in Oslo on Friday"."""
    joining = article.cues.joining
    first = next((part for part in parts if part != "," and part.lower() not in joining), "")
    return first.islower() and first.isalpha() and first not in article.cues.joined


def _is_another_s(behind: str, article: Article) -> bool:
    """Whether a date opens what else was done: "met on Monday and on Tuesday signed a pact"."""
    parts = PART.findall(behind)
    subject = parts and parts[0].lower() in article.cues.articles
    words = [part.lower().rstrip(".") for part in parts[: ITS_SUBJECT if subject else NEXT_CLAUSE]]
    clause = words[: words.index(",")] if "," in words else words
    past = article.language.is_past
    verbs = (n for n, word in enumerate(clause) if past(word) and "-" not in word)
    first = next(verbs, None)
    return first is not None and not article.cues.breaks.intersection(clause[:first])
