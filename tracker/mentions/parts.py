"""Who plays which part: host and visitor, head of a delegation. The words that say so are the lexicon roles.toml."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import whole
from tracker.mentions.hits import View
from tracker.mentions.language import Language
from tracker.mentions.names import Name
from tracker.mentions.phrases import Phrases, phrases
from tracker.values import Span

__all__ = ["PartWords", "part_words", "parts_of"]

ADJECTIVE = (
    40  # characters between a nationality and the person it belongs to, the office between them
)
OWNER = re.compile("['’]")
OFFICE = re.compile(
    r"(?:\s+[A-Z][\w’'&-]*){1,6}\s+"
)  # in capitals, between a country and who holds it
BESIDE = 5  # characters between "visits" and the country
NEAR = 70  # characters within which a person follows words such as "visiting" or "led by"


@dataclass(frozen=True, eq=False)
class PartWords:
    """The words of a language that say who plays which part."""

    receiving: Phrases
    visiting: Phrases
    inviting: Phrases
    leading: Phrases
    no_visiting: re.Pattern[str]
    guests: re.Pattern[str]
    turned_before: re.Pattern[str]
    turned_after: re.Pattern[str]
    preposition: re.Pattern[str]
    where: frozenset[str]
    where_to: frozenset[str]
    company: frozenset[str]


@lru_cache(maxsize=8)
def part_words(language: Language) -> PartWords:
    """The lexicon roles.toml of a language, ready to look for."""
    return PartWords(
        receiving=phrases(language.words("part_receiving")),
        visiting=phrases(language.words("part_visiting")),
        inviting=phrases(language.words("part_inviting")),
        leading=phrases(language.words("part_leading")),
        no_visiting=re.compile(whole(language.words("no_visiting"))),
        guests=re.compile(whole(language.words("part_guests"))),
        turned_before=re.compile(rf"(?<!\w){language.any_of('part_passive')}\s+(?i:\w+ly\s+)?$"),
        turned_after=re.compile(rf"(?:\s+\w+){{0,3}}\s+{language.any_of('part_by')}(?!\w)"),
        preposition=re.compile(
            rf"(?:^|[\s(])({language.any_of('before_names')})\s+(?:{language.any_of('before_places')}\s+)?(?:[\w’'.-]+\s+){{0,2}}(?:{language.any_of('towns')}\s+)?$"
        ),
        where=frozenset(language.words("where")),
        where_to=frozenset(language.words("where_to")),
        company=frozenset(language.words("part_with")),
    )


def parts_of(
    names: Sequence[Name], clause: Span, view: View, words: PartWords
) -> Mapping[Span, str]:
    """The part that words of the clause give to its names, by the name's span."""
    found: dict[Span, str] = {}
    for span, part in _parts(names, clause, view, words):
        found.setdefault(span, part)
    return found


def _parts(
    names: Sequence[Name], clause: Span, view: View, words: PartWords
) -> Iterator[tuple[Span, str]]:
    text = view.masked
    heads: set[Span] = set()
    for found in words.leading.finditer(view.searched, *clause):
        if head := _after(names, found.end(), view, NEAR):
            heads.add(head.span)
            yield head.span, "head"
    for found in words.inviting.finditer(view.searched, *clause):
        yield from _given("host", _after(names, found.end(), view), names)
    for found in words.receiving.finditer(view.searched, *clause):
        subject, object_ = _before(names, found.start(), view), _after(names, found.end(), view)
        turned = _is(found, text, words) or words.turned_after.match(text, found.end())
        yield from _given("visitor" if turned else "host", subject, names)
        yield from _given("host" if turned else "visitor", object_, names)
    others = [name for name in names if name.span not in heads]
    for found in words.visiting.finditer(view.searched, *clause):
        if words.no_visiting.search(text, max(0, found.start() - 20), found.end()):
            continue
        guest = _after(names, found.end(), view, NEAR)
        goes = any(_is_goal(n, found.end(), view) and not _is_owner(n, view) for n in names)
        guests = words.guests.match(text, found.start()) and not goes
        if guests and guest and not _is(found, text, words):
            yield from _given("visitor", guest, names)
            continue
        yield from _given("visitor", _before(others, found.start(), view), names)
        yield from ((n.span, "destination") for n in names if _is_goal(n, found.end(), view))


def _is(found: re.Match[str], text: str, words: PartWords) -> bool:
    """Whether a form of "be" stands before the verb."""
    start = found.start()
    return bool(words.turned_before.search(text, max(0, start - 20), start))


def _is_goal(name: Name, at: int, view: View) -> bool:
    """Whether it is the country that follows right after "visits", and not only whose minister comes ("the visit
    of | Peru Trade Minister Ana Brito")."""
    goal = name.kind == "country" and name.form != "demonym"
    end = view.at(name.span).end
    near = goal and 0 < view.at(name.span).start - at <= BESIDE
    people = (view.at(n.span).start for n in view.names if n.kind == "person") if near else ()
    return near and not any(OFFICE.fullmatch(view.masked, end, start) for start in people)


def _is_owner(name: Name, view: View) -> bool:
    """Whether the country only says whose the visitor is: "visiting Peru's president"."""
    return OWNER.match(view.masked, view.at(name.span).end) is not None


def _before(names: Sequence[Name], at: int, view: View) -> Name | None:
    """The nearest person before a verb, else the nearest country or body."""
    before = [name for name in names if view.at(name.span).end <= at and name.kind != "place"]
    people = [name for name in before if name.kind == "person"]
    return next(reversed(people or before), None)


def _after(names: Sequence[Name], at: int, view: View, reach: int = 200) -> Name | None:
    """The first person behind a word, else the first country or body."""
    after = [name for name in names if at <= view.at(name.span).start <= at + reach]
    after = [name for name in after if name.kind != "place"]
    people = [name for name in after if name.kind == "person"]
    return next(iter(people or after), None)


def _given(part: str, name: Name | None, names: Sequence[Name]) -> Iterator[tuple[Span, str]]:
    """The part for a name, and for the nationality said before its office."""
    if name is None:
        return
    yield name.span, part
    for other in names:
        gap = name.span.start - other.span.end
        if other.kind == "country" and other.form == "demonym" and 0 <= gap <= ADJECTIVE:
            yield other.span, part
