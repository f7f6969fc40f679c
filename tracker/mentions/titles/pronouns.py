"""Whom "he" and "it" mean, where the text makes it plain."""

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from tracker.mentions.article import Article
from tracker.mentions.clauses import part_around
from tracker.mentions.greeted import greeting
from tracker.mentions.hits import View
from tracker.mentions.language import Language
from tracker.mentions.names import Name
from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.naming import Label, bearer, label_of
from tracker.mentions.titles.sites import names_site
from tracker.mentions.titles.tokens import Tag, Token

__all__ = ["antecedent", "meant", "passed_over"]

COMMA = re.compile(r"[,;:]\s")

NEAREST = 3  # sentences without anybody fitting that are looked through
FURTHEST = 12  # sentences back to whom a pronoun means that sentence after sentence begins with


def antecedent(token: Token, view: View, article: Article, words: HeadlineWords) -> Name | None:
    """Whom a pronoun means, where the text makes it plain: the nearest fitting name before it in the
    sentence, else the first of the nearest sentence before."""
    if token.lower in words.sets["he"]:
        kinds: Sequence[str] = ("person",)
    elif token.lower in words.sets["it"]:
        kinds = ("country", "body")
    else:
        return None

    def fit(names: Sequence[Name]) -> list[Name]:
        return [n for n in names if n.kind in kinds and n.form != "demonym"]

    here = _after_same(token, view, fit)
    if kinds != ("person",) and _told_by_noun(token, view, words):
        return None
    if here and kinds == ("person",) and _is_greeted(token, view, article):
        return here[-1]
    if here:
        return _of_these(here, token, view, words)
    opening = view.sentence.text[view.head :].split(" ", 1)[0].lower()
    if kinds != ("person",) and opening in words.sets["to"] and token.tag is Tag.POSSESSIVE:
        return None  # "To mark its anniversary, a concert …": whose, comes later
    comma = view.sentence.text.find(", ", token.span.end)
    later = fit([n for n in view.names if view.at(n.span).start > comma > 0])
    told = opening in words.sets["he"] | words.sets["it"]  # "He recalled his visit, thanking …"
    if later and not told and token.tag is Tag.POSSESSIVE and token.span.start < 40:
        return later[0] if kinds == ("person",) else None  # "Following his visit, Putin …"
    return _told_before(token, fit, view, article, words)


def _is_greeted(token: Token, view: View, article: Article) -> bool:
    """Whether the pronoun means who is congratulated: "Roe congratulated Diaz on | his birthday"."""
    return greeting(article.language).search(view.masked, view.head, token.span.start) is not None


def _told_before(
    token: Token,
    fit: Callable[[Sequence[Name]], list[Name]],
    view: View,
    article: Article,
    words: HeadlineWords,
) -> Name | None:
    """The first fitting name of the nearest sentence before that has one; not of whom its own clause names behind
    the pronoun ("His talks with Brito": not Brito's)."""
    end = part_around(view.sentence.text, token.span, COMMA).end
    behind = {_who(n) for n in view.names if token.span.start < view.at(n.span).start < end}
    left = NEAREST
    for number in _sentences_before(token, view, article):
        told = article.views[number]
        if token.lower in words.sets["it"] and _opens_with_noun(told, words):
            return None  # "The Council … . It …"
        he = token.lower in words.sets["he"]
        before = [name for name in fit(told.names) if _who(name) not in behind]
        if he and before and passed_over(before[0], told, words):
            continue
        if before:
            return _plainly(before, told)
        left -= 1
        if not left:
            return None
    return None


def _who(name: Name) -> str:
    return name.entity or name.shown


def passed_over(name: Name, view: View, words: HeadlineWords) -> bool:
    """Whether "he" of a later sentence means somebody else: the name only says which tomb is meant, or the
    sentence itself speaks of somebody told before ("He was received by Roe. He left on Monday.")."""
    return names_site(view.at(name.span), view, words) or _spoken_of(name, view, words)


def _spoken_of(name: Name, view: View, words: HeadlineWords) -> bool:
    """Whether a sentence speaks of somebody told before it, by a pronoun in front of its first name."""
    told = view.sentence.text[: view.at(name.span).start].lower().split()
    return any(words.tags.get(word) is Tag.PRONOUN and word in words.sets["he"] for word in told)


def _of_these(here: Sequence[Name], token: Token, view: View, words: HeadlineWords) -> Name | None:
    """Which of the names before it in its sentence a pronoun means."""
    if described := _described(token, here, view, words):
        return described
    if len({n.kind for n in here}) > 1 and here[0].kind == "body":
        return None  # "The Council condemned Iran after its test"
    return _plainly(here, view)


