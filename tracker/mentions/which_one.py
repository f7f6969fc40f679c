"""The day of a local happening in the clause that tells which one is meant: "the fire that left two dead on Friday"; or
behind what somebody is accused of: "accused of shooting a neighbour on Friday"."""

import datetime as dt
import re
from functools import lru_cache

from tracker.mentions.accused import is_charged_in, is_what_is_charged
from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.mentions.turning import is_weekday
from tracker.values import DateFound, Interval

__all__ = ["gone_by", "is_of_the_main_clause", "tells_which_one"]

WEEK = dt.timedelta(days=7)


@lru_cache(maxsize=8)
def _clause(language: Language) -> re.Pattern[str]:
    """Up to the verb of a clause that tells which one is meant."""
    things = any_of(language.words("of_things"), exact=True)
    return re.compile(rf"(?:\s[^\s,;:]+){{0,6}}?\s{things}\s(?:[a-z]+ly\s)?(?=[a-z])")


@lru_cache(maxsize=8)
def _another(language: Language) -> re.Pattern[str]:
    """What ends such a clause: a sign, or words that begin another."""
    return re.compile(rf"[,;:—–]|{whole(language.words('charge_told_of'), exact=True)}")


@lru_cache(maxsize=8)
def _small(language: Language) -> frozenset[str]:
    """The words before a verb's form that is none of the main clause: "a parked car", "was wounded", "and fled"."""
    return frozenset(
        word.lower()
        for name in (
            "articles",
            "headline_possessives",
            "verbal",
            "conjunctions",
            "charge_told_of",
            "of_people",
        )
        for word in language.words(name)
    )


@lru_cache(maxsize=8)
def _who(language: Language) -> re.Pattern[str]:
    """What leads to what befell somebody, at the end: "a man who was |"."""
    return re.compile(rf"\b{language.any_of('of_people', exact=True)}(?:\s[a-z]+){{0,3}}\s$")


@lru_cache(maxsize=8)
def _who_was(language: Language) -> re.Pattern[str]:
    """The same right before its verb: "who fatally |"."""
    return re.compile(rf"\b{language.any_of('of_people', exact=True)}\s(?:[a-z]+ly\s)?$")


def is_of_the_main_clause(date: DateFound, hit: Hit, view: View, article: Article) -> bool:
    """Whether what befell somebody only tells who is meant, and the date behind it is that of what the sentence tells of
    them: "a man who was shot in a bar | died Monday", "the son of a man who was shot held a vigil on Monday"."""
    spot, words = view.at(date.span), _small(article.language)
    if article.rules.types[hit.trigger.type].public or spot.start < hit.span.end:
        return False
    text = view.masked
    if not _who(article.language).search(text[: hit.span.start]):
        return False
    if _another(article.language).search(text, hit.span.end, spot.start):
        return False
    said = text[hit.span.end : spot.start].split()
    before = [hit.span.of(text).split()[-1], *said]
    done = [
        word
        for word, prior in zip(said, before, strict=False)
        if _is_done(word, article) and prior.lower() not in words
    ]
    return bool(done)


def gone_by(dated: Dated, hit: Hit, view: View, article: Article) -> Dated | None:
    """The day of what only tells who is meant, or what somebody is or is not charged in, and so is over although the
    sentence looks ahead: "will not be charged in a shooting Friday", "a rally for a man who was shot on Friday"; else
    None."""
    who = _who_was(article.language).search(view.masked[: hit.span.start])
    was = who and any(_is_done(word, article) for word in hit.span.of(view.masked).split())
    local = not article.rules.types[hit.trigger.type].public
    if not local or not (was or is_charged_in(hit, view, article)):
        return None
    ahead = article.today is not None and dated.interval.first > article.today
    if not ahead or not is_weekday(dated):
        return dated
    back = Interval(
        dated.interval.first - WEEK, dated.interval.last - WEEK, dated.interval.precision
    )
    return dated._replace(interval=back)


def _is_done(word: str, article: Article) -> bool:
    language = article.language
    return language.is_past(word.lower()) or word.lower() in language.set_of("toll_dead")


def tells_which_one(date: DateFound, hit: Hit, view: View, article: Article) -> bool:
    """Whether a date behind the noun of a local happening is of it although more than its phrase stands between."""
    spot = view.at(date.span)
    if article.rules.types[hit.trigger.type].public or spot.start < hit.span.end:
        return False
    if is_what_is_charged(hit, view, article):
        return True
    clause = _clause(article.language).match(view.masked, hit.span.end, spot.start)
    if clause is None or not article.cues.past.match(view.masked, clause.end()):
        return False
    return not _another(article.language).search(view.masked, clause.end(), spot.start)
