"""Who acts, as a title says it: pronouns, offices, "the two sides" and "the council" by the names they stand for."""

import re
from collections.abc import Sequence

from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.naming import (
    bearer,
    chief,
    in_headline,
    label_of,
    labels_of,
    pair,
    two_sides,
)
from tracker.mentions.titles.phrases import Phrase
from tracker.mentions.titles.pronouns import meant
from tracker.mentions.titles.tokens import Token
from tracker.mentions.titles.wording import Wording, text_of

__all__ = ["is_surname", "people_of", "subject_text", "unnamed"]

NEAR = 6  # sentences back to the country that "the country" means
UNENDED = (Tag.PREPOSITION, Tag.DETERMINER, Tag.POSSESSIVE)


def subject_text(wording: Wording, phrase: Phrase, brief: bool = False, loose: bool = False) -> str:
    """A subject as text: pronouns, offices and bare surnames resolved; empty where that cannot be done,
    unless with `loose` a noun is enough ("parties")."""
    tokens = wording.tokens[phrase.start : phrase.end]
    labels = labels_of(wording.article)
    if tokens[0].tag is Tag.PRONOUN and (len(tokens) == 1 or tokens[1].tag is Tag.CONJUNCTION):
        return _meant(wording, phrase, brief)
    if tokens[0].tag is Tag.PREPOSITION or tokens[-1].tag in UNENDED:
        return ""
    if tokens[-1].owner:
        return _planner(wording, phrase)
    if tokens[0].lower in wording.words.sets["never"]:
        return ""  # "our leader"
    if not any(token.tag in (Tag.NAME, Tag.WORD) for token in tokens):
        return ""
    if unnamed(tokens, wording.words) and not pair(
        tokens, wording.view, wording.article, wording.words
    ):
        told = _in_headline(tokens, wording) or _by_age(tokens, wording)
        noun = loose and tokens[-1].lower not in wording.words.sets["numbers"]
        return told or (text_of(wording, phrase) if noun else "")
    if told := _several(tokens, wording, phrase):
        return told
    if office := _office(tokens, wording.words):
        who = bearer(office, labels) or in_headline(office, wording.article)
        return who or text_of(wording, phrase)
    last = tokens[-1].name
    alone = not any(token.tag is Tag.CONJUNCTION for token in tokens)
    act = any(token.lower in wording.words.happenings for token in tokens[:2])
    if brief and alone and not act and last is not None and last.kind == "person":
        return label_of(last, labels, wording.article)
    return text_of(wording, phrase, brief, owner=True)


def _meant(wording: Wording, phrase: Phrase, brief: bool) -> str:
    """Whom a pronoun means, with those who are told beside it ("he and the minister")."""
    labels = labels_of(wording.article)
    pronoun = wording.tokens[phrase.start]
    who = meant(pronoun, wording.view, wording.article, labels, wording.words)
    if phrase.end - phrase.start == 1 or not who:
        return who
    return f"{who} {text_of(wording, Phrase(phrase.start + 1, phrase.end), brief)}"


def _several(tokens: Sequence[Token], wording: Wording, phrase: Phrase) -> str:
    """Whom a noun that stands for others means ("the two leaders", "the council")."""
    return _two(tokens, wording) or _body_before(tokens, wording) or _between_two(wording, phrase)


def _by_age(tokens: Sequence[Token], wording: Wording) -> str:
    """Whom "the 84-year-old" means: whom the article is about."""
    aged = tokens[-1].lower.endswith(tuple(wording.words.sets["aged"]))
    return chief(wording.article, labels_of(wording.article)) if aged else ""


def _planner(wording: Wording, phrase: Phrase) -> str:
    """Whose plan it is ("Laos's plan | to launch a rocket"); nobody else does something by what is theirs."""
    last, behind = wording.tokens[phrase.end - 1], wording.tokens[phrase.end : phrase.end + 1]
    plans = behind and behind[0].lower in wording.words.sets["planning"]
    if not plans or last.name is None or phrase.end - phrase.start > 2:
        return ""
    return label_of(last.name, labels_of(wording.article), wording.article)


def people_of(wording: Wording, phrase: Phrase) -> str:
    """The names alone of two people or more that a subject is made of, their offices left out."""
    tokens = wording.tokens[phrase.start : phrase.end]
    labels = labels_of(wording.article)
    names = [t.name for t in tokens if t.name is not None and t.name.kind == "person"]
    people = list(dict.fromkeys(label_of(name, labels, wording.article) for name in names))
    joined = any(token.tag is Tag.CONJUNCTION for token in tokens)
    act = any(t.owner or t.lower in wording.words.happenings for t in tokens)
    offices = wording.words.sets["offices"] | wording.words.sets["bearers"]
    act |= any(
        t.tag is not Tag.NAME and t.text.islower() and t.lower not in offices
        for t in tokens
        if t.tag in (Tag.WORD, Tag.VERB)
    )
    if len(people) < 2 or act or not joined:
        return ""
    joint = f" {min(wording.words.sets['and'])} "
    return f"{', '.join(people[:-1])}{joint}{people[-1]}"


