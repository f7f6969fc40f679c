"""Who met, where only the other is named: the one whose journey was told right before that."""

import re
from functools import lru_cache

from tracker.mentions.alternatives import whole
from tracker.mentions.article import Article
from tracker.mentions.clauses import part_around
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS
from tracker.mentions.names import Name

__all__ = ["unsaid_party"]

BACK = 2  # sentences back in which the journey is told
BEHIND = 30  # characters behind "talks" in which it is told with whom
SOMEBODY = re.compile(
    f"[{''.join(MARKS[kind] for kind in ('person', 'body', 'name', 'parliament', 'leaders', 'country'))}]"
)


def unsaid_party(hit: Hit, view: View, article: Article) -> Name | None:
    """The only one named in a sentence that tells of a journey, where the next ones tell with whom talks were on it:
    "President Brito will visit Chile. It is a short trip, with talks with President Dorn on Friday."."""
    text, part = view.masked, part_around(view.masked, hit.span)
    before = text[part.start : hit.span.start]
    if SOMEBODY.search(before) or article.cues.parties.search(before):
        return None
    if not _with_whom(article.language).search(text, hit.span.start, hit.span.end + BEHIND):
        return None
    for earlier in reversed(article.views[max(0, view.number - BACK) : view.number]):
        people = {n.entity or n.shown: n for n in earlier.names if n.kind == "person"}
        if people:
            gone = _travelling(article.language).search(earlier.masked)
            return next(iter(people.values())) if gone and len(people) == 1 else None
    return None


@lru_cache(maxsize=8)
def _with_whom(language: Language) -> re.Pattern[str]:
    company = language.any_of("part_with", exact=True)
    return re.compile(
        rf"(?<![\w-]){company}\s+(?:[\w’'{MARKS['country']}-]+\s+){{0,5}}?{MARKS['person']}"
    )


@lru_cache(maxsize=8)
def _travelling(language: Language) -> re.Pattern[str]:
    return re.compile(whole(language.words("travel", "journeys", "part_sending")))
