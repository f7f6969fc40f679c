"""The times before that: "its first nuclear test since September 2017", "the first visit by a king since
that of Olaf Brenner in May 1998" tell of two happenings, "the third summit, after those of 2000 and 2007" of three,
"has not tested a device since September 2017" of that one."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tracker.mentions.alternatives import whole
from tracker.mentions.article import Article
from tracker.mentions.clauses import part_around
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS
from tracker.mentions.names import Name
from tracker.values import Span

__all__ = ["Former", "former_times"]

PERSON, DATE = MARKS["person"], MARKS["date"]
PLACES = MARKS["place"] + MARKS["country"]
LAST_TIME, TIMES = "the last time before", "the times before"


class Former(NamedTuple):
    """When the same was done before, by whom where another did it, and whether those who do it now may have."""

    dated: Dated
    who: Name | None
    alike: bool = False


def former_times(hit: Hit, hits: Sequence[Hit], view: View, article: Article) -> list[Former]:
    """When what the hit tells came about before, where its sentence says so of it."""
    last = _last_time(hit, hits, view, article)
    return [last] if last else _those_before(hit, hits, view, article)


def _last_time(hit: Hit, hits: Sequence[Hit], view: View, article: Article) -> Former | None:
    if view.searched.words.isdisjoint(article.language.words("ever_since")):
        return None
    found = _first_since(article.language).search(view.masked)
    if not found or _told_of(found, hits, article.language) is not hit:
        found = _none_since(hit, view, article)
    if not found:
        return None
    date = next((d for d in view.dates if view.at(d.span).start == found.start("date")), None)
    if date is None or date.interval is None or article.today is None:
        return None
    if date.interval.last >= article.today or _tells_of_another(found, hit, hits):
        return None
    who = next((n for n in view.names if view.at(n.span).start == found.start("who")), None)
    return Former(Dated(date, date.interval, 0.4, LAST_TIME), who)


def _those_before(hit: Hit, hits: Sequence[Hit], view: View, article: Article) -> list[Former]:
    """The days of those which the sentence only points at: "their third, after those of June 2000 and May 2007"."""
    if view.searched.words.isdisjoint(article.language.words("those_pointing")):
        return []
    found = _after_those(article.language).match(view.masked, hit.span.end)
    if not found or any(hit.span.end <= other.span.start < found.end() for other in hits):
        return []
    days = [d for d in view.dates if found.start("days") <= view.at(d.span).start < found.end()]
    alike = not article.rules.types[hit.trigger.type].pairs
    return [
        Former(Dated(date, date.interval, 0.4, TIMES), None, alike)
        for date in days
        if date.interval and article.today and date.interval.last < article.today
    ]


def _none_since(hit: Hit, view: View, article: Article) -> re.Match[str] | None:
    """What says that there has been none since a day told by its date: "has not tested a device since May 2017"."""
    text, words = view.masked, _none_words(article.language)
    found = words.since.match(text, hit.span.end) or words.since.search(text, *hit.span)
    if not found:
        return None
    clause = part_around(text, hit.span, article.cues.clause_end)
    told = clause.start, found.start("date")
    if not words.perfect.search(text, *told) or not words.none.search(text, *told):
        return None
    spot = view.in_article(Span(*found.span("date")))
    dated = any(map(str.isdigit, spot.of(article.document.text)))  # "since Monday" bounds a count
    return found if dated else None


def _tells_of_another(found: re.Match[str], hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether what somebody did then is another happening: "the first test since Tan held a parade in May"."""
    since = [h for h in hits if found.end("about") <= h.span.start < found.start("date")]
    return any(other.trigger.type != hit.trigger.type for other in since)


def _told_of(found: re.Match[str], hits: Sequence[Hit], language: Language) -> Hit | None:
    """The hit of which it is told: one between "first" and "since", the one that "the first time since …
    that" opens, or one before, of which "the first" then says no more than whose it was."""
    since = found.end("about")
    inside = [h for h in hits if found.start() < h.span.end <= since]
    if inside:
        return inside[0]
    behind = [h for h in hits if h.span.start >= found.end()]
    if behind and _that(language).match(found.string, found.end()):
        return behind[0]
    before = [h for h in hits if h.span.end <= found.start()]
    return before[-1] if before and _of_it(language).match(found["about"]) else None


@lru_cache(maxsize=8)
def _first_since(language: Language) -> re.Pattern[str]:
    first, since = whole(language.words("first_again")), whole(language.words("ever_since"))
    theirs, by = whole(language.words("of_the_former")), whole(language.words("before_days"))
    return re.compile(
        rf"{first}(?P<about>[^.;:()]{{0,110}}?)\s{since}\s(?:{theirs}\s(?:[\w’'-]+\s){{0,4}}?)?(?:(?P<who>{PERSON}+)(?:['’]s)?\s"
        rf"(?:{whole(language.words('did_it_last'))}\s(?:(?!{PERSON})[\w’'\ue001-\ue009-]+\s){{0,6}}?)?)?"
        rf"(?:{by}\s)*(?P<date>{DATE}+)(?=[.,;:)—–\"”]|\s[—–-]|\s*$|\s{whole(language.words('behind_since'))})"
    )


class NoneWords(NamedTuple):
    """What tells that something has not come about since a day."""

    none: re.Pattern[str]
    perfect: re.Pattern[str]
    since: re.Pattern[str]


@lru_cache(maxsize=8)
def _none_words(language: Language) -> NoneWords:
    since, by = whole(language.words("ever_since")), whole(language.words("before_days"))
    return NoneWords(
        re.compile(
            rf"{whole(language.words('none_so_far'))}(?!\s{whole(language.words('none_at_all'))})"
        ),
        re.compile(whole(language.words("so_far"))),
        re.compile(
            rf"(?P<about>[^.,;:()]{{0,70}}?)\s{since}\s(?:{by}\s)*(?P<who>)(?P<date>{DATE}+)"
            rf"(?=[.,;:)—–\"”]|\s[—–-]|\s*$|\s{whole(language.words('behind_since'))})"
        ),
    )


@lru_cache(maxsize=8)
def _after_those(language: Language) -> re.Pattern[str]:
    after, those = whole(language.words("after_those")), whole(language.words("those_before"))
    by = whole(language.words("before_days", "parts_linked"))
    joint = language.any_of("conjunctions", exact=True)
    one = rf"(?:(?:{by}|[{PLACES}]+)\s)*{DATE}+"
    return re.compile(
        rf"[^.;:]{{0,80}}?\s{after}\s{those}\s(?P<days>{one}(?:(?:,|,?\s{joint})\s{one})*)"
        rf"(?=[.,;:)—–\"”]|\s[—–-]|\s*$|\s{whole(language.words('behind_since'))})"
    )


@lru_cache(maxsize=8)
def _that(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s{whole(language.words('time_that'))}\s")


@lru_cache(maxsize=8)
def _of_it(language: Language) -> re.Pattern[str]:
    """What may follow "the first" where it is one of what was told before."""
    return re.compile(rf"$|\s{whole(language.words('first_of_it'))}")
