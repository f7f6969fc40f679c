"""Who goes somewhere for themselves: people of whom an article tells no office, and who came or left long before it.
The offices are the lexicons of titles and officials."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.mentions.roles import Cast
from tracker.mentions.stand_ins import with_stand_ins
from tracker.values import Actor, Interval, Precision

__all__ = ["GOING", "are_private"]

GOING = frozenset(("visitor", "actor", "head"))  # parts of those who go somewhere
LONG_AGO = dt.timedelta(days=1000)
PEOPLE = ("person", "name")


@dataclass(frozen=True, eq=False)
class OfficeWords:
    """The words of a language by which somebody's office is told: behind the name, or anywhere in a sentence."""

    beside: re.Pattern[str]
    leaders: re.Pattern[str]


@lru_cache(maxsize=8)
def _office_words(language: Language) -> OfficeWords:
    offices = language.any_of("titles", "leader_titles", "office_words", "officials")
    has = language.any_of("holding_office", exact=True)
    return OfficeWords(
        beside=re.compile(
            rf"(?:,|,?\s{has})\s(?:[\w’'.\ue001-\ue00a-]+\s){{0,5}}?{offices}(?![\w-])"
        ),
        leaders=re.compile(rf"(?<![\w-]){language.any_of('leader_titles')}(?![\w-])"),
    )


def are_private(hit: Hit, view: View, cast: Cast, when: Interval, article: Article) -> bool:
    """Whether all who are told to have gone are people without an office, years ago: "arrived in Miami in 1961"; not
    where the sentence tells of a leader's office ("the first president to come since Ana Brito did in 1961")."""
    today = article.today
    if when.precision != Precision.YEAR and (today is None or today - when.last < LONG_AGO):
        return False
    words = _office_words(article.language)
    if words.leaders.search(view.masked):
        return False
    goers = tuple(each for each in cast.actors if not _is_left(each, hit, view))
    actors = with_stand_ins(hit, view, cast._replace(actors=goers), article)
    going = [each for each in actors if each.role in GOING and not each.bystander]
    return bool(going) and not any(_is_public(each, article, words) for each in going)


def _is_left(actor: Actor, hit: Hit, view: View) -> bool:
    """Whether a country stands behind the verb: "left | Kabul for Germany"."""
    if actor.kind != "country" or actor.span is None:
        return False
    spot = view.at(actor.span)
    return hit.span.holds(spot) and spot.start > hit.span.start


def _is_public(actor: Actor, article: Article, words: OfficeWords) -> bool:
    """Whether somebody is known, or has an office as far as the article tells; countries and bodies are public."""
    if actor.kind != "person" or actor.entity or actor.title:
        return True
    views = (*article.views, article.headline)
    named = [(view, name) for view in views for name in view.names if name.kind in PEOPLE]
    called = {actor.name, _family(actor.name)}
    if any(_family(n.text) in called and " " in n.text and n.text not in called for _, n in named):
        called = {actor.name}  # a relative is named, too
    return any(
        name.title or words.beside.match(view.masked, view.at(name.span).end)
        for view, name in named
        if name.text in called
    )


def _family(name: str) -> str:
    return name.rsplit(" ", 1)[-1]
