"""What is told around a happening: names of no gazetteer, and the words of the article's title and opening.

The world has more towns, streets and people than any gazetteer. What they are is not asked here; that two
articles name the same ones tells linking that they speak of one happening.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from tracker.mentions.article import Article
from tracker.mentions.hits import View
from tracker.mentions.names import Name
from tracker.values import Mention, Span

__all__ = ["with_surroundings"]

WORD = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"
NAME = re.compile(rf"(?<![\w’'-]){WORD}(?: {WORD}| [A-Z]\.){{0,3}}")
NUMBERED = re.compile(r"(?<![\w-])\d+(?:st|nd|rd|th) [A-Z][\w-]+")  # "17th Street"
WHOLE_NUMBER = re.compile(
    r"(?<![\w.,-])(?:\d{1,3})(?=-[a-z])|(?<=, )\d{1,3}(?=,)"
)  # "23-year-old", ", 23,"
LOWER = re.compile(r"[^\W\d_]{3,}")
QUOTES = {'"', "“", "‘"}
OPENING = 8  # sentences
WORDS_OPENING = 2
MOST_NAMES, MOST_WORDS = 24, 40
NEWS_DAYS = dt.timedelta(days=30)


def with_surroundings(told: Sequence[tuple[View, Mention]], article: Article) -> list[Mention]:
    """The mentions with what is told around each: for what the article is about its title and opening, for
    what it only recalls the sentence that does."""
    seen: dict[str, Mention] = {}
    found = []
    for view, mention in told:
        if _is_recent(mention, article):
            seen.setdefault(mention.type, mention)
        first = seen.get(mention.type)
        news = first is not None and first.interval == mention.interval
        others = {
            other.number
            for other, each in told
            if each.type == mention.type and each.interval != mention.interval
        }
        found.append(_surrounded(mention, view, article, others if news else None))
    return found


def _is_recent(mention: Mention, article: Article) -> bool:
    today = article.today
    return today is not None and abs(mention.interval.last - today) <= NEWS_DAYS


def _surrounded(mention: Mention, view: View, article: Article, others: set[int] | None) -> Mention:
    """The mention with its surroundings; `others` are the sentences that tell another happening of its
    type, None for what the article only recalls."""
    own, news = {view.number}, others is not None
    if others is not None:
        opening = {*range(OPENING), view.number - 1, view.number + 1}
        own |= opening - others
    views = [each for each in article.views if each.number in own]
    names = Counter(name for each in views for name in _names(each, article))
    if news:
        names.update(_of_the_title(article))
        if article.dateline and article.dateline.place:
            names[article.dateline.place.title()] += 1
    ranked = sorted(names, key=lambda name: (-names[name], name))
    return replace(
        mention,
        names=tuple(sorted(ranked[:MOST_NAMES])),
        words=_words(article) if news else (),
    )


def _names(view: View, article: Article) -> Iterator[str]:
    """The capitalised names of a sentence that no gazetteer knows, and numbers said of somebody or
    something ("23-year-old")."""
    known = [view.at(name.span) for name in view.names if name.entry and not _may_be_surname(name)]
    known += [view.at(date.span) for date in view.dates]
    yield from _capitalised(view.sentence.text, view.head, known, _plain_words(article))


def _may_be_surname(name: Name) -> bool:
    """Whether the known name may be part of another: the Washington of "Carla Washington"."""
    return " " not in name.text and (name.kind == "place" or name.form == "capital")


def _of_the_title(article: Article) -> Iterator[str]:
    """The names of the title, unless it writes every word large."""
    title = article.document.title
    words = LOWER.findall(title)
    if 3 * sum(word.islower() for word in words) >= len(words):
        yield from _capitalised(title, 0, (), _plain_words(article))


def _capitalised(
    text: str, head: int, known: Sequence[Span], plain: frozenset[str]
) -> Iterator[str]:
    """Names and numbers of a text; a single word at its `head` is none: any word may open a sentence."""
    start = max(head, 0)
    yield from (hit[0] for hit in WHOLE_NUMBER.finditer(text, start))
    yield from (hit[0] for hit in NUMBERED.finditer(text, start))
    for hit in NAME.finditer(text, start):
        end = min((span.start for span in known if span.start > hit.start()), default=hit.end())
        if any(span.start <= hit.start() < span.end for span in known):
            continue
        words = text[hit.start() : min(end, hit.end())].split()
        opens = hit.start() == start or text[hit.start() - 1 : hit.start()] in QUOTES
        if opens and len(words) == 1:
            continue
        name = " ".join(word for word in words if word.lower() not in plain)
        if name:
            yield name


@lru_cache(maxsize=2)
def _plain_words(article: Article) -> frozenset[str]:
    """Every word that the article also writes small."""
    text = article.document.text
    return frozenset(word for word in LOWER.findall(text) if word.islower()) | frozenset(
        {"a", "i", "in", "on", "at", "by", "he", "it"}
    )


@lru_cache(maxsize=2)
def _words(article: Article) -> tuple[str, ...]:
    opening = " ".join(view.sentence.text for view in article.views[:WORDS_OPENING])
    words = dict.fromkeys(
        word.lower() for word in LOWER.findall(f"{article.document.title} {opening}")
    )
    return tuple(list(words)[:MOST_WORDS])