def _opens_with_noun(view: View, words: HeadlineWords) -> bool:
    """Whether a sentence speaks of somebody by a noun alone ("The Council thanked Laos")."""
    return _nouned(view.sentence.text[view.head :].lower().split()[:2], words)


def _sentences_before(token: Token, view: View, article: Article) -> Sequence[int]:
    """The sentences before, the nearest first; those do not count that begin with the same pronoun, which tell
    of somebody named further up."""
    found = []
    for number in range(view.number - 1, max(-1, view.number - FURTHEST), -1):
        said = article.views[number].sentence.text[article.views[number].head :]
        if said.split(" ", 1)[0].lower() != token.lower:
            found.append(number)
    return found


def _described(
    token: Token, names: Sequence[Name], view: View, words: HeadlineWords
) -> Name | None:
    """The person of whom a clause with the pronoun tells more ("the envoy Jane Roe, who marked her birthday")."""
    if not names or names[-1].kind != "person":
        return None
    behind = view.sentence.text[view.at(names[-1].span).end : token.span.start].split(" ", 2)
    relative = behind[1] if behind[0] in ("", ",") and len(behind) > 1 else ""
    return names[-1] if relative in words.sets["of_people"] else None


def _told_by_noun(token: Token, view: View, words: HeadlineWords) -> bool:
    """Whether a noun nearer than any name says whom "it" means ("… Laos. The bloc signed its agreement")."""
    told = view.sentence.text[: token.span.start].lower().split()
    return any(_nouned(two, words) for two in itertools.pairwise(told))


def _nouned(two: Sequence[str], words: HeadlineWords) -> bool:
    nouns = words.sets["generic_bodies"] | words.sets["collectives"]
    return len(two) > 1 and two[0] in words.sets["article"] and two[1].strip(",") in nouns


def _after_same(
    token: Token, view: View, fit: Callable[[Sequence[Name]], list[Name]]
) -> list[Name]:
    """The fitting names before a pronoun; none where the same one stands before them ("it told the Laotian
    navy that it would")."""
    here = fit([n for n in view.names if view.at(n.span).end <= token.span.start])
    if not here:
        return []
    same = re.search(rf"\b{re.escape(token.lower)}\b", view.sentence.text.lower())
    told = same is not None and same.start() < view.at(here[0].span).start
    return [] if told else here


def meant(
    token: Token,
    view: View,
    article: Article,
    labels: Mapping[str, Label],
    words: HeadlineWords,
) -> str:
    """Whom a pronoun means, as a title calls them: the bearer of the office said before it in the sentence
    ("the Vice President … her visit"), else its antecedent; empty where that is not plain."""
    if token.lower in words.sets["he"]:
        people = [view.at(n.span).end for n in view.names if n.kind == "person"]
        start = max((end for end in people if end <= token.span.start), default=0)
        if office := _office_in(view.sentence.text[start : token.span.start], article, words):
            return bearer(office, labels) or (office.title() if _office_alone(office, view) else "")
    name = antecedent(token, view, article, words)
    return label_of(name, labels, article) if name else ""


@lru_cache(maxsize=8)
def _offices(language: Language) -> frozenset[str]:
    return frozenset(office.lower() for office in language.words("titles"))


def _office_in(text: str, article: Article, words: HeadlineWords) -> str:
    """The last office that `text` names by itself ("the Vice President")."""
    offices = _offices(article.language)
    told = text.lower()
    said = [
        (at, len(office), office)
        for the in words.sets["article"]
        for office in offices
        if (at := told.rfind(f"{the} {office}")) >= 0
        and not told[at + len(f"{the} {office}") :][:1].isalnum()
    ]
    alone = [
        (at, len(office), office)
        for office in offices
        if " " in office
        and (at := text.rfind(f" {office.title()} ")) >= 0
        and text[at + len(office) + 2 :][:1].islower()
    ]
    return max(said + alone)[2] if said or alone else ""


def _office_alone(office: str, view: View) -> bool:
    """Whether a sentence calls somebody by the office alone as if it were a name ("Prime Minister laid …")."""
    return office.title() in view.sentence.text


def _plainly(names: Sequence[Name], view: View) -> Name | None:
    """The one name of several that a pronoun plainly means: the only one, or the one a sentence opens with."""
    if len({name.entity or name.shown for name in names}) == 1:
        return names[0]
    opening = view.sentence.text[: view.at(names[0].span).start]
    opens = len(opening) < view.head + 60 and "," not in opening[view.head :]
    return names[0] if opens else None
