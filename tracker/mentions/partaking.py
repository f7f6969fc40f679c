"""Who takes part by what the title says: whom it names as acting takes part although the clause only says "he",
and beside those whom it names, others of the sentence are bystanders. How many it must name for that is `titled`
in the file of a type. The words are the lexicon roles.toml."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from tracker.mentions.article import Article
from tracker.mentions.hits import View
from tracker.mentions.language import Language
from tracker.mentions.marks import SIGNS
from tracker.mentions.names import Name, find_names
from tracker.mentions.roles import Cast, actor_of
from tracker.rulebook import Rulebook
from tracker.values import Actor, Mention

__all__ = ["with_those_titled"]

LEADING = ("head",)  # of a delegation: the title may name only whose it is
TOKEN = re.compile(rf"[{SIGNS}]+(?:['’]s)?|[\w’'.-]+|\S")
WORD = re.compile(r"[\w-]+")
OWNER = re.compile(r"['’]s?\s")
# Behind a name: a longer one follows, or one of whom it is only told whose it is.
PART = re.compile(r"-|['’]s? [A-Z]| [A-Z]")
ROW = frozenset(",()")
DASHES = frozenset("-–—")  # alone between two countries: "the Peru – Chile – Cuba Summit"


@dataclass(frozen=True, eq=False)
class TitleWords:
    """The words of a language by which a title says who acts, and that join several."""

    by: re.Pattern[str]
    between: re.Pattern[str]
    of: re.Pattern[str]
    at_place: re.Pattern[str]  # before a capital that is no state there: "arrives in Lima"
    company: re.Pattern[str]
    of_state: re.Pattern[str]
    joints: frozenset[str]
    offices: frozenset[str]


@lru_cache(maxsize=8)
def _title_words(language: Language) -> TitleWords:
    article = rf"(?:(?i:{language.any_of('articles')})\s+)?"
    offices = language.words("titles", "leader_titles", "office_words", "courtesies")
    joints = language.words("office_joints", "in_a_row", "articles")
    return TitleWords(
        by=re.compile(rf"(?<![\w-]){language.any_of('part_by')}\s+{article}$"),
        between=re.compile(
            rf"(?<![\w-]){language.any_of('between_parties')}\s+{article}"
            rf"(?:[^;]*?\s{language.any_of('in_a_row')}\s+{article})?$"
        ),
        of=re.compile(rf"(?<![\w-]){language.any_of('of_whom')}\s+{article}$"),
        at_place=re.compile(
            rf"(?<![\w-]){language.any_of('where_it_is', 'where_from', 'part_visiting', 'part_sending')}\s+$"
        ),
        company=re.compile(
            rf"(?<![\w-]){language.any_of('part_with')}\s+(?:(?!{language.any_of('part_with')})[\w’'-]+\s+){{0,4}}$"
        ),
        of_state=re.compile(rf"\s+{language.any_of('of_state')}(?![\w-])"),
        joints=frozenset(joints) - frozenset(language.words("where_it_is")),
        offices=frozenset(word for title in offices for word in re.split(r"[ -]", title.lower())),
    )


def with_those_titled(
    mention: Mention, view: View, cast: Cast | None, article: Article, rulebook: Rulebook
) -> Mention:
    """The mention, its actors those who take part by its title too; `cast` is whom its clause names."""
    words = _title_words(article.language)
    names = _names(mention.title, rulebook)
    actors = (*_missing(names, mention, cast, words), *mention.actors)
    named = [a for a in actors if not a.bystander and _is_named(a, mention.title, names, words)]
    enough = article.rules.types[mention.type].titled
    nobody_else = 0 < enough <= len(named) and not _only_with(named, mention.title, names, words)
    no_land_else = any(actor.kind == "person" for actor in named)

    def is_beside(actor: Actor) -> bool:
        if actor.bystander or actor in named or actor.role in LEADING:
            return False
        if no_land_else and actor.kind == "country":
            return True
        return nobody_else and not _is_listed(actor, named, view, words)

    return replace(
        mention,
        actors=tuple(replace(a, bystander=True) if is_beside(a) else a for a in actors),
    )


@lru_cache(maxsize=1000)
def _names(title: str, rulebook: Rulebook) -> tuple[Name, ...]:
    return find_names(title, rulebook)


def _is_named(actor: Actor, title: str, names: Sequence[Name], words: TitleWords) -> bool:
    """Whether a title names somebody, in full or in short, and no capital as where it was."""
    if actor.entity:
        return any(
            name.entity == actor.entity
            and not (name.form == "capital" and words.at_place.search(title[: name.span.start]))
            for name in names
        )
    surname = actor.name.split()[-1]
    return actor.name in title or (actor.kind == "person" and surname in WORD.findall(title))


def _only_with(
    named: Sequence[Actor], title: str, names: Sequence[Name], words: TitleWords
) -> bool:
    """Whether the first whom a title names is only the other side ("Anniversary of relations with Togo")."""
    keys = {actor.entity or actor.name for actor in named}
    first = next((name for name in names if (name.entity or name.shown) in keys), None)
    return first is not None and words.company.search(title[: first.span.start]) is not None


def _missing(
    names: Sequence[Name], mention: Mention, cast: Cast | None, words: TitleWords
) -> Iterator[Actor]:
    """Those whom the title names as acting, and the mention not at all. A country of which the clause tells
    otherwise ("Peru saw a missile launched") takes no part."""
    alone = all(actor.bystander for actor in mention.actors)
    known = {key for actor in mention.actors for key in (actor.entity, actor.name)}
    parties = {actor.entity for actor in mention.actors if not actor.bystander}
    joined = _joined_to(parties - {None}, names, mention.title)
    known |= {actor.entity for actor in (cast.named if cast else ()) if actor.kind != "person"}
    for name in names:
        key = name.entity or name.shown
        if name.entity in joined or (
            known.isdisjoint((key, name.text)) and _acts(name, names, mention.title, alone, words)
        ):
            known.add(key)
            joined.discard(name.entity)
            yield replace(actor_of(name), span=None)


def _joined_to(parties: Set[str | None], names: Sequence[Name], title: str) -> set[str | None]:
    """The countries that dashes join, one to the next, to one that takes part, and that are not told to."""
    countries = [name for name in names if name.kind == "country"]
    rows: list[list[str | None]] = []
    for before, name in pairwise(countries):
        between = title[before.span.end : name.span.start].strip()
        if between and set(between) <= DASHES:
            if not rows or rows[-1][-1] != before.entity:
                rows.append([before.entity])
            rows[-1].append(name.entity)
    return {each for row in rows if not parties.isdisjoint(row) for each in row} - set(parties)


def _acts(name: Name, names: Sequence[Name], title: str, alone: bool, words: TitleWords) -> bool:
    """Whether the title tells somebody as acting: it begins with the name, or has it behind "by" or "between"; if
    nobody else is known (`alone`), also whose what happens is."""
    before, behind = title[: name.span.start], title[name.span.end :]
    if name.kind in ("place", "name") or PART.match(behind):
        return False
    named_by = words.by.search(before) or words.between.search(before)
    if name.kind == "person":
        return bool(named_by) or _begins(before, names, words)
    if name.entity is None or (name.form == "demonym" and not words.of_state.match(behind)):
        return False
    if named_by or name.form == "capital":
        return bool(named_by)
    if name.kind == "body" or OWNER.match(behind):
        return alone and (_begins(before, names, words) or bool(words.of.search(before)))
    return _begins(before, names, words) or (alone and bool(words.of.search(before)))


def _begins(before: str, names: Sequence[Name], words: TitleWords) -> bool:
    """Whether before a name stand others and offices only."""
    for name in names:
        if name.span.end <= len(before):
            before = before[: name.span.start] + " " * len(name.text) + before[name.span.end :]
    told = {word.lower() for word in WORD.findall(before)}
    return told <= words.offices | words.joints


def _is_listed(actor: Actor, named: Sequence[Actor], view: View, words: TitleWords) -> bool:
    """Whether one stands in a row with somebody whom the title names, which it may have cut short."""
    if actor.span is None:
        return False
    for other in named:
        if other.span is not None:
            first, last = sorted((view.at(actor.span), view.at(other.span)))
            tokens = TOKEN.findall(view.masked[first.end : last.start])
            if first.start >= 0 and all(
                t[0] in SIGNS
                or t[0].isupper()
                or t in ROW
                or t.lower() in words.offices | words.joints
                for t in tokens
            ):
                return True
    return False
