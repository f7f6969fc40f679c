"""View + grammar -> the phrases that speak of time, leftmost first, longest first, none overlapping."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from tracker.dates.heads import FIGURE, FIGURES
from tracker.dates.rules import Grammar, Guard, Rule
from tracker.dates.view import View

__all__ = ["Match", "scan"]

# Where a phrase may begin: a word, a figure, a capital after small letters (a lost space:
# "visited onAugust 15"), each character of scripts that are written without spaces.
_TOKEN: Final = re.compile(
    r"\d+|[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\u3040-\ud7af]|'(?=\d\ds?\b)|[^\W\d_a-zA-Z\u3040-\ud7af]+|[A-Z]"
)
# A capitalised word before the match and before that a small one: a name, not the start of a sentence.
_NAME: Final = re.compile(
    r"[a-z0-9,;:)] [\"']?(?:[A-Z][\w&'-]* ){0,3}[A-Z](?:[a-z'-]\w*|[A-Z]{3,}) \Z"
)
LOOK_BACK: Final = 72
MOST_MATCHES: Final = 10_000  # in one text whose dates stand closer together than DENSEST
DENSEST: Final = 40  # characters a date, on average; prose full of dates has one in 70
MOST_TRIES: Final = 150_000
DENSEST_TRIES: Final = 4  # characters a try, on average; prose full of dates has one in 20
_NO_SIGN: Final = frozenset(("", " ", "'"))
_BEFORE_FIGURE: Final = frozenset("$€£¥₩#+/:.,%_'=*@")


@dataclass(slots=True)
class Match:
    """A phrase a rule cut out: its place in the view and the values of its parts.

    `pieces` keeps where in the view each part stands.
    """

    rule: Rule
    start: int
    end: int
    fields: dict[str, Any] = field(default_factory=dict)
    pieces: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The word of the resolve vocabulary."""
        return self.rule.kind


def scan(view: View, grammar: Grammar, read: Callable[[Match], bool]) -> int:
    """Hands the matches of `view` to `read` in order; none overlap. Says how far it read.

    Of the rules that match at one place the one that takes most of the text goes first; where `read`
    refuses it ("February 31 men") the next is tried. Everything is read, save in a text of little else
    than dates: there it ends where more than MOST_MATCHES are closer together than DENSEST, or more
    than MOST_TRIES patterns were tried closer together than DENSEST_TRIES.
    """
    done = count = tries = 0
    for start, rules in _places(view, grammar):
        if start < done:
            continue
        tries += len(rules)
        if tries > MOST_TRIES and tries * DENSEST_TRIES > start:
            return start
        for rule, found in _longest_first(view, start, rules):
            if read(_match(grammar, rule, found)):
                done = found.end()
                count += 1
                break
        if count > MOST_MATCHES and count * DENSEST > done:
            return done
    return len(view.plain)


def _places(view: View, grammar: Grammar) -> Iterator[tuple[int, tuple[Rule, ...]]]:
    """Where a phrase may begin, and the rules to try there; each word is looked at once."""
    lower, begins, starts = view.lower, grammar.begins, grammar.starts.get
    start = end = 0
    figure = False
    pairs = None
    for token in _TOKEN.finditer(view.plain):
        following, after = token.span()
        word = lower[following:after]
        figure_follows = word[0] in FIGURES
        if pairs is not None:
            second = FIGURE if figure_follows else word
            if figure and following > end:
                second = _sign(lower, end) or second
            rules = pairs.get(second)
            if rules is None:
                rules = pairs[""]
            if rules and (not figure or _figure_may_begin(view, start)):
                yield start, rules
        start, end, figure = following, after, figure_follows
        pairs = starts(word) or begins(word) if figure_follows or grammar.anywhere else starts(word)
    if pairs is not None:
        rules = pairs.get(_sign(lower, end)) if figure else None
        rules = pairs[""] if rules is None else rules
        if rules and (not figure or _figure_may_begin(view, start)):
            yield start, rules


def _sign(lower: str, end: int) -> str:
    """The sign after a figure that ends at `end`, touching it or a space off ("5/6", "5 - 6")."""
    sign = lower[end : end + 1]
    if sign == " ":
        sign = lower[end + 1 : end + 2]
    return "" if sign.isalnum() or sign in _NO_SIGN else sign


def _longest_first(
    view: View, start: int, rules: tuple[Rule, ...]
) -> list[tuple[Rule, re.Match[str]]]:
    """The rules that match at `start`, the longest first; the earlier one of two that take as much."""
    lower = view.lower
    matches = []
    for rule in rules:
        found = rule.pattern.match(lower, start)
        if found is not None and found.end() > start and _may_stand(view, rule, found):
            matches.append((rule, found))
    if len(matches) > 1:
        matches.sort(key=lambda pair: -pair[1].end())
    return matches


def _may_stand(view: View, rule: Rule, found: re.Match[str]) -> bool:
    plain, start, end = view.plain, found.start(), found.end()
    for group in rule.capitals:
        place = found.start(group)
        if place >= 0 and not plain[place].isupper():
            return False
    if end < len(plain) and plain[end - 1].isalnum() and not _may_end(plain, end):
        return False
    if start and plain[start - 1].islower() and not any(map(str.isdigit, found[0])):
        return False  # "MindSpring" is a name; "onAugust15" lost a space
    return rule.guard is None or _guarded(view, rule.guard, start)


def _guarded(view: View, guard: Guard, start: int) -> bool:
    before = view.lower[max(0, start - LOOK_BACK) : start]
    if guard.not_after is not None and guard.not_after.search(before):
        return False
    if guard.only_after is not None and not guard.only_after.search(before):
        return False
    if guard.capital and not view.plain[start].isupper():
        return False
    if guard.at_line_start and before.strip(" ") and view.plain[start - 1] not in "\n|(":
        return False
    return guard.after_name or not _NAME.search(view.plain, max(0, start - LOOK_BACK), start)


def _figure_may_begin(view: View, start: int) -> bool:
    """No figure inside a number, a sum of money, a score, a clock time or a name ("F-16")."""
    before = view.plain[start - 1 : start]
    if before == " " or start == 0:
        return True
    if before in _BEFORE_FIGURE:
        return before == "." and view.plain[start - 2 : start - 1].islower()
    if before == "-":
        inside = view.plain[start - 2 : start - 1].isalnum()
        return not inside or (view.long_dashes and view.source[view.place(start - 1)] in "—―")
    return not before.isdigit()


def _may_end(plain: str, end: int) -> bool:
    """No phrase ends inside a word or number, save where a space was lost ("August 15Kim")."""
    last, following = plain[end - 1], plain[end]
    if last.isdigit():
        return not following.isdigit() and not following.islower() and following not in "%°"
    return last > "\u1100" or not following.islower()


def _match(grammar: Grammar, rule: Rule, found: re.Match[str]) -> Match:
    match = Match(rule, found.start(), found.end())
    for group, text in found.groupdict().items():
        if text is None:
            continue
        match.pieces[group] = found.span(group)
        word_class = rule.classes.get(group)
        match.fields[group] = grammar.value(word_class, text) if word_class else text
    for group in list(match.fields):
        if group[-1].isdigit():  # {year2} gives the year where {year} is absent
            match.fields.setdefault(group[:-1], match.fields[group])
    match.fields.update(rule.yields)
    return match
