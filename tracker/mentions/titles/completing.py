"""What a bare title lacks: who takes part, whose it is, which one, where."""

import itertools
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tracker.mentions.hits import View
from tracker.mentions.roles import Cast
from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.partakers import partakers
from tracker.mentions.titles.polish import inner, polish
from tracker.mentions.titles.soundness import sound

__all__ = ["completed", "counted", "lacks_owner", "parted", "remembered"]


NOTHING: Mapping[str, str] = MappingProxyType({})


def completed(
    title: str,
    view: View,
    cast: Cast,
    ways: Sequence[str],
    words: HeadlineWords,
    more: Mapping[str, str] = NOTHING,
) -> str:
    """A bare title with those who take part, in the words of its type ("{title} between {one} and {two}");
    `more` are parts that the sentence alone does not tell."""
    known = partakers(title, view, cast, words) | dict(more)
    head, tail = parted(title, words)
    lacking = not tail and lacks_owner(title, words)
    known |= {"title": head, "small": inner(head)}
    last = head.rsplit(" ", 1)[-1].lower()
    if last in words.sets["launched"]:
        one = "" if last in words.sets["plurals"] else min(words.sets["indefinite"], default="")
        known["fired"] = f"{one} {inner(head)}".strip()
    if lacking:
        ways = (*words.owner, *ways)
    aimed = {
        key
        for key in ("place", "country", "home")
        if key in known and _is_aim(known[key], view, words)
    }
    measure = set(title.lower().split()) & (words.sets["sanctions_words"] | words.sets["acts"])
    suffering = {
        key
        for key in ("land", "body", "country")
        if measure and key in known and _suffers(known[key], view, words)
    }
    of_body = any(name.kind == "body" and name.text in head for name in view.names)
    if words.sets["with"] & set(head.split()):  # "Talks with Ana": whose, not with whom else
        whose = words.of_company if not _is_met(known.get("person", ""), view, words) else ()
        ways = (*whose, *(way for way in ways if not _names_company(way, words)))
    for way in ways:
        if of_body and ("{two}" in way or "{other}" in way):
            continue  # a summit of a body is not that of the two who spoke there
        if tail and way.startswith("{title} in "):
            continue
        if aimed & _places(way, words) or suffering & _doers(way, words):
            continue
        if done := _filled(way, known, tail, words):
            return done
    return title


def _filled(way: str, known: Mapping[str, str], tail: str, words: HeadlineWords) -> str:
    """A way with its parts and the end of the title, or of it the place alone; empty where that makes none."""
    try:
        text = polish(_with_articles(way, known, words), words)
    except KeyError:
        return ""
    place = parted(tail, words)[1] if _is_beside(tail, words) else tail
    whole = (f"{text} {rest}".strip() for rest in (tail, place))
    return next((done for done in whole if sound(done, words)), "")


def _is_met(name: str, view: View, words: HeadlineWords) -> bool:
    """Whether a sentence names somebody as met only ("… with Ana on Monday and with Rui on Tuesday")."""
    befores = (
        view.sentence.text[: view.at(n.span).start].split()
        for n in view.names
        if name in (n.text, n.shown)
    )
    return any(before[-1:] and before[-1].lower() in words.sets["with"] for before in befores)


def _names_company(way: str, words: HeadlineWords) -> bool:
    """Whether a way tells with whom something is ("{title} with {met}")."""
    return not words.sets["with"].isdisjoint(way.split())


def _is_beside(tail: str, words: HeadlineWords) -> bool:
    """Whether the end of a title begins with what it is on the sidelines of."""
    return not words.sets["beside"].isdisjoint(tail.split()[:3])


def _places(way: str, words: HeadlineWords) -> set[str]:
    """The parts that a way tells the place by ("{title} in {country}")."""
    pieces = way.split()
    return {
        part.strip("{}")
        for where, part in itertools.pairwise(pieces)
        if where in words.sets["wheres"]
    }


def _doers(way: str, words: HeadlineWords) -> set[str]:
    """The parts that a way tells the doer by ("{title} by {land}")."""
    pairs = itertools.pairwise(way.split())
    return {part.strip("{}") for by, part in pairs if by in words.sets["by"]}


def _suffers(name: str, view: View, words: HeadlineWords) -> bool:
    """Whether a sentence names somebody only as the one something is done to ("sanctions on the government
    of Laos"), so that it is not by them."""
    befores = [
        view.sentence.text[: view.at(n.span).start].split()
        for n in view.names
        if name in (n.text, n.shown)
    ]
    return bool(befores) and all(
        _led(before, words) in words.sets["suffering"] for before in befores
    )


