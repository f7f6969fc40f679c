"""Names in a text: known ones across spellings and short forms, unknown ones by their shape and a title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tracker.mentions.gazetteer import Alias, Entry, Gazetteer, load_gazetteer
from tracker.mentions.language import load_language
from tracker.rulebook import Rulebook
from tracker.values import Span

__all__ = ["Name", "find_names"]

CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Z]*[a-zà-öø-ÿ0-9]*")
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


def find_names(text: str, rulebook: Rulebook, language: str = "en") -> tuple[Name, ...]:
    """The names of `text` in order, not overlapping."""
    text = text.replace("’", "'")
    gazetteer = load_gazetteer(rulebook)
    known = [_titled(name, text, rulebook, language) for name in _known(text, gazetteer)]
    taken = _covered(known, len(text))
    people = list(_people_by_title(text, taken, rulebook, language))
    people += _people_by_context(text, [*known, *people], rulebook, language)
    sure = {name.text for name in people if name.kind == "person"}
    people = [replace(name, kind="person") if name.text in sure else name for name in people]
    people += _repeated(text, [*known, *people])
    found = sorted([*known, *people], key=lambda name: name.span)
    ambiguous = frozenset(load_language(rulebook, language).words("ambiguous_surnames"))
    return tuple(_with_short_forms(text, found, gazetteer, ambiguous))


def _known(text: str, gazetteer: Gazetteer) -> Iterator[Name]:
    done = 0
    for hit in CAPITAL.finditer(text):
        start = hit.start()
        if start < done:
            continue
        alias = next(
            (a for a in gazetteer.aliases.get(hit[0], ()) if _stands(text, start, a)), None
        )
        if alias is not None:
            done = start + len(alias.text)
            yield Name(Span(start, done), alias.text, alias.entry.kind, alias.entry, alias.form)


def _titled(name: Name, text: str, rulebook: Rulebook, language: str) -> Name:
    """A known person with the office said before the name ("Prime Minister")."""
    if name.kind != "person":
        return name
    start = name.span.start
    for cue in _title_cues(text, rulebook, language, max(0, start - 45), start):
        if cue.end == start:
            return replace(name, title=cue.title)
    return name


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


def _covered(names: list[Name], length: int) -> bytearray:
    taken = bytearray(length)
    for name in names:
        taken[name.span.start : name.span.end] = b"\1" * (name.span.end - name.span.start)
    return taken


@dataclass(frozen=True, slots=True)
class Cue:
    """An office said right before a name; `end` is where the name begins."""

    start: int
    end: int
    title: str


BEFORE_NAME = re.compile(r"([\w.]+),? (?=[A-ZÀ-ÖØ-Þ])")
ADDED = ("-general", " general", "-elect")


@lru_cache(maxsize=8)
def _titles_by_last_word(rulebook: Rulebook, language: str) -> dict[str, tuple[str, ...]]:
    """Titles in lower case by their last word, longest first."""
    found: dict[str, list[str]] = {}
    for title in load_language(rulebook, language).words("titles"):
        for form in (title.lower(), *(title.lower() + added for added in ADDED)):
            found.setdefault(re.split(r"[ -]", form)[-1], []).append(form)
    return {word: tuple(sorted(set(t), key=len, reverse=True)) for word, t in found.items()}


def _title_cues(
    text: str, rulebook: Rulebook, language: str, start: int = 0, end: int | None = None
) -> Iterator[Cue]:
    """The offices said right before a capitalised word."""
    titles = _titles_by_last_word(rulebook, language)
    stop = len(text) if end is None else end
    for hit in BEFORE_NAME.finditer(text, start, min(stop + 1, len(text))):
        said = hit.end(1)
        for title in titles.get(re.split("-", hit[1].lower())[-1], ()):
            begin = said - len(title)
            whole = begin <= 0 or not (text[begin - 1].isalnum() or text[begin - 1] == "-")
            if begin >= 0 and whole and text[begin:said].lower() == title:
                yield Cue(begin, hit.end(), text[begin:said])
                break


def _people_by_title(
    text: str, taken: bytearray, rulebook: Rulebook, language: str
) -> Iterator[Name]:
    done = 0
    for cue in _title_cues(text, rulebook, language):
        hit = UNKNOWN.match(text, cue.end)
        if hit is None or cue.end < done or any(taken[hit.start() : hit.end()]):
            continue
        words = _without_titles(hit[0], rulebook, language)
        if words:
            end = hit.start() + len(hit[0])
            start = end - len(words)
            bare = re.sub(r"['’]s$", "", words)
            done = end
            entry = load_gazetteer(rulebook).by_short(bare)
            yield Name(Span(start, start + len(bare)), bare, "person", entry, "name", cue.title)


FULL_NAME = re.compile(
    r"(?<![\w.] )(?<!\w)[A-ZÀ-ÖØ-Þ][a-zà-ÿ’'-]+(?: (?:bin|de|da|del|van|von|al-|el-)?[A-ZÀ-ÖØ-Þ](?:[\w’'-]+|\.)){1,3}"
)


def _people_by_context(
    text: str, known: list[Name], rulebook: Rulebook, language: str
) -> Iterator[Name]:
    """Capitalised sequences that an office follows ("Jane Roe, the trade minister,") or that speak."""
    taken = _covered(known, len(text))
    words = load_language(rulebook, language)
    institutions = frozenset(words.words("institution_words"))
    shows = _person_follows(rulebook, language)
    for hit in FULL_NAME.finditer(text):
        parts = re.split(r"[ -]", hit[0])
        if any(taken[hit.start() : hit.end()]) or institutions.intersection(parts):
            continue
        kind = "person" if shows.match(text, hit.end()) else "name"
        yield Name(Span(*hit.span()), hit[0], kind)


@lru_cache(maxsize=8)
def _person_follows(rulebook: Rulebook, language: str) -> re.Pattern[str]:
    words = load_language(rulebook, language)
    titles = "|".join(re.escape(t) for t in sorted(words.words("titles"), key=len, reverse=True))
    speech = "|".join(re.escape(t) for t in words.words("person_verbs"))
    return re.compile(
        rf", (?:the |a |an |who is |his |her )?(?:[\w’'-]+ ){{0,3}}?(?i:{titles})(?!\w)|,? (?:{speech})(?!\w)"
        if titles
        else r"(?!)"
    )


def _repeated(text: str, people: list[Name]) -> list[Name]:
    """The other places where a person found once is named in full."""
    names = sorted(
        {p.text for p in people if p.entry is None and p.kind == "person" and " " in p.text},
        key=len,
        reverse=True,
    )
    if not names:
        return []
    taken = _covered(people, len(text))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")
    return [
        Name(Span(*hit.span()), hit[0], "person")
        for hit in pattern.finditer(text)
        if not any(taken[hit.start() : hit.end()])
    ]


def _without_titles(words: str, rulebook: Rulebook, language: str) -> str:
    """What is left of a capitalised sequence once leading titles ("Minister General Jane") are gone."""
    while (cue := next(_title_cues(words, rulebook, language), None)) is not None and not cue.start:
        words = words[cue.end :]
    titles = load_language(rulebook, language).words("titles")
    return "" if words in titles else words


def _famous(text: str, gazetteer: Gazetteer, ambiguous: frozenset[str]) -> dict[str, Name]:
    """People whose surname alone is enough, though the text never names them in full."""
    return {
        short: Name(Span(0, 0), entries[0].name, "person", entries[0])
        for short, entries in gazetteer.shorts.items()
        if len(entries) == 1 and short not in ambiguous and short in text
    }


def _with_short_forms(
    text: str, found: list[Name], gazetteer: Gazetteer, ambiguous: frozenset[str]
) -> Iterator[Name]:
    """The names, and later surnames or short forms of people the text has named in full."""
    shorts = _famous(text, gazetteer, ambiguous)
    for name in found:
        if name.kind == "person":
            for short in _shorts(name):
                shorts[short] = shorts[short] if short in shorts and shorts[short].entry else name
    position = 0
    for name in found:
        yield from _shorts_between(text, position, name.span.start, shorts)
        yield name
        position = name.span.end
    yield from _shorts_between(text, position, len(text), shorts)


def _shorts(name: Name) -> tuple[str, ...]:
    if name.entry:
        return name.entry.short
    words = name.text.split()
    return (words[-1],) if len(words) > 1 and len(words[-1]) > 2 else ()


def _shorts_between(text: str, start: int, end: int, shorts: dict[str, Name]) -> Iterator[Name]:
    if not shorts:
        return
    for hit in re.compile(r"[A-ZÀ-ÖØ-Þ][\w-]*(?: [A-ZÀ-ÖØ-Þ][\w-]*)?").finditer(text, start, end):
        for words in (hit[0], hit[0].split()[0], hit[0].split()[-1]):
            if words in shorts:
                at = hit.start() + hit[0].index(words)
                full = shorts[words]
                yield Name(
                    Span(at, at + len(words)), words, "person", full.entry, "short", full.title
                )
                break
