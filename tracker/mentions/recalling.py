"""What an article is about, of each type, and what it only recalls beside that."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tracker.mentions.alternatives import whole
from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.mentions.news import OF_THE_NEWS
from tracker.mentions.news import OPENING as LEAD
from tracker.mentions.opening_days import are_of_one_paragraph
from tracker.mentions.reading import Reading
from tracker.values import Interval, Mention

__all__ = [
    "OPENING",
    "Beside",
    "is_local",
    "is_near",
    "is_of_another",
    "matter_of",
    "tells_of_another",
    "told_beside",
    "without_second_tellings",
]

OPENING = 8  # sentences
NEWS_DAYS = dt.timedelta(days=30)
ROUND_UP = 2  # days
CLOSE = 24  # characters between what counts happenings and their noun
BEFORE = 4  # words before a happening's noun among which stands what shows whether it is known
WORD = re.compile(r"[^\W_]+")
NEAR = 3  # days: nearer a telling without a day is dated by the other already


def matter_of(told: Sequence[tuple[View, Mention]], article: Article) -> dict[str, Interval]:
    """When what the article is about happened, by type: what it tells first of the last days. Of one that
    tells nothing of these, what its opening tells: of a trial, the old crime. Of a type in which nobody known
    takes part, what the article opens with comes before both."""
    matter: dict[str, Interval] = {}
    for view, mention in told:
        if is_local(mention, article) and _leads(view, article):
            matter.setdefault(mention.type, mention.interval)
    recent = {mention.type for _, mention in told if _is_recent(mention, article)}
    for view, mention in told:
        if _is_recent(mention, article) or (not recent and view.number < OPENING):
            matter.setdefault(mention.type, mention.interval)
    return matter


def _is_recent(mention: Mention, article: Article) -> bool:
    today = article.today
    return today is not None and abs(mention.interval.last - today) <= NEWS_DAYS


def is_near(matter: Interval, other: Interval) -> bool:
    """Whether it lies so near to what the article is about that it is told beside it, not recalled."""
    return matter.touches(other, ROUND_UP)


def is_local(mention: Mention, article: Article) -> bool:
    """Whether an article that only recalls it is no source of it."""
    known = any(actor.entity for actor in mention.actors)
    return not (known or article.rules.types[mention.type].recalls)


def _leads(view: View, article: Article) -> bool:
    """Whether a sentence is of those that an article opens with."""
    return view.number <= article.opens + LEAD


class Beside(NamedTuple):
    """What else an article tells: its readings by the number of their sentence, and the types of what the sentences
    that it opens with tell without a day."""

    by_sentence: Mapping[int, Sequence[Reading]]
    undated: frozenset[str]


def told_beside(readings: Iterable[Reading], article: Article) -> Beside:
    """What an article tells, looked through once."""
    found: dict[int, list[Reading]] = {}
    for reading in readings:
        found.setdefault(reading.view.number, []).append(reading)
    undated = (
        reading.hit.trigger.type
        for several in found.values()
        if _leads(several[0].view, article)
        for reading in several
        if reading.mention is None
    )
    return Beside(found, frozenset(undated))


def is_of_another(reading: Reading, article: Article, beside: Beside) -> bool:
    """Whether a sentence farther down tells of another happening than the article: "in an unrelated case",
    "the third fire this month", or "a fire" where the opening told of one."""
    view, hit = reading.view, reading.hit
    if _leads(view, article):
        return False
    if _cue(article.language, "tells_of_another").search(view.masked, view.head):
        return True
    if _is_behind_another(reading, article, beside):
        return True
    here = beside.by_sentence.get(view.number, ())
    if _is_counted(hit, view, article) or _comes_after_one(hit, view, article, here):
        return True
    return hit.trigger.type in beside.undated and _is_new(reading, article)


def _is_behind_another(reading: Reading, article: Article, beside: Beside) -> bool:
    """Whether the sentence before goes on to another, and this one gives it a day of its own: "It was the second time
    this week. Bo Roe was shot Monday"."""
    number, mention = reading.view.number, reading.mention
    before = article.views[number - 1]
    if mention is None or not tells_of_another(before, article):
        return False
    told = (each.mention for n in range(number) for each in beside.by_sentence.get(n, ()))
    same = any(each and each.interval.touches(mention.interval, 0) for each in told)
    return are_of_one_paragraph(before, reading.view, article) and not same


def tells_of_another(view: View, article: Article) -> bool:
    """Whether a sentence goes on to another happening than the article's: "in an unrelated case", "It was the second
    time this week that …"."""
    return any(
        _cue(article.language, lexicon).search(view.masked, view.head)
        for lexicon in ("tells_of_another", "counts_another", "counts_times")
    )


def _is_counted(hit: Hit, view: View, article: Article) -> bool:
    """Whether the sentence counts happenings: "It was the third fire this month"."""
    found = _cue(article.language, "counts_another").search(view.masked, view.head)
    return found is not None and any(
        found.end() <= span.start <= found.end() + CLOSE
        for pattern in hit.trigger.patterns
        for span in view.searched.spans(pattern)
    )


def _comes_after_one(hit: Hit, view: View, article: Article, here: Sequence[Reading]) -> bool:
    """Whether it stands behind another of its type in one sentence: "The blaze comes after a fire that …"."""
    ends = [other.hit.span.end for other in here if other.hit.trigger.type == hit.trigger.type]
    cue = _cue(article.language, "comes_after_another")
    return any(
        end <= hit.span.start and cue.search(view.masked, end, hit.span.start) for end in ends
    )


def without_second_tellings(readings: Iterable[Reading], article: Article) -> list[Reading]:
    """The readings, without what an article opens with and gives no day ("the fire") where it tells
    the day farther down."""
    told = list(readings)
    beside = told_beside(told, article)
    last: dict[tuple[str, bool], dt.date] = {}  # the earliest, by type and whether its noun is new
    for each in told:
        mention = each.mention
        if mention and not _is_undated(each) and not is_of_another(each, article, beside):
            key = mention.type, _is_new(each, article)
            last[key] = min(mention.interval.last, last.get(key, mention.interval.last))
    return [
        each._replace(mention=None, reason="dated farther down")
        if _is_told_again(each, last, article)
        else each
        for each in told
    ]


def _is_undated(reading: Reading) -> bool:
    return reading.dated is not None and reading.dated.reason == OF_THE_NEWS


def _is_told_again(
    undated: Reading, last: Mapping[tuple[str, bool], dt.date], article: Article
) -> bool:
    """Whether what has no day is what is told with a day elsewhere; two that are both new are two."""
    one = undated.mention
    if one is None or not _is_undated(undated) or not is_local(one, article):
        return False
    known, new = last.get((one.type, False)), last.get((one.type, True))
    days = [known] if _is_new(undated, article) else [known, new]
    return any(day is not None and (one.interval.first - day).days > NEAR for day in days)


def _is_new(reading: Reading, article: Article) -> bool:
    """Whether its noun is told as one not spoken of before: "a fire"."""
    view, span, language = reading.view, reading.hit.span, article.language
    words = [word.lower() for word in WORD.findall(view.masked[view.head : span.start])]
    known, new = language.set_of("known_ones"), language.set_of("new_ones")
    for word in reversed(words[-BEFORE:]):
        if word in known or word in new:
            return word in new
    return False


@lru_cache(maxsize=16)
def _cue(language: Language, lexicon: str) -> re.Pattern[str]:
    return re.compile(whole(language.words(lexicon)))
