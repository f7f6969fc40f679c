"""Whose a title is that begins with a bare office, institution or happening: "the envoy", "the government", "the
deal". What the sentence does not say is told by those who take part, the lines before and the headline."""

import re
from collections.abc import Iterator, Sequence, Set

from tracker.mentions.titles.completing import completed
from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.naming import bearer, labels_of
from tracker.mentions.titles.parties import (
    NEAR,
    acting_lands,
    body_before,
    both_named,
    sides_of,
    views_back,
)
from tracker.mentions.titles.polish import polish, sound
from tracker.mentions.titles.pronouns import meant

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
        *_one_body(head, rest, matter),
        *_owned(head, rest, matter),
        *_of_two(head, rest, matter),
        *_of_body(head, rest, matter),
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
            whose = who + ("'" if who.endswith("s") else "'s") if part != office else who
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
    acts = word not in words.happenings or _is_office(before.removesuffix("s"), words)
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
    known = first in words.happenings or _is_office(first, words)
    return known or re.search(rf"\b{re.escape(first)}\b", text) is not None


def _is_office(noun: str, words: HeadlineWords) -> bool:
    return noun in words.sets["offices"] | words.sets["bearers"]


def _one_person(head: list[str], rest: list[str], matter: Matter) -> Iterator[str]:
    """ "Jane Roe to visit Lima" of "the president will visit Lima"."""
    words, last = matter.words, head[-1].lower()
    lower = {part.lower() for part in head}
    if not rest or not _is_office(last, words) or lower & words.sets["others"]:
        return
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


def _one_body(head: list[str], rest: list[str], matter: Matter) -> Iterator[str]:
    """ "ASEAN to meet" of "the bloc will meet": the body that was named last."""
    words = matter.words
    bloc = rest and len(head) == 1 and head[0].lower() in words.sets["blocs"]
    if bloc and (body := body_before(views_back(matter, BACK), words)):
        yield " ".join([body, *rest])
    if rest and head[-1].lower() in words.sets["ministers"] and not _led(rest, words):
        lands = {n.entity for v in views_back(matter, NEAR) for n in v.names if n.kind == "country"}
        body = body_before([matter.article.headline], words)
        if body and not lands:
            small = head[0][:1].lower() + head[0][1:]
            yield " ".join([body, small, *head[1:], *rest])


def _of_body(head: list[str], rest: list[str], matter: Matter) -> Iterator[str]:
    """ "Emergency session of the Security Council", where the lines before are about one body."""
    words, ways = (
        matter.words,
        [w for w in matter.event_type.complete if w.startswith("{title} of {body}")],
    )
    if head[-1].lower() not in words.happenings or _led(rest, words) or not ways:
        return
    bodies = {n.shown for view in views_back(matter, NEAR) for n in view.names if n.kind == "body"}
    if len(bodies) == 1:
        done = completed(
            " ".join(head), matter.view, matter.cast, ways, words, {"body": bodies.pop()}
        )
        yield " ".join([done, *rest])


def _owned(head: list[str], rest: list[str], matter: Matter) -> Iterator[str]:
    """ "Laos's envoy arrives in Lima" of "the envoy arrived in Lima"."""
    words, noun = matter.words, " ".join(head).lower()
    institution = any(noun.endswith(told) for told in words.sets["institutions"])
    if not rest or not (institution or _is_office(head[-1].lower(), words)):
        return
    if rest[0].lower() in words.sets["of"] | words.sets["for"]:
        return
    last = head[-1].lower()
    land = _owner_before({last}, matter)
    if not land and institution:
        nouns = {told.split()[-1] for told in words.sets["institutions"]}
        land = _owner_before(nouns | words.sets["generic_bodies"], matter)
    if not land and (institution or last in words.sets["chiefs"]):
        land = _only_land(rest, matter)
    if land:
        article = [min(words.sets["article"])] if land in words.sets["with_article"] else []
        own = land + ("'" if land.endswith("s") else "'s")
        small = " ".join(head)
        small = small if small[1:2].isupper() else small[:1].lower() + small[1:]
        yield " ".join([*article, own, small, *rest])


def _owner_before(nouns: Set[str], matter: Matter) -> str:
    """Whose one of these nouns was where the text told of it before ("Laos's envoy", "the Laotian government",
    "the assembly of Laos"), the nearest such place."""
    of = "|".join(re.escape(word) for word in sorted(matter.words.sets["of"]))
    for view in views_back(matter, BACK):
        text = view.sentence.text
        for name in reversed(view.names):
            spot = view.at(name.span)
            behind = re.match(r"['’]?s? (?:[\w-]+ ){0,2}?(\w+)", text[spot.end :])
            before = re.search(rf"(\w+) (?:{of}) (?:the )?$", text[: spot.start])
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
    here = {n.shown for n in matter.view.names if n.kind == "country" and n.entity not in there}
    fit = {land for land in lands if land not in told}
    here = {land for land in here if land not in told}
    return fit.pop() if len(fit) == 1 and len(lands) < 3 and here <= lands else ""


def _of_two(head: list[str], rest: list[str], matter: Matter) -> Iterator[str]:
    """ "Deal between Laos and Cuba reached", "Ministers of Laos and Cuba to meet", "Laos and Cuba sign" of "the
    two countries sign"."""
    words, lower = matter.words, [part.lower() for part in head]
    told = " ".join(rest)
    if any(name.kind == "person" and name.shown in told for name in matter.view.names):
        return
    if words.sets["many_sided"] & set(lower) or _led(rest, words):
        return
    countries = lower[-1] in words.sets["two_countries"] and set(lower[:-1]) <= words.sets["two"]
    between = countries or any(
        words.sets["between"] & set(w.split()) for w in matter.event_type.complete
    )
    sides = (
        sides_of(matter)
        if between or _is_office(lower[-1].removesuffix("s"), words)
        else acting_lands(matter)
    )
    sides = sides or (both_named(matter) if countries else ())
    if len(sides) != 2 or any(side in told for side in sides):
        return
    the = min(words.sets["article"])
    one, two = (f"{the} {s}" if s in words.sets["with_article"] else s for s in sides)
    joint, of = min(words.sets["and"]), min(words.sets["of"])
    if countries:
        yield " ".join([one, joint, two, *rest])
    elif lower[-1].endswith("s") and rest and _is_office(lower[-1].removesuffix("s"), words):
        whole = " ".join(part for part in head if part.lower() not in words.sets["two"])
        yield " ".join([whole, of, one, joint, two, *rest])
    elif lower[-1] in words.happenings:
        ways = [
            way for way in matter.event_type.complete if "{country}" in way and "{other}" in way
        ]
        ways += words.sets["pair"] if any("{two}" in w for w in matter.event_type.complete) else ()
        more = {"country": sides[0], "other": sides[1]}
        noun = " ".join(head)
        done = completed(noun, matter.view, matter.cast, ways, words, more)
        if done != noun:
            yield " ".join([done, *rest])


def _led(rest: Sequence[str], words: HeadlineWords) -> bool:
    """Whether the rest of a title tells between whom, with whom or whose it is."""
    sets = words.sets
    led = sets["between"] | sets["with"] | sets["by"] | sets["of"] | sets["suffering"]
    return bool(led & {part.lower() for part in rest})


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
    the = min(words.sets["article"])
    names = (f"{the} {s}" if s in words.sets["with_article"] else s for s in (one, other))
    pair = f" {min(words.sets['and'])} ".join(names)
    text = polish(" ".join([*head, *before, min(words.sets["between"]), pair]), words)
    return text if sound(text, words) else title
