"""The day of a local happening in the clause that tells which one is meant: "the fire that left two dead on Friday"; or
behind what somebody is accused of: "accused of shooting a neighbour on Friday"."""

import re
from functools import lru_cache

from tracker.mentions.accused import is_what_is_charged
from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.values import DateFound

__all__ = ["tells_which_one"]


@lru_cache(maxsize=8)
def _clause(language: Language) -> re.Pattern[str]:
    """Up to the verb of a clause that tells which one is meant."""
    things = any_of(language.words("of_things"), exact=True)
    return re.compile(rf"(?:\s[^\s,;:]+){{0,6}}?\s{things}\s(?:[a-z]+ly\s)?(?=[a-z])")


@lru_cache(maxsize=8)
def _another(language: Language) -> re.Pattern[str]:
    """What ends such a clause: a sign, or words that begin another."""
    return re.compile(rf"[,;:—–]|{whole(language.words('charge_told_of'), exact=True)}")


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
