"""The noun phrase that ends before a verb, or before what tells more of it."""

from collections.abc import Sequence

from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.listing import list_comma
from tracker.mentions.titles.phrases import (
    FORE,
    NOUN,
    Phrase,
    begins_clause,
    inner_sign,
    is_first,
    starts_anew,
)
from tracker.mentions.titles.proper import inside_name
from tracker.mentions.titles.tokens import Tag, Token

__all__ = ["ending_at", "nearest"]


def nearest(tokens: Sequence[Token], end: int, words: HeadlineWords) -> Phrase | None:
    """The noun phrase that ends here, with no more before its noun than what that is of ("by | a treaty")."""
    start = end
    while start and (tokens[start - 1].tag in FORE or tokens[start - 1].lower in words.sets["of"]):
        start -= 1
    return Phrase(start, end) if start < end else None


def ending_at(
    tokens: Sequence[Token], end: int, words: HeadlineWords, aims: bool = False
) -> Phrase | None:
    """The noun phrase that ends before the token `end`; with `aims` the aim that ends it is part of it."""
    start = end
    while start:
        token = tokens[start - 1]
        if token.tag in FORE or (token.tag is Tag.PREPOSITION and start < end):
            start -= 1
        elif start < end and (
            token.lower in words.sets["quantifiers"] or is_first(tokens, start - 1, words)
        ):
            start -= 1  # "statues of both leaders"
        elif token.tag is Tag.PRONOUN and _stands(tokens, start, end, words):
            start -= 1
            break
        elif aims and start < end and (aim := _inner_aim(tokens, start - 1, words)):
            start = aim
        elif _joins(tokens, start - 1, end, words) or inside_name(tokens, start - 1, words):
            start -= 1
        else:
            break
    start = _listed(tokens, start, end)
    if start > 1 and _tells_more(tokens, start - 1, words) and tokens[start - 2].tag in NOUN:
        return ending_at(
            tokens, start - 1, words
        )  # "the treaty establishing the court | was signed"
    if start > 1 and tokens[start - 2].tag is Tag.DETERMINER and _ordinal(tokens[start - 1]):
        return None  # "the 70th anniversary of …": cut in two
    start += _is_about(tokens, start, end, words)
    start = _after_preposition(tokens, _after_day(tokens, start, end, words), end, words)
    start = _after_time(tokens, start, end, words)
    while start < end and tokens[start].tag in (Tag.CONJUNCTION, Tag.SIGN):
        start += 1
    return Phrase(start, end) if start < end else None


def _tells_more(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether a participle tells what the noun before it does ("a parade | marking the congress")."""
    token = tokens[at]
    if token.form == "ing":
        return True
    if (
        not token.text.islower()
        or token.lower in words.happenings
        or not token.lower.endswith("ing")
    ):
        return False
    return token.tag is Tag.BREAK or tokens[at + 1].tag in (Tag.DETERMINER, Tag.NAME)


def _stands(tokens: Sequence[Token], start: int, end: int, words: HeadlineWords) -> bool:
    """Whether the pronoun before `start` is who is spoken of ("they", "he and …", "one with Laos")."""
    some = tokens[start - 1].lower in words.sets["some"]
    after = tokens[start].tag if start < end else None
    return after in (None, Tag.CONJUNCTION) or (some and after is Tag.PREPOSITION)


def _is_about(tokens: Sequence[Token], start: int, end: int, words: HeadlineWords) -> bool:
    """Whether a small word before a number stands there ("about 200 soldiers")."""
    about = start + 1 < end and tokens[start].lower in words.sets["abouts"]
    return about and tokens[start + 1].text.isdigit()


def _joins(tokens: Sequence[Token], at: int, end: int, words: HeadlineWords) -> bool:
    """Whether a token joins what stands before it to the phrase that goes on to `end`."""
    joint = (
        tokens[at].tag is Tag.CONJUNCTION
        and 0 < at < end - 1
        and tokens[at - 1].tag in (*NOUN, Tag.PRONOUN)
        and not begins_clause(tokens, at)
    )
    listed = tokens[at].text == "," and list_comma(tokens, at)
    return joint or listed or inner_sign(tokens, at) or _leads(tokens, at, words)


def _inner_aim(tokens: Sequence[Token], at: int, words: HeadlineWords) -> int:
    """Where an aim begins that belongs to the noun before it ("the treaty | to set up the fund", "a vote on |
    whether to refer …"), 0 where the token `at` ends none."""
    if at < 3 or tokens[at].form != "base" or tokens[at - 1].tag is not Tag.TO:
        return 0
    start = at - 1 - (tokens[at - 2].lower in words.sets["whether"])
    before = tokens[start - 1]
    led = before.tag is Tag.PREPOSITION if start < at - 1 else before.tag is Tag.WORD
    return start if led and tokens[start - 1].text.islower() else 0


def _after_day(tokens: Sequence[Token], start: int, end: int, words: HeadlineWords) -> int:
    """Where the phrase proper begins behind a part of the day ("later in the day | ministers met")."""
    lower = [token.lower for token in tokens[start : start + 3]]
    led = tokens[start].tag is Tag.PREPOSITION and len(lower) == 3
    timed = led and lower[1] in words.sets["article"] and lower[2] in words.sets["day_parts"]
    return start + 3 if timed and start + 3 < end else start


def _listed(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where a list begins that opens the sentence and ends here ("Workers, youth and students")."""
    joined = any(token.tag is Tag.CONJUNCTION for token in tokens[start:end])
    if not joined or start < 2 or tokens[start - 1].text != ",":
        return start
    members = all(token.tag in FORE or token.text == "," for token in tokens[:start])
    return 0 if members else start


def _ordinal(token: Token) -> bool:
    return token.tag is Tag.DATE and token.text[0].isdigit() and token.text[-1].isalpha()


def _leads(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether "led by" joins a delegation to its head here."""
    pair = " ".join(t.lower for t in tokens[at : at + 2])
    return pair in words.sets["led_by"] and at > 0 and tokens[at - 1].tag in NOUN


def _after_time(tokens: Sequence[Token], start: int, end: int, words: HeadlineWords) -> int:
    """Where the phrase proper begins behind the end of another ("after … years | the leaders of", "the summit in Oslo
    | Peru left")."""
    for number in range(start + 1, end):
        parted = tokens[number].tag is Tag.DETERMINER and tokens[number - 1].tag is Tag.WORD
        if parted and tokens[number - 1].text.islower():
            return number
        if _begins_anew(tokens, number, words):
            return number
    return start


def _begins_anew(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether somebody is named right behind where something was, or behind the happening, without a comma: "at the
    summit | Ana left", "at talks in Oslo | Peru left"."""
    before, name = tokens[at - 1], tokens[at].name
    person = name is not None and name.kind == "person"
    behind = person and before.text.islower() and before.lower in words.happenings
    return behind or starts_anew(tokens, at)


def _after_preposition(tokens: Sequence[Token], start: int, end: int, words: HeadlineWords) -> int:
    """Where the phrase proper begins behind an opening "In Minsk the minister"."""
    if start >= end or tokens[start].tag is not Tag.PREPOSITION:
        return start
    for number in range(start + 2, end):
        opens = (
            tokens[number].tag is Tag.DETERMINER or tokens[number].lower in words.sets["numbers"]
        )
        if opens and tokens[number - 1].tag in NOUN:
            return number
    return end
