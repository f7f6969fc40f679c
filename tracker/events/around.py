"""What the words of a source tell: how it names the happening, names told around it, telling words."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import pairwise

from tracker.events.involved import word_for
from tracker.events.knowledge import (
    generic_words,
    given_names,
    kin_of,
    number_words,
    relation_rules,
    road_words,
    town_words,
)
from tracker.events.lexicon import lexicon
from tracker.events.words import fold, root_of
from tracker.mentions.around import ABOUT, WHERE
from tracker.mentions.details import BLOCK, DETAILS
from tracker.mentions.tolls import TOLL
from tracker.values import Source

__all__ = [
    "core_of",
    "counted_in",
    "countries_of",
    "counts_of",
    "is_road",
    "label_of",
    "matter_of",
    "name_words",
    "named",
    "names_of_its_own",
    "names_road",
    "own_names",
    "roads_of",
    "seats_of",
    "telling_words",
    "things_in",
    "told_around",
    "tolls_of",
    "towns_of",
]

SMALL = re.compile(r"(?<![\w-])[a-z][a-z]+")
ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
MARKED, NO_NAMES = DETAILS | {WHERE, ABOUT, TOLL}, DETAILS | {ABOUT, TOLL}
NO_ROADS = DETAILS - {BLOCK} | {TOLL}
BEFORE_NAMED, BESIDE_NAMED, AFTER_NAMED = 45, 25, 16  # characters


def countries_of(names: Iterable[str]) -> frozenset[str]:
    """The countries that what is told around it speaks of, where none takes part."""
    return frozenset(name[1:] for name in names if name.startswith(ABOUT))


def told_around(
    names: Collection[str], towns: Collection[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The names of several words, and every word of all names, without those that many names share, those
    of roads and those of the towns it was in: these are asked by themselves."""
    full, parts = set(), set()
    for name in names:
        told = fold(name)
        if name[0] in MARKED or told in towns or _road(told):
            continue
        words = [word for word in told.split() if _names_one(word)]
        parts.update(words)
        if len(words) > 1:
            full.add(" ".join(words))
    return frozenset(full), frozenset(parts)


def names_of_its_own(names: Iterable[str], full: Collection[str]) -> frozenset[str]:
    """The names of several words without those of officials: a chief of police speaks of all that happens in his
    town, a victim's or a firm's name is that of one happening."""
    told = [fold(name).split() for name in names if name[0] not in MARKED]
    officials = {words[-1] for words in told if not lexicon().officials.isdisjoint(words)}
    return frozenset(name for name in full if name.split()[-1] not in officials)


def things_in(source: Source, towns: Collection[str]) -> frozenset[str]:
    """The words of names in the quote that are no person's, road's or town's: of a firm, a house, an estate."""
    found: set[str] = set()
    for name in source.mention.names:
        told = fold(name)
        words = told.split()
        if name[0] in MARKED or told in towns or _road(told):
            continue
        if words[0] in given_names() or not lexicon().officials.isdisjoint(words):
            continue
        if name in source.quote and not any(
            word in town.split() for town in towns for word in words
        ):
            found.update(filter(_names_one, words))
    return frozenset(found)


def own_names(names: Iterable[str]) -> frozenset[str]:
    """The names, folded, that have a word of their own or name a road."""
    told = (fold(name) for name in names if name[0] not in NO_NAMES)
    return frozenset(name for name in told if _road(name) or any(map(_names_one, name.split())))


def roads_of(names: Iterable[str]) -> frozenset[str]:
    """What roads are called, each with its kind: "elm 1" of "West Elm St", which is not Elm Avenue."""
    return frozenset(
        road for name in names if name[0] not in NO_ROADS and (road := _road(fold(name)))
    )


def names_road(quote: str, roads: Collection[str]) -> bool:
    """Whether a quote names one of the roads."""
    if not roads:
        return False
    words = set(fold(quote[:600]).split())
    return any(road.split()[0] in words for road in roads)


def is_road(name: str) -> bool:
    """Whether a name is that of a road."""
    return bool(_road(fold(name)))


@lru_cache(maxsize=50_000)
def _road(name: str) -> str:
    """The road that a folded name names; empty where it names none."""
    *words, last = name.split()
    kind = road_words().get(last)
    if not words or kind is None or f"{words[-1]} {last}" in lexicon().no_roads:
        return ""
    own = [word for word in words if _names_one(word)] or words
    return f"{own[-1]} {kind}"


def tolls_of(names: Iterable[str]) -> frozenset[tuple[str, int]]:
    """How many it befell, by what is counted: {("dead", 2)}."""
    told = (name[1:].split() for name in names if name.startswith(TOLL))
    return frozenset((kind, int(number)) for kind, number in told)


def counts_of(source: Source) -> frozenset[tuple[str, str]]:
    """What the quote counts, with how many: "three people", "two wounded"."""
    figures = number_words()
    words = [figures.get(word, word) for word in fold(source.quote[:600]).split()]
    return frozenset(
        (root, number)
        for number, noun in pairwise(words)
        if number.isdigit() and len(number) < 3 and not noun.isdigit() and (root := root_of(noun))
    )


def towns_of(names: Iterable[str]) -> frozenset[str]:
    """Where the article says it was: "in Springfield", "in Kansas City", but not "in Mercy Hospital"."""
    told = (_without_article(fold(name)) for name in names if name.startswith(WHERE))
    return frozenset(name for name in told if not _road(name) and _may_be_town(name.split()[-1]))


def _without_article(name: str) -> str:
    found = lexicon().article.match(name)
    return name[found.end() :] if found else name


def _may_be_town(last: str) -> bool:
    return last in town_words() or last not in generic_words()


