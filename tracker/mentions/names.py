"""Names in a text: known ones across spellings and short forms, unknown ones by their shape and a title."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.mentions.bodies import letters_of, unknown_bodies
from tracker.mentions.called import with_bodies_called
from tracker.mentions.gazetteer import Alias, Entry, first_word
from tracker.mentions.naming import Name, Naming, load_naming
from tracker.mentions.people import CAPITAL, Cue, covered, title_cues, unknown_people, with_nations
from tracker.mentions.spelling import fold
from tracker.rulebook import Rulebook
from tracker.values import Span

__all__ = ["Name", "find_names"]

SHORT = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)?")


def find_names(text: str, rulebook: Rulebook, language: str = "en") -> tuple[Name, ...]:
    """The names of `text` in order, not overlapping."""
    naming = load_naming(rulebook, language)
    plain = fold(text)
    capitals = [match.span() for match in CAPITAL.finditer(plain)]
    starts = [start for start, _ in capitals]
    cues = list(title_cues(plain, starts, naming))
    known = list(_known(plain, capitals, cues, naming))
    taken = covered(known, len(plain))
    people = unknown_people(plain, starts, cues, taken, naming)
    bodies = list(unknown_bodies(plain, covered(people, taken=taken), naming))
    letters = list(letters_of(plain, bodies, covered(bodies, taken=taken)))
    others = with_nations(plain, [*people, *bodies, *letters], known, naming)
    found = sorted([*known, *others], key=lambda name: name.span)
    found = list(_in_rows(plain, found, naming))
    named = list(_with_short_forms(plain, found, naming))
    return tuple(_as_written(text, with_bodies_called(plain, named, naming)))


def _in_rows(text: str, names: Sequence[Name], naming: Naming) -> Iterator[Name]:
    """The names; one that may be a person's is where it stands in a row between two people."""
    last: Name | None = None
    for number, name in enumerate(names):
        after = names[number + 1] if number + 1 < len(names) else None
        if name.kind == "name" and last and after and last.kind == after.kind == "person":
            joined = naming.row.fullmatch(text, last.span.end, name.span.start)
            office = after.span.start - (len(after.title) + 1 if after.title else 0)
            if joined and naming.row.fullmatch(text, name.span.end, office):
                name = name._replace(kind="person")
        yield name
        last = name


def _as_written(text: str, names: Iterable[Name]) -> Iterator[Name]:
    text = text.replace("’", "'")
    for name in names:
        written = name.span.of(text)
        yield name if written == name.text else name._replace(text=written)


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
            if (
                text.startswith(alias.text, start)
                and _stands(text, start, alias, naming)
                and not _is_of_another(text, start, alias, naming)
            ):
                if _goes_on(text, start, alias, naming) or _is_surname(text, start, alias, naming):
                    break
                done = start + len(alias.text)
                title = said.get(start, "") if alias.entry.kind == "person" else ""
                span = Span(start, done)
                yield Name(span, alias.text, alias.entry.kind, alias.entry, alias.form, title)
                break


def _goes_on(text: str, start: int, alias: Alias, naming: Naming) -> bool:
    """Whether a name that begins with an article is the beginning of a longer one: "The South" of "The South
    African minister"."""
    article, _, rest = alias.text.partition(" ")
    if article.lower() not in naming.the or article.islower() or not rest:
        return False
    behind = start + len(article) + 1
    others = naming.gazetteer.aliases.get(first_word(rest), ())
    return any(
        len(other.text) > len(rest)
        and text.startswith(other.text, behind)
        and _stands(text, behind, other, naming)
        for other in others
    )


def _is_surname(text: str, start: int, alias: Alias, naming: Naming) -> bool:
    """Whether what is also a town's name is somebody's here: "Rosa Lima", "Del Rosario"."""
    if alias.entry.kind != "place" or " " in alias.text:
        return False
    before = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
    return before in naming.given or before in naming.large_particles


def _stands(text: str, start: int, alias: Alias, naming: Naming) -> bool:
    """Whether the spelling at `start` stands there as a whole. A full personal name may be glued to its
    neighbours ("thatJane Roevisited"), as pages that lose their inline tags print it."""
    end = start + len(alias.text)
    before, after = text[start - 1 : start], text[end : end + 1]
    glued = alias.entry.kind == "person" and " " in alias.text
    if before and (before.isalnum() or before == "-") and not (glued and before.islower()):
        return before == "-" and alias.entry.kind in ("country", "body")
    if after.isalnum():
        return glued and after.islower()
    article, blank, _ = alias.text.partition(" ")
    led = blank and article.lower() in naming.the
    if led and after == " " and text[end + 1 : end + 2].isupper():
        return False  # "The South Pacific"
    return not (after in (".", "$") and alias.text == "US")


