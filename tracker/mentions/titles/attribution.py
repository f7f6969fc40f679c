"""Whose a title is that begins with a bare office, institution or happening: "the envoy", "the government", "the
deal". What the sentence does not say is told by those who take part, the lines before and the headline."""

import itertools
import re
from collections.abc import Iterator, Sequence, Set

from tracker.mentions.titles.completing import completed
from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.naming import bearer, labels_of, two_sides
from tracker.mentions.titles.owning import possessive, with_article
from tracker.mentions.titles.parties import (
    NEAR,
    acting_lands,
    both_named,
    sides_of,
    tells_whose,
    views_back,
)
from tracker.mentions.titles.polish import inner, polish
from tracker.mentions.titles.pronouns import meant
from tracker.mentions.titles.soundness import sound
from tracker.mentions.titles.topic import takes_part
from tracker.mentions.titles.unions import of_body, one_body

__all__ = ["attributed"]

BACK = 12  # sentences to whose envoy "the envoy" is
STOPS = (Tag.PREPOSITION, Tag.TO, Tag.AUXILIARY, Tag.BREAK, Tag.CONJUNCTION)


def attributed(title: str, matter: Matter) -> str:
    """The title with whose it is, where it begins with a noun that is anybody's and the text tells."""
    words = matter.words
    title = _with_bearer(title, matter)
    head, rest = _parted(title, words)
    if not _bare(head, matter):
        return _with_both(title, head, rest, matter)
    for way in (
        *_one_person(head, rest, matter),
        *one_body(head, rest, matter),
        *_owned(head, rest, matter),
        *_of_two(head, rest, matter),
        *of_body(head, rest, matter),
    ):
        text = polish(way, words)
        if sound(text, words) and len(way) <= len(text) + 4:
            return text
    return _with_both(title, head, rest, matter)


def _with_bearer(title: str, matter: Matter) -> str:
    """ "Jane Roe's visit", "visit of Jane Roe" of "the President's visit", "visit of the President"."""
    words, parts = matter.words, title.split()
    for at, part in enumerate(parts):
        office = part.removesuffix("'s").removesuffix("’s")
        owner = part != office and not at
        led = at > 1 and words.tags.get(parts[at - 1].lower()) is Tag.DETERMINER
        led = led and parts[at - 2].lower() in words.sets["of"] | words.sets["by"]
        behind = parts[at + 1 : at + 2]
        if not (owner or led) or office.lower() not in words.sets["offices"]:
            continue
        if led and behind and (behind[0][:1].isupper() or behind[0].lower() in words.sets["of"]):
            continue
        if who := bearer(office, labels_of(matter.article)):
            whose = possessive(who) if part != office else who
            return " ".join([*parts[: at - led], whose, *parts[at + 1 :]])
    return title


def _parted(title: str, words: HeadlineWords) -> tuple[list[str], list[str]]:
    """The noun that a title begins with, and the rest from its verb or preposition on."""
    parts = title.split()
    lower = [part.lower() for part in parts]
    ends = (n for n in range(1, len(parts)) if _ends_noun(lower[n - 1], lower[n], words))
    at = next(ends, len(parts))
    return parts[:at], parts[at:]


def _ends_noun(before: str, word: str, words: HeadlineWords) -> bool:
    acts = words.verbs.get(word, ("", ""))[1] == "present" and _is_office(before, words)
    acts |= word not in words.happenings
    verb = word in words.verbs or word.endswith(tuple(words.sets["past_endings"]))
    return (acts and verb) or words.tags.get(word) in STOPS


def _bare(head: Sequence[str], matter: Matter) -> bool:
    """Whether a noun says nothing of whose it is: it has no name, no owner and no capital inside."""
    if not head or any(p[:1].isupper() or p.endswith(("'s", "s'", "’s")) for p in head[1:]):
        return False
    first, text, words = head[0].lower(), matter.article.document.text, matter.words
    offices = (n for n in matter.view.names if not _is_office(n.text.lower(), words))
    if any(n.text.split()[0] == head[0] for n in offices):
        return False
    rulers = words.sets["institutions"] | words.sets["powers"]
    known = first in words.happenings | rulers or _is_office(first, words)
    return known or re.search(rf"\b{re.escape(first)}\b", text) is not None


def _is_office(noun: str, words: HeadlineWords) -> bool:
    return noun in words.sets["offices"] | words.sets["bearers"]


