"""People no gazetteer has, known by an office before or after them, by a given name, or by what they do."""

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.naming import Name, Naming
from tracker.values import Span

__all__ = ["Cue", "covered", "title_cues", "unknown_people", "with_nations"]

CAPITAL = re.compile(r"[A-Z][A-Z]*[a-z0-9]*")
SAID = re.compile(r"[\w.]+\Z")
TOWN = 24  # characters before a name that may say it is a town's
WORD = r"[A-Z][\w'-]+|[A-Z]\."
INSIDE_SENTENCE = re.compile(r"[\w.] ")
FAMILY_FIRST = re.compile(
    r"[A-Z][a-z]+ [A-Z][a-z]{1,6}(?:-[A-Za-z][a-z]{1,5}|(?: [A-Z][a-z]{1,6}){1,2})?(?!\w|-)"
)
OWNER = re.compile(r"(?<=s)'$|'s?$")
BESIDE = re.compile(r"(?:'s?)?,? (?:[a-z][\w-]* ){0,3}")
TWO_WORDS = re.compile(r"[A-Z][\w'.-]+ (?:[a-z]{2,3} |[A-Z]\. )?[A-Z][\w'-]+")
LONGEST = 70  # characters of an office with what it is for
LESSENED = 24  # characters before an office that may make it a lesser one


@dataclass(frozen=True, slots=True)
class Cue:
    """An office said right before a name; `end` is where the name begins."""

    start: int
    end: int
    title: str


def title_cues(text: str, starts: Iterable[int], naming: Naming) -> Iterator[Cue]:
    """The offices said right before the capitalised words that begin at `starts`."""
    titles = naming.titles
    for start in starts:
        if not start or text[start - 1] != " ":
            continue
        end = start - 1 - (text[start - 2] == ",")
        word = text[text.rfind(" ", 0, end) + 1 : end].lower()
        if word not in titles:  # "ex-president", "(president"
            said = None if word.isalpha() else SAID.search(word)
            word = said[0] if said else ""
        for title in titles.get(word, ()):
            begin = end - len(title)
            whole = begin <= 0 or not (text[begin - 1].isalnum() or text[begin - 1] == "-")
            if begin >= 0 and whole and text[begin:end].lower() == title:
                begin = _with_what_lessens(text, begin, naming)
                yield Cue(begin, start, text[begin:end])
                break
        else:
            if TWO_WORDS.match(text, start):
                yield from _with_portfolio(text, end, start, naming)


def _with_what_lessens(text: str, begin: int, naming: Naming) -> int:
    """Where an office begins with the words that make it less than a leader's: "Senate Majority | Leader"."""
    found = naming.lessening.search(text, max(0, begin - LESSENED), begin)
    return found.start() if found else begin


def _with_portfolio(text: str, end: int, start: int, naming: Naming) -> Iterator[Cue]:
    """The office that ends before a comma with what it is for ("minister of defence, "), or, with a comma or
    none, that somebody has as another has it ("counterpart ")."""
    found = naming.portfolio.search(text, max(0, end - LONGEST), end)
    if found and (text[end] == "," or found["office"] is None):
        yield Cue(found.start(), start, found["office"] or "")


def covered(names: Iterable[Name], length: int = 0, taken: bytearray | None = None) -> bytearray:
    """Which signs of a text of this length belong to names; those of `taken` as well."""
    taken = bytearray(length) if taken is None else taken
    for name in names:
        taken[name.span.start : name.span.end] = b"\1" * (name.span.end - name.span.start)
    return taken


def unknown_people(
    text: str, starts: Sequence[int], cues: Sequence[Cue], taken: bytearray, naming: Naming
) -> list[Name]:
    """People, and capitalised sequences of which that is not sure (their kind is "name")."""
    people = list(_by_title(text, cues, taken, naming))
    people += _by_given_name(text, starts, covered(people, taken=taken), naming)
    people += _by_context(text, covered(people, taken=taken), naming)
    sure = {name.text for name in people if name.kind == "person"}
    people = [name._replace(kind="person") if name.text in sure else name for name in people]
    return people + list(_repeated(text, starts, people, taken))


def _by_title(text: str, cues: Iterable[Cue], taken: bytearray, naming: Naming) -> Iterator[Name]:
    done = 0
    for cue in cues:
        hit = _capitalised(naming.inside).match(text, cue.end) if cue.end >= done else None
        if hit is None or taken.find(1, *hit.span()) >= 0:
            continue
        words = _without_titles(hit[0], naming)
        start = hit.end() - len(words)
        whole, words = words, OWNER.sub("", _before_institution(words, naming))
        if _is_of_a_body(cue.title, whole, words, naming):
            continue
        if words and words.split(" ")[0] not in naming.institutions:  # "the General Assembly"
            done = start + len(words)
            yield _person(words, start, naming, _whole_title(cue, text, start, naming))


def _is_of_a_body(title: str, whole: str, words: str, naming: Naming) -> bool:
    """Whether a title and the one word behind it begin the name of a body: "the General Customs | Department"."""
    last = whole[len(words) :].split()[-1:]
    return (
        title in naming.of_bodies and " " not in words and last != [] and last[0] in naming.bodies
    )


def _whole_title(cue: Cue, text: str, start: int, naming: Naming) -> str:
    """The title that ends where the name begins, where it holds the one found: "General Secretary Nong"."""
    longer = next(title_cues(text, [start], naming), cue)
    return longer.title if longer.start <= cue.start else cue.title


def _person(words: str, start: int, naming: Naming, title: str = "") -> Name:
    gazetteer = naming.gazetteer
    entry = (
        gazetteer.by_spelling(words) or gazetteer.by_spelling(_without_middle(words, naming))
        if " " in words
        else gazetteer.by_short(words)
    )
    return Name(Span(start, start + len(words)), words, "person", entry, "name", title)


