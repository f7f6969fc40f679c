"""Which way a phrase points: what the verbs around it say."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tracker.dates.rules import Grammar
from tracker.dates.view import View

__all__ = ["Direction", "Tenses"]

REACH: Final = 160  # characters of context on either side; longer clauses are rare
OWNER_REACH: Final = 30
HEADLINE: Final = 4  # words before the infinitive of one
PLAN_REACH: Final = 140  # a plan told farther off is another matter's
WORD: Final = r"[\u3040-\ud7af]|[^\W\d_\u3040-\ud7af]+(?:'[a-z]+)?"
STOP: Final = r"[.!?;:](?=[\s\"')])|\n|[。！？]"
# What may stand between the start of a clause and a date that opens it: ", and on Friday".
_OPENING: Final = re.compile(r"\W*(?:(?:and|but|while|then|also) )?(?:[a-z]{2,6} )?(?:the )?")
_SUBJECT: Final = re.compile(r"\W*(?:(?:and|but|as|because|that) )?")  # no preposition
_CLAUSE: Final = re.compile(r"[,;:(\"\n]|(?<=\W)-|[.!?](?=\W)")

_STOPS: Final = re.compile(STOP)
_NAMED: Final = re.compile(r"(?<!\w)[A-Z][\w'’-]+ $")
_LONG: Final = re.compile(r"[^\W\d_]{4,}")
_TOUCHING: Final = (" ", " the ")
_NEXT: Final = re.compile(r" (\w+)")

FUTURE: Final = 1
PAST: Final = -1
PLAN: Final = 2  # looks ahead if a LEAD stands between it and the date
LEAD: Final = 4
BE: Final = 8  # a past form after it is a participle
CLOSE: Final = 16  # looks ahead only right before the date
EITHER: Final = 128  # right before the date: whichever is nearer
COMMA: Final = 32
END: Final = 64


@dataclass(frozen=True, slots=True)
class Direction:
    """-1 past, 1 future, 0 unknown, or either where a reason is given; and the words that say so."""

    sign: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A word that says something of time, or a sign that parts clauses."""

    start: int
    end: int
    what: int
    word: str

    @property
    def sign(self) -> int:
        """Past, future, or neither by itself."""
        return self.what if self.what in (FUTURE, PAST) else 0