def _is_of_another(text: str, start: int, alias: Alias, naming: Naming) -> bool:
    """Whether a name is only part of that of a road, a sea, a war or a newspaper: "Washington Street", "Lake Chad"."""
    end = start + len(alias.text)
    if _names_a_road(text, end, naming):
        return True
    if alias.entry.kind != "country":
        return False
    before = text[max(0, start - LONGER) : start]
    return bool(naming.longer_before.search(before) or naming.longer_behind.match(text, end))


LONGER = 20  # characters before a name that may be of a longer one


def _names_a_road(text: str, end: int, naming: Naming) -> bool:
    """Whether the name that ends there is only part of a road's: "Washington Street"."""
    after = naming.road.match(text, end)
    return after is not None and after[1] in naming.roads


def _with_short_forms(text: str, found: list[Name], naming: Naming) -> Iterator[Name]:
    """The names, and surnames or short forms of people the text names in full, or whom everybody knows."""
    shorts = _called_afterwards(found, naming)
    position = 0
    for name in found:
        yield from _shorts_between(text, position, name.span.start, shorts, naming)
        yield name
        position = name.span.end
    yield from _shorts_between(text, position, len(text), shorts, naming)


def _called_afterwards(found: Iterable[Name], naming: Naming) -> dict[str, Name]:
    """Whom a short name means in the text. A family name that stands first means a known person only where
    no other of that name is named."""
    shorts: dict[str, Name] = {}
    families: dict[str, dict[str, Name]] = {}
    for name in found:
        if name.kind != "person":
            continue
        for short in _shorts(name, naming):
            shorts[short] = shorts[short] if short in shorts and shorts[short].entry else name
        family, _, rest = name.text.partition(" ")
        if rest and family in naming.family:
            families.setdefault(family, {}).setdefault(name.entity or name.text, name)
    for family, people in families.items():
        if len(people) == 1:
            shorts.setdefault(family, next(iter(people.values())))
    return shorts


def _shorts(name: Name, naming: Naming) -> tuple[str, ...]:
    """What a person named in full is called afterwards."""
    words = name.text.split()
    if len(words) < 2:
        return name.entry.short if name.entry else ()
    first = words[0] in naming.family
    called = words[0] if first else words[-1]
    if name.entry:
        own = name.entry.short
        return (*own, called) if own and not first and len(called) > 3 else own
    return (called,) if len(called) > 2 else ()


def _shorts_between(
    text: str, start: int, end: int, shorts: Mapping[str, Name], naming: Naming
) -> Iterator[Name]:
    for hit in SHORT.finditer(text, start, end):
        first, _, last = hit[0].partition(" ")
        for words in (hit[0], first, last) if last else (first,):
            at = hit.start() + hit[0].index(words)
            named = list(_named_short(words, at, shorts, naming))
            named = named or list(_beside_a_leader(text, words, at, shorts, naming))
            if named and not _names_a_road(text, at + len(words), naming):
                yield from named
            if named:
                break


def _named_short(words: str, at: int, shorts: Mapping[str, Name], naming: Naming) -> Iterator[Name]:
    """Whom the words name in short: one person, or each of a pair ("the Stoltenberg-Erdogan meeting"). Beside
    somebody whom everybody knows a common surname means the leader."""
    one, _, other = words.partition("-")
    famous = naming.famous
    if not (
        words in shorts
        or words in famous
        or (other and (one in shorts or one in famous or other in shorts or other in famous))
    ):
        return  # so for nearly all capitalised words
    found = [(one, at), (other, at + len(one) + 1)]
    whole = {name: shorts.get(name) or _famous(name, famous) for name in (words, one, other)}
    if other and (whole[one] or whole[other]):
        leaders = {name: naming.gazetteer.by_short(name) for name in (one, other)}
        whole |= {n: whole[n] or _famous(n, leaders) for n in (one, other)}
    if not (whole[one] and whole[other]):
        found = [(words, at)]
    for name, begin in found:
        if full := whole[name]:
            yield full._replace(span=Span(begin, begin + len(name)), text=name, form="short")


def _beside_a_leader(
    text: str, word: str, at: int, shorts: Mapping[str, Name], naming: Naming
) -> Iterator[Name]:
    """The leader whom a common surname means right beside another leader's: "Trump and Kim"."""
    entry = naming.gazetteer.by_short(word) if " " not in word else None
    if entry is None:
        return
    after = naming.and_after.match(text, at + len(word))
    before = naming.and_before.search(text, max(0, at - 40), at)
    if any(said and (said[1] in naming.famous or said[1] in shorts) for said in (after, before)):
        yield Name(Span(at, at + len(word)), word, "person", entry, "short")


def _famous(name: str, famous: Mapping[str, Entry | None]) -> Name | None:
    """One whom the text never names in full."""
    entry = famous.get(name)
    return Name(Span(0, len(name)), name, "person", entry) if entry else None