def _led(before: list[str], words: HeadlineWords) -> str:
    """The preposition that a name depends on, over its article and what is "of" it."""
    skipped = words.sets["article"] | words.sets["indefinite"] | words.sets["of"]
    at = len(before)
    while at and (
        before[at - 1].lower() in skipped
        or (at < len(before) and before[at].lower() in words.sets["of"])
        or before[at - 1][0].isupper()
    ):
        at -= 1
    return before[at - 1].lower() if at else ""


def _is_aim(place: str, view: View, words: HeadlineWords) -> bool:
    """Whether a place is one that something is aimed at ("measures against Laos"), nowhere one it is in."""
    before = [
        view.sentence.text[: view.at(n.span).start].lower().split()[-1:]
        for n in view.names
        if place in (n.text, n.shown)
    ]
    return bool(before) and all(words.sets["aimed_at"] & set(last) for last in before)


def _with_articles(way: str, known: Mapping[str, str], words: HeadlineWords) -> str:
    """`way` filled in; names that take one get their article behind a word ("with the European Union")."""
    article = min(words.sets["article"], default="")
    filled = dict(known)
    for key, name in known.items():
        if f" {{{key}}}" in way and name in words.sets["with_article"]:
            filled[key] = f"{article} {name}"
    return way.format(**filled).replace("s's ", "s' ")


def parted(title: str, words: HeadlineWords) -> tuple[str, str]:
    """A title before and from where it says the place, or beside what ("on the sidelines of …")."""
    parts = title.split()
    at = next((n for n, part in enumerate(parts) if n and part in words.sets["wheres"]), len(parts))
    beside = next((n for n, part in enumerate(parts[:at]) if part in words.sets["beside"]), 0)
    at = beside - 2 if beside > 2 else at
    return " ".join(parts[:at]), " ".join(parts[at:])


def lacks_owner(title: str, words: HeadlineWords) -> bool:
    """Whether it is a bare noun and its aim ("Visit to Minsk"), and does not say whose."""
    parts = title.lower().split()
    beside = next((n for n, part in enumerate(parts) if part in words.sets["beside"]), 0)
    if beside > 2 and parts[beside - 3] in words.sets["weak"]:
        return beside < 6 and not any(part[:1].isupper() for part in title.split()[1 : beside - 2])
    at = next((n for n, part in enumerate(parts) if part in words.sets["lacking"]), len(parts))
    if not 0 < at < min(4, len(parts)) or parts[at - 1] not in words.sets["weak"]:
        return False
    before = title.split()[:at]
    if len(before) > 1 and before[-1][0].isupper():
        return False  # "Shangri-La Dialogue in …"
    if parts[at] in words.sets["to"] and (
        parts[at + 1] in words.tags or parts[at + 1] in words.verbs
    ):
        return False  # "Talks to be held"
    if before[0][:2].isupper() or (
        words.sets["of"] | words.sets["between"] | words.sets["by"]
    ) & set(parts[at:]):
        return False  # "ASEAN summit in …", "Meeting in Jeddah of …"
    named = (part for part in before[1:] if part.lower() not in words.sets["weak"])
    return not any(part[:1].isupper() for part in named) and not any(
        sign in part for part in before for sign in "'’"
    )


def counted(title: str, ordinal: int | None, words: HeadlineWords) -> str:
    """ "Anniversary of …" with its number where the title has none."""
    first = title.split(" ", 1)[0]
    if not ordinal or len(words.counts) < 4 or first.lower() not in words.sets["weak"]:
        return title
    return f"{_numbered(ordinal, words)} {inner(title)}"


def remembered(title: str, ordinal: int | None, told: str, words: HeadlineWords) -> str:
    """ "End of the war" of "80 years since the end of the war" as "80th anniversary of the end of the war"."""
    told_so = inner(title)
    for phrase in sorted(words.sets["remembered_as"]):
        article = phrase.rsplit(" ", 1)[-1]
        if ordinal and len(words.counts) > 3 and f" {article} {told_so}" in told:
            return f"{_numbered(ordinal, words)} {phrase} {told_so}"
    return title


def _numbered(ordinal: int, words: HeadlineWords) -> str:
    unit = ordinal % 10 if ordinal % 10 < 4 and ordinal % 100 not in (11, 12, 13) else 0
    return f"{ordinal}{words.counts[unit]}"