def _one_person(head: list[str], rest: list[str], matter: Matter) -> Iterator[str]:
    """ "Jane Roe to visit Lima" of "the president will visit Lima"."""
    words, last = matter.words, head[-1].lower()
    lower = {part.lower() for part in head}
    if not rest or not _is_office(last, words) or lower & words.sets["others"]:
        return
    if rest[0].lower() in words.sets["of"]:
        return  # "President of Tonga" says whose
    labels = labels_of(matter.article)
    person = next((t for t in matter.tokens if t.lower == last), matter.tokens[0])
    he = min(words.sets["he"], key=len)
    token = person._replace(lower=he, tag=Tag.PRONOUN)
    who = meant(token, matter.view, matter.article, labels, words)
    office = next((label.title for label in labels.values() if label.name == who), "")
    leads = last in words.sets["chiefs"] and bool(words.sets["chiefs"] & set(office.split()))
    own = [a.name for a in matter.involved if a.kind == "person" and a.name not in " ".join(rest)]
    if who and (leads or office.endswith(last) or own == [who]):
        yield " ".join([who, *rest])
    if who := bearer(" ".join(head), labels):
        yield " ".join([who, *rest])


def _owned(head: list[str], rest: list[str], matter: Matter) -> Iterator[str]:
    """ "Laos's envoy arrives in Lima" of "the envoy arrived in Lima"."""
    words, noun = matter.words, " ".join(head).lower()
    institutions = words.sets["institutions"] | words.sets["powers"]
    institution = any(noun.endswith(told) for told in institutions)
    if not rest or not (institution or _is_office(head[-1].lower(), words)):
        return
    bodies = institutions | words.sets["generic_bodies"]
    if rest[0].lower() in words.sets["of"] | words.sets["for"] and rest[1].lower() not in bodies:
        return
    last = head[-1].lower()
    land = _owner_before({last}, matter)
    if not land and institution:
        nouns = {told.split()[-1] for told in words.sets["institutions"]}
        land = _owner_before(nouns | words.sets["generic_bodies"], matter)
    if not land and last not in words.sets["sent"]:
        land = _only_land(rest, matter)
    if not land and institution:
        land = _only_actor(matter)
    if land and land not in " ".join(rest):
        yield " ".join([possessive(with_article(land, words)), inner(" ".join(head)), *rest])


def _owner_before(nouns: Set[str], matter: Matter) -> str:
    """Whose one of these nouns was where the text told of it before ("Laos's envoy", "the Laotian government",
    "the assembly of Laos"), the nearest such place."""
    of, the = ("|".join(map(re.escape, sorted(matter.words.sets[s]))) for s in ("of", "article"))
    for view in (*views_back(matter, BACK), matter.article.headline):
        text = view.sentence.text
        for name in reversed(view.names):
            spot = view.at(name.span)
            behind = re.match(r"['’]?s? (?:[\w-]+ ){0,2}?(\w+)", text[spot.end :])
            before = re.search(rf"(\w+) (?:{of}) (?:(?:{the}) )?$", text[: spot.start])
            told = {m[1].lower() for m in (behind, before) if m}
            if name.kind == "country" and told & nouns:
                return name.shown
    return ""


def _only_land(rest: Sequence[str], matter: Matter) -> str:
    """The one country of the headline that is neither where it happens nor told in the rest of the title."""
    told, place = " ".join(rest), matter.cast.place
    there = {place.country, place.entity} if place else set()
    lands = {n.shown for n in matter.article.headline.names if n.kind == "country"}
    lands -= {n.shown for n in matter.article.headline.names if n.entity in there}
    near = [n for v in views_back(matter, NEAR) for n in v.names if n.kind == "country"]
    here = {n.shown for n in near if n.entity not in there and n.form != "capital"}
    fit = {land for land in lands if land not in told}
    here = {land for land in here if land not in told}
    return fit.pop() if len(fit) == 1 and len(lands) < 3 and here <= lands else ""


def _only_actor(matter: Matter) -> str:
    """The one country that does something in the lines before, where neither they nor the headline name
    another."""
    views = (*views_back(matter, NEAR), matter.article.headline)
    named = [(n, v) for v in views for n in v.names if n.kind == "country" and n.form != "capital"]
    acts = all(takes_part(name, view, matter.words) for name, view in named)
    lands = {name.entity: name.shown for name, _ in named}
    return next(iter(lands.values())) if acts and len(lands) == 1 else ""


