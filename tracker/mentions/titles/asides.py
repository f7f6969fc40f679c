"""Where a subject ends whose verb stands behind an aside: an age, a bracket, a date, an apposition."""

from collections.abc import Sequence

from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.phrases import CLOSERS, FORE, NOUN
from tracker.mentions.titles.token import DASHES
from tracker.mentions.titles.tokens import Tag, Token

__all__ = ["before_age", "before_bracket", "before_date", "opening_of"]


def before_age(tokens: Sequence[Token], at: int, words: HeadlineWords) -> int:
    """Where the name ends whose age stands between commas before `at` ("Jane Roe | , 34, of Dayton, shot dead")."""
    end = at
    while end > 2 and tokens[end - 1].text == ",":
        start = next((n for n in range(end - 2, max(0, end - 8), -1) if tokens[n].text == ","), 0)
        inside = tokens[start + 1 : end - 1]
        if not start or not inside:
            break
        if len(inside) == 1 and inside[0].text.isdigit() and tokens[start - 1].tag in NOUN:
            return start
        if inside[0].lower not in words.sets["of"] or any(t.tag not in NOUN for t in inside[1:]):
            break
        end = start + 1
    return at


def before_bracket(tokens: Sequence[Token], at: int) -> int:
    """Where the brackets open that close before `at`; `at` itself where none do."""
    if tokens[at - 1].text in DASHES | {"—", "--"}:
        return next((n for n in range(at - 2, 0, -1) if tokens[n].text == tokens[at - 1].text), at)
    if tokens[at - 1].text not in ")]":
        return at
    return next((n for n in range(at - 1, -1, -1) if tokens[n].text in "(["), 0)


def before_date(tokens: Sequence[Token], at: int) -> int:
    """Where the date or the adverb begins that ends before `at`, with the preposition that leads to a date."""
    at -= 1
    if at and tokens[at].tag is Tag.DATE and tokens[at - 1].tag is Tag.PREPOSITION:
        at -= 1
    return at


def opening_of(tokens: Sequence[Token], closing: int, words: HeadlineWords) -> int:
    """Where the apposition that ends at the comma `closing` begins, 0 where there is none."""
    opened = 0
    for number in range(closing - 1, max(0, closing - 22), -1):
        if tokens[number].text in CLOSERS:
            break
        if tokens[number].tag is Tag.AUXILIARY:
            return opened or _relative_aside(tokens, number, words)
        if tokens[number].text != "," or tokens[number - 1].tag not in NOUN:
            continue
        acts = tokens[number + 1].base in words.sets["intransitive"] - words.sets["either_way"]
        by = tokens[number + 2].lower in words.sets["by"]
        if acts and tokens[number + 1].form == "past" and not by:
            return 0  # "…, arrived in Minsk, sat down with"
        if tokens[number + 1].lower.endswith(tuple(words.sets["ing_endings"])):
            return number  # "laws, covering trade, justice and health, were approved"
        if tokens[number + 1].tag is not Tag.CONJUNCTION:
            opened = opened or number
    return opened


def _relative_aside(tokens: Sequence[Token], at: int, words: HeadlineWords) -> int:
    """Where an aside begins that says more of somebody ("Roe, who is in Minsk, met …"), 0 where none does."""
    while at > 1 and (tokens[at].tag in (Tag.AUXILIARY, Tag.ADVERB) or tokens[at].tag in FORE):
        at -= 1
    opens = tokens[at].lower in words.sets["relatives"] and tokens[at - 1].text == ","
    return at - 1 if opens and tokens[at - 2].tag in NOUN else 0
