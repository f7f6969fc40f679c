"""Who goes somewhere for themselves: people of whom an article tells no office, and who came or left long before it.
The offices are the lexicons of titles and officials."""

import datetime as dt
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tracker.mentions.apart import last_name
from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.mentions.roles import Cast
from tracker.mentions.stand_ins import with_stand_ins
from tracker.values import Actor, Interval, Precision

__all__ = ["GOING", "holds_office", "travel_privately"]

GOING = frozenset(("visitor", "actor", "head"))  # parts of those who go somewhere
LONG_AGO = dt.timedelta(days=1000)
PEOPLE = ("person", "name")
OFFICE, REACH = 50, 80  # characters of what an office is of, and before a name in which it is told


@dataclass(frozen=True, eq=False)
class OfficeWords:
    """The words of a language by which somebody's office is told: behind the name, or anywhere in a sentence."""

    beside: re.Pattern[str]
    before: re.Pattern[str]
    leaders: re.Pattern[str]
    callings: frozenset[str]


@lru_cache(maxsize=8)
def _office_words(language: Language) -> OfficeWords:
    offices = language.any_of("titles", "leader_titles", "office_words", "officials")
    has = language.any_of("holding_office", exact=True)
    return OfficeWords(
        beside=re.compile(
            rf"(?:,|,?\s{has})\s(?:[\w’'.\ue001-\ue00a-]+\s){{0,5}}?{offices}(?![\w-])"
        ),
        before=re.compile(
            rf"(?<![\w-]){offices}(?:\s{language.any_of('office_joints')}\s[^,;.]{{1,{OFFICE}}})?,\s$"
        ),
        leaders=re.compile(rf"(?<![\w-]){language.any_of('leader_titles')}(?![\w-])"),
        callings=frozenset(language.words("callings")),
    )


def travel_privately(hit: Hit, view: View, cast: Cast, when: Interval, article: Article) -> bool:
    """Whether all who are told to have gone are people without an office, years ago: "arrived in Miami in 1961"; not
    where the sentence tells of a leader's office ("the first president to come since Ana Brito did in 1961")."""
    words = _office_words(article.language)
    goers = tuple(each for each in cast.actors if not _is_left(each, hit, view, article))
    named = [each for each in goers if _goes(each)]
    if named and all(_has_a_calling(each, view, words) for each in named):
        return True
    today = article.today
    if when.precision != Precision.YEAR and (today is None or today - when.last < LONG_AGO):
        return False
    if words.leaders.search(view.masked):
        return False
    actors = with_stand_ins(hit, view, cast._replace(actors=goers), article)
    going = [each for each in actors if _goes(each)]
    return bool(going) and not any(_is_public(each, article) for each in going)


def _goes(actor: Actor) -> bool:
    return actor.role in GOING and not actor.bystander


def _has_a_calling(actor: Actor, view: View, words: OfficeWords) -> bool:
    """Whether right before somebody's name, or as its first word, it is told what they do: "singer Ella Brand"."""
    if actor.kind != "person" or actor.entity or actor.title or actor.span is None:
        return False
    before = view.masked[: view.at(actor.span).start].split()[-1:]
    return not words.callings.isdisjoint(word.lower() for word in (*before, actor.name.split()[0]))


def _is_left(actor: Actor, hit: Hit, view: View, article: Article) -> bool:
    """Whether a country stands behind the verb ("left | Kabul for Germany"), or another does it ("… of Chad, when he
    | left")."""
    if actor.kind != "country" or actor.span is None:
        return False
    if article.cues.standing_for_one.search(view.masked, 0, hit.span.start):
        return True
    spot = view.at(actor.span)
    return hit.span.holds(spot) and spot.start > hit.span.start


def _is_public(actor: Actor, article: Article) -> bool:
    """Whether somebody is known, or has an office as far as the article tells; countries and bodies are public."""
    if actor.kind != "person" or actor.entity or actor.title:
        return True
    return holds_office(actor.name, article)


def holds_office(name: str, article: Article) -> bool:
    """Whether the article tells an office of somebody so called, in full or in short."""
    people, family = _people(article), last_name(name)
    if name in people.holders:
        return True
    relatives = people.families.get(family, set()) - {name}
    return not relatives and family in people.holders  # "Minister Delgado" is Rosa Delgado


class People(NamedTuple):
    """Who is told to have an office, in full or in short, and the full names that end in each family name."""

    holders: frozenset[str]
    families: Mapping[str, Set[str]]


@lru_cache(maxsize=4)  # a history asks for them again and again
def _people(article: Article) -> People:
    words = _office_words(article.language)
    holders: set[str] = set()
    families: dict[str, set[str]] = {}
    for view in (*article.views, article.headline):
        for name in view.names:
            if name.kind not in PEOPLE:
                continue
            spot, text = view.at(name.span), view.masked
            if (
                name.title
                or words.beside.match(text, spot.end)
                or words.before.search(text, max(0, spot.start - REACH), spot.start)
            ):
                holders.add(name.text)
            if " " in name.text:
                families.setdefault(last_name(name.text), set()).add(name.text)
    return People(frozenset(holders), families)
