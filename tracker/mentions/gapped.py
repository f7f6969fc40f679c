"""Who did the same on the next day that a sentence names, where it leaves out what: "the lower house approved
it on 24 May, the upper house on 6 June", "Oslo hosted the second in 2019, Bern the third in 2021"."""

import re
from collections.abc import Set
from dataclasses import dataclass

from tracker.mentions.article import Article
from tracker.mentions.belonging import PART
from tracker.mentions.hits import View
from tracker.mentions.marks import SIGNS
from tracker.mentions.names import Name
from tracker.mentions.places import place_between, place_named
from tracker.values import Place, Span

__all__ = ["Gapped", "gapped", "is_next_entry"]

MOST = 10  # words and signs
THING = 6  # words of a thing, its article among them
IN_BRACKETS = re.compile(r"\)[^()]*\(")
TOWN = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
OPENERS = re.compile(r"[\s,;)(]+")


@dataclass(frozen=True, slots=True)
class Gapped:
    """Who did it there instead, and where; None for what stays as it was."""

    who: Name | None
    where: Place | None


def gapped(gap: Span, view: View, article: Article, told: str = "") -> Gapped | None:
    """What the words between two dates put in place of the first clause's, None where they tell anything else.
    What the happening was `told` by may be said again: "went to Oslo in May, to Riga in June"."""
    words, again = gap.of(view.masked), _said_again(told)
    same = article.cues.did_so.search(words)
    if same and _is_of_what_came_next(gap, view, article):
        return None
    words = _without_things(words, again, article)
    if not same and not _names_only(words, again, article):
        return None
    where = place_between(gap, view, article) or _in_brackets(gap, view)
    end = gap.start + same.start() if same else gap.end
    names = [
        name
        for name in view.names
        if gap.start <= view.at(name.span).start < end and (not where or name.span != where.span)
    ]
    other = same or names or where or _next_of_a_row(words, article)
    return Gapped(names[-1] if names else None, where) if other else None


def _is_of_what_came_next(gap: Span, view: View, article: Article) -> bool:
    """Whether what it was followed by on the further day stands behind that: "was followed a week later by a
    strike"."""
    behind = view.masked[gap.end :].lstrip(SIGNS).split(maxsplit=1)[:1]
    return not set(article.language.words("done_by")).isdisjoint(behind)


def _said_again(told: str) -> frozenset[str]:
    """The words in small letters that a happening was told by."""
    return frozenset(part for part in PART.findall(told) if part.islower() and part.isalpha())


def _without_things(words: str, again: Set[str], article: Article) -> str:
    """The words, of what else was done the same to no more than that it is another of its kind: "(fired a rocket in
    May,) an older rocket (in June)"."""
    parts = PART.findall(words)
    for at, part in enumerate(parts):
        if part.lower() not in article.cues.articles:
            continue
        for end in range(at + 2, min(at + THING, len(parts))):
            if parts[end].lower() not in again:
                if _may_describe(parts[end], article):
                    continue
                break
            if all(_may_describe(each, article) for each in parts[at + 1 : end]):
                one = min(article.cues.ones_of_a_row)
                return " ".join([*parts[:at], one, *parts[end + 1 :]])
    return words


def _may_describe(word: str, article: Article) -> bool:
    """Whether a word may stand before a noun: in small letters, no verb, nothing that begins another clause."""
    cues = article.cues
    if not word[0].isalpha() or not word.islower():
        return False
    parting = word in cues.breaks or word in cues.verbal or word in cues.speech
    return not parting and ("-" in word or not article.language.is_past(word))


def _next_of_a_row(words: str, article: Article) -> bool:
    """Whether the next of several things is told of: "the first was agreed on 3 May, the second on 5 May"."""
    parts = [part.lower() for part in PART.findall(words)]
    if article.cues.ones_of_a_row.intersection(parts):
        return True  # "… on 3 May and the next on 5 May"
    return "," in parts and not article.language.ordinals.keys().isdisjoint(parts)


def _in_brackets(gap: Span, view: View) -> Place | None:
    """The place whose date follows in brackets: "in Bern (16 October 2007), Oslo (…"."""
    if not IN_BRACKETS.fullmatch(gap.of(view.masked)):
        return None
    towns = (n for n in view.names if n.kind in ("place", "country") and gap.holds(view.at(n.span)))
    known = next(map(place_named, towns), None)
    town = TOWN.search(view.masked, *gap)
    return known or (Place(town[0], town[0].lower()) if town else None)


def _names_only(words: str, again: Set[str], article: Article) -> bool:
    """Whether there are only names, their articles and what leads to the date, after a comma or "and"."""
    cues = article.cues
    if not OPENERS.match(words) or not cues.goes_on.match(words.lstrip(")")):
        return False
    parts = [part for part in PART.findall(words) if part not in ",;()"]
    if len(parts) > MOST:
        return False
    small = (part for part in parts if part[0] not in SIGNS and not part[0].isupper())
    return all(
        part.lower() in cues.gapped or part.lower() in article.language.ordinals or part in again
        for part in small
    )


def is_next_entry(between: str, behind: str, article: Article) -> bool:
    """Whether a date opens the next part of a row, each of which only tells what for: "came in March 2015, the first to
    do so; in May 2017 for a feast; and in June 2019, when he stopped over"."""
    row, sign, lead = between.rpartition(";")
    if not sign or "." in row or not article.cues.row_lead.fullmatch(lead):
        return False
    return article.cues.row_rest.match(behind) is not None