def seats_of(names: Iterable[str]) -> frozenset[str]:
    """What may be the town of an office or institution: "kansas city" of "Kansas City Police Department",
    "dayton" of "Dayton Mayor Ann Hill"."""
    return frozenset(
        " ".join(words[:number])
        for words in (
            _without_article(fold(name)).split() for name in names if name[0] not in NO_NAMES
        )
        for number in range(1, len(words))
        if words[number] in generic_words() and _may_be_town(words[number - 1])
    )


@lru_cache(maxsize=100_000)
def _names_one(word: str) -> bool:
    return not (
        len(word) < 2 or word.isdigit() or word in lexicon().untelling or word in generic_words()
    )


def name_words(names: Iterable[str]) -> frozenset[str]:
    words = {word for name in names for word in re.split(r"[ -]", name) if len(word) > 1}
    return frozenset(words) - lexicon().name_links


def named(source: Source, before: int = BEFORE_NAMED, after: int = 0) -> str:
    """The words that name the happening in the quote, and so many characters beside them."""
    offset = source.mention.evidence.start
    for field, span in source.mention.spans:
        if field == "type" and span.start >= offset:
            return source.quote[max(0, span.start - offset - before) : span.end - offset + after]
    return ""


def label_of(source: Source) -> frozenset[str]:
    """The words of the proper name by which the quote calls the happening, if it does."""
    told, name = named(source), named(source, 0)
    begins = len(told) - len(name)
    found = next((f for f in lexicon().label.finditer(told) if f.end() > begins), None)
    found = found or lexicon().called.search(told, 0, begins)
    if found is None:
        return frozenset()
    people = {w for a in source.mention.actors if a.kind == "person" for w in fold(a.name).split()}
    words = fold(re.sub("[.-]", "", found[0])).split()  # a U.S.-ASEAN summit is no ASEAN summit
    if people.intersection(words):
        return frozenset()
    where = {word for name in _where(source) for word in fold(name).split()}
    label = frozenset(words) - lexicon().name_links - lexicon().untelling - where
    return frozenset() if len(label) == 1 and label <= generic_words() else label


def _where(source: Source) -> Iterable[str]:
    """Names that say where or who ("Peru", "Peruvian"), and so tell no name of a happening from another."""
    for actor in source.mention.actors:
        if actor.kind == "country":
            yield actor.name
            yield word_for(actor, source)
    if source.mention.place:
        yield source.mention.place.name


def core_of(source: Source) -> frozenset[str]:
    """The telling words that name the happening in the quote, and those right beside them."""
    known = {word for actor in source.mention.actors for word in fold(actor.name).split()}
    return frozenset(_telling(fold(named(source, BESIDE_NAMED).partition(" ")[2]).split(), known))


def counted_in(source: Source) -> frozenset[int]:
    """What the ordinals beside it count, but for those of days and other spells of time."""
    title, counting = source.mention.title, lexicon().counting
    told = fold(named(source, after=AFTER_NAMED) or title).split()
    if not any(word in counting or word[0].isdigit() for word in told):
        return frozenset()
    whole = [*fold(named(source, after=2 * AFTER_NAMED) or title).split(), "", ""]
    near = zip(told, whole[1:], whole[2:], strict=False)
    words = [word for word, *after in near if not _counts_time(*after)]
    digits = (ORDINAL.fullmatch(word) for word in words if word[0].isdigit())
    return frozenset(counting[word] for word in words if word in counting) | frozenset(
        int(found[1]) for found in digits if found
    )


def _counts_time(word: str, after: str) -> bool:
    spells = lexicon().spells
    return word in spells or (word in lexicon().in_a_row and after in spells)


def matter_of(source: Source, head: frozenset[str]) -> frozenset[str]:
    """The words of the title that say what it was about: no names, none that any of its type may have; empty
    where these are too few to say it."""
    least, common = relation_rules().matter.get(source.mention.type, (0, frozenset[str]()))
    if not least:
        return frozenset()
    said = f"{source.mention.title} {source.quote[:600]}"
    small = {root_of(word) for word in SMALL.findall(said)}
    found = (head & (small | relation_rules().topics[source.mention.type])) - common
    return found if len(found) >= least else frozenset()


def telling_words(source: Source) -> tuple[frozenset[str], frozenset[str]]:
    """The telling words of the title, and of title and quote: no common ones, no names already known
    as actors or place, no days and years (the dates have those)."""
    mention = source.mention
    known = {word for actor in mention.actors for word in fold(actor.name).split()}
    if mention.place:
        known.update(fold(mention.place.name).split())
    title = fold(mention.title).split()
    head = frozenset(_telling(title, known))
    local = not (countries_of(mention.names) or any(actor.entity for actor in mention.actors))
    if local and _type_words(mention.type).issuperset(_telling(title, set())):
        head = frozenset()  # it is called what all of its type are, wherever they were
    own = _words_of_kin(mention.type)
    return head - own, head.union(_telling(fold(source.quote[:600]).split(), known)) - own


@lru_cache(maxsize=100)
def _words_of_kin(type: str) -> frozenset[str]:
    """The words of a type and its kin: the same meet often, each time at "talks"; the types say so."""
    kin = kin_of(type)
    return frozenset(word for each in kin for word in _type_words(each) if len(kin) > 1)


@lru_cache(maxsize=100)
def _type_words(type: str) -> frozenset[str]:
    """The words of a type's own name."""
    return frozenset(map(root_of, type.split("_")))


def _telling(words: Iterable[str], known: set[str]) -> list[str]:
    return [root for word in words if word not in known and (root := root_of(word))]
