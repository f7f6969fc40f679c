"""Leaders whom only a word stands for: "they", the leaders of the sentence before, and "their meeting", the
leaders' of whom the same clause tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import whole
from tracker.mentions.article import Article
from tracker.mentions.clauses import part_around
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language

__all__ = ["stand_for_leaders"]

CLOSE = 40  # characters between "they" and what they do
OWNED = 24  # characters before "meeting" in which "their" stands
BACK = 2  # sentences back in which the leaders are told of


@dataclass(frozen=True, eq=False)
class Pronouns:
    """The words of a language that stand for several told of before."""

    they: re.Pattern[str]
    their: re.Pattern[str]
    after_it: re.Pattern[str]


@lru_cache(maxsize=8)
def _words(language: Language) -> Pronouns:
    the, verbs = language.any_of("the"), language.any_of("behind_alone", "verbal")
    return Pronouns(
        they=re.compile(
            rf"(?:{whole(language.words('headline_they', 'alone'))}|(?<![\w-]){the}\s+"
            rf"{language.any_of('of_two', 'of_three', 'of_more')}(?=[.,;:]|\s*$|\s+(?:{verbs}|[a-z]{{3,}}ed|"
            rf"{'|'.join(sorted(language.pasts))})\b))"
        ),
        their=re.compile(whole(language.words("headline_theirs"))),
        after_it=re.compile(rf"[^,;:()]*,\s+(?:{the}\s+)?"),
    )


def stand_for_leaders(hit: Hit, view: View, article: Article) -> bool:
    """Whether those who meet are told only by a word for the leaders of whom the text has just told."""
    words, text = _words(article.language), view.masked
    if article.cues.parties.search(text, part_around(text, hit.span).start, hit.span.end):
        return False
    if any(name.kind == "person" for name in view.names):
        return False
    near = text[max(0, hit.span.start - OWNED) : hit.span.end]
    if words.their.search(near) and _follows(hit, view, words, article):
        return True
    start = max(part_around(text, hit.span).start, hit.span.start - CLOSE)
    said = words.they.search(text, start, hit.span.end)
    return said is not None and _were_told_of(said.start(), view, article)


def _follows(hit: Hit, view: View, words: Pronouns, article: Article) -> bool:
    """Whether the main clause behind "at their meeting" is the leaders': "…, the leaders agreed"."""
    behind = words.after_it.match(view.masked, hit.span.end)
    if behind is None:
        return False
    end = min(len(view.masked), behind.end() + CLOSE)
    found = article.cues.leaders.search(view.searched, behind.end(), end)
    return found is not None and found.start() == behind.end()


def _were_told_of(at: int, view: View, article: Article) -> bool:
    """Whether the last of several told of before are leaders, and nobody is named after them."""
    cues = article.cues
    for number in range(view.number, max(-1, view.number - BACK), -1):
        earlier = article.views[number]
        end = at if number == view.number else len(earlier.masked)
        leaders = list(cues.leaders.finditer(earlier.searched, 0, end))
        others = list(cues.parties.finditer(earlier.masked, 0, end))
        if leaders:
            last = leaders[-1]
            later = any(found.start() > last.end() for found in others)
            theirs = _work_for(others, last.start(), earlier, article)
            private = cues.leading.other_leaders.search(earlier.searched, 0, end)
            people = any(
                n.kind == "person" for n in earlier.names if earlier.at(n.span).start < end
            )
            return not (later or theirs or private or people)
        if others:
            return False
    return False


def _work_for(others: Sequence[re.Match[str]], at: int, view: View, article: Article) -> bool:
    """Whether others are told of right before, as theirs: "the envoys of the two presidents"."""
    before = [found for found in others if found.end() <= at]
    between = view.masked[before[-1].end() : at].split() if before else []
    return between[:1] != [] and between[0] in article.language.set_of("of_a_leader")
