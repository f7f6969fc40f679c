"""By which words a source tells the happening: its proper name, the words beside it, what it was about."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tracker.events.around import countries_of
from tracker.events.knowledge import generic_words, kin_of, relation_rules
from tracker.events.lexicon import lexicon
from tracker.events.quoted import named, word_for
from tracker.events.words import NOTHING, fold, root_of, some, words_in
from tracker.values import Mention, Source

__all__ = ["core_of", "counted_in", "label_of", "matter_of", "own_name_of", "telling_words"]

SMALL = re.compile(r"(?<![\w-])[a-z][a-z]+")
NAMED = re.compile(r"(?<=[\w,’'] )[A-Z][a-z][\w’'-]*|^[A-Z][a-z][\w’'-]*(?= [A-Z])")
ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
BESIDE_NAMED, AFTER_NAMED = 25, 16  # characters


def label_of(source: Source) -> frozenset[str]:
    """The words of the proper name by which the quote calls the happening, if it does."""
    told, name = named(source), named(source, 0)
    if not told:
        return NOTHING
    begins = len(told) - len(name)
    found = next((f for f in lexicon().label.finditer(told) if f.end() > begins), None)
    found = found or lexicon().called.search(told, 0, begins)
    if found is None:
        return NOTHING
    people = {w for a in source.mention.actors if a.kind == "person" for w in words_in(a.name)}
    pieces = fold(re.sub("[.-]", "", found[0])).split()  # a U.S.-ASEAN summit is no ASEAN summit
    words = [word for word in pieces if len(word) > 1]  # no "s" of "December's"
    if people.intersection(words):
        return NOTHING
    where = {word for name in _where(source) for word in words_in(name)}
    label = frozenset(words) - lexicon().name_links - lexicon().untelling - where
    return NOTHING if len(label) == 1 and label <= generic_words() else label


def own_name_of(source: Source) -> frozenset[str]:
    """The words with capital letters that name what goes by a name of its own ("their Ssangyong landing drill"), but
    for who takes part, where, and what kinds of things are called."""
    if source.mention.type not in relation_rules().called:
        return NOTHING
    said = named(source, 0)
    found = {word for each in NAMED.finditer(said) for word in words_in(each[0])}
    who = {word for name in _where(source) for word in words_in(name)} | _names(source.mention)
    return some(found - who - lexicon().untelling - generic_words())


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
    said = named(source, BESIDE_NAMED).partition(" ")[2]
    return some(_telling(said, _names(source.mention))) if said else NOTHING


def _names(mention: Mention) -> set[str]:
    """The words of the actors' names."""
    return {word for actor in mention.actors for word in words_in(actor.name)}


def counted_in(source: Source) -> frozenset[int]:
    """What the ordinals beside it count, but for those of days and other spells of time."""
    title = source.mention.title
    told = words_in(named(source, after=AFTER_NAMED) or title)
    if not any(map(_number_in, told)):
        return NOTHING
    whole = (*words_in(named(source, after=2 * AFTER_NAMED) or title), "", "")
    near = zip(told, whole[1:], whole[2:], strict=False)
    return frozenset(
        number for word, *after in near for number in _number_in(word) if not _counts_time(*after)
    )


@lru_cache(maxsize=10_000)
def _number_in(word: str) -> tuple[int, ...]:
    """What an ordinal counts; nothing in another word."""
    if word in lexicon().counting:
        return (lexicon().counting[word],)
    found = ORDINAL.fullmatch(word)
    return (int(found[1]),) if found else ()


def _counts_time(word: str, after: str) -> bool:
    spells = lexicon().spells
    return word in spells or (word in lexicon().in_a_row and after in spells)


def matter_of(source: Source, head: frozenset[str]) -> frozenset[str]:
    """The words of the title that say what it was about: no names, none that any of its type may have; empty
    where these are too few to say it."""
    least, common = relation_rules().matter.get(source.mention.type, (0, frozenset[str]()))
    if not least:
        return NOTHING
    said = f"{source.mention.title} {source.quote[:600]}"
    small = {root_of(word) for word in SMALL.findall(said)}
    found = (head & (small | relation_rules().topics[source.mention.type])) - common
    return found if len(found) >= least else NOTHING


def telling_words(source: Source) -> tuple[frozenset[str], frozenset[str]]:
    """The telling words of the title, and of title and quote: no common ones, no names already known
    as actors or place, no days and years (the dates have those)."""
    mention = source.mention
    known = _names(mention)
    if mention.place:
        known.update(words_in(mention.place.name))
    head = some(_telling(mention.title, known))
    if head <= _type_words(mention.type) and _is_called_as_any(mention):
        head = NOTHING
    words = head.union(_telling(source.quote[:600], known))
    own = _words_of_kin(mention.type)
    return (head - own, words - own) if own else (head, words)


def _is_called_as_any(mention: Mention) -> bool:
    """Whether the title of a local happening is what all of its type are called, wherever they were."""
    if countries_of(mention.names) or any(actor.entity for actor in mention.actors):
        return False
    return _type_words(mention.type) >= _telling(mention.title, set())


@lru_cache(maxsize=100)
def _words_of_kin(type: str) -> frozenset[str]:
    """The words of a type and its kin: the same meet often, each time at "talks"; the types say so."""
    kin = kin_of(type)
    return frozenset(word for each in kin for word in _type_words(each) if len(kin) > 1)


@lru_cache(maxsize=100)
def _type_words(type: str) -> frozenset[str]:
    """The words of a type's own name."""
    return frozenset(map(root_of, type.split("_")))


def _telling(said: str, known: set[str]) -> set[str]:
    """The roots of the telling words but for those that are known."""
    roots = set(map(root_of, set(words_in(said)) - known))
    roots.discard("")
    return roots
