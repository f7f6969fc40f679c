"""The day of what is told in a row with what was dated: "signed a treaty on water on Monday and a protocol on mines"."""

import re
from functools import lru_cache

from tracker.mentions.alternatives import whole
from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.mentions.reading import Reading

__all__ = ["of_its_row"]

OF_ITS_ROW = "in a row with what was told before"
PARTED = re.compile(r"[;:()—–]")


def of_its_row(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The day of the thing of its type that the sentence tells right before, for a new one that it goes on to name."""
    if last is None or last.view is not view or last.mention is None or last.dated is None:
        return None
    if last.hit.trigger.type != hit.trigger.type or last.hit.span.end > hit.span.start:
        return None
    if not article.rules.types[hit.trigger.type].matters:
        return None
    between = view.masked[last.hit.span.end : hit.span.start]
    if PARTED.search(between) or article.cues.past.search(between):
        return None
    if not _joined(article.language).search(between):
        return None
    return last.dated._replace(interval=last.mention.interval, cost=1.2, reason=OF_ITS_ROW)


@lru_cache(maxsize=8)
def _joined(language: Language) -> re.Pattern[str]:
    """What leads to one more of a row: "and a", "as well as two"."""
    joins, new = whole(language.words("row_joins")), whole(language.words("new_ones"))
    return re.compile(rf"{joins}\s+{new}\s+(?:[\w’'-]+\s+){{0,3}}$")
