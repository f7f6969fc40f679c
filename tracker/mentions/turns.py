"""Who speaks in a transcript: "PRESIDENT ROE: Thank you. I met …"."""

import re
from bisect import bisect_right
from collections.abc import Set
from functools import lru_cache
from operator import itemgetter

from tracker.mentions.alternatives import any_of
from tracker.mentions.article import Article
from tracker.mentions.clauses import part_around
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language

__all__ = ["leading_speaker"]


def leading_speaker(hit: Hit, view: View, titles: Set[str], article: Article) -> str:
    """The leader who tells in their own turn what they did ("I met"); empty where nobody such speaks."""
    start = part_around(view.masked, hit.span).start
    if not article.cues.leading.first_person.search(view.masked, start, hit.span.end):
        return ""
    turns = _turns(article.document.text, article.language)
    at = bisect_right(turns, view.sentence.span.end, key=itemgetter(0))
    label = turns[at - 1][1] if at else ""
    leads = any(label == title or label.startswith(f"{title} ") for title in titles)
    return label.rpartition(" ")[2] if leads else ""


@lru_cache(maxsize=8)
def _turn(language: Language) -> re.Pattern[str]:
    """Who speaks, in large letters at the head of a line."""
    the = any_of((word.upper() for word in language.words("the")), exact=True)
    return re.compile(rf"^(?:{the} )?(?P<who>[A-Z][A-Z .'’-]{{0,48}}):(?= )", re.MULTILINE)


@lru_cache(maxsize=4)  # asked for at every happening of a text
def _turns(text: str, language: Language) -> tuple[tuple[int, str], ...]:
    """Where each turn of a transcript begins to be spoken, and who speaks, in lower case."""
    found = _turn(language).finditer(text)
    return tuple((turn.end(), turn["who"].lower()) for turn in found)
