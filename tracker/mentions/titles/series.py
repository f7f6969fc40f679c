"""What a bare title of talks or of one in a series lacks: between which two, and which of them it is."""

import itertools
from collections.abc import Mapping, Sequence

from tracker.mentions.hits import View
from tracker.mentions.titles.headlines import Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.naming import label_of, labels_of, pair

__all__ = ["guest_told", "one_of_series", "two_told"]

BACK = 6  # sentences to the two whom "the summit" was between


def two_told(matter: Matter) -> Mapping[str, str]:
    """The two that a meeting was between, where those who take part are not known: the only two people of the
    sentence, or, if it names nobody and speaks of the meeting as told before, of the nearest that names two."""
    ways = matter.event_type.complete
    if matter.cast.actors or not any("{one}" in way and "{two}" in way for way in ways):
        return {}
    here = _people(matter.view, matter)
    if here and _are_of_another_clause(matter):
        return {}
    others = any(name.kind in ("country", "body") for name in matter.view.names)
    here = here or _pair_named(matter)
    if len(here) == 2:
        return dict(zip(("one", "two"), here, strict=True))
    if here or others or not _is_told_before(matter):
        return {}
    for number in range(matter.view.number - 1, max(-1, matter.view.number - BACK - 1), -1):
        names = _people(matter.article.views[number], matter)
        if names:
            return dict(zip(("one", "two"), names, strict=True)) if len(names) == 2 else {}
    return {}


def _are_of_another_clause(matter: Matter) -> bool:
    """Whether those whom the sentence names stand in a clause behind that tells of something else ("hold talks
    in May after the summit where Lee and Kim met")."""
    view, hit = matter.view, matter.hit.span
    people = [view.at(name.span).start for name in view.names if name.kind == "person"]
    between = view.sentence.text[hit.end : min(people, default=0)].lower().split()
    return any(matter.words.tags.get(word) is Tag.BREAK for word in between)


def _pair_named(matter: Matter) -> Sequence[str]:
    """Whom the sentence means by "the two presidents"."""
    labels = labels_of(matter.article)
    for at in range(3, len(matter.tokens) + 1):
        for start in (at - 3, at - 2):
            two = pair(matter.tokens[start:at], matter.view, matter.article, matter.words)
            if two:
                return tuple(
                    label_of(n, labels, matter.article) if n.kind == "person" else n.shown
                    for n in two
                )
    return ()


def guest_told(matter: Matter) -> Mapping[str, str]:
    """Who was at an occasion, where those who take part are not known: the only one whom the sentence names."""
    here = _people(matter.view, matter)
    alone = len(here) == 1 and not matter.cast.actors and len(matter.view.names) == 1
    return {"person": here[0]} if alone else {}


def _people(view: View, matter: Matter) -> Sequence[str]:
    labels = labels_of(matter.article)
    found = {label_of(n, labels, matter.article): n for n in view.names if n.kind == "person"}
    return tuple(name for name in found if " " in name)


def _is_told_before(matter: Matter) -> bool:
    """Whether the sentence points at the meeting ("the summit")."""
    lower = [t.lower for t in matter.tokens[max(0, matter.first - 1) : matter.first + 1]]
    return bool(matter.words.sets["pointing"] & set(lower))


def one_of_series(matter: Matter) -> str:
    """ "Second round of talks" where the sentence only says "the second"; empty where it says more."""
    words = matter.words
    tokens = matter.tokens[max(0, matter.first - 1) : matter.last]
    counts = (
        two.lower
        for one, two in itertools.pairwise(tokens[:5])
        if one.tag is Tag.DETERMINER and two.lower in words.sets["ordinal_words"]
    )
    count = next(counts, "")
    nouns = {t.lower for t in tokens if t.tag is Tag.WORD} & words.happenings - words.sets["taken"]
    noun = (matter.event_type.noun or "").lower()
    if not count or nouns or not noun:
        return ""
    of_which = dict(pair.split(" => ") for pair in words.sets["ones"]).get(noun, noun)
    told = f"{count} {of_which}"
    return told[:1].upper() + told[1:]
