"""Which way a phrase points: what the verbs around it say."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from tracker.dates.cues import (
    BE,
    CLOSE,
    COMMA,
    EITHER,
    END,
    FUTURE,
    LEAD,
    NEARER,
    PAST,
    PLAN,
    STOP,
    Mark,
    cues,
)
from tracker.dates.rules import Grammar
from tracker.dates.view import View

__all__ = ["Direction", "Tenses"]

REACH: Final = 230  # characters of context on either side; longer clauses are rare
OWNER_REACH: Final = 30
HEADING: Final = 40  # characters of a line that heads what follows
HEADING_WORDS: Final = 4
HEADLINE: Final = 4  # words before the infinitive of one
LEADING: Final = 16  # characters before a phrase that may say it is waited for
PLAN_REACH: Final = 140  # a plan told farther off is another matter's
_CLAUSE: Final = re.compile(r"[,;:(\"\n]|(?<=\W)-|[.!?](?=\W)")

_PARTING: Final = re.compile(r"[.:](?=\s)|\n| -(?=\s)")

_STOPS: Final = re.compile(STOP)
_WORD: Final = re.compile(r"\w+")
_NEXT: Final = re.compile(r" (\w+)")


@dataclass(frozen=True, slots=True)
class Direction:
    """-1 past, 1 future, 0 unknown, or either where a reason is given; and the words that say so."""

    sign: int
    reason: str = ""
    at_hand: bool = False  # the word stands right before the date: "met on January 10"

    @property
    def is_known(self) -> bool:
        """Whether any word says something."""
        return bool(self.sign or self.reason)


class Tenses:
    """The words of one text that say something of time, found in one pass when first asked for."""

    def __init__(self, view: View, grammar: Grammar) -> None:
        self._view = view
        self._cues = cues(grammar)
        self._marks: list[Mark] | None = None
        self._starts: list[int] = []

    def direction(self, start: int, end: int) -> Direction:
        """What the nearest verb says: the one before the phrase first, unless the phrase opens its clause;
        either way where the words right beside it leave that open and no verb looks ahead.

        For an owner ("Wednesday's ruling") only a verb close by counts.
        """
        if present := self._present(start, end):
            return Direction(0, f"'{present}' is said of it")
        marks = self._found()
        first = bisect_left(self._starts, start)
        found = self._of_verbs(marks, first, start, end)
        if found.sign > 0 and (undone := self._cues.undone.match(self._view.lower, end)):
            return Direction(0, f"'{undone[1]}' stands after")
        if found.sign > 0 and (came := self._has_come(start, end)):
            return Direction(PAST, f"past: '{came}' has come")
        if found.sign <= 0 and (awaited := self._cues.awaited.match(self._view.lower, end)):
            return Direction(0, f"'{awaited[1]}' stands after")
        if first and found.sign <= 0 and self._touches(marks[first - 1], start):
            return Direction(0, f"'{marks[first - 1].word}' stands before")
        return found

    def _of_verbs(self, marks: list[Mark], first: int, start: int, end: int) -> Direction:
        reach = OWNER_REACH if self._view.lower.startswith("'s ", end) else REACH
        behind = self._backward(marks, first, start, reach)
        opens = self._opens(start, self._cues.opening)
        opens = opens and not self._is_told_then(marks, first, start)
        if behind.is_known and not opens:
            return behind
        ahead = self._forward(marks, first, end, within_clause=opens)
        if ahead.is_known or behind.is_known:
            return ahead if ahead.is_known else behind
        below = self._below(start, end)
        return self._forward(marks, first, below, within_clause=False) if below else behind

    def is_told_then(self, start: int) -> bool:
        """Whether a verb of telling stands right before the phrase that begins at `start`."""
        return self._is_told_then(self._found(), bisect_left(self._starts, start), start)

    def _is_told_then(self, marks: list[Mark], first: int, start: int) -> bool:
        """Whether a verb of telling stands right before the phrase: ", said Friday it would"."""
        last = marks[first - 1] if first else None
        told = last is not None and last.sign == PAST and last.word in self._cues.telling
        return told and last is not None and self._view.lower[last.end : start].isspace()

    def _below(self, start: int, end: int) -> int:
        """Where the sentence begins that a phrase heads: "WEDNESDAY. The heir is due in Oslo"; 0 where it heads none."""
        lower = self._view.lower
        line = lower.rfind("\n", max(0, start - HEADING), start) + 1
        if not line and start > HEADING:
            return 0
        stop = _PARTING.search(lower, end, end + HEADING)
        if stop is None or len(lower[line : stop.start()].split()) > HEADING_WORDS:
            return 0
        return stop.end()

    def _found(self) -> list[Mark]:
        if self._marks is None:
            self._marks = list(self._cues.marks(self._view))
            self._starts = [mark.start for mark in self._marks]
        return self._marks

    def _touches(self, mark: Mark, start: int) -> bool:
        """Whether words right before the phrase leave it open, whatever the verbs: "ahead of the May vote"."""
        if mark.what != EITHER or self._view.lower[mark.end : start] not in self._cues.touching_day:
            return False
        if mark.word not in self._cues.by:
            return True
        following = _WORD.match(self._view.lower, start)
        return following is None or following[0] not in self._cues.weekdays

    def _has_come(self, start: int, end: int) -> str:
        """What stands behind the phrase that nobody knew of before it came: "Wednesday's ruling"."""
        came = self._cues.unforeseen.match(self._view.lower, end)
        before = self._view.lower[max(0, start - LEADING) : start].strip()
        head, _, last = before.rpartition(" ")
        before = head if last in self._cues.articles else before
        return came[1] if came and not f" {before}".endswith(self._cues.foreseeing) else ""

    def _present(self, start: int, end: int) -> str:
        """The verb that tells what a day itself is: "Tuesday marks 50 years since …"."""
        following = _NEXT.match(self._view.lower, end)
        if following is None or following[1] not in self._cues.presents:
            return ""
        return following[1] if self._opens(start, self._cues.subject) else ""

    def _opens(self, start: int, opening: re.Pattern[str]) -> bool:
        """Whether a clause begins right before `start`, or no more than an opening stands between."""
        before = self._view.lower[max(0, start - 24) : start]
        begin = max((found.end() for found in _CLAUSE.finditer(before)), default=-1)
        if begin < 0:
            if start > len(before):
                return False
            begin = 0
        return opening.fullmatch(before, begin) is not None

    def _backward(self, marks: list[Mark], index: int, start: int, reach: int) -> Direction:
        led, lead, infinitive = False, None, -1
        for place in range(index - 1, -1, -1):
            mark = marks[place]
            if mark.what == END or start - mark.end > reach:
                break
            if mark.what == CLOSE and place and self._lasted(marks[place - 1], mark, start):
                return Direction(PAST, f"past: '{marks[place - 1].word}' stands before")
            if ahead := self._looks_ahead(mark, start, lead, led=led):
                return Direction(FUTURE, f"future: {ahead}")
            if mark.what == NEARER:
                return Direction(0, f"'{mark.word}' stands before")
            led = led or mark.what in (LEAD, CLOSE)
            if mark.what == LEAD and mark.word in self._cues.infinitive and start > mark.end + 1:
                infinitive = mark.start
            lead = mark if mark.what == LEAD else None
            sign = mark.sign or (PAST if mark.what == PLAN and mark.word.endswith("ed") else 0)
            if sign and not (sign == PAST and place and _after_be(marks[place - 1], mark)):
                at_hand = sign == PAST and self._is_at_hand(mark, start)
                return Direction(sign, f"{_name(sign)}: '{mark.word}' stands before", at_hand)
        if infinitive >= 0 and self._is_headline(infinitive):
            return Direction(FUTURE, "future: told by an infinitive alone")
        return Direction(0)

    def _looks_ahead(self, mark: Mark, start: int, lead: Mark | None, *, led: bool) -> str:
        """How a word that looks ahead only in its place does so: a plan that leads to the date, "until", "is"."""
        if (
            mark.what == PLAN
            and led
            and start - mark.end <= PLAN_REACH
            and (mark.word not in self._cues.touching or self._is_led(start))
        ):
            return f"'{mark.word}' leads to it"
        if mark.what == CLOSE and self._view.lower[mark.end : start] in self._cues.up_to:
            return f"'{mark.word}' stands before"
        if mark.what == BE and self._is_of(mark, start):
            return f"it '{mark.word}' then"
        if mark.what == BE and lead is not None and lead.start - mark.end <= 2:
            return f"'{mark.word} {lead.word}' stands before"
        return ""

    def _is_led(self, start: int) -> bool:
        """Whether a word that leads stands right before the date: "convened the parties for the 15th"."""
        words = self._view.lower[max(0, start - LEADING) : start].split()
        return not self._cues.leads.isdisjoint(words[-2:])

    def _lasted(self, before: Mark, mark: Mark, start: int) -> bool:
        """Whether what went on until then is over: "raged until Friday"."""
        between = self._view.lower[mark.end : start]
        return before.word in self._cues.lasting and between in self._cues.up_to

    def _is_at_hand(self, mark: Mark, start: int) -> bool:
        """Whether a verb has the date: "broke out on January 10", "met in January"."""
        words = self._view.lower[mark.end : start].split()
        if not words or words.pop() not in self._cues.inside:
            return False
        return not words or (len(words) == 1 and words[0] in self._cues.particles)

    def _is_of(self, mark: Mark, start: int) -> bool:
        """Whether a thing is on that day: "the summit is on Friday"."""
        between = self._view.lower[mark.end : start].strip()
        return start - mark.end <= 4 and (not between or between in self._cues.inside)

    def _is_headline(self, start: int) -> bool:
        """Whether few words and no verb stand before an infinitive: "Ministers to meet in Paris on Friday", not
        "Speaking to cadets"."""
        before = self._view.plain[max(0, start - OWNER_REACH) : start]
        opened = max((found.end() for found in _STOPS.finditer(before)), default=-1)
        if opened < 0 and start > OWNER_REACH:
            return False
        words = before[max(0, opened) :].split()
        if words and words[-1].lower() in self._cues.not_headline:
            return False
        return 0 < len(words) <= HEADLINE

    def _asks(self, end: int, mark: Mark) -> bool:
        """Whether a question leads to a word that looks ahead: "on Monday to ask whether it would"."""
        if mark.sign <= 0:
            return False
        between = self._view.lower[end : mark.start].split()
        return not self._cues.asking.isdisjoint(between)

    def _forward(
        self, marks: list[Mark], index: int, end: int, *, within_clause: bool
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
            if (parted and mark.word in self._cues.telling) or self._asks(end, mark):
                break
            if mark.what == NEARER:
                return Direction(0, f"'{mark.word}' stands after")
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


def _told(marks: list[Mark], place: int) -> bool:
    """Whether a plan is what was done on the day before it: "on Friday called for a truce"."""
    done = marks[place].word.endswith("ed")
    return done and not (place and _after_be(marks[place - 1], marks[place]))


def _after_be(before: Mark, mark: Mark) -> bool:
    return before.what == BE and mark.start - before.end <= 14


def _name(sign: int) -> str:
    return "future" if sign > 0 else "past"
