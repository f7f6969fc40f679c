"""What the article's headline says of a happening that a sentence names by a bare noun: whose it is, and
what it is called."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, Seen, View
from tracker.mentions.matching import hits_in
from tracker.mentions.names import Name
from tracker.mentions.roles import Cast, cast_of
from tracker.mentions.searching import Searched
from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.phrases import NOUN, Phrase, noun_phrase
from tracker.mentions.titles.token import DASHES
from tracker.mentions.titles.tokens import Tag, Tagged, Token, tokens_of
from tracker.mentions.titles.wording import Wording, text_of
from tracker.values import Span

__all__ = [
    "PARTIES",
    "called",
    "doers",
    "home",
    "is_where",
    "names_nobody",
    "takes_part",
    "told_together",
]

NEAR = 5  # characters between a name and what it does, or the next name ("U.S. and Philippine marines")
PARTIES = ("country", "person", "body")


def home(view: View, article: Article, words: HeadlineWords) -> str:
    """The country whose parliament, party or government a sentence means that does not say whose: the only
    one it names, if the headline names no others, else the only one of the headline or the one that opens it."""
    here, above = _lands(view), _lands(article.headline)
    told = dict.fromkeys(name.shown for name in above)
    if here:
        alone = len({name.shown for name in here}) == 1 and takes_part(here[0], view, words)
        return here[0].shown if alone and (not told or here[0].shown in told) else ""
    if not told or any(name.kind == "body" for name in view.names):
        return ""
    opens = not article.headline.at(above[0].span).start
    return above[0].shown if len(told) == 1 or opens else ""


def names_nobody(view: View, words: HeadlineWords, kinds: Sequence[str] = PARTIES) -> bool:
    """Whether a sentence names nobody of these kinds who could take part: no more than places it is in."""
    return not any(n.kind in kinds and takes_part(n, view, words) for n in view.names)


def _lands(view: View) -> list[Name]:
    return [name for name in view.names if name.kind == "country"]


def is_where(name: Name, view: View, words: HeadlineWords) -> bool:
    """Whether a name is told as a place that something is in or goes to ("in Laos", "to Vientiane")."""
    before = view.sentence.text[: view.at(name.span).start].lower().split()
    return bool(before) and before[-1] in words.sets["wheres"]


def takes_part(name: Name, view: View, words: HeadlineWords) -> bool:
    """Whether a name is more than a place or an aim in its sentence ("in Laos", "to Laos", "against Laos")."""
    before = view.sentence.text[: view.at(name.span).start].lower().split()
    return not before or words.tags.get(before[-1]) not in (Tag.PREPOSITION, Tag.TO)


def doers(hit: Hit, article: Article, number: int = -1) -> tuple[str, ...]:
    """The countries that do in the headline, or in the sentence `number`, what the hit tells of: of several
    those right beside it."""
    for other, cast in _told(article, number):
        kinds = {hit.trigger.kind, other.trigger.kind} - {""}
        if other.trigger.type != hit.trigger.type or len(kinds) > 1:
            continue
        lands = [a for a in cast.actors if a.kind == "country" and a.role != "destination"]
        beside, reached = [], other.span
        for actor in reversed(lands):
            if actor.span and _beside(actor.span, reached):
                beside.append(actor.name)
                reached = Span(min(actor.span.start, reached.start), reached.end)
        names = tuple(dict.fromkeys(reversed(beside))) or tuple(
            dict.fromkeys(a.name for a in lands)
        )
        if names:
            return names
    return ()


def _beside(one: Span, two: Span) -> bool:
    return one.end + NEAR >= two.start and two.end + 1 >= one.start


def told_together(parties: Sequence[Name], view: View, words: HeadlineWords, joined: bool) -> bool:
    """Whether one clause tells of two: what stands between them parts no clauses and, where the sentence is about
    another happening (`joined`), only joins the two ("of Laos and Cuba")."""
    first, last = sorted(view.at(name.span) for name in parties)
    between = view.sentence.text[first.end : last.start].strip()
    beside = between.strip(", ") in words.sets["and"] | words.sets["with"] | DASHES
    return not between or beside or not (joined or PARTED.search(between))


PARTED = re.compile("[,;:—–]")


@lru_cache(maxsize=32)
def _told(article: Article, number: int) -> Sequence[tuple[Hit, Cast]]:
    """The happenings of a sentence, -1 for the headline, with those who take part."""
    view = article.views[number] if number >= 0 else article.headline
    searched = Searched(view.masked) if view.searched.meant else view.searched
    hits = hits_in(searched, article.rules.calls, Seen(article.rules.types))
    return tuple((hit, cast_of(hit, hits, view, article)) for hit in hits)


def called(
    nouns: Set[str], view: View, article: Article, words: HeadlineWords, tagged: Tagged
) -> str:
    """The first phrase of a sentence that calls something by one of the nouns, in more words than the noun
    alone; of a headline, whose verbs look like nouns, no more than goes before the noun."""
    text = view.sentence.text
    for noun in sorted(nouns):
        if named := re.search(rf"(?:\b[A-Z][\w-]+ ){{1,4}}{noun.title()}\b", text):
            return _behind_verb(named[0].split(), words)
    return next(_phrases(nouns, view, article, words, tagged), "")


def _behind_verb(parts: list[str], words: HeadlineWords) -> str:
    """A name without what a headline in capitals says is done to it ("Laos Signs | Border Treaty")."""
    verbs = (n for n, part in enumerate(parts[:-1]) if _is_verb(part.lower(), words))
    return " ".join(parts[max(verbs, default=-1) + 1 :])


def _is_verb(word: str, words: HeadlineWords) -> bool:
    form = words.verbs.get(word, ("", ""))[1]
    return form in ("base", "present") and word not in words.sets["either"]


def _behind_deed(tokens: Sequence[Token], start: int, at: int, words: HeadlineWords) -> int:
    """Where a phrase of a headline begins behind what somebody does with it ("Laos, Cuba sign | a peace deal")."""
    deeds = (
        n
        for n in range(start + 1, at)
        if (tokens[n - 1].tag is Tag.NAME or (n == 1 and tokens[0].tag is Tag.WORD))
        and not tokens[n - 1].owner
        and words.verbs.get(tokens[n].lower, ("", ""))[1] in ("base", "present")
        and (tokens[n].lower not in words.happenings or n == 1)
    )
    return max(deeds, default=start - 1) + 1


def _phrases(
    nouns: Set[str], view: View, article: Article, words: HeadlineWords, tagged: Tagged
) -> Iterator[str]:
    tokens = tokens_of(view, Span(0, 0), False, words, tagged)
    for at, token in enumerate(tokens):
        if token.lower not in nouns or token.tag is not Tag.WORD:
            continue
        phrase = noun_phrase(tokens, at, at + 1, words)
        of = tokens[at + 1 : at + 2] and tokens[at + 1].lower in words.sets["of"]
        if phrase is None or not (of or any(t.tag in NOUN for t in tokens[phrase.start : at])):
            continue
        if view is article.headline and not of:
            phrase = Phrase(_behind_deed(tokens, phrase.start, at, words), at + 1)
        text = text_of(Wording(tokens, view, article, words), phrase, owner=True).strip()
        if " " in text:
            yield text
