"""What single words say of time, and the signs that part clauses: the marks of a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tracker.dates.rules import Grammar
from tracker.dates.view import View

__all__ = [
    "BE",
    "CLOSE",
    "COMMA",
    "EITHER",
    "END",
    "FUTURE",
    "LEAD",
    "NEARER",
    "PAST",
    "PLAN",
    "STOP",
    "Cues",
    "Mark",
    "cues",
]

NAME_REACH: Final = 30  # characters
REACH: Final = 160  # characters that tell whether words are written large
WORD: Final = r"[\u3040-\ud7af]|[^\W\d_\u3040-\ud7af]+(?:'[a-z]+)?"
STOPS: Final = ".!?;:\n。！？"  # what STOP finds
STOP: Final = r"[.!?;:](?=[\s\"')])|\n|[。！？]"
_NAMED: Final = re.compile(r"(?<!\w)[A-Z][\w'’-]+ $")
_LONG: Final = re.compile(r"[^\W\d_]{4,}")
_NEXT: Final = re.compile(r" (\w+)")

FUTURE: Final = 1
PAST: Final = -1
PLAN: Final = 2  # looks ahead if a LEAD stands between it and the date
LEAD: Final = 4
BE: Final = 8  # a past form after it is a participle
CLOSE: Final = 16  # looks ahead only right before the date
EITHER: Final = 128  # right before the date: whichever is nearer
NEARER: Final = 256  # so wherever it stands
COMMA: Final = 32
END: Final = 64


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that says something of time, or a sign that parts clauses."""

    start: int
    end: int
    what: int
    word: str

    @property
    def sign(self) -> int:
        """Past, future, or neither by itself."""
        return self.what if self.what in (FUTURE, PAST) else 0


def _ends_a_name(text: str, start: int) -> bool:
    """Whether a word is the last one of a name: the Falls of "in Cedar Falls on Sunday". In a headline that
    writes its words large none is told so."""
    if not text[start].isupper() or not _NAMED.search(text, max(0, start - NAME_REACH), start):
        return False
    words = _LONG.findall(text, max(0, start - REACH), start + REACH)
    return bool(4 * sum(word.islower() for word in words) >= len(words))


def _is_initial(text: str, stop: int) -> bool:
    """Whether a full stop stands behind a letter of a name: "Daniel P. Davison"."""
    return text[stop - 1 : stop].isupper() and not text[max(0, stop - 2) : stop - 1].isalnum()


