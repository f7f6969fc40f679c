"""The known names: people, countries with their people and capitals, cities, venues, bodies. All of it is data."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from tracker.mentions.spelling import Spellings, fold, spellings_of
from tracker.rulebook import Rulebook, RuleFile

__all__ = ["VENUE", "Entry", "Gazetteer", "first_word", "load_gazetteer"]

VENUE = "venue"  # the detail of a hall, a palace or a square


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity. `kind` is person, country, place or body; `name` is how titles call it."""

    id: str
    name: str
    kind: str
    country: str = ""
    title: str = ""
    short: tuple[str, ...] = ()
    detail: str = ""  # of a body: party, parliament, council …; of a country: union
    capital: str = ""  # of a country


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling. `form` is name, demonym ("Russian") or capital (a place that also speaks for its state)."""

    text: str  # letters without their marks
    entry: Entry
    form: str = "name"


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Every entry by id, and every spelling by its first word, longest first."""

    entries: Mapping[str, Entry]
    aliases: Mapping[str, tuple[Alias, ...]]
    shorts: Mapping[str, tuple[Entry, ...]]
    spellings: Spellings
    keys: Mapping[str, Entry]  # people by what their spellings share

    def by_short(self, name: str) -> Entry | None:
        """The one person who goes by this short name ("Merkel"), None where there are several."""
        found = self.shorts.get(fold(name), ())
        return found[0] if len(found) == 1 else None

    def by_spelling(self, name: str) -> Entry | None:
        """The person whom another spelling of the full name means."""
        key = self.spellings.key(name)
        return self.keys.get(key) if key else None


def first_word(text: str) -> str:
    """What spellings are looked up by: the leading letters of a name ("U" of "U.S.")."""
    count = next((n for n, sign in enumerate(text) if not sign.isalnum()), len(text))
    return text[:count]


@lru_cache(maxsize=8)
def load_gazetteer(rulebook: Rulebook) -> Gazetteer:
    """The entries of every gazetteers/ file; a later folder's entry of the same id replaces the earlier."""
    found: dict[str, list[Alias]] = {}
    for file in rulebook.under("gazetteers/"):
        reader = READERS.get(file.name.rsplit("/", 1)[-1])
        if reader is None:
            continue
        for row in file.rows:
            aliases = reader(file, {key: value or "" for key, value in row.items()})
            found[f"{aliases[0].entry.kind}:{aliases[0].entry.id}"] = aliases
    by_word: dict[str, list[Alias]] = {}
    for alias in (alias for aliases in found.values() for alias in aliases):
        by_word.setdefault(first_word(alias.text), []).append(alias)
    spellings = spellings_of(
        row for file in rulebook.under("gazetteers/spellings.csv") for row in file.rows
    )
    ordered = {
        word: tuple(sorted(group, key=lambda a: -len(a.text))) for word, group in by_word.items()
    }
    entries = {aliases[0].entry.id: aliases[0].entry for aliases in found.values()}
    shorts: dict[str, tuple[Entry, ...]] = {}
    for entry in entries.values():
        for name in entry.short:
            if entry not in shorts.get(name, ()):
                shorts[name] = (*shorts.get(name, ()), entry)
    return Gazetteer(entries, ordered, shorts, spellings, _by_key(ordered.values(), spellings))


def _by_key(groups: Iterable[Iterable[Alias]], spellings: Spellings) -> dict[str, Entry]:
    """People by the keys of their names; a key that several share means nobody."""
    found: dict[str, set[Entry]] = {}
    for alias in (alias for group in groups for alias in group):
        key = spellings.key(alias.text) if alias.entry.kind == "person" else ""
        if key:
            found.setdefault(key, set()).add(alias.entry)
    return {key: next(iter(entries)) for key, entries in found.items() if len(entries) == 1}


def _parts(value: str) -> list[str]:
    return [part.strip() for part in value.split("|") if part.strip()]


def _person(file: RuleFile, row: Mapping[str, str]) -> list[Alias]:
    entry = Entry(
        row["id"],
        row["name"],
        "person",
        row["country"],
        row["title"],
        tuple(map(fold, _parts(row["short"]))),
    )
    return [Alias(fold(name), entry) for name in [row["name"], *_parts(row["aliases"])]]


def _country(file: RuleFile, row: Mapping[str, str]) -> list[Alias]:
    capital = next(iter(_parts(row["capital"])), "")
    detail = row.get("kind", "")
    entry = Entry(row["id"], row["name"], "country", row["id"], detail=detail, capital=capital)
    names = [Alias(fold(name), entry) for name in [row["name"], *_parts(row["aliases"])]]
    names += [Alias(fold(name), entry, "demonym") for name in _parts(row["demonyms"])]
    return names + [Alias(fold(name), entry, "capital") for name in _parts(row["capital"])]


def _place(file: RuleFile, row: Mapping[str, str], detail: str = "") -> list[Alias]:
    entry = Entry(row["id"], row["name"], "place", row["country"], detail=detail)
    return [Alias(fold(name), entry) for name in [row["name"], *_parts(row["aliases"])]]


def _region(file: RuleFile, row: Mapping[str, str]) -> list[Alias]:
    entry = Entry(row["id"], row["name"], "place", row["country"])
    demonyms = [Alias(fold(name), entry, "demonym") for name in _parts(row["demonyms"])]
    return [Alias(fold(row["name"]), entry), *demonyms]


def _body(file: RuleFile, row: Mapping[str, str]) -> list[Alias]:
    entry = Entry(row["id"], row["name"], "body", row["country"], detail=row["kind"])
    return [Alias(fold(name), entry) for name in [row["name"], *_parts(row["aliases"])]]


READERS: Mapping[str, Callable[[RuleFile, Mapping[str, str]], list[Alias]]] = {
    "people.csv": _person,
    "countries.csv": _country,
    "cities.csv": _place,
    "regions.csv": _region,
    "venues.csv": partial(_place, detail=VENUE),
    "bodies.csv": _body,
}
