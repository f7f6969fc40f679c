"""Names in a text: known ones across spellings and short forms, unknown ones by their shape and a title."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tracker.mentions.gazetteer import Alias, Entry, Gazetteer, load_gazetteer
from tracker.mentions.language import load_language
from tracker.rulebook import Rulebook
from tracker.values import Span

__all__ = ["Name", "find_names"]

CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Z]*[a-zà-öø-ÿ0-9]*")
SHORT = re.compile(r"[A-ZÀ-ÖØ-Þ][\w-]*(?: [A-ZÀ-ÖØ-Þ][\w-]*)?")
UNKNOWN = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][\w’'-]+|[A-Z]\.)(?: (?:(?:al|bin|de|da|del|dos|van|von|der|el|la|Al)[ -])*(?:[A-ZÀ-ÖØ-Þ][\w’-]+|[A-Z]\.)){0,4}"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text. `entry` is None for one found by its shape only; `title` is the office said there."""

    span: Span
    text: str
    kind: str
    entry: Entry | None = None
    form: str = "name"
    title: str = ""

    @property
    def entity(self) -> str | None:
        """The gazetteer's id, None for an unknown name."""
        return self.entry.id if self.entry else None

    @property
    def shown(self) -> str:
        """The name a title would use."""
        return self.entry.name if self.entry else self.text


@dataclass(frozen=True, slots=True)
class Cue:
    """An office said right before a name; `end` is where the name begins."""

    start: int
    end: int
    title: str


@dataclass(frozen=True, eq=False)
class Naming:
    """What names are found by: the gazetteer, and the words of a language prepared for looking up."""

    gazetteer: Gazetteer
    titles: Mapping[str, tuple[str, ...]]  # in lower case by their last word, longest first
    words_of_titles: frozenset[str]
    institutions: frozenset[str]
    ambiguous: frozenset[str]
    follows: re.Pattern[str]  # what shows behind a capitalised sequence that it is a person


@lru_cache(maxsize=8)
def load_naming(rulebook: Rulebook, language: str = "en") -> Naming:
    """The names and the words of names of the rulebook."""
    words = load_language(rulebook, language)
    titles = words.words("titles")
    return Naming(
        load_gazetteer(rulebook),
        _by_last_word(titles),
        frozenset(titles),
        frozenset(words.words("institution_words")),
        frozenset(words.words("ambiguous_surnames")),
        _person_follows(titles, words.words("person_verbs")),
    )


def find_names(text: str, rulebook: Rulebook, language: str = "en") -> tuple[Name, ...]:
    """The names of `text` in order, not overlapping."""
    text = text.replace("’", "'")
    naming = load_naming(rulebook, language)
    capitals = [match.span() for match in CAPITAL.finditer(text)]
    cues = list(_title_cues(text, [start for start, _ in capitals], naming))
    known = list(_known(text, capitals, cues, naming))
    taken = _covered(known, len(text))
    people = list(_people_by_title(text, cues, taken, naming))
    people += _people_by_context(text, _covered(people, taken=taken), naming)
    sure = {name.text for name in people if name.kind == "person"}
    people = [replace(name, kind="person") if name.text in sure else name for name in people]
    people += _repeated(text, people, taken)
    found = sorted([*known, *people], key=lambda name: name.span)
    return tuple(_with_short_forms(text, found, naming))


def _known(
    text: str, capitals: Sequence[tuple[int, int]], cues: Sequence[Cue], naming: Naming
) -> Iterator[Name]:
    """The names of the gazetteer, people with the office said before the name ("Prime Minister")."""
    said = {cue.end: cue.title for cue in cues}
    aliases = naming.gazetteer.aliases
    done = 0
    for start, end in capitals:
        if start < done:
            continue
        for alias in aliases.get(text[start:end], ()):
            if _stands(text, start, alias):
                done = start + len(alias.text)
                title = said.get(start, "") if alias.entry.kind == "person" else ""
                span = Span(start, done)
                yield Name(span, alias.text, alias.entry.kind, alias.entry, alias.form, title)
                break


def _stands(text: str, start: int, alias: Alias) -> bool:
    """Whether the spelling stands at `start` as a whole. A full personal name may be glued to its
    neighbours ("thatJane Roevisited"), as pages that lose their inline tags print it."""
    end = start + len(alias.text)
    if not text.startswith(alias.text, start):
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    glued = alias.entry.kind == "person" and " " in alias.text
    if before and (before.isalnum() or before == "-") and not (glued and before.islower()):
        return before == "-" and alias.entry.kind == "country"
    if after.isalnum():
        return glued and after.islower()
    return not (after == "." and alias.text == "US")


def _covered(names: Iterable[Name], length: int = 0, taken: bytearray | None = None) -> bytearray:
    """Which signs of a text of this length belong to names; those of `taken` as well."""
    taken = bytearray(length) if taken is None else taken
    for name in names:
        taken[name.span.start : name.span.end] = b"\1" * (name.span.end - name.span.start)
    return taken


SAID = re.compile(r"[\w.]+\Z")
ADDED = ("-general", " general", "-elect")


