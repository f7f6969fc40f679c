"""What names are found by: the gazetteer and the words of a language, prepared for looking up."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tracker.mentions.alternatives import any_of
from tracker.mentions.gazetteer import Entry, Gazetteer, load_gazetteer
from tracker.mentions.language import Language, load_language
from tracker.rulebook import Rulebook
from tracker.values import Span

__all__ = ["Name", "Naming", "load_naming"]

SEQUENCE = (
    r"[A-Z](?<![\w'-].)(?:(?:{owners})(?= )|[\w-]+(?:(?<=s)'(?= ))?)"
    r"(?:(?: (?:{joints})){{0,2}} [A-Z](?:(?:{owners})(?= )|[\w-]+(?:(?<=s)'(?= ))?)){{1,7}}"
)


class Name(NamedTuple):  # made by the dozen in every article
    """A name in the text. `entry` is None for one found by its shape only; `title` is the office said
    there, `nation` the country said beside an unknown name ("Kenyan President …")."""

    span: Span
    text: str
    kind: str
    entry: Entry | None = None
    form: str = "name"
    title: str = ""
    nation: str = ""

    @property
    def entity(self) -> str | None:
        """The gazetteer's id, None for an unknown name."""
        return self.entry.id if self.entry else None

    @property
    def shown(self) -> str:
        """The name a title would use."""
        return self.entry.name if self.entry else self.text

    @property
    def country(self) -> str | None:
        """The id of the country it belongs to, as far as it is known."""
        return (self.entry.country if self.entry else self.nation) or None

    @property
    def by_shape(self) -> bool:
        """Whether it is a body known by its words alone: its words stay readable for the rules."""
        return self.kind == "body" and self.entry is None


@dataclass(frozen=True, eq=False)
class Naming:
    """The known names, and the words by which others are known."""

    gazetteer: Gazetteer
    titles: Mapping[str, tuple[str, ...]]  # in lower case by their last word, longest first
    words_of_titles: frozenset[str]
    institutions: frozenset[str]  # no person's name holds one of these
    of_bodies: frozenset[str]  # titles that begin the names of bodies too
    famous: Mapping[str, Entry]  # people whose surname alone is enough, by it
    given: frozenset[str]  # given names that stand first
    family: frozenset[str]  # family names that stand first
    not_after: frozenset[str]  # what makes a place or a ship of a given name
    towns: tuple[str, ...]  # "town of" and the like: a place follows
    town_offices: frozenset[str]  # who has one of these governs the town named before it
    roads: frozenset[str]  # what names of roads end in
    bodies: frozenset[str]  # the words that make a capitalised sequence a body
    papers: frozenset[str]  # the words that make it the name of a treaty
    no_bodies: frozenset[str]
    days: frozenset[str]  # what ends no body's name
    openings: frozenset[str]  # what a sentence may open with before a name
    articles: frozenset[str]
    large_particles: frozenset[str]  # "Del", "Van"
    inside: str  # small words inside a personal name, as a pattern
    full_name: re.Pattern[str]  # what may be one by its letters alone: "Anna deVries"
    # capitalised words that may be the name of a body, small ones between them
    sequence: re.Pattern[str]
    joint: re.Pattern[str]  # the small words such a sequence may end with
    row: re.Pattern[str]  # what joins one to the next in a row of people
    lessening: re.Pattern[
        str
    ]  # at its end what makes an office no leader's: "opposition ", "Senate "
    portfolio: re.Pattern[str]  # at its end an office with what it is for, or "counterpart"
    follows: re.Pattern[str]  # what shows behind a capitalised sequence that it is a person
    the: frozenset[str]  # the article that a known name may begin with
    of: re.Pattern[str]  # between an office and the country behind it: "president of the"
    apposed: re.Pattern[str]  # between a name and an office told behind it
    and_after: re.Pattern[str]  # a name that stands beside another
    and_before: re.Pattern[str]
    called: re.Pattern[str]  # "the council", by which one named before may be meant
    road: re.Pattern[str]  # a capitalised word that is not itself "of" something
    longer_before: re.Pattern[str]  # a country's name is part of a longer one: "Gulf of"
    longer_behind: re.Pattern[str]