class Tenses:
    """The words of one text that say something of time, found in one pass when first asked for."""

    def __init__(self, view: View, grammar: Grammar) -> None:
        self._view = view
        self._cues = _cues(grammar)
        self._marks: list[_Mark] | None = None
        self._starts: list[int] = []

    def direction(self, start: int, end: int) -> Direction:
        """What the nearest verb says: the one before the phrase first, unless the phrase opens its clause.

        For an owner ("Wednesday's ruling") only a verb close by counts.
        """
        present = self._present(start, end)
        if present:
            return Direction(0, f"'{present}' is said of it")
        reach = OWNER_REACH if self._view.lower.startswith("'s ", end) else REACH
        marks = self._found()
        first = bisect_left(self._starts, start)
        if first and self._touches(marks[first - 1], start):
            return Direction(0, f"'{marks[first - 1].word}' stands before")
        behind = self._backward(marks, first, start, reach)
        opens = self._opens(start, _OPENING)
        if behind.sign and not opens:
            return behind
        ahead = self._forward(marks, first, end, within_clause=opens)
        return ahead if ahead.sign and (opens or not behind.sign) else behind

    def _found(self) -> list[_Mark]:
        if self._marks is None:
            self._marks = list(self._cues.marks(self._view))
            self._starts = [mark.start for mark in self._marks]
        return self._marks

    def _touches(self, mark: _Mark, start: int) -> bool:
        """Whether words right before the phrase leave it open, whatever the verbs: "ahead of the May vote"."""
        return mark.what == EITHER and self._view.lower[mark.end : start] in _TOUCHING

    def _present(self, start: int, end: int) -> str:
        """The verb that tells what a day itself is: "Tuesday marks 50 years since …"."""
        following = _NEXT.match(self._view.lower, end)
        if following is None or following[1] not in self._cues.presents:
            return ""
        return following[1] if self._opens(start, _SUBJECT) else ""

    def _opens(self, start: int, opening: re.Pattern[str]) -> bool:
        """Whether a clause begins right before `start`, or no more than an opening stands between."""
        before = self._view.lower[max(0, start - 24) : start]
        begin = max((found.end() for found in _CLAUSE.finditer(before)), default=-1)
        if begin < 0:
            if start > len(before):
                return False
            begin = 0
        return opening.fullmatch(before, begin) is not None

    def _backward(self, marks: list[_Mark], index: int, start: int, reach: int) -> Direction:
        led, lead, infinitive = False, None, -1
        for place in range(index - 1, -1, -1):
            mark = marks[place]
            if mark.what == END or start - mark.end > reach:
                break
            if mark.what == PLAN and led and start - mark.end <= PLAN_REACH:
                return Direction(FUTURE, f"future: '{mark.word}' leads to it")
            if mark.what == CLOSE and start - mark.end <= 2:
                return Direction(FUTURE, f"future: '{mark.word}' stands before")
            if mark.what == BE and lead is not None and lead.start - mark.end <= 2:
                return Direction(FUTURE, f"future: '{mark.word} {lead.word}' stands before")
            led = led or mark.what in (LEAD, CLOSE)
            if mark.what == LEAD and mark.word in self._cues.infinitive and start > mark.end + 1:
                infinitive = mark.start
            lead = mark if mark.what == LEAD else None
            sign = mark.sign or (PAST if mark.what == PLAN and mark.word.endswith("ed") else 0)
            if sign and not (sign == PAST and place and _after_be(marks[place - 1], mark)):
                return Direction(sign, f"{_name(sign)}: '{mark.word}' stands before")
        if infinitive >= 0 and self._is_headline(infinitive):
            return Direction(FUTURE, "future: told by an infinitive alone")
        return Direction(0)

    def _is_headline(self, start: int) -> bool:
        """Whether few words and no verb stand before an infinitive: "Ministers to meet in Paris on Friday"."""
        before = self._view.plain[max(0, start - OWNER_REACH) : start]
        opened = max((found.end() for found in _STOPS.finditer(before)), default=-1)
        if opened < 0 and start > OWNER_REACH:
            return False
        words = before[max(0, opened) :].split()
        return 0 < len(words) <= HEADLINE

    def _forward(
        self, marks: list[_Mark], index: int, end: int, *, within_clause: bool
    ) -> Direction:
        parted = False
        for place in range(index, len(marks)):
            mark = marks[place]
            if mark.start < end:
                continue
            if mark.what == END or mark.start - end > REACH:
                break
            if mark.what == COMMA:
                if within_clause and mark.start > end + 1:
                    break
                parted = True
                continue
            if parted and mark.word in self._cues.telling:
                break
            following = marks[place + 1] if place + 1 < len(marks) else mark
            if (
                (mark.what == BE or (mark.what == PLAN and not _told(marks, place)))
                and following.what == LEAD
                and following.start - mark.end < 3
            ):
                return Direction(FUTURE, f"future: '{mark.word} {following.word}' stands after")
            sign = mark.sign or (PAST if mark.what == PLAN and mark.word.endswith("ed") else 0)
            if sign and not (sign == PAST and place and _after_be(marks[place - 1], mark)):
                return Direction(sign, f"{_name(sign)}: '{mark.word}' stands after")
        return Direction(0)


def _ends_a_name(text: str, start: int) -> bool:
    """Whether a word is the last one of a name: the Falls of "in Cedar Falls on Sunday". In a headline that
    writes its words large none is told so."""
    if not text[start].isupper() or not _NAMED.search(text, max(0, start - OWNER_REACH), start):
        return False
    words = _LONG.findall(text, max(0, start - REACH), start + REACH)
    return bool(4 * sum(word.islower() for word in words) >= len(words))