def _of_two(head: list[str], rest: list[str], matter: Matter) -> Iterator[str]:
    """ "Deal between Laos and Cuba reached", "Ministers of Laos and Cuba to meet", "Laos and Cuba sign" of "the
    two countries sign"."""
    words, lower, told = matter.words, [part.lower() for part in head], " ".join(rest)
    if any(name.kind == "person" and name.shown in told for name in matter.view.names):
        return
    if words.sets["many_sided"] & set(lower) or tells_whose(rest, words):
        return
    countries = lower[-1] in words.sets["two_countries"] and set(lower[:-1]) <= words.sets["two"]
    office = lower[-1].endswith("s") and _is_office(lower[-1].removesuffix("s"), words)
    sides = _sides(matter, countries, office)
    if len(sides) != 2 or any(side in told for side in sides):
        return
    one, two = (with_article(side, words) for side in sides)
    joint, of = min(words.sets["and"]), min(words.sets["of"])
    if countries:
        yield " ".join([one, joint, two, *rest])
    elif office and rest:
        whole = " ".join(part for part in head if part.lower() not in words.sets["two"])
        yield " ".join([whole, of, one, joint, two, *rest])
    elif lower[-1] in words.happenings:
        yield from _happening_of(" ".join(head), rest, sides, matter)


def _sides(matter: Matter, countries: bool, office: bool) -> tuple[str, ...]:
    """The two that are meant: of a happening that is between two by its type, also those of whom the lines
    before and the headline speak."""
    words, complete = matter.words, matter.event_type.complete
    between = any(words.sets["between"] & set(way.split()) for way in complete)
    joint = words.sets["joint"] & {t.lower for t in matter.tokens}
    own = acting_lands(matter) if joint else ()
    both = countries or office or bool(joint) or _of_both(matter)
    sides = sides_of(matter, joined=not both) if between or countries or office else own
    if not sides and (countries or _of_both(matter)):
        return both_named(matter)
    if sides or not between or office or matter.involved:
        return sides
    told = two_sides(matter.article, words).split(f" {min(words.sets['and'])} ")
    return tuple(told) if len(told) == 2 else ()


def _of_both(matter: Matter) -> bool:
    """Whether the sentence speaks of "the two countries", "both sides" or "the two leaders"."""
    words, lower = matter.words, [t.lower for t in matter.tokens]
    pairs = itertools.pairwise(lower)
    many = words.sets["two_countries"] | words.sets["two_people"]
    return any(one in words.sets["two"] and two in many for one, two in pairs)


def _happening_of(
    noun: str, rest: list[str], sides: tuple[str, ...], matter: Matter
) -> Iterator[str]:
    words, complete = matter.words, matter.event_type.complete
    ways = [way for way in complete if "{country}" in way and "{other}" in way]
    ways += words.sets["pair"] if any("{two}" in way for way in complete) else ()
    more = {"country": sides[0], "other": sides[1]}
    done = completed(noun, matter.view, matter.cast, ways, words, more)
    if done != noun:
        yield " ".join([done, *rest])


def _with_both(title: str, head: list[str], rest: list[str], matter: Matter) -> str:
    """ "Talks between Laos and Cuba" of "talks with Cuba", where it is plain who the other is."""
    words = matter.words
    withs = [n for n, part in enumerate(rest) if part in words.sets["with"]]
    if not head or head[-1].lower() not in words.happenings or len(withs) != 1:
        return title
    if not _bare(head, matter) or head[-1].endswith(("'s", "’s")):
        return title
    before, behind = rest[: withs[0]], " ".join(rest[withs[0] + 1 :])
    if any(
        p not in words.verbs and words.tags.get(p) not in (Tag.TO, Tag.AUXILIARY) for p in before
    ):
        return title  # "Assembly of Laos ratifies a pact with …"
    lands = {n.text: n.shown for v in (matter.view,) for n in v.names if n.kind == "country"}
    other = next((s for t, s in lands.items() if behind in (t, s)), "")
    sides = sides_of(matter, other) if other else ()
    if len(sides) != 2 or other not in sides:
        return title
    one = next(side for side in sides if side != other)
    pair = f" {min(words.sets['and'])} ".join(with_article(side, words) for side in (one, other))
    text = polish(" ".join([*head, *before, min(words.sets["between"]), pair]), words)
    return text if sound(text, words) else title