@lru_cache(maxsize=8)
def load_naming(rulebook: Rulebook, language: str = "en") -> Naming:
    """The names and the words of names of the rulebook."""
    words = load_language(rulebook, language)
    titles = words.words("titles")
    gazetteer = load_gazetteer(rulebook)
    leading = {title.lower() for title in words.words("leader_titles")}
    portfolios = [title for title in titles if title.lower() not in leading]
    joints = _any(words.words("body_joints"))
    of, beside = (_any(words.words(name)) for name in ("of_whom", "conjunctions"))
    owners = _any(word[1:] for word in words.words("owners_in_names"))
    ambiguous = words.words("ambiguous_surnames")
    return Naming(
        gazetteer=gazetteer,
        titles=_by_last_word(titles, words.words("title_endings")),
        words_of_titles=frozenset(titles),
        institutions=frozenset(words.words("institution_words", "longer_behind")),
        of_bodies=frozenset(words.words("titles_of_bodies")),
        famous={
            s: found[0]
            for s, found in gazetteer.shorts.items()
            if len(found) == 1 and s not in ambiguous
        },
        given=frozenset(words.words("given_names")),
        family=frozenset(words.words("family_names_first")),
        not_after=frozenset(words.words("name_not_after")),
        towns=tuple(f" {phrase} " for phrase in words.words("towns") if " " in phrase),
        town_offices=frozenset(words.words("town_offices")),
        roads=frozenset(words.words("road_words")),
        bodies=frozenset(words.words("body_heads")),
        papers=frozenset(words.words("papers")),
        no_bodies=frozenset(words.words("no_bodies")),
        days=frozenset(words.words("no_body_end")),
        openings=frozenset(words.words("headline_prepositions", "clause_breaks")),
        articles=frozenset(words.words("articles")),
        large_particles=frozenset(word for word in words.words("name_particles") if word.istitle()),
        inside=_any(words.words("name_particles")),
        full_name=re.compile(
            rf"[A-Z](?<!\w.)[a-z'-]+(?: (?:{_any(words.words('joined_particles'))})?[A-Z](?:[\w'-]+|\.)){{1,3}}"
        ),
        sequence=re.compile(SEQUENCE.format(joints=joints, owners=owners)),
        joint=re.compile(rf"(?: (?:{joints}))+ ?$"),
        row=re.compile(
            rf",(?: (?:{_any(words.words('in_a_row'))}))? | (?:{_any(words.words('in_a_row'))}) "
        ),
        lessening=re.compile(
            rf"(?<![\w-])(?:{any_of(words.words('below_leaders', 'lesser_offices'))}[ -]){{1,2}}$"
        ),
        portfolio=re.compile(
            rf"(?<![\w-])(?:(?i:(?P<office>{any_of(portfolios)})) (?:{_any(words.words('of_whom', 'office_for'))}) "
            rf"[\w'-]+(?:,? [\w'-]+){{0,4}}|(?i:{_any(words.words('counterparts'))}))$"
        ),
        follows=_person_follows(titles, words),
        the=frozenset(words.words("the")),
        of=re.compile(rf" (?:{of}) (?:(?:{_any(words.words('the'))}) )?"),
        apposed=re.compile(
            rf", (?:(?:{_any(words.words('before_apposed'))}) )?(?:[a-z][\w-]* ){{0,2}}"
        ),
        and_after=re.compile(rf" (?:{beside}) ([A-Z][\w-]*)"),
        and_before=re.compile(rf"([A-Z][\w-]*) (?:{beside}) \Z"),
        called=re.compile(
            rf"(?<![\w-])(?:(?P<the>{any_of(words.words('the'))})|[a-z]+) (?P<body>{any_of(words.words('called_bodies'), exact=True)})"
            rf"(?![\w'-]| (?:{of})\b)"
        ),
        road=re.compile(rf" ([A-Z][a-z]+)(?! (?:{of})\b)"),
        longer_before=re.compile(rf"(?<![\w-])(?:{_any(words.words('longer_before'))}) \Z"),
        longer_behind=re.compile(
            rf"(?:-[A-Z][a-z]+)? (?:{_any(words.words('longer_behind'))})(?![\w-]| [A-Z])"
        ),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"


def _by_last_word(titles: Iterable[str], endings: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for title in titles:
        for form in (title.lower(), *(title.lower() + added for added in endings)):
            found.setdefault(re.split(r"[ -]", form)[-1], set()).add(form)
    return {word: tuple(sorted(t, key=len, reverse=True)) for word, t in found.items()}


def _person_follows(titles: Iterable[str], words: Language) -> re.Pattern[str]:
    offices, verbs = any_of(titles), any_of(words.words("person_verbs"), exact=True)
    before = _any(words.words("before_apposed", "before_apposed_office"))
    return re.compile(
        rf", (?:(?:{before}) )?(?:[\w'-]+ ){{0,3}}?{offices}(?!\w)|,? {verbs}(?!\w)"
        if titles
        else r"(?!)"
    )
