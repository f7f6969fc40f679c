"""What a title only points at, by its name: "this committee", "the country's president"."""

import re

from tracker.mentions.blocs import bloc_meant
from tracker.mentions.hits import View
from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.owning import possessive, with_article
from tracker.mentions.titles.parties import body_before, views_back

__all__ = ["named_in_full"]

BACK = 12  # sentences to what "this committee" is called


def named_in_full(title: str, matter: Matter) -> str:
    """The title with what it points at called by its name, or by "the" where nothing tells that."""
    parts = title.split()
    words = matter.words
    for at in range(len(parts) - 1):
        noun, here = parts[at + 1], parts[at].lower()
        stem = re.sub(r"['’]s?$", "", noun)
        if here in words.sets["this"] and noun.islower():
            parts[at + 1] = _called(stem, matter) + noun.removeprefix(stem)
            parts[at] = min(words.sets["article"])
        elif here in words.sets["article"] and noun in words.sets["blocs"] and at:
            told = _told_before(matter)
            union = noun not in words.sets["generic_bodies"]
            meant = bloc_meant(told, matter.article.headline, union=union)
            body = meant.shown if meant else body_before(told, words)
            parts[at : at + 2] = [with_article(body, words) or " ".join(parts[at : at + 2]), ""]
        elif here in words.sets["article"] and stem != noun and stem in words.sets["lands"]:
            whose = possessive(with_article(land, words)) if (land := _land(matter)) else ""
            parts[at : at + 2] = [whose or " ".join(parts[at : at + 2]), ""]
    return " ".join(part for part in parts if part)


def _told_before(matter: Matter) -> list[View]:
    return [*views_back(matter, BACK), matter.article.headline]


def _called(noun: str, matter: Matter) -> str:
    """The name that ends with the noun, the last one told before; the noun itself where none is."""
    for view in _told_before(matter):
        named = re.findall(rf"\b(?:[A-Z][\w-]+ )+{noun.title()}\b", view.sentence.text)
        names = [_without_article(name, matter.words) for name in named]
        if fit := [name for name in names if " " in name]:
            return fit[-1]
    return noun


def _without_article(name: str, words: HeadlineWords) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in words.tags else name


def _land(matter: Matter) -> str:
    """The country that the sentence, or the nearest before that names any, names alone."""
    for view in _told_before(matter):
        lands = {n.entity: n for n in view.names if n.kind == "country"}
        if lands:
            names = [n.shown for n in lands.values() if n.form != "capital"]
            return names[0] if len(lands) == len(names) == 1 else ""
    return ""
