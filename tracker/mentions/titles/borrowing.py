"""Titles borrowed from the article's own headline."""

from tracker.mentions.titles.headlines import Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.polish import LONGEST, plain

__all__ = ["fit_headline", "headline_title"]

TELLING = (Tag.NAME, Tag.WORD, Tag.VERB)
LEAD = 3  # a headline speaks of what the first sentences tell


def headline_title(matter: Matter, either: bool = False) -> str:
    """The article's own headline, where it tells the same: early in the article, with a word of the
    trigger and (or, with `either`) somebody who takes part in it."""
    headline = fit_headline(matter)
    if not headline or matter.view.number >= LEAD:
        return ""
    parts = _words(headline)
    long = [t for t in matter.tokens[matter.first : matter.last] if len(t.text) > 3]
    trigger = [t for t in long if t.tag in TELLING] or long
    # "Korean" tells nothing of the happening, "EFES-2018" does.
    first = matter.tokens[0]
    plain_words = [t for t in trigger if t.text[0].islower() or t.text[-1].isdigit() or t is first]
    stems = [t.lower[:4] for t in plain_words or trigger]
    told = any(part.startswith(stem) for part in parts for stem in stems)
    who = {word.lower() for a in matter.cast.actors for word in a.name.split() if len(word) > 2}
    there = bool(parts & who)
    return headline if (told and there) or (either and (told or there)) else ""


def fit_headline(matter: Matter) -> str:
    """The article's headline where it may serve as a title: no chronology, no explainer, no question."""
    headline = plain(matter.words.openings.sub("", matter.article.document.title))
    unfit = matter.words.sets["unfit"] | matter.words.sets["times"]
    if not 20 <= len(headline) <= LONGEST or any(sign in headline for sign in "?!|…:"):
        return ""
    return "" if _words(headline) & unfit else headline


def _words(headline: str) -> set[str]:
    return set(headline.lower().replace("-", " ").replace(",", " ").split())