def _without_middle(words: str, naming: Naming) -> str:
    """A full name without what stands between the given and the family name ("Anna Ivanovna Petrova"), where
    it stands in that order; else nothing."""
    first, *middle, last = words.removesuffix(" Jr").removesuffix(" Jr.").split(" ")
    return f"{first} {last}" if len(middle) == 1 and first not in naming.family else ""


@lru_cache(maxsize=8)
def _capitalised(inside: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{WORD})(?: (?:(?:{inside})[ -])*(?:{WORD})){{0,4}}")


def _before_institution(words: str, naming: Naming) -> str:
    """A sequence up to the first word that no person's name holds ("Ruto" of "Ruto Thursday")."""
    parts = words.split(" ")
    stop = next((n for n, part in enumerate(parts) if n and part in naming.institutions), None)
    return " ".join(parts[:stop])


def _by_given_name(
    text: str, starts: Iterable[int], taken: bytearray, naming: Naming
) -> Iterator[Name]:
    """Sequences that begin with a given name, or with a family name where that stands first."""
    done = 0
    for start in starts:
        if start < done or taken[start] or text[start - 1 : start].isalnum():
            continue
        end = text.find(" ", start, start + 20)
        first = text[start:end]
        if first in naming.given:
            hit = _capitalised(naming.inside).match(text, start)
        elif first in naming.family:
            hit = FAMILY_FIRST.match(text, start)
        else:
            continue
        before = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
        if hit is None or " " not in hit[0] or before in naming.not_after:
            continue
        if text[max(0, start - TOWN) : start].endswith(naming.towns):
            continue
        words = OWNER.sub("", hit[0])
        span = Span(start, start + len(words))
        if taken.find(1, *span) >= 0 or not naming.institutions.isdisjoint(words.split(" ")):
            continue
        done = span.end
        yield _person(words, start, naming)


def _by_context(text: str, taken: bytearray, naming: Naming) -> Iterator[Name]:
    """Capitalised sequences that an office follows ("Jane Roe, the trade minister,") or that speak."""
    for hit in naming.full_name.finditer(text):
        if taken.find(1, *hit.span()) >= 0:
            continue
        if not naming.institutions.isdisjoint(re.split(r"[ -]", hit[0])):
            continue
        if naming.follows.match(text, hit.end()):
            entry = naming.gazetteer.by_spelling(hit[0])
            yield Name(Span(*hit.span()), hit[0], "person", entry)
        elif not INSIDE_SENTENCE.match(text, max(0, hit.start() - 2)):
            yield Name(Span(*hit.span()), hit[0], "name")


def _repeated(
    text: str, starts: Iterable[int], people: Iterable[Name], taken: bytearray
) -> Iterator[Name]:
    """The other places where a person found once is named in full."""
    people = [p for p in people if p.kind == "person" and " " in p.text]
    full = {p.text: p for p in reversed(people)}
    by_first: dict[str, list[str]] = {}
    for name in sorted(full, key=len, reverse=True):
        by_first.setdefault(name[:3], []).append(name)
    taken = covered(people, taken=taken)
    done = 0
    for start in starts:
        names = by_first.get(text[start : start + 3], ()) if start >= done else ()
        for name in names:
            end = start + len(name)
            if text.startswith(name, start) and not _inside_word(text, start, end):
                done = end
                if taken.find(1, start, end) < 0:
                    yield full[name]._replace(span=Span(start, end), title="")
                break


def _inside_word(text: str, start: int, end: int) -> bool:
    around = text[start - 1 : start] + text[end : end + 1]
    return any(sign.isalnum() or sign == "_" for sign in around)


def _without_titles(words: str, naming: Naming) -> str:
    """What is left of a capitalised sequence once leading titles ("Minister General Jane") are gone."""
    while True:
        starts = [match.start() for match in CAPITAL.finditer(words)]
        cue = next(title_cues(words, starts, naming), None)
        if cue is None or cue.start:
            return "" if words in naming.words_of_titles else words
        words = words[cue.end :]


def with_nations(
    text: str, names: Iterable[Name], known: Sequence[Name], naming: Naming
) -> Iterator[Name]:
    """Unknown people and bodies with the country said beside them: "Kenyan President …", "…, the Omani
    minister"."""
    nations = [name for name in known if name.kind == "country" and name.entry]
    towns = {name.span.end: name for name in known if name.kind == "place" and name.country}
    for name in names:
        beside = _nation_of(text, name, nations, naming) if name.kind != "name" else None
        nation = beside.entity if beside else _nation_of_town(name, towns, naming)
        yield name._replace(nation=nation) if nation and not name.entry else name


def _nation_of_town(person: Name, towns: Mapping[int, Name], naming: Naming) -> str | None:
    """The country of the town that somebody governs: "Osaka Governor Ken Mori"."""
    if person.title.lower() not in naming.town_offices:
        return None
    town = towns.get(person.span.start - len(person.title) - 2)
    return town.country if town else None


def _nation_of(text: str, person: Name, nations: Sequence[Name], naming: Naming) -> Name | None:
    at = bisect.bisect_left(nations, person.span.start, key=lambda name: name.span.start)
    office = person.span.start - (len(person.title) + 1 if person.title else 0)
    if at and office >= nations[at - 1].span.end:
        before = nations[at - 1]
        owner = before.form != "name" or text.startswith("'", before.span.end) or person.title
        if owner and BESIDE.fullmatch(text, before.span.end, office):
            return before
    if at < len(nations):
        after = nations[at]
        for pattern in (naming.of, naming.apposed):
            if pattern.fullmatch(text, person.span.end, after.span.start):
                return after
    return None
