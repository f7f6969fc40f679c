"""Commas and "and" inside the name of a paper: "the Treaty of Friendship, Cooperation and Mutual Assistance"."""

from collections.abc import Sequence

from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.tokens import Tag, Token

__all__ = ["inside_name"]

INNER = (Tag.CONJUNCTION, Tag.PREPOSITION, Tag.DETERMINER)


def inside_name(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether a comma or "and" stands inside a name: between capitalised words of which one before it is what
    the name is of ("Treaty of …"), or one behind it ("Comprehensive and Progressive Agreement")."""
    if not 0 < at < len(tokens) - 1 or not (_proper(tokens[at - 1]) and _proper(tokens[at + 1])):
        return False
    for number in range(at - 1, -1, -1):
        token = tokens[number]
        paper = token.tag is Tag.WORD and token.lower in words.happenings
        if not (paper or _proper(token) or token.tag in INNER or token.text == ","):
            break
        of = tokens[number + 1].tag is Tag.PREPOSITION
        if of and paper:
            return True
    for token in tokens[at + 1 :]:
        if not (_proper(token) or token.tag is Tag.CONJUNCTION):
            break
        if token.lower in words.happenings:
            return True
    return False


def _proper(token: Token) -> bool:
    return token.tag is Tag.WORD and token.text[:1].isupper()