def _told(marks: list[_Mark], place: int) -> bool:
    """Whether a plan is what was done on the day before it: "on Friday called for a truce"."""
    done = marks[place].word.endswith("ed")
    return done and not (place and _after_be(marks[place - 1], marks[place]))


def _after_be(before: _Mark, mark: _Mark) -> bool:
    return before.what == BE and mark.start - before.end <= 14


def _name(sign: int) -> str:
    return "future" if sign > 0 else "past"


@dataclass(frozen=True, eq=False)
class _Cues:
    """What single words say, from `words_tense.toml` of a language."""

    words: dict[str, int]
    not_past: frozenset[str]
    infinitive: frozenset[str]
    not_infinitive: frozenset[str]
    progressive: frozenset[str]
    telling: frozenset[str]
    nouns_too: frozenset[str]
    before_nouns: frozenset[str]
    presents: frozenset[str]
    weekdays: frozenset[str]
    pattern: re.Pattern[str]

    def marks(self, view: View) -> Iterable[_Mark]:
        """The telling words and signs of a text, in order."""
        be, last = -1, ""  # where the last form of "be" ended; the word before
        for found in self.pattern.finditer(view.lower):
            word, start, end = found[0], found.start(), found.end()
            before, last = last, word
            if word in self.nouns_too and before in self.before_nouns:
                continue
            what = self.words[word] if word in self.words else self._by_form(word)
            if what and word[0].isalpha() and _ends_a_name(view.plain, start):
                continue
            if what == LEAD and word in self.infinitive and not self._leads(view, end):
                continue
            if not what and word in self.progressive and start - be == 1:
                what = FUTURE
            if what:
                yield _Mark(start, end, what, word)
            if what == BE:
                be = end

    def _by_form(self, word: str) -> int:
        """What a word that is not listed says by its ending, and what a sign does."""
        if not word[0].isalpha():
            return COMMA if word[0] == "," else END
        past = len(word) > 4 and word.endswith("ed") and word not in self.not_past
        return PAST if past else 0

    def _leads(self, view: View, end: int) -> bool:
        """Whether a verb follows, or the weekday itself: "postponed to Friday"."""
        following = _NEXT.match(view.plain, end)
        if following is None or following[1].lower() in self.weekdays:
            return True
        return following[1].islower() and following[1] not in self.not_infinitive


@lru_cache(maxsize=16)
def _cues(grammar: Grammar) -> _Cues:
    table = grammar.words
    words = {
        word: FUTURE if sign > 0 else PAST if sign else 0
        for word, sign in table.get("tense", {}).items()
    }
    for name, what in (("plan", PLAN), ("leads", LEAD), ("passive", BE), ("close", CLOSE),
                       ("either", EITHER)):  # fmt: skip
        words |= dict.fromkeys(table.get(name, {}), what)
    phrases = "".join(rf"{re.escape(word)}\b|" for word in words if " " in word)
    unspaced = "".join(rf"{word}|" for word in sorted(words, reverse=True) if word > "\u3040")
    pattern = re.compile(rf"{unspaced}\b(?:{phrases}{WORD})|{STOP}|,")
    return _Cues(
        words,
        not_past=frozenset(table.get("not_past", {})),
        infinitive=frozenset(table.get("infinitive", {})),
        not_infinitive=frozenset(table.get("not_infinitive", {})),
        progressive=frozenset(table.get("progressive", {})),
        telling=frozenset(table.get("telling", {})),
        nouns_too=frozenset(table.get("nouns_too", {})),
        before_nouns=frozenset(table.get("before_nouns", {})),
        presents=frozenset(table.get("presents", {})),
        weekdays=frozenset(table.get("weekday", {})),
        pattern=pattern,
    )
