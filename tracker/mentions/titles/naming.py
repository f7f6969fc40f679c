"""What a title calls people: the full name, and the office said where the article names them first."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tracker.mentions.article import Article
from tracker.mentions.hits import View
from tracker.mentions.names import Name
from tracker.mentions.offices import met_by_the_office
from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.tokens import Token
from tracker.mentions.two_leaders import leaders_before

__all__ = ["Label", "bearer", "chief", "in_headline", "label_of", "labels_of", "pair", "two_sides"]


ENDS = (Tag.PREPOSITION, Tag.TO)  # of those who act in a headline


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
    met: set[str] = set()  # by whoever "the president" is
    for view in article.views:
        for number, name in enumerate(view.names):
            if name.kind != "person" or name.text in offices:
                continue  # "the President, Vice President, First Lady and …"
            key = name.entity or name.text
            if met_by_the_office(name, view, article):
                met.add(key)
            if name.form == "short":
                if name.entry is not None and name.title:  # "President Biden" bears the office too
                    found.setdefault(key, Label(name.shown, name.shown, name.title.lower()))
                continue
            if key in found and found[key].full != found[key].name:
                continue
            if " " not in name.text and name.entry is not None and name.title:
                found.setdefault(key, Label(name.shown, name.shown, name.title.lower()))
                continue  # "President Biden" after "Joseph R. Biden"
            known_leader = name.entry is not None and name.title.lower() in leaders
            before = view.names[number - 1] if number else None
            full = name.text if known_leader else _titled(view, name, before)
            office = name.title.lower() or (found[key].title if key in found else "")
            found[key] = Label(name.text, full, office)
    return {key: replace(label, title="") if key in met else label for key, label in found.items()}


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


def in_headline(office: str, article: Article) -> str:
    """The one person who bears the office in the headline ("President Roe meets Doe"), empty where none does."""
    office = office.lower()
    labels = labels_of(article)
    names = [
        n
        for n in article.headline.names
        if n.kind == "person" and n.title and n.text.replace(" ", "").isalpha()
    ]
    found = {label_of(n, labels, article) for n in names if n.title.lower().endswith(office)}
    return found.pop() if len(found) == 1 else ""


def bearer(office: str, labels: Mapping[str, Label]) -> str:
    """The one person of the article who bears the office ("the President"), empty where none or several do."""
    office = office.lower()
    exact = {label.name for label in labels.values() if label.title == office}
    found = exact or {label.name for label in labels.values() if label.title.endswith(office)}
    found = {name for name in found if " " in name}
    return found.pop() if len(found) == 1 else ""


def chief(article: Article, labels: Mapping[str, Label]) -> str:
    """The person an article is about: the only one of its headline, else the one it names most often."""
    above = {n.entity or n.text: n for n in article.headline.names if n.kind == "person"}
    if len(above) == 1:
        return label_of(next(iter(above.values())), labels, article)
    told = {
        label_of(n, labels, article) for v in article.views for n in v.names if n.kind == "person"
    }
    text = f"{article.headline.sentence.text} {article.document.text}"
    often = sorted(
        ((len(re.findall(rf"\b{re.escape(n.split()[-1])}\b", text)), n) for n in told), reverse=True
    )
    plain = len(often) == 1 or (often and often[0][0] > often[1][0])
    return often[0][1] if plain else ""


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
    if lower[-1] in article.language.set_of("leaders_plural") and (
        leaders := leaders_before(2, 0, view, article)
    ):
        return tuple(leaders)
    offices = article.language.set_of("titles")
    for number in range(view.number - 1, max(-1, view.number - 4), -1):
        before = article.views[number]
        for wanted in kinds:
            found = {
                n.shown: n
                for n in before.names
                if n.kind in wanted
                and n.text not in offices
                and _takes_part(n, before, words, "body" in wanted)
            }
            if len(found) == 2 and not _of_another(found.values(), before, words):
                return tuple(found.values())
    above = article.headline
    for wanted in kinds:
        told = {n.shown: n for n in above.names if n.kind in wanted and n.text not in offices}
        if len(told) == 2 and all(_takes_part(n, above, words, True) for n in told.values()):
            return tuple(told.values())
    return ()


def _of_another(two: Iterable[Name], view: View, words: HeadlineWords) -> bool:
    """Whether a sentence tells of two people what a third did to or with them ("he met Roe and Doe")."""
    people = [view.at(name.span).start for name in two if name.kind == "person"]
    start = min(people, default=0)
    told = view.sentence.text[:start].lower().split()
    return any(word in words.sets["he"] and words.tags.get(word) is Tag.PRONOUN for word in told)


def two_sides(article: Article, words: HeadlineWords) -> str:
    """The two that act in the headline ("Government, rebels sign deal"), where it opens with two."""
    said = article.headline.sentence.text.split()
    ends = (n for n, w in enumerate(said) if w in words.verbs or words.tags.get(w) in ENDS)
    verb = next(ends, 0)
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