@dataclass(frozen=True, eq=False)
class Cues:
    """What single words say, from `words_tense.toml` of a language."""

    words: dict[str, int]
    not_past: frozenset[str]
    infinitive: frozenset[str]
    not_infinitive: frozenset[str]
    not_headline: frozenset[str]
    progressive: frozenset[str]
    telling: frozenset[str]
    asking: frozenset[str]
    nouns_too: frozenset[str]
    before_nouns: frozenset[str]
    after_nouns: frozenset[str]
    seldom_verbs: frozenset[str]
    after_seldom: frozenset[str]
    presents: frozenset[str]
    weekdays: frozenset[str]
    which: frozenset[str]
    by: frozenset[str]
    abbreviated: frozenset[str]
    inside: frozenset[str]
    particles: frozenset[str]
    undone: re.Pattern[str]
    unforeseen: re.Pattern[str]
    foreseeing: tuple[str, ...]
    awaited: re.Pattern[str]
    small: frozenset[str]
    plural_presents: frozenset[str]
    not_plural: frozenset[str]
    plain_presents: frozenset[str]
    not_before_plain: frozenset[str]
    joined: re.Pattern[str]
    touching: frozenset[str]
    leads: frozenset[str]
    lasting: frozenset[str]
    articles: frozenset[str]
    touching_day: frozenset[str]  # what may stand between a word and the day it touches
    up_to: frozenset[str]  # … between "until" and its day
    opening: re.Pattern[str]  # between the start of a clause and a date that opens it
    subject: re.Pattern[str]  # … and one that is its subject, without a preposition
    pattern: re.Pattern[str]

    def marks(self, view: View) -> Iterable[Mark]:
        """The telling words and signs of a text, in order."""
        be, last = -2, ""  # where the last form of "be" ended; the word before
        for found in self.pattern.finditer(view.lower):
            word = found[0]
            what = self.words.get(word)
            if what is None:
                what = PAST if self._is_past(word) else self._of_several(word, last, view, found)
                if not what and word not in self.progressive:
                    last = word
                    continue
            start, end = found.span()
            if word == "." and (last in self.abbreviated or _is_initial(view.plain, start)):
                continue
            before, last = last, word
            if self._is_another(word, what, before, view, start, end):
                continue
            if not what and start - be == 1:
                what = FUTURE
            if what:
                yield Mark(start, end, what, word)
            if what == BE:
                be = end

    def _is_another(
        self, word: str, what: int, before: str, view: View, start: int, end: int
    ) -> bool:
        """Whether a word stands for something else: a noun, a name, a preposition."""
        if word in self.nouns_too and self._is_noun(view, word, before, end):
            return True
        if word in self.small and not self._is_small(view, start, end):
            return True
        if what and word.isalpha() and _ends_a_name(view.plain, start):
            return True
        return what == LEAD and word in self.infinitive and not self._leads(view, end)

    def _of_several(self, word: str, before: str, view: View, found: re.Match[str]) -> int:
        """FUTURE where several do something in the present, which a day beside it puts ahead: "troops start a
        drill on Monday", "Peru and Chile start talks on Monday"; of what is no noun, whoever does it."""
        if view.lower.startswith("-", found.end()):
            return 0  # "their fifth sit-down", "the run-off"
        if word in self.plain_presents:
            return 0 if before in self.not_before_plain else FUTURE
        if word not in self.plural_presents:
            return 0
        several = before.endswith("s") and "'" not in before and before not in self.not_plural
        near = max(0, found.start() - NAME_REACH)
        return FUTURE if several or self.joined.search(view.plain, near, found.start()) else 0

    def _is_past(self, word: str) -> bool:
        """Whether a word that is not listed is a past form by its ending."""
        return word.endswith("ed") and len(word) > 4 and word not in self.not_past

    def _is_noun(self, view: View, word: str, before: str, end: int) -> bool:
        """Whether a word that may be a verb is none here: "the visits", "addresses by both", "joined Polish jets"."""
        following = _NEXT.match(view.lower, end)
        then = following[1] if following else ""
        if word in self.seldom_verbs and then not in self.after_seldom:
            return True
        return before in self.before_nouns or then in self.after_nouns

    def _is_small(self, view: View, start: int, end: int) -> bool:
        """Whether a word that is also a name stands in small letters, and not for what is over: "may have"."""
        following = _NEXT.match(view.lower, end)
        return view.plain[start].islower() and not (
            following and self.words.get(following[1]) == PAST
        )

    def _leads(self, view: View, end: int) -> bool:
        """Whether a verb follows, or the weekday itself: "postponed to Friday", "to this Friday"."""
        following = _NEXT.match(view.plain, end)
        if following is None or following[1].lower() in self.weekdays:
            return True
        if following[1] in self.which:
            second = _NEXT.match(view.lower, following.end())
            return bool(second and second[1] in self.weekdays)
        return following[1].islower() and following[1] not in self.not_infinitive


def _undone(grammar: Grammar) -> re.Pattern[str]:
    """What follows a plan that came to nothing, in the same clause: "planned for Sept. 17, was called off"."""
    return re.compile(rf",? (?:[a-z]+ ){{1,3}}({grammar.any_of('undone')})\b")


def _owned(grammar: Grammar, word_class: str) -> re.Pattern[str]:
    """What stands behind a day as its own: "Friday's deadly attack", "the Friday deadline"."""
    small = rf"(?:(?!(?:{grammar.any_of('not_owned')})\b)[\w-]+ )"
    return re.compile(rf"(?:'s?)? {small}{{0,2}}({grammar.any_of(word_class)})\b")


def _joined(grammar: Grammar) -> re.Pattern[str]:
    """What ends with a second name: "Peru and Chile ", "the king and the Pope "."""
    return re.compile(rf"\b(?:{grammar.any_of('adding')}) (?:[a-z]{{2,4}} )?[A-Z][\w'’-]+ $")


