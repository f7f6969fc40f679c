"""What a title leaves out of a phrase: dates, honorifics, words that point nowhere, the office before a name."""

from collections.abc import Sequence

from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.tokens import Token

__all__ = ["introduces", "is_left_out"]


def is_left_out(tokens: Sequence[Token], number: int, words: HeadlineWords) -> bool:
    """Whether a title does without a token."""
    sets = words.sets
    token, honorifics = tokens[number], sets["honorifics"]
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    if token.tag is Tag.DETERMINER and following is not None and following.lower in honorifics:
        return not _begins_a_name(tokens, number + 1, words)
    if token.lower in honorifics and not _begins_a_name(tokens, number, words):
        return True
    if token.lower in sets["heres"]:
        return True
    if token.tag is Tag.CONJUNCTION:
        beside = {t.lower for t in tokens[max(0, number - 1) : number + 2]} - {token.lower}
        if beside and beside <= honorifics:
            return True  # "Mr. and Mrs. Roe"
    if _is_pointless(tokens, number, words) or (
        number and _is_pointless(tokens, number - 1, words)
    ):
        return True
    if token.lower in sets["reflexives"]:
        return number > 0 and tokens[number - 1].tag is Tag.NAME  # "Roe herself"
    if token.tag is Tag.POSSESSIVE and token.lower in sets["never"]:
        return number > 0 and tokens[number - 1].tag in (Tag.CONJUNCTION, Tag.PREPOSITION)
    return _dated(tokens, number, words)


def _begins_a_name(tokens: Sequence[Token], number: int, words: HeadlineWords) -> bool:
    """Whether praise is a part of a name that is no person's: "the Great Patriotic War"."""
    token, behind = tokens[number], tokens[number + 1 : number + 2]
    if token.lower not in words.sets["praise"] or not token.text.istitle() or not behind:
        return False
    titled = behind[0].lower in words.sets["offices"] | words.sets["honorifics"]
    return behind[0].tag is Tag.WORD and behind[0].text.istitle() and not titled


def _is_pointless(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether a small word leads to a pronoun there that says nothing in a title ("a vigil | against it")."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    led = tokens[at].tag is Tag.PREPOSITION and tokens[at].lower not in words.sets["of"]
    return led and after in words.sets["pointless"]


def _dated(tokens: Sequence[Token], number: int, words: HeadlineWords) -> bool:
    """Whether a token is a date or only leads to one ("on", "in early")."""
    if tokens[number].tag is Tag.DATE:
        return True
    if tokens[number].tag is Tag.CONJUNCTION or tokens[number].text == ",":
        return _among_dates(tokens, number, words)
    if tokens[number].tag not in (Tag.PREPOSITION, Tag.BREAK, Tag.ADVERB, Tag.DETERMINER, Tag.TO):
        return False
    if tokens[number].lower in words.sets["long_ago"] and number + 2 < len(tokens):
        return tokens[number + 2].tag is Tag.DATE and _dated(tokens, number + 1, words)
    for ahead, token in enumerate(tokens[number + 1 : number + 3], number + 1):
        if token.tag is Tag.DATE:
            return not token.owner and not _describes(tokens, ahead, words)
        if token.tag is not Tag.DETERMINER:
            return False
    return False


def _among_dates(tokens: Sequence[Token], number: int, words: HeadlineWords) -> bool:
    """Whether a joint goes with the dates beside it ("the drill, in May and June, was held")."""
    before = tokens[number - 1].tag if number else None
    after = tokens[number + 1] if number + 1 < len(tokens) else None
    if after is None:
        return False
    if tokens[number].tag is Tag.CONJUNCTION:
        return before is Tag.DATE and after.tag is Tag.DATE
    return before is Tag.DATE or _dated(tokens, number + 1, words)


def _describes(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether a date stands before the noun that it tells of ("of the 2001 uprising")."""
    led = tokens[at - 1].tag is Tag.DETERMINER or tokens[at - 1].lower in words.sets["abouts"]
    return led and at + 1 < len(tokens) and tokens[at + 1].tag in (Tag.WORD, Tag.NAME)


def introduces(tokens: Sequence[Token], number: int, end: int, words: HeadlineWords) -> bool:
    """Whether a token belongs to the office said before a person's name."""
    offices = words.sets["offices"] | words.sets["bearers"]
    if tokens[number].tag is Tag.DETERMINER and number + 1 < end:
        number += 1  # "the editor Jane Roe"
        if tokens[number].tag not in (Tag.WORD, Tag.NAME):
            return False
    realm = False
    for at, token in enumerate(tokens[number:end], number):
        if token.name is not None and token.name.kind == "person":
            return token is not tokens[number]
        if token.tag is Tag.PREPOSITION and at and tokens[at - 1].lower in offices:
            continue  # "Secretary of Agriculture Jane Roe"
        if token.tag is Tag.POSSESSIVE and token is tokens[number]:
            continue  # "its leader Kim Jong Un"
        realm = realm or token.lower in words.sets["realms"]
        realm = realm or (at > 0 and tokens[at - 1].lower in words.sets["realms"])
        ruled = token.tag is Tag.PREPOSITION and realm
        if ruled or (token.tag is Tag.DETERMINER and _before_realm(tokens, at, words)):
            continue  # "President of the Republic of Laos Jane Roe"
        office = token.name is not None or token.text[:1].isupper() or token.lower in offices
        if token.tag not in (Tag.WORD, Tag.NAME) or not office or (token.name and token.owner):
            return False
    return False


def _before_realm(tokens: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    return any(token.lower in words.sets["realms"] for token in tokens[at + 1 : at + 5])