def _by_last_word(titles: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for title in titles:
        for form in (title.lower(), *(title.lower() + added for added in ADDED)):
            found.setdefault(re.split(r"[ -]", form)[-1], set()).add(form)
    return {word: tuple(sorted(t, key=len, reverse=True)) for word, t in found.items()}


def _title_cues(text: str, starts: Iterable[int], naming: Naming) -> Iterator[Cue]:
    """The offices said right before the capitalised words that begin at `starts`."""
    for start in starts:
        if not start or text[start - 1] != " ":
            continue
        end = start - 1 - (text[start - 2] == ",")
        word = SAID.search(text[max(0, text.rfind(" ", 0, end)) : end])
        for title in naming.titles.get(word[0].lower(), ()) if word else ():
            begin = end - len(title)
            whole = begin <= 0 or not (text[begin - 1].isalnum() or text[begin - 1] == "-")
            if begin >= 0 and whole and text[begin:end].lower() == title:
                yield Cue(begin, start, text[begin:end])
                break


def _people_by_title(
    text: str, cues: Iterable[Cue], taken: bytearray, naming: Naming
) -> Iterator[Name]:
    done = 0
    for cue in cues:
        hit = UNKNOWN.match(text, cue.end)
        if hit is None or cue.end < done or any(taken[hit.start() : hit.end()]):
            continue
        words = _without_titles(hit[0], naming)
        if words:
            end = hit.start() + len(hit[0])
            start = end - len(words)
            bare = re.sub(r"['’]s$", "", words)
            done = end
            entry = naming.gazetteer.by_short(bare)
            yield Name(Span(start, start + len(bare)), bare, "person", entry, "name", cue.title)


FULL_NAME = re.compile(
    r"(?<![\w.] )(?<!\w)[A-ZÀ-ÖØ-Þ][a-zà-ÿ’'-]+(?: (?:bin|de|da|del|van|von|al-|el-)?[A-ZÀ-ÖØ-Þ](?:[\w’'-]+|\.)){1,3}"
)


def _people_by_context(text: str, taken: bytearray, naming: Naming) -> Iterator[Name]:
    """Capitalised sequences that an office follows ("Jane Roe, the trade minister,") or that speak."""
    for hit in FULL_NAME.finditer(text):
        if any(taken[hit.start() : hit.end()]):
            continue
        if naming.institutions.isdisjoint(re.split(r"[ -]", hit[0])):
            kind = "person" if naming.follows.match(text, hit.end()) else "name"
            yield Name(Span(*hit.span()), hit[0], kind)


def _person_follows(titles: Iterable[str], verbs: Iterable[str]) -> re.Pattern[str]:
    offices = "|".join(re.escape(t) for t in sorted(titles, key=len, reverse=True))
    speech = "|".join(re.escape(t) for t in verbs)
    return re.compile(
        rf", (?:the |a |an |who is |his |her )?(?:[\w’'-]+ ){{0,3}}?(?i:{offices})(?!\w)|,? (?:{speech})(?!\w)"
        if offices
        else r"(?!)"
    )


def _repeated(text: str, people: Iterable[Name], taken: bytearray) -> Iterator[Name]:
    """The other places where a person found once is named in full."""
    sure = (p.text for p in people if p.entry is None and p.kind == "person" and " " in p.text)
    names = sorted(set(sure), key=lambda name: (-len(name), name))
    if not names:
        return
    taken = _covered(people, taken=taken)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")
    for hit in pattern.finditer(text):
        if not any(taken[hit.start() : hit.end()]):
            yield Name(Span(*hit.span()), hit[0], "person")


def _without_titles(words: str, naming: Naming) -> str:
    """What is left of a capitalised sequence once leading titles ("Minister General Jane") are gone."""
    while True:
        starts = [match.start() for match in CAPITAL.finditer(words)]
        cue = next(_title_cues(words, starts, naming), None)
        if cue is None or cue.start:
            return "" if words in naming.words_of_titles else words
        words = words[cue.end :]


def _with_short_forms(text: str, found: list[Name], naming: Naming) -> Iterator[Name]:
    """The names, and surnames or short forms of people the text names in full, or whom everybody knows."""
    shorts: dict[str, Name] = {}
    for name in found:
        if name.kind == "person":
            for short in _shorts(name):
                shorts[short] = shorts[short] if short in shorts and shorts[short].entry else name
    position = 0
    for name in found:
        yield from _shorts_between(text, position, name.span.start, shorts, naming)
        yield name
        position = name.span.end
    yield from _shorts_between(text, position, len(text), shorts, naming)


def _shorts(name: Name) -> tuple[str, ...]:
    if name.entry:
        return name.entry.short
    words = name.text.split()
    return (words[-1],) if len(words) > 1 and len(words[-1]) > 2 else ()


def _shorts_between(
    text: str, start: int, end: int, shorts: Mapping[str, Name], naming: Naming
) -> Iterator[Name]:
    for hit in SHORT.finditer(text, start, end):
        first, _, last = hit[0].partition(" ")
        for words in (hit[0], first, last or first):
            if full := shorts.get(words) or _famous(words, naming):
                at = hit.start() + hit[0].index(words)
                span = Span(at, at + len(words))
                yield Name(span, words, "person", full.entry, "short", full.title)
                break


def _famous(short: str, naming: Naming) -> Name | None:
    """Somebody whose surname alone is enough, though the text never names them in full."""
    entry = naming.gazetteer.by_short(short)
    if entry is None or short in naming.ambiguous:
        return None
    return Name(Span(0, 0), entry.name, "person", entry)