def _opening(grammar: Grammar) -> re.Pattern[str]:
    """What may stand between the start of a clause and a date that opens it: ", and on Friday", ", where between
    Friday"."""
    openers, article = map(grammar.any_of, ("before_openings", "article"))
    return re.compile(rf"\W*(?:(?:{openers}) )?(?:[a-z]{{2,7}} )?(?:(?:{article}) )?")


def _between(*classes: Iterable[str]) -> frozenset[str]:
    """A space, or one of these words with its spaces."""
    return frozenset({" ", *(f" {word} " for words in classes for word in words)})


def _by_letter(phrases: Iterable[str]) -> str:
    """Alternatives, each tried only where its first letter stands; of those that share it the earlier first."""
    rests: dict[str, list[str]] = {}
    for phrase in phrases:
        rests.setdefault(phrase[0], []).append(rf"{re.escape(phrase[1:])}\b")
    return "".join(f"{re.escape(letter)}(?:{'|'.join(rest)})|" for letter, rest in rests.items())


@lru_cache(maxsize=16)
def cues(grammar: Grammar) -> Cues:
    """What the words of a language say."""
    table = grammar.words
    words = {
        word: FUTURE if sign > 0 else PAST if sign else NEARER
        for word, sign in table.get("tense", {}).items()
    }
    for name, what in (("small", FUTURE), ("plan", PLAN), ("leads", LEAD), ("passive", BE), ("close", CLOSE),
                       ("either", EITHER)):  # fmt: skip
        words |= dict.fromkeys(table.get(name, {}), what)
    phrases = _by_letter(word for word in words if " " in word)
    unspaced = "".join(rf"{word}|" for word in sorted(words, reverse=True) if word > "\u3040")
    words |= dict.fromkeys(STOPS, END) | {",": COMMA}
    months = table.get("month", {})
    pattern = re.compile(rf"{unspaced}\b(?:{phrases}{WORD})|{STOP}|,")
    return Cues(
        words,
        not_past=frozenset(table.get("not_past", {})),
        infinitive=frozenset(table.get("infinitive", {})),
        not_infinitive=frozenset(table.get("not_infinitive", {})),
        not_headline=frozenset(table.get("not_headline", {})),
        progressive=frozenset(table.get("progressive", {})),
        telling=frozenset(table.get("telling", {})),
        asking=frozenset(table.get("asking", {})),
        nouns_too=frozenset(table.get("nouns_too", {})),
        before_nouns=frozenset(table.get("before_nouns", {})),
        after_nouns=frozenset(table.get("after_nouns", {})),
        seldom_verbs=frozenset(table.get("seldom_verbs", {})),
        after_seldom=frozenset(table.get("after_seldom", {})),
        presents=frozenset(table.get("presents", {})),
        weekdays=frozenset(table.get("weekday", {})),
        which=frozenset(table.get("which", {})),
        by=frozenset(word for word, value in table.get("either", {}).items() if value),
        abbreviated=frozenset(
            {*table.get("abbreviated", {}), *(word[:-1] for word in months if word[-1] == ".")}
        ),
        inside=frozenset(table.get("inside", {})),
        particles=frozenset(table.get("particles", {})),
        undone=_undone(grammar),
        unforeseen=_owned(grammar, "unforeseen"),
        awaited=_owned(grammar, "awaited"),
        small=frozenset(table.get("small", {})),
        plural_presents=frozenset(table.get("plural_presents", {})),
        not_plural=frozenset(table.get("not_plural", {})),
        plain_presents=frozenset(table.get("plain_presents", {})),
        not_before_plain=frozenset(table.get("not_before_plain", {})),
        joined=_joined(grammar),
        leads=frozenset(table.get("leads", {})),
        touching=frozenset(table.get("touching", {})),
        foreseeing=tuple(f" {word}" for word in table.get("foreseeing", {})),
        lasting=frozenset(table.get("lasting", {})),
        articles=frozenset(table.get("article", {})),
        touching_day=_between(table.get("article", {})),
        up_to=_between(table.get("article", {}), table.get("before_last_days", {})),
        opening=_opening(grammar),
        subject=re.compile(rf"\W*(?:(?:{grammar.any_of('before_subjects')}) )?"),
        pattern=pattern,
    )
