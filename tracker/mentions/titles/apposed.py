"""Offices with the person's name behind a comma ("the house speaker, Nancy Pelosi,"): the name is enough."""

from collections.abc import Sequence

from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.phrases import CLOSERS, NOUN
from tracker.mentions.titles.tokens import Token

__all__ = ["without_honours", "without_offices", "without_opinions"]

AFTER = (Tag.VERB, Tag.AUXILIARY, Tag.PREPOSITION, Tag.TO, Tag.CONJUNCTION, Tag.ADVERB, Tag.DATE)
MOST = 6  # words before the name inside an apposition ("Vietnamese Foreign Minister …")


def without_offices(tokens: Sequence[Token], words: HeadlineWords) -> tuple[Token, ...]:
    """The tokens without each office that an apposition names the bearer of, and without its commas."""
    left_out: set[int] = set()
    for comma, token in enumerate(tokens):
        if token.text != "," or comma in left_out:
            continue
        end = _name_behind(tokens, comma)
        start = _office_before(tokens, comma, words) if end else comma
        if end and start < comma and not left_out & set(range(start, comma)):
            left_out |= set(range(start, comma + 1))
            if end < len(tokens) and tokens[end].text == "," and not _goes_on(tokens, end + 1):
                left_out.add(end)
    return tuple(token for number, token in enumerate(tokens) if number not in left_out)


def without_opinions(tokens: Sequence[Token], words: HeadlineWords) -> tuple[Token, ...]:
    """The tokens without who calls it so ("reached | what the president called | a historic deal")."""
    for number, token in enumerate(tokens):
        if token.lower not in words.sets["what"] or not number:
            continue
        for at in range(number + 1, min(number + 9, len(tokens))):
            if tokens[at].base in words.sets["naming_verbs"]:
                return (*tokens[:number], *tokens[at + 1 :])
    return tuple(tokens)


def without_honours(tokens: Sequence[Token], words: HeadlineWords) -> tuple[Token, ...]:
    """The tokens without a form of address before an office ("His Excellency | the President")."""
    left_out: set[int] = set()
    for number, token in enumerate(tokens):
        if token.lower in words.sets["excellencies"] and number:
            start = number - 1
            while start and tokens[start].tag is not Tag.POSSESSIVE and number - start < 3:
                start -= 1
            if tokens[start].tag is Tag.POSSESSIVE:
                left_out |= set(range(start, number + 1))
    return tuple(t for number, t in enumerate(tokens) if number not in left_out)


def _name_behind(tokens: Sequence[Token], comma: int) -> int:
    """Where an apposition that ends with a person's name ends, 0 where none follows the comma."""
    for number in range(comma + 1, min(comma + 2 + MOST, len(tokens))):
        token = tokens[number]
        if token.name is not None and token.name.kind == "person":
            end = number + 1
            closed = end == len(tokens) or tokens[end].text == "," or tokens[end].text in CLOSERS
            return end if closed and not token.owner else 0
        if token.tag not in NOUN:
            return 0
    return 0


def _office_before(tokens: Sequence[Token], comma: int, words: HeadlineWords) -> int:
    """Where the office that ends before the comma begins; `comma` where none does."""
    office, start = False, comma
    while start:
        token = tokens[start - 1]
        if token.name is not None and token.name.kind == "person":
            return comma
        of = start > 1 and tokens[start - 2].lower in words.sets["of_office"]
        if token.tag is Tag.DETERMINER and not office and of:
            start -= 1  # "the leader of | the Fishers' Front"
            continue
        if token.tag in (Tag.DETERMINER, Tag.POSSESSIVE):
            return start - 1 if office else comma
        within = token.lower in words.sets["offices"] or token.lower in words.sets["of_office"]
        if token.tag not in NOUN and not within:
            break
        office |= token.lower in words.sets["bearers"]
        start -= 1
        if token.name is not None and token.owner and office:
            return start - (start > 0 and tokens[start - 1].tag is Tag.DETERMINER)
    return start if office and start < comma and tokens[start].tag in NOUN else comma


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether more is said of the person ("…, who visited", "…, chairman of")."""
    return at < len(tokens) and tokens[at].tag not in AFTER
