"""Whether somebody public takes part in a happening: a state, an official body, somebody in office."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tracker.mentions.alternatives import whole
from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.mentions.phrases import any_phrase
from tracker.mentions.roles import Cast
from tracker.values import Actor

__all__ = ["Publicity", "is_of_private_parties", "publicity_of"]

BEFORE = 40  # characters before a name in which the rest of a firm's name may stand


class PublicWords(NamedTuple):
    """Words for those who act for a state, and what joins a country to the name of a firm ("Bank of Oman")."""

    sides: re.Pattern[str]
    part_of_name: re.Pattern[str]
    its_firm: re.Pattern[str]
    firm_name: re.Pattern[str]


@lru_cache(maxsize=8)
def _public_words(language: Language) -> PublicWords:
    of = language.any_of("of_a_name", exact=True)
    firms = whole(language.words("firms"))
    return PublicWords(
        any_phrase(language.words("public_sides")),
        re.compile(rf"[A-Z][\w&’'-]*\s{of}\s(?:[A-Z][\w-]*\s)?$"),
        re.compile(rf"['’]s?\s+(?:[a-z-]+\s+)?[A-Z]|(?:['’]s)?\s+(?:[a-z-]+\s+){{0,2}}?{firms}"),
        re.compile(whole(language.words("firm_endings"), exact=True)),
    )


def is_of_private_parties(hit: Hit, view: View, cast: Cast, article: Article) -> bool:
    """Whether a sentence speaks of firms or private people, and nobody public takes part."""
    private = article.rules.types[hit.trigger.type].private
    if not private.patterns:
        return False
    words = _public_words(article.language)
    if not (view.searched.spans_of(private) or words.firm_name.search(view.sentence.text)):
        return False
    if words.sides.search(view.masked):
        return False
    return not any(_is_public(actor, view, words) for actor in cast.actors)


class Publicity(NamedTuple):
    """What speaks against a happening's being one of public life."""

    strangers: bool = False  # nobody known, nor of a country known, takes part
    of_one_country: bool = False  # the article names one at most
    private: bool = False  # nor anybody in office, and the article names hardly anybody known


def publicity_of(hit: Hit, view: View, actors: Sequence[Actor], article: Article) -> Publicity:
    """What speaks against it; nothing of what need not be of public life."""
    if not article.rules.types[hit.trigger.type].public:
        return Publicity()
    return Publicity(
        not any(actor.entity or actor.country for actor in actors),
        len(article.countries) <= 1,
        _is_private(hit, view, actors, article),
    )


def _is_private(hit: Hit, view: View, actors: Sequence[Actor], article: Article) -> bool:
    """Whether it seems a private matter: the meeting of a club, the funeral of a neighbour."""
    kind = article.rules.types[hit.trigger.type]
    if not article.names_hardly_anybody:
        return False
    if view.searched.spans_of(kind.public_by):
        return False
    taking = (actor for actor in actors if not actor.bystander)
    if any(actor.entity or actor.title or actor.kind == "body" for actor in taking):
        return False
    return _public_words(article.language).sides.search(view.masked) is None


def _is_public(actor: Actor, view: View, words: PublicWords) -> bool:
    """Whether it is a state, a known body or a known person; not a country that only says whose a firm is, or that
    a firm is called by."""
    if actor.entity is None or actor.bystander:
        return False
    if actor.kind != "country" or actor.span is None:
        return True
    spot, text = view.at(actor.span), view.sentence.text
    if words.part_of_name.search(text, max(0, spot.start - BEFORE), spot.start):
        return False
    return words.its_firm.match(text, spot.end) is None