def _two(tokens: Sequence[Token], wording: Wording) -> str:
    """Whom "the two leaders" means, by their names; of sides the headline knows best."""
    sides = tokens[-1].lower in wording.words.sets["two_parties"]
    start = len(tokens) - 2 - (len(tokens) > 2 and tokens[-3].tag is Tag.DETERMINER)
    if start > 0:
        return ""  # "the negotiations between the two sides"
    if sides and (told := _in_headline(tokens, wording)):
        return told
    labels = labels_of(wording.article)
    two = [
        label_of(name, labels, wording.article) if name.kind == "person" else name.shown
        for name in pair(tokens, wording.view, wording.article, wording.words)
    ]
    return f" {min(wording.words.sets['and'])} ".join(two)


def _between_two(wording: Wording, phrase: Phrase) -> str:
    """ "Talks between Laos and Cuba" of "the talks between the two sides"."""
    tokens = wording.tokens[phrase.start : phrase.end]
    between = wording.words.sets["between"]
    at = next((n for n, token in enumerate(tokens) if token.lower in between and n), 0)
    told = _two(tokens[at + 1 :], wording) if 1 < len(tokens) - at - 1 < 4 and at else ""
    return f"{text_of(wording, Phrase(phrase.start, phrase.start + at + 1))} {told}" if told else ""


def _body_before(tokens: Sequence[Token], wording: Wording) -> str:
    """The body that "the council" or "the union" means: the last one named before whose name ends so."""
    alone = len(tokens) == 2 and tokens[0].lower in wording.words.sets["article"]
    if alone and tokens[1].lower in wording.words.sets["lands"]:
        return _land_before(wording)
    if not alone or tokens[1].lower not in wording.words.sets["generic_bodies"]:
        return ""
    if not tokens[1].text.islower():
        return ""
    for number in range(wording.view.number, -1, -1):
        for name in reversed(wording.article.views[number].names):
            *before, last = name.shown.split()
            if before and last.lower() == tokens[1].lower and name.kind in ("body", "country"):
                return name.shown
    return ""


def _land_before(wording: Wording) -> str:
    """The country that "the country" means: the only one of the nearest sentence before that names any."""
    for number in range(wording.view.number - 1, max(-1, wording.view.number - NEAR), -1):
        named = wording.article.views[number].names
        lands = {n.shown for n in named if n.kind == "country" and n.form != "capital"}
        if lands:
            return lands.pop() if len(lands) == 1 else ""
    return ""


def _in_headline(tokens: Sequence[Token], wording: Wording) -> str:
    """Whom "the two sides" means by the headline; of several others it says nothing."""
    two = len(tokens) > 1 and tokens[-2].lower in wording.words.sets["two"]
    return two_sides(wording.article, wording.words) if two else ""


def _office(tokens: Sequence[Token], words: HeadlineWords) -> str:
    """The office that a subject consists of ("the Vice President"), else nothing."""
    bare = [token for token in tokens if token.tag is not Tag.DETERMINER]
    if len(bare) == 1 and len(tokens) == 2 and bare[0].tag is Tag.WORD:
        return bare[0].text
    if bare and all(token.lower in words.sets["offices"] for token in bare):
        return " ".join(token.text for token in bare)
    return ""


def is_surname(tokens: Sequence[Token], matter: Matter) -> bool:
    """Whether a subject of one word that looks like a plural is a name ("Santos"): the article has it in the
    middle of sentences too, and never small."""
    if len(tokens) != 1 or tokens[0].name is not None or not tokens[0].text[0].isupper():
        return False
    text, word = matter.article.document.text, re.escape(tokens[0].text)
    inside = re.search(rf"[a-z,] {word}\b", text)
    return inside is not None and re.search(rf"\b{word.lower()}\b", text) is None


def unnamed(tokens: Sequence[Token], words: HeadlineWords) -> bool:
    """Whether it is "the two sides", "both parties", "hostile forces" of whom the text does not say who they are."""
    lower = [token.lower for token in tokens if token.tag is not Tag.DETERMINER]
    if lower and (set(lower) <= words.sets["numbers"] or " ".join(lower) in words.sets["vague"]):
        return True
    if len(lower) == 1 and lower[0].endswith(tuple(words.sets["aged"])):
        return True
    some = words.sets["two_people"] | words.sets["two_countries"]
    return lower[-1:] != [] and lower[-1] in some and set(lower[:-1]) <= words.sets["two"]
