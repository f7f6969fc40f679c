"""What a title calls people: the full name, and the office said where the article names them first."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.article import Article
from tracker.mentions.hits import View
from tracker.mentions.language import Language
from tracker.mentions.names import Name
from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.tokens import Token

__all__ = ["Label", "antecedent", "bearer", "label_of", "labels_of", "meant", "pair", "two_sides"]


@dataclass(frozen=True, slots=True)
class Label:
    """A person's full name, with the office before it where there is one ("Mongolian President …")."""

    name: str
    full: str
    title: str = ""


@lru_cache(maxsize=4)
def labels_of(article: Article) -> Mapping[str, Label]:
    """The label of every person of the article, by entity or by the name as written."""
    leaders = {title.lower() for title in article.language.words("leader_titles")}
    offices = article.language.set_of("titles")
    found: dict[str, Label] = {}
    for view in article.views:
        for number, name in enumerate(view.names):
            if name.kind != "person" or name.text in offices:
                continue  # "the President, Vice President, First Lady and …"
            key = name.entity or name.text
            if name.form == "short":
                if name.entry is not None and name.title:  # "President Biden" bears the office too
                    found.setdefault(key, Label(name.shown, name.shown, name.title.lower()))
                continue
            if key in found and found[key].full != found[key].name:
                continue
            known_leader = name.entry is not None and name.title.lower() in leaders
            before = view.names[number - 1] if number else None
            full = name.text if known_leader else _titled(view, name, before)
            office = name.title.lower() or (found[key].title if key in found else "")
            found[key] = Label(name.text, full, office)
    return found


def _titled(view: View, name: Name, before: Name | None) -> str:
    if not name.title:
        return name.text
    text, spot = view.sentence.text, view.at(name.span)
    start = text.rfind(name.title, 0, spot.start)
    if start < 0 or text[start + len(name.title) : spot.start].strip():
        return name.text
    phrase = f"{name.title} {name.text}"
    if before is not None and view.at(before.span).end + 1 == start and before.kind == "country":
        phrase = f"{before.text} {phrase}"
    return re.sub(r"\s+", " ", phrase)


def label_of(name: Name, labels: Mapping[str, Label], article: Article) -> str:
    """The fullest plain name of a person in the article; a country's name without "the North"."""
    if name.kind == "country" and name.form == "name":
        return name.shown
    if name.entry is not None and name.form != "short":
        return name.text
    if name.entity and name.entity in labels:
        return labels[name.entity].name
    if name.form == "short":
        ending = [label for key, label in labels.items() if key.split()[-1] == name.text]
        if len(ending) == 1:
            return ending[0].name
    return name.shown if name.entry else name.text


def bearer(office: str, labels: Mapping[str, Label]) -> str:
    """The one person of the article who bears the office ("the President"), empty where none or several do."""
    office = office.lower()
    exact = {label.name for label in labels.values() if label.title == office}
    found = exact or {label.name for label in labels.values() if label.title.endswith(office)}
    found = {name for name in found if " " in name}
    return found.pop() if len(found) == 1 else ""


def pair(
    tokens: Sequence[Token], view: View, article: Article, words: HeadlineWords
) -> tuple[Name, ...]:
    """The two whom "the two leaders" or "the two sides" mean: those the nearest sentence before names."""
    lower = [token.lower for token in tokens]
    alone = len(lower) == 2 and lower[0] in words.sets["article"] and lower[1] in words.sets["two"]
    if len(lower) < 2 or not (alone or lower[-2] in words.sets["two"]):
        return ()
    if any(token.tag is not Tag.DETERMINER for token in tokens[:-2]):
        return ()  # "the talks of the two sides"
    kinds: list[tuple[str, ...]] = [
        kinds
        for kinds, name in (
            (("person",), "two_people"),
            (("country", "body"), "two_parties"),
            (("country",), "two_countries"),
        )
        if lower[-1] in words.sets[name] or (alone and kinds == ("person",))
    ]
    for number in range(view.number - 1, max(-1, view.number - 4), -1):
        before = article.views[number]
        for wanted in kinds:
            found = {
                n.shown: n
                for n in before.names
                if n.kind in wanted and _takes_part(n, before, words, "body" in wanted)
            }
            if len(found) == 2:
                return tuple(found.values())
    return ()


def two_sides(article: Article, words: HeadlineWords) -> str:
    """The two that act in the headline ("Government, rebels sign deal"), where it opens with two."""
    said = article.headline.sentence.text.split()
    verb = next((n for n, word in enumerate(said) if word in words.verbs), 0)
    subject = " ".join(said[:verb])
    for joint in (", ", *(f" {word} " for word in words.sets["and"])):
        one, _, two = subject.partition(joint)
        if two and len(one.split()) < 5 and len(two.split()) < 4 and "," not in two:
            return f"{one} {min(words.sets['and'])} {two}"
    return ""


def _takes_part(name: Name, view: View, words: HeadlineWords, side: bool) -> bool:
    """Whether a name may be one of two sides: it is not where something is, and no medium's ("Laos's
    state news agency")."""
    if name.kind == "person":
        return True
    spot, text = view.at(name.span), view.sentence.text
    before = [w for w in text[: spot.start].lower().split()[-2:] if w not in words.sets["article"]]
    if side and before and before[-1] in words.sets["wheres"]:
        return False
    after = text[spot.end :].replace("’", "'").removeprefix("'s").split()[:3]
    return not words.sets["media"] & {word.strip(".,").lower() for word in after}


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
    if len({n.kind for n in here}) > 1 and here[0].kind == "body":
        return None  # "The Council condemned Iran after its test"
    if here:
        return _plainly(here, view)
    opening = view.sentence.text[view.head :].split(" ", 1)[0].lower()
    if kinds != ("person",) and opening in words.sets["to"] and token.tag is Tag.POSSESSIVE:
        return None  # "To mark its anniversary, a concert …": whose, comes later
    comma = view.sentence.text.find(", ", token.span.end)
    later = fit([n for n in view.names if view.at(n.span).start > comma > 0])
    if later and token.tag is Tag.POSSESSIVE and token.span.start < 40:
        return later[0] if kinds == ("person",) else None  # "Following his visit, Putin …"
    for number in range(view.number - 1, max(-1, view.number - 4), -1):
        if before := fit(article.views[number].names):
            return _plainly(before, article.views[number])
    return None


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
            return bearer(office, labels)
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
    return max(said)[2] if said else ""


def _plainly(names: Sequence[Name], view: View) -> Name | None:
    """The one name of several that a pronoun plainly means: the only one, or the one a sentence opens with."""
    if len({name.entity or name.shown for name in names}) == 1:
        return names[0]
    opening = view.sentence.text[: view.at(names[0].span).start]
    opens = len(opening) < view.head + 60 and "," not in opening[view.head :]
    return names[0] if opens else None
