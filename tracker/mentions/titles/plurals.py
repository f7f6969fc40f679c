"""Whether a subject is one or many, for the form of its verb."""

from collections.abc import Sequence

from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.tokens import Token

__all__ = ["plural"]


def plural(tokens: Sequence[Token], words: HeadlineWords, opens: bool) -> bool:
    """Whether a subject of these tokens takes a verb in the plural; `opens` where it begins the sentence."""
    head: Token | None = None
    for number, token in enumerate(tokens):
        after = tokens[number + 1] if number + 1 < len(tokens) else None
        if _of_country(tokens, number, words):
            continue
        if token.tag is Tag.PREPOSITION or token.lower in words.sets["led_by"]:
            break
        if token.lower in words.sets["and"] and not _inside_name(tokens, number, words):
            return True
        if _several_bearers(token, after, words):
            return True
        many = token.text.replace(",", "").isdigit() or token.lower in words.sets["numbers"]
        if head is None and many:
            return token.text != "1"
        if token.tag in (Tag.NAME, Tag.WORD):
            head = token
    return head is not None and _is_plural(head, opens and head is tokens[0], words)


def _is_plural(head: Token, first: bool, words: HeadlineWords) -> bool:
    if head.name is not None:
        if head.lower.split()[-1] in words.sets["plurals"]:
            return True
        of_some = words.some_of.match(head.text) is not None and head.name.kind == "body"
        return of_some or (head.name.form == "demonym" and head.lower.endswith("s"))
    if head.lower in words.sets["plurals"]:
        return True
    if not head.lower.endswith("s") or head.lower.endswith(("ss", "us", "is")):
        return False
    ones = {head.lower[:-1], head.lower.removesuffix("ies") + "y"}
    office = bool(ones & (words.sets["offices"] | words.sets["bearers"]))
    return first or office or head.text[0].islower()  # "the frigate Barbaros" is one


def _of_country(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether here the country of a person is told ("Jane Roe | of France and …")."""
    if not 0 < at < len(tokens) - 1 or tokens[at].lower not in words.sets["of"]:
        return False
    one, two = tokens[at - 1].name, tokens[at + 1].name
    return (one and one.kind, two and two.kind) == ("person", "country")


def _several_bearers(token: Token, after: Token | None, words: HeadlineWords) -> bool:
    """Whether an office stands in the plural before the first of its bearers ("Presidents Roe of …")."""
    named = after is not None and after.name is not None and after.name.kind == "person"
    plain = token.lower.removesuffix("s")
    return named and plain != token.lower and plain in words.sets["offices"]


def _inside_name(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether an "and" is part of an institution's name ("the Peace and Security Council")."""
    if not 0 < at < len(tokens) - 1:
        return False
    one, two = tokens[at - 1], tokens[at + 1]
    capital = one.tag is Tag.WORD and one.text[0].isupper() and two.text[0].isupper()
    return capital and tokens[-1].text.rsplit(" ", 1)[-1] in words.sets["body_heads"]
