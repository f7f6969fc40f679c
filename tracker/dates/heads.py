"""The words a pattern can begin with, so that a rule is only tried where they stand."""

import importlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

__all__ = ["FIGURE", "FIGURES", "FIRST_MARK", "HeadReader", "head_words"]

# How a pattern is built; this part of `re` is typed in some settings and not in others.
_parser: Any = importlib.import_module("re._parser")

FIGURE: Final = "0"  # stands for any figure: a number of two figures begins with "00"
FIGURES: Final = frozenset("0123456789'")  # an apostrophe begins "'90s"
FIRST_MARK: Final = 0xE000  # characters from here on stand for word classes
MANY: Final = 12  # more letters than this in one place are not followed
COPIES: Final = 4  # of what may repeat are followed
MOST: Final = 20_000  # more beginnings than this are not worth listing

# A beginning is one word, or two with a space between, and whether it is over: its last word is
# complete and no more is read.
Heads = set[tuple[str, bool]]


class _Unknown(Exception):  # noqa: N818 - never leaves this module
    """A construct whose beginnings cannot be listed."""


def head_words(pattern: str) -> frozenset[str] | None:
    """The beginnings of a match in lower case: "the last", or "today" where any word may follow.

    A figure is FIGURE, a sign stands for itself; None if the beginnings are unknown.
    """
    return HeadReader({}).read(pattern)


class HeadReader:
    """Reads beginnings off patterns in which a character may stand for a class of words.

    `classes` has the pattern of each such character. What a class adds to a beginning is worked out
    once and remembered.
    """

    def __init__(self, classes: dict[str, str]) -> None:
        self.classes = classes
        self._parsed: dict[str, list[tuple[Any, Any]]] = {}
        self._known: dict[tuple[str, str], Heads] = {}

    def read(self, pattern: str) -> frozenset[str] | None:
        """See head_words."""
        parsed = list(_parser.parse(pattern))
        try:
            heads = {head.rstrip() for head, _ in self._sequence(parsed, {("", False)})}
        except _Unknown:
            return None
        return None if "" in heads else frozenset(heads)

    def _sequence(self, items: Iterable[tuple[Any, Any]], heads: Heads) -> Heads:
        """The beginnings after `items`; those that are over are set aside, only the others grow."""
        growing, over = set(heads), set()
        for operation, argument in _steps(items):
            over |= {head for head in growing if head[1]}
            growing -= over
            if not growing:
                break
            growing = self._extend(operation, argument, growing)
            if len(growing) + len(over) > MOST:
                raise _Unknown
        return growing | over

    def _extend(self, operation: str, argument: Any, heads: Heads) -> Heads:
        if operation == "LETTERS":
            grown = _with_characters({argument[0]}, heads)
            return {(head if over else head + argument[1:], over) for head, over in grown}
        if operation == "LITERAL":
            mark = chr(argument)
            return (
                self._classed(mark, heads)
                if mark in self.classes
                else _with_characters({mark}, heads)
            )
        if operation == "IN":
            return _with_characters(_members(argument), heads)
        if operation == "BRANCH":
            return set().union(*(self._sequence(branch, heads) for branch in argument[1]))
        if operation in {"SUBPATTERN", "ATOMIC_GROUP"}:
            return self._sequence(argument[-1] if operation == "SUBPATTERN" else argument, heads)
        if operation in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            return self._repeated(argument, heads)
        if operation == "AT":
            return {_ended(head, over) for head, over in heads}
        return heads if operation in {"ASSERT", "ASSERT_NOT"} else _cut(heads)

    def _repeated(self, argument: Any, heads: Heads) -> Heads:
        least, most, body = argument
        found = heads if least == 0 else set()
        reached = heads
        for copies in range(1, min(int(most), COPIES) + 1):
            reached = self._sequence(body, reached)
            if copies >= least:
                found = found | reached
            if len(found) > MOST:
                raise _Unknown
        return found if most <= COPIES else found | _cut(reached)

    def _classed(self, mark: str, heads: Heads) -> Heads:
        """The beginnings grown by a class of words."""
        found: Heads = set()
        for head, over in heads:
            if over:
                found.add((head, over))
            elif head[-1:] == " ":  # a second word: which is the first does not matter
                found |= {(head + word[2:], over) for word, over in self._grown_by(mark, "x ")}
            else:
                found |= self._grown_by(mark, head)
        return found

    def _grown_by(self, mark: str, head: str) -> Heads:
        if mark not in self._parsed:
            self._parsed[mark] = list(_parser.parse(self.classes[mark]))
        if (mark, head) not in self._known:
            self._known[mark, head] = self._sequence(self._parsed[mark], {(head, False)})
        return self._known[mark, head]


def _steps(items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[str, Any]]:
    """The operations of a pattern, letters that follow each other as one LETTERS."""
    letters = ""
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL" and "a" <= chr(argument) <= "z":
            letters += chr(argument)
            continue
        if letters:
            yield "LETTERS", letters
            letters = ""
        yield name, argument
    if letters:
        yield "LETTERS", letters


def _ended(head: str, over: bool) -> tuple[str, bool]:
    """At a word boundary the word read so far is complete."""
    if over or not head or head[-1] == " ":
        return head, over
    return (head, True) if " " in head else (head + " ", False)


def _cut(heads: Heads) -> Heads:
    """The beginnings as far as they are sure: only complete words."""
    return {(head if over else _complete(head), True) for head, over in heads}


def _complete(head: str) -> str:
    """Without the word that may go on in a way we do not know."""
    first, space, _ = head.partition(" ")
    if (not space and first[-1:].isalpha()) or not first:
        raise _Unknown
    return first


def _with_characters(characters: set[str] | None, heads: Heads) -> Heads:
    if characters is None or len(characters) > MANY:
        return _cut(heads)
    return {
        (head, True) if over else _grown(head, character)
        for head, over in heads
        for character in characters
        if over or head or character != " "
    } | {(head, True) for head, over in heads if over}


@lru_cache(maxsize=65_536)
def _grown(head: str, character: str) -> tuple[str, bool]:
    """`head` with one more character read."""
    first, space, second = head.partition(" ")
    if character.isdigit():
        return _with_figure(head, first, space, second)
    if character.isalpha():
        if character > "\u3040":  # scripts without spaces: each character is a word
            return (
                (f"{first} {character}", True)
                if first and not second
                else (head or character, bool(head))
            )
        number = first.startswith(FIGURE) and not space
        return (f"{first} {character}" if number else head + character), False
    if not head:
        return character, True
    if first.startswith(FIGURE) and not second and character not in " '":
        return f"{first} {character}", True  # a sign after a figure is its second word
    return (head, True) if second else (first + " ", False)


def _with_figure(head: str, first: str, space: str, second: str) -> tuple[str, bool]:
    """A figure more: it belongs to the number being read, or is the second word."""
    if second or (space and not first):
        return head, True
    if not first or (first.startswith(FIGURE) and not space):
        return head + FIGURE, False
    return f"{first} {FIGURE}", True


def _members(members: Any) -> set[str] | None:
    """The characters of a set, or None where they cannot be listed."""
    found: set[str] = set()
    for kind, value in members:
        if str(kind) == "LITERAL":
            found.add(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < 64:
            found |= {chr(code) for code in range(value[0], value[1] + 1)}
        elif str(kind) == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            found.add(FIGURE)
        else:
            return None
    return found
