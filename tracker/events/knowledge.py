"""What the rule file says of event types: which may be one happening, which can be part of which."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from tracker.events.lexicon import listed
from tracker.events.words import roots_of
from tracker.rulebook import load_rulebook

__all__ = [
    "RelationRules",
    "StageRules",
    "generic_words",
    "given_names",
    "kin_of",
    "number_words",
    "portfolio_words",
    "relation_rules",
    "road_words",
    "sorts_of_type",
    "town_words",
    "towns_of_venues",
    "unions",
]

FILE = "relations.toml"
UNION = "union"
GENERIC = ("institution_words.txt", "rank_words.txt")


@dataclass(frozen=True, slots=True)
class StageRules:
    """How long what takes days may take, by type, and the verbs for its beginning and its end."""

    days: Mapping[str, int]
    named: Mapping[str, int]  # with a proper name
    begin: frozenset[str]
    end: frozenset[str]
    begun: frozenset[str]  # the same as reports tell them, right before what began
    ended: frozenset[str]


@dataclass(frozen=True, slots=True)
class RelationRules:
    """The shipped `relations.toml`."""

    kin: Mapping[str, frozenset[str]]
    brief: frozenset[str]
    lasting: frozenset[str]
    between: frozenset[str]
    bodied: frozenset[str]
    single: frozenset[str]
    called: frozenset[str]
    paired: frozenset[str]
    placed: frozenset[str]
    each: frozenset[str]  # kinds
    aimed: Mapping[str, tuple[str, ...]]  # by type, the words before whom it is against
    alike: tuple[frozenset[str], ...]
    matter: Mapping[str, tuple[int, frozenset[str]]]  # by type, the words that titles share
    one_of_a_sort: frozenset[str]  # types of which a place seldom sees two of one sort in a day
    topics: Mapping[str, frozenset[str]]  # by type, words that tell the matter even in names
    declared: frozenset[str]  # sorts
    stages: StageRules
    parts: frozenset[tuple[str, str]]  # (part, whole)
    commemorating: frozenset[str]
    superseded: frozenset[str]
    superseding_days: int


@lru_cache(maxsize=1)
def relation_rules() -> RelationRules:
    """The rules, read once."""
    table: Mapping[str, Any] = load_rulebook().under(FILE)[0].table
    kin: dict[str, frozenset[str]] = {}
    for row in table.get("kin", ()):
        for type in row["types"]:
            kin[type] = kin.get(type, frozenset()) | frozenset(row["types"])
    return RelationRules(
        kin=kin,
        brief=frozenset(table.get("brief", {}).get("types", ())),
        lasting=frozenset(table.get("lasting", {}).get("types", ())),
        alike=tuple(frozenset(row["kinds"]) for row in table.get("alike", ())),
        matter={
            type: (int(row["least"]), frozenset(roots_of(row["common"].split())))
            for row in table.get("matter", ())
            for type in row["types"]
        },
        one_of_a_sort=frozenset(
            type
            for row in table.get("matter", ())
            for type in row["types"]
            if row.get("one_of_a_sort")
        ),
        between=frozenset(table.get("between", {}).get("types", ())),
        aimed={
            type: tuple(row["before"]) for row in table.get("aimed", ()) for type in row["types"]
        },
        paired=frozenset(table.get("paired", {}).get("types", ())),
        placed=frozenset(table.get("placed", {}).get("types", ())),
        bodied=frozenset(table.get("bodied", {}).get("types", ())),
        single=frozenset(table.get("single", {}).get("types", ())),
        called=frozenset(table.get("called", {}).get("types", ())),
        each=frozenset(table.get("each", {}).get("kinds", ())),
        topics={
            type: frozenset(roots_of(row.get("topics", "").split()))
            for row in table.get("matter", ())
            for type in row["types"]
        },
        declared=frozenset(table.get("declared", {}).get("sorts", ())),
        stages=StageRules(
            days=table["stages"]["days"],
            named=table["stages"].get("named", {}),
            begin=frozenset(table["stages"]["begin"].split()),
            end=frozenset(table["stages"]["end"].split()),
            begun=frozenset(table["stages"].get("begun", "").split()),
            ended=frozenset(table["stages"].get("ended", "").split()),
        ),
        parts=frozenset(
            (part, whole)
            for row in table.get("part_of", ())
            for part in row["part"]
            for whole in row["whole"]
        ),
        commemorating=frozenset(table["commemorates"]["types"]),
        superseded=frozenset(table["supersedes"]["status"]),
        superseding_days=int(table["supersedes"]["days"]),
    )


@lru_cache(maxsize=1)
def generic_words() -> frozenset[str]:
    """Words of names that say what kind of thing is named ("Street", "Hospital") or what somebody is
    ("Sgt"), in small letters."""
    found = (word for name in GENERIC for word, _ in listed(name))
    return frozenset(word for word in found if " " not in word) | road_words().keys()


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Names that people are given, in small letters."""
    return frozenset(word for word, _ in listed("given_names.txt"))


@lru_cache(maxsize=1)
def road_words() -> Mapping[str, str]:
    """Words that names of roads end in, in small letters, each with its kind: "St" is "Street"."""
    return {word: row["value"] for word, row in listed("road_words.csv")}


@lru_cache(maxsize=1)
def town_words() -> frozenset[str]:
    """Words that names of towns end in although other names do so, too ("Kansas City"), in small letters."""
    return frozenset(word for word, _ in listed("town_words.txt"))


@lru_cache(maxsize=1)
def towns_of_venues() -> Mapping[str, str]:
    """The town, as it is written, that a palace, a square or the seat of an office lies in, by the gazetteer's id."""
    return {
        str(row["id"]): str(row["city"])
        for file in load_rulebook().under("gazetteers/")
        for row in file.rows
        if row.get("city")
    }


@lru_cache(maxsize=1)
def unions() -> frozenset[str]:
    """The ids of those among the countries that states join and leave, and whose leaders meet as a body."""
    return frozenset(
        str(row["id"])
        for file in load_rulebook().under("gazetteers/")
        for row in file.rows
        if row.get("kind") == UNION
    )


@lru_cache(maxsize=1)
def number_words() -> Mapping[str, str]:
    """Words that count, in small letters, each with its figure."""
    return {word: row["value"] for word, row in listed("cardinals.csv")}


@lru_cache(maxsize=1)
def portfolio_words() -> Mapping[str, str]:
    """What offices are called, in small letters, each with what it is for."""
    return {word: row["value"] for word, row in listed("portfolios.csv")}


@cache
def sorts_of_type(type: str) -> Mapping[str, tuple[str, ...]]:
    """The sorts that the rule files tell within a type, each with its words."""
    names = {
        name
        for file in load_rulebook().files
        if file.name.endswith(f"/events/{type}.toml")
        for name in file.table.get("sorts", ())
    }
    return {
        name: tuple(file.table[name])
        for file in load_rulebook().files
        if "/lexicons/" in file.name and file.name.endswith(".toml")
        for name in sorted(names & file.table.keys())
    }


def kin_of(type: str) -> frozenset[str]:
    """Every type that may name a happening of this type, itself included."""
    return relation_rules().kin.get(type, frozenset({type}))
